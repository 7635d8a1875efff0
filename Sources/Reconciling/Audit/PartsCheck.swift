import Domain

/// 「新增就业5000人，其中高校毕业生6000人」: a part above its total.
///
/// Parts may overlap, so only one that is greater than the whole contradicts it; that several together
/// are greater is a note.
struct PartsCheck {
  let figures: AuditFigures
  private let text: [UInt8]

  init(_ figures: AuditFigures) {
    self.figures = figures
    text = figures.reading.report.text
  }

  var findings: [ReportFinding] {
    figures.statements.indices.compactMap { total in
      let parts = parts(of: total)
      guard !parts.isEmpty else { return nil }
      return single(total, parts) ?? together(total, parts)
    }
  }

  /// The figures behind 其中, in the total's unit and measure, up to the next comma: what follows may
  /// be a matter of its own.
  private func parts(of total: Int) -> [Part] {
    let whole = figures.statements[total]
    let rest = whole.range.upperBound..<whole.sentence.upperBound
    guard whole.relation == .count || whole.relation == .level, whole.kind != .background,
      let mark = Words.find(text, rest, "其中"), isNext(total, before: mark.lowerBound)
    else { return [] }
    let clause = Clause.cut(text, mark.upperBound..<whole.sentence.upperBound).first
    guard let clause else { return [] }
    return figures.statements.indices.compactMap {
      let part = figures.statements[$0]
      guard clause.contains(part.range.lowerBound), part.relation == whole.relation,
        part.kind == whole.kind, let factor = UnitScale.factor(from: part.unit, to: whole.unit)
      else { return nil }
      return Part(index: $0, least: figures.rounded($0).scaled(factor).low)
    }
  }

  /// No other figure in the same unit stands between the total and 其中.
  private func isNext(_ total: Int, before place: Int) -> Bool {
    let whole = figures.statements[total]
    return !figures.statements.contains {
      $0.sentence == whole.sentence && $0.range.lowerBound > whole.range.lowerBound
        && $0.range.upperBound <= place
        && UnitScale.factor(from: $0.unit, to: whole.unit) != nil
    }
  }

  private func single(_ total: Int, _ parts: [Part]) -> ReportFinding? {
    guard let part = parts.first(where: { $0.least > figures.rounded(total).high })?.index
    else { return nil }
    return ReportFinding(
      rule: "part-above-total", severity: .error, range: figures.statements[part].clause,
      related: [figures.statements[total].range],
      message: Phrase(
        "其中的\(figures.text(part))大于总数\(figures.text(total))",
        "the part, \(figures.text(part)), is more than the whole, \(figures.text(total))"),
      advice: Phrase("核对总数和分项的范围、单位", "check scope and unit of both"))
  }

  private func together(_ total: Int, _ parts: [Part]) -> ReportFinding? {
    let sum = parts.reduce(Exact.zero) { $0 + $1.least }
    guard parts.count > 1, sum > figures.rounded(total).high else { return nil }
    return ReportFinding(
      rule: "parts-above-total", severity: .note, range: figures.statements[total].clause,
      related: parts.map { figures.statements[$0.index].range },
      message: Phrase(
        "其中各项相加超过总数\(figures.text(total))；如有交叉，请注明",
        "the parts together are more than the whole, \(figures.text(total))"),
      advice: Phrase("注明分项有交叉，或核对数字", "say that parts overlap, or check the figures"))
  }

  /// A figure that is a part of another, and the least that it may stand for in the other's unit.
  private struct Part {
    var index: Int
    var least: Exact
  }
}
