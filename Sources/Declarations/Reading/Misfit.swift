import Domain

/// A value that does not fit what it is read as, before it has a file.
struct Misfit: Error {
  var place: Tree.Place
  var path: [String]
  var problem: Problem
  /// Whether what was found is a scalar (and not a list or mapping that may hold the true cause).
  var isScalar: Bool

  enum Problem {
    case value(found: Phrase, expected: Phrase)
    case missing(key: String, written: String?)
  }

  init(place: Tree.Place, path: [String], problem: Problem, isScalar: Bool) {
    self.place = place
    self.path = path
    self.problem = problem
    self.isScalar = isScalar
  }

  /// A key that is not there; names the written key that looks most like it.
  init(missing key: any CodingKey, in decoder: TreeDecoder) {
    let used = decoder.record.used[decoder.tree.id] ?? []
    let free = (decoder.tree.pairs ?? []).map(\.key).filter { !used.contains($0) }
    self.init(
      place: decoder.tree.place, path: decoder.codingPath.map(\.stringValue),
      problem: .missing(
        key: key.stringValue, written: Spelling.nearest(to: key.stringValue, in: free)),
      isScalar: true)
  }

  /// What a type of the domain refused.
  init<Value>(
    _ error: DecodingError, of type: Value.Type, in tree: Tree, at path: [any CodingKey]
  ) {
    let expected = Self.choices(type) ?? Self.expected(error)
    self.init(
      place: tree.place, path: path.map(\.stringValue),
      problem: .value(found: tree.shown, expected: expected), isScalar: true)
  }

  /// `a, b, c` for a type with named cases.
  private static func choices<Value>(_ type: Value.Type) -> Phrase? {
    guard let type = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
    let names = names(type)
    guard !names.isEmpty else { return nil }
    return Phrase("其中之一：" + names.joined(separator: "、"), "one of " + names.joined(separator: ", "))
  }

  private static func names<Value: CaseIterable & RawRepresentable>(
    _ type: Value.Type
  ) -> [String] {
    type.allCases.compactMap { $0.rawValue as? String }
  }

  /// `"x" is not a day like 2023-11-30` gives what comes behind “is not”.
  private static func expected(_ error: DecodingError) -> Phrase {
    let words: String
    switch error {
    case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      words = context.debugDescription
    @unknown default: words = ""
    }
    guard words.hasPrefix("\""), let cut = words.firstRange(of: "\" is not ") else {
      return Expectations.phrase(words)
    }
    var last = cut
    var rest = words[cut.upperBound...]
    while let next = rest.firstRange(of: "\" is not ") {
      last = next
      rest = words[next.upperBound...]
    }
    return Expectations.phrase(String(words[last.upperBound...]))
  }
}

/// The nearest of several words, so that a slip can be named.
enum Spelling {
  /// Nil where nothing is near: more than a third of the letters would have to change.
  static func nearest(to word: String, in words: [String]) -> String? {
    let letters = Array(word.lowercased())
    guard letters.count <= 40 else { return nil }
    let near = words.filter { $0.utf8.count <= 80 }.map {
      ($0, distance(letters, Array($0.lowercased())))
    }
    guard let best = near.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, max(letters.count, best.0.count) / 3) ? best.0 : nil
  }

  /// Letters to insert, remove, change or swap with their neighbour.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
