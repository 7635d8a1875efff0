import Domain

/// Finds records that are likely one thing under two keys, by a registry's `duplicates`.
///
/// Works in step with the number of records: each is looked at once for each rule.
public struct LikelyDuplicates: Sendable {
  /// Records that look like one.
  public struct Group: Sendable, Equatable {
    /// In the order in which they came; at least two.
    public var keys: [String]
    public var why: Phrase
  }

  private let registry: Registry
  private let names: CompanyName
  private let rules: [Rule]

  private enum Rule {
    case same([Int], [String])
    case similar(Int, String)
  }

  /// - Parameter places: names that may stand before a company's own (山东省, 济南市); records that
  ///   differ only in them are alike.
  public init(_ registry: Registry, places: [String] = []) {
    self.registry = registry
    names = CompanyName(places: places)
    let columns = registry.columns.map(\.name)
    rules = (registry.duplicates ?? []).flatMap { likeness -> [Rule] in
      let same = likeness.same ?? []
      let indices = same.compactMap { columns.firstIndex(of: $0) }
      let similar = likeness.similar.flatMap { name in
        columns.firstIndex(of: name).map { Rule.similar($0, name) }
      }
      let isWhole = !same.isEmpty && indices.count == same.count
      return (isWhole ? [Rule.same(indices, same)] : []) + (similar.map { [$0] } ?? [])
    }
  }

  /// The groups, in the order of their first records. Records without a value in one of the fields
  /// are like no other.
  public func groups(_ records: [Record]) -> [Group] {
    var found: [(first: Int, group: Group)] = []
    var known: [[String]: Int] = [:]
    for rule in rules {
      for members in alike(records, rule) {
        let keys = members.map { records[$0].key }
        if let index = known[keys] {
          found[index].group.why = joined(found[index].group.why, why(rule))
        } else {
          known[keys] = found.count
          found.append((members[0], Group(keys: keys, why: why(rule))))
        }
      }
    }
    return found.sorted { $0.first < $1.first }.map(\.group)
  }

  private func alike(_ records: [Record], _ rule: Rule) -> [[Int]] {
    var members: [String: [Int]] = [:]
    for (index, record) in records.enumerated() {
      if let mark = mark(record, rule) { members[mark, default: []].append(index) }
    }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// What alike records have in common.
  private func mark(_ record: Record, _ rule: Rule) -> String? {
    switch rule {
    case .similar(let column, _):
      guard record.values.indices.contains(column), case .text(let name) = record.values[column]
      else { return nil }
      return names.core(name)
    case .same(let columns, _):
      let parts = columns.compactMap { column in
        record.values.indices.contains(column) ? part(record.values[column]) : nil
      }
      guard parts.count == columns.count else { return nil }
      return parts.joined(separator: Record.separator)
    }
  }

  private func part(_ value: FieldValue) -> String? {
    switch value {
    case .none: nil
    case .text(let text): Heading.folded(text)
    case .day(let day): day.description
    case .number(let number): "\(number)"
    }
  }

  private func why(_ rule: Rule) -> Phrase {
    switch rule {
    case .same(_, let names):
      Phrase("\(names.joined(separator: "、"))相同", "same \(names.joined(separator: ", "))")
    case .similar(_, let name):
      Phrase("\(name)去掉公司形式后相同", "same \(name) without its kind of company")
    }
  }

  private func joined(_ a: Phrase, _ b: Phrase) -> Phrase {
    Phrase("\(a.chinese)；\(b.chinese)", "\(a.english); \(b.english)")
  }
}

/// What is a company's own in its name: without brackets, its kind (有限公司) and places before it.
struct CompanyName: Sendable {
  private let places: [[Unicode.Scalar]]

  /// Longer endings stand before those that they end in.
  private static let endings = [
    "股份有限公司", "有限责任公司", "有限公司", "总公司", "公司", "集团", "股份", "有限合伙", "普通合伙",
  ].map { Array($0.unicodeScalars) }

  init(places: [String]) {
    self.places = places.map { Array(Heading.folded($0).unicodeScalars) }
      .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// Nil for names of which nothing is left.
  func core(_ name: String) -> String? {
    var rest = Heading.folded(name).unicodeScalars.filter {
      !"()[]【】〔〕\"“”".unicodeScalars.contains($0)
    }[...]
    while let ending = Self.endings.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      if rest.count == ending.count { return nil }
      if rest.count == ending.count + 1 { break }
      rest.removeLast(ending.count)
    }
    while let place = places.first(where: { rest.count > $0.count + 1 && rest.starts(with: $0) }) {
      rest.removeFirst(place.count)
    }
    return rest.isEmpty ? nil : String(String.UnicodeScalarView(rest))
  }
}
