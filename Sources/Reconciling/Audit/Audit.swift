import Domain

/// Checks whether the figures of a report fit each other, by intervals: a rounded figure raises no
/// false alarm.
public struct Audit: Sendable {
  private let reconciler: Reconciler

  /// - Throws: ``ReconcilingFault`` where a built-in table is damaged.
  public init() throws(ReconcilingFault) { reconciler = try Reconciler() }

  /// What does not fit together, in reading order.
  ///
  /// - Parameter earlier: the report of the year before, for last year's levels and targets; it
  ///   needs tasks and sentences as `reconcile` does.
  public func findings(_ reading: ReportReading, earlier: ReportReading? = nil) -> [ReportFinding] {
    let figures = AuditFigures(reading, reconciler.dictionary)
    let before = earlier.map { AuditFigures($0, reconciler.dictionary) }
    var findings = ShapeCheck(figures).findings
    findings += PartsCheck(figures).findings
    findings += AverageGrowthCheck(figures).findings
    findings += LevelGrowthCheck(figures, earlier: before).findings
    findings += TwiceCheck(figures).findings
    findings += StructureCheck(figures).findings
    if let earlier, let before {
      findings += TargetCheck(figures, earlier: before).findings
      findings += AccountCheck(reading, earlier: earlier, reconciler).findings
    }
    return findings.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }
}

/// The statements of a report with what every check asks of them.
struct AuditFigures {
  let reading: ReportReading
  let indicators: [Indicator?]

  init(_ reading: ReportReading, _ dictionary: IndicatorDictionary) {
    self.reading = reading
    indicators = reading.statements.map { dictionary.find($0) }
  }

  var statements: [Statement] { reading.statements }

  func text(_ index: Int) -> String { reading.report.string(statements[index].range) }

  func rounded(_ index: Int) -> Rounded { Rounded(statements[index], text: text(index)) }

  /// The indices of figures about a whole place: not those of a part, of the country, or of years.
  func plain(_ kind: Statement.Kind) -> [Int] {
    statements.indices.filter {
      statements[$0].kind == kind && indicators[$0] != nil && !statements[$0].isOfYears
        && !reading.isStart($0) && !isElsewhere($0)
    }
  }

  /// Words before the figure that give it another scope than the place's own.
  func isElsewhere(_ index: Int) -> Bool {
    let statement = statements[index]
    let before = statement.sentence.lowerBound..<statement.range.upperBound
    return Words.holds(
      reading.report.text, before,
      [
        "全国", "世界", "同口径", "剔除", "扣除", "开发区", "高新区", "园区", "县域", "都市圈", "城市群", "乡镇", "其中",
        "五年", "5年", "“十", "年均", "累计", "以来", "每年", "季度", "上半年", "1-", "前三季度",
      ])
  }
}

/// Shares above the whole, ranges upside down.
struct ShapeCheck {
  let figures: AuditFigures

  init(_ figures: AuditFigures) { self.figures = figures }

  var findings: [ReportFinding] {
    figures.statements.indices.compactMap { range($0) ?? share($0) }
  }

  private func range(_ index: Int) -> ReportFinding? {
    let statement = figures.statements[index]
    guard statement.bound == .between, let end = statement.value2, statement.value > end else {
      return nil
    }
    return ReportFinding(
      rule: "range-reversed", severity: .error, range: statement.range,
      message: Phrase(
        "区间的下限大于上限：\(figures.text(index))", "the range ends below its start: \(figures.text(index))"
      ),
      advice: Phrase("先写较小的数", "write the smaller number first"))
  }

  private func share(_ index: Int) -> ReportFinding? {
    let statement = figures.statements[index]
    guard statement.relation == .share, statement.value > 100, statement.unit == "%",
      ["占比", "比重", "覆盖率", "普及率", "入园率", "参保率", "达标率", "优良"].contains(where: {
        statement.indicator.contains($0)
      })
    else { return nil }
    return ReportFinding(
      rule: "share-above-whole", severity: .error, range: statement.range,
      message: Phrase(
        "“\(statement.indicator)”是整体的一部分，不能超过100%：\(figures.text(index))",
        "\(statement.indicator) is a part of a whole and cannot exceed 100 %: \(figures.text(index))"
      ))
  }
}
