import Domain

/// Conditions of a measure as lines that people type: `类型 = 甲、乙`, `类型 ≠ 丙`,
/// `面积 >= 10, < 30`, `批复文号 有`, `批复文号 无`, `进度.开工 已到`,
/// `停办日期 未到`.
enum ConditionLines {
  /// Nil where a condition has no line that reads back as the same.
  static func text(_ conditions: [Condition]?) -> String? {
    var lines: [String] = []
    for condition in conditions ?? [] {
      guard let line = line(condition), self.condition(line) == condition else { return nil }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// The conditions of a text, or the lines that are none.
  static func conditions(_ text: String) -> (conditions: [Condition]?, broken: [String]) {
    let lines = text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
    let read = lines.map { ($0, condition($0)) }
    let found = read.compactMap(\.1)
    return (found.isEmpty ? nil : found, read.filter { $0.1 == nil }.map(\.0))
  }

  private static func line(_ condition: Condition) -> String? {
    switch condition {
    case .isOne(let field, let values): "\(field) = \(values.joined(separator: "、"))"
    case .isNone(let field, let values): "\(field) ≠ \(values.joined(separator: "、"))"
    case .lies(let field, let interval):
      interval.description.hasPrefix("=")
        ? "\(field) =\(interval.description)" : "\(field) \(interval)"
    case .present(let field): "\(field) 有"
    case .absent(let field): "\(field) 无"
    case .reached(let field): "\(field) 已到"
    case .ahead(let field): "\(field) 未到"
    case .every, .some, .either: nil
    }
  }

  private static func condition(_ line: String) -> Condition? {
    for (word, make) in endings where line.hasSuffix(" " + word) {
      return make(trimmed(line.dropLast(word.count)))
    }
    guard let sign = line.firstIndex(where: { "=≠<>".contains($0) }) else { return nil }
    let field = trimmed(line[..<sign])
    let rest = line[sign...]
    guard !field.isEmpty else { return nil }
    if rest.hasPrefix("==") {
      return Interval("=" + trimmed(rest.dropFirst(2))).map { .lies(field: field, in: $0) }
    }
    if rest.hasPrefix("<") || rest.hasPrefix(">") {
      return Interval(String(rest)).map { .lies(field: field, in: $0) }
    }
    let values = rest.dropFirst().split { "、，".contains($0) }.map(trimmed).filter { !$0.isEmpty }
    guard !values.isEmpty else { return nil }
    return rest.hasPrefix("=")
      ? .isOne(field: field, of: values) : .isNone(field: field, of: values)
  }

  private static let endings: [(String, @Sendable (String) -> Condition)] = [
    ("有", { .present(field: $0) }), ("无", { .absent(field: $0) }),
    ("已到", { .reached(field: $0) }), ("未到", { .ahead(field: $0) }),
  ]

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
