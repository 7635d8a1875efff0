import Domain

/// What a report says last year's target was, against what last year's report promised: 「高于6%的
/// 预期目标」 where 8% was promised.
struct TargetCheck {
  let figures: AuditFigures
  let earlier: AuditFigures

  init(_ figures: AuditFigures, earlier: AuditFigures) {
    self.figures = figures
    self.earlier = earlier
  }

  var findings: [ReportFinding] {
    figures.statements.indices.compactMap { index in
      guard figures.statements[index].kind != .target, isCalledTarget(index),
        let name = named(index), let promised = promised(name, as: figures.statements[index]),
        let factor = UnitScale.factor(
          from: earlier.statements[promised].unit, to: figures.statements[index].unit),
        !earlier.rounded(promised).scaled(factor).meets(figures.rounded(index))
      else { return nil }
      return ReportFinding(
        rule: "target-restated", severity: .warning, range: figures.statements[index].clause,
        message: Phrase(
          "这里说\(name)的目标是\(figures.text(index))，上年报告写的是\(earlier.text(promised))",
          "says that the target of \(name) was \(figures.text(index)); last year's report promised \(earlier.text(promised))"
        ), advice: Phrase("按上年报告改正，或注明目标何时调整", "use last year's target, or say when it was changed")
      )
    }
  }

  /// 目标 stands right behind the figure: 6%的预期目标, 5000人的年度目标任务.
  private func isCalledTarget(_ index: Int) -> Bool {
    let statement = figures.statements[index]
    let end = statement.range.upperBound
    let after = end..<min(end + 24, statement.sentence.upperBound)
    let text = figures.reading.report.text
    return Words.holds(text, after, ["目标"]) && !Words.holds(text, after, ["，", "、", "；"])
  }

  /// The indicator of the figure, or of the one before it in the clause: 增长6.5%，高于6%的预期目标.
  private func named(_ index: Int) -> String? {
    if let own = figures.indicators[index] { return own.name }
    guard index > 0, figures.statements[index - 1].sentence == figures.statements[index].sentence
    else { return nil }
    return figures.indicators[index - 1]?.name
  }

  private func promised(_ name: String, as statement: Statement) -> Int? {
    earlier.statements.indices.first {
      let other = earlier.statements[$0]
      return other.kind == .target && earlier.indicators[$0]?.name == name
        && other.lastYear == earlier.reading.report.year
        && UnitScale.factor(from: other.unit, to: statement.unit) != nil
    }
  }
}
