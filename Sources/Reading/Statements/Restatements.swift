import Domain

/// Ties headline statements to the statement of the text that they repeat.
enum Restatements {
  /// Sets `restates` where a heading's number stands again, with the same unit, in the text.
  static func tie(_ statements: inout [Statement], in report: Report) {
    guard statements.contains(where: { isHeading($0, report) }) else { return }
    let body = Dictionary(
      grouping: statements.filter { !isHeading($0, report) }, by: { magnitude($0) })
    for index in statements.indices where isHeading(statements[index], report) {
      let headline = statements[index]
      let found = body[magnitude(headline)]?.first { repeats(headline, $0) }
      guard let found else { continue }
      statements[index].restates = found.id
      statements[index].kind = found.kind
      statements[index].period = found.period
    }
  }

  private static func isHeading(_ statement: Statement, _ report: Report) -> Bool {
    report.passages[statement.passage].role == .heading
  }

  private static func repeats(_ headline: Statement, _ other: Statement) -> Bool {
    headline.relation == other.relation && baseUnit(headline) == baseUnit(other)
      && sharesWords(headline.indicator, other.indicator)
  }

  private static func sharesWords(_ left: String, _ right: String) -> Bool {
    left.contains(right) || right.contains(left)
      || Set(left).intersection(right).count * 2 >= min(left.count, right.count)
  }

  private static func magnitude(_ statement: Statement) -> Exact {
    let value = statement.value
    if statement.unit.hasPrefix("万亿") { return value * Exact.tens(12) }
    if statement.unit.hasPrefix("万") { return value * Exact.tens(4) }
    return statement.unit.hasPrefix("亿") ? value * Exact.tens(8) : value
  }

  private static func baseUnit(_ statement: Statement) -> String {
    String(statement.unit.drop { $0 == "万" || $0 == "亿" })
  }
}
