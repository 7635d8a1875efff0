/// Words that point to rows of a table; finds the rows whose words occur in a text.
///
/// Walks the text once and looks only at words that begin with the scalar at hand.
struct WordList: Sendable {
  private var byFirst: [Unicode.Scalar: [(word: [Unicode.Scalar], row: Int)]] = [:]

  /// The longest word of a row that occurs, and the length in scalars of all that do.
  struct Hit: Sendable, Comparable {
    var longest: Int
    var total: Int
    static func < (a: Hit, b: Hit) -> Bool { (a.longest, a.total) < (b.longest, b.total) }
  }

  mutating func add(_ word: String, row: Int) {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.first else { return }
    byFirst[first, default: []].append((scalars, row))
  }

  /// The row whose word found in `text` is longest, then whose words found are most; the earlier
  /// row where both are equal; nil where no word occurs.
  func best(in text: String) -> Int? {
    var hits: [Int: Hit] = [:]
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices {
      for (word, row) in byFirst[scalars[start]] ?? [] where scalars[start...].starts(with: word) {
        let hit = hits[row] ?? Hit(longest: 0, total: 0)
        hits[row] = Hit(longest: max(hit.longest, word.count), total: hit.total + word.count)
      }
    }
    return hits.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

/// Rows of a resource file: fields between tabs; lines that are empty or start with `#` are notes.
enum TabbedLines {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func words(_ field: String) -> [String] { field.split(separator: "、").map(String.init) }
}
