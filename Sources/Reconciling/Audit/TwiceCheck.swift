import Domain

/// The same figure given twice, and differently.
struct TwiceCheck {
  let figures: AuditFigures

  init(_ figures: AuditFigures) { self.figures = figures }

  var findings: [ReportFinding] { twice(.claim) + twice(.target) }

  private struct Key: Hashable {
    var name: String
    var relation: Statement.Relation
    var period: String?
  }

  private func twice(_ kind: Statement.Kind) -> [ReportFinding] {
    var first: [Key: Int] = [:]
    var findings: [ReportFinding] = []
    for index in figures.plain(kind) {
      let statement = figures.statements[index]
      guard let indicator = figures.indicators[index], isOwn(index, indicator),
        statement.relation == .growth || statement.relation == .level
          || statement.relation == .share
      else { continue }
      let key = Key(name: indicator.name, relation: statement.relation, period: statement.period)
      guard let other = first[key] else {
        first[key] = index
        continue
      }
      if let finding = differ(other, index, indicator) { findings.append(finding) }
    }
    return findings
  }

  /// The indicator is named in the clause itself, as the place's own.
  private func isOwn(_ index: Int, _ indicator: Indicator) -> Bool {
    let statement = figures.statements[index]
    return statement.period != nil && IndicatorName.core(statement.indicator).utf8.count > 6
      && Words.find(figures.reading.report.text, statement.clause, statement.indicator) != nil
  }

  private func differ(_ first: Int, _ second: Int, _ indicator: Indicator) -> ReportFinding? {
    let (one, two) = (figures.statements[first], figures.statements[second])
    guard one.sentence != two.sentence,
      let factor = UnitScale.factor(from: two.unit, to: one.unit)
    else { return nil }
    guard !figures.rounded(first).meets(figures.rounded(second).scaled(factor)) else { return nil }
    return ReportFinding(
      rule: "given-twice", severity: .warning, range: two.clause, related: [one.clause],
      message: Phrase(
        "\(indicator.name)前面写的是\(figures.text(first))，这里是\(figures.text(second))",
        "\(indicator.name) was \(figures.text(first)) before, and is \(figures.text(second)) here"),
      advice: Phrase("统一数字，或注明范围和时期不同", "use one figure, or say how scope or time differ"))
  }
}
