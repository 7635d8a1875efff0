import Domain
import GRDB

/// A piece of SQL. What is interpolated is a value and gets bound, never text of the statement;
/// names and other fragments say so by their labels:
///
///     "r.\(name: column) >= \(day) AND \(sql: rest)"
struct Fragment: ExpressibleByStringInterpolation {
  fileprivate enum Part {
    case text(String)
    case word(String)
    case number(Int)
  }

  private var parts: [Part]

  init(stringLiteral text: String) { parts = [.text(text)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
  private init(parts: [Part]) { self.parts = parts }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { parts.append(.text(text)) }
    mutating func appendInterpolation(_ value: String) { parts.append(.word(value)) }
    mutating func appendInterpolation(_ value: Int) { parts.append(.number(value)) }
    mutating func appendInterpolation(_ value: Day) { parts.append(.word(value.description)) }
    mutating func appendInterpolation(name: String) { parts.append(.text(quoted(name))) }
    mutating func appendInterpolation(sql: Fragment) { parts += sql.parts }
    /// Text of the program itself: an alias.
    mutating func appendInterpolation(alias: String) { parts.append(.text(alias)) }
  }

  /// The statement with a mark for each value: the same for all questions of one shape.
  var text: String { joined { _ in "?" } }

  /// The statement with its values in place.
  var readable: String { joined { $0 } }

  var values: [DatabaseValue] {
    parts.compactMap { part in
      switch part {
      case .text: nil
      case .word(let word): word.databaseValue
      case .number(let number): number.databaseValue
      }
    }
  }

  private func joined(_ value: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .word(let word): value(Fragment.literal(word))
      case .number(let number): value(String(number))
      }
    }.joined()
  }

  /// A text that holds NUL can only be written by its bytes.
  private static func literal(_ word: String) -> String {
    guard !word.utf8.contains(0) else {
      let digits = word.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "CAST(x'\(digits)' AS TEXT)"
    }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension [Fragment] {
  func joined(_ separator: String) -> Fragment {
    guard let first else { return "" }
    return dropFirst().reduce(first) { "\(sql: $0)\(alias: separator)\(sql: $1)" }
  }

  /// All of them; true for none.
  var all: Fragment { isEmpty ? "1" : joined(" AND ") }
}
