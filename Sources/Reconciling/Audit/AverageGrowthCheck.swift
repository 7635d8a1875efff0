import Domain

/// 由…增加到…, 年均增长…: the average growth that two levels make, against the printed one.
struct AverageGrowthCheck {
  let figures: AuditFigures

  init(_ figures: AuditFigures) { self.figures = figures }

  var findings: [ReportFinding] {
    figures.statements.indices.compactMap { start in
      guard figures.reading.isStart(start), let end = end(of: start),
        let growth = growth(start, end)
      else { return nil }
      return finding(start, end, growth)
    }
  }

  /// The value that the change ended with: the next one of the same indicator in the sentence.
  private func end(of start: Int) -> Int? {
    let first = figures.statements[start]
    return figures.statements.indices.dropFirst(start + 1).first {
      let other = figures.statements[$0]
      return other.sentence == first.sentence && other.indicator == first.indicator
        && other.relation == first.relation && !figures.reading.isStart($0)
    }
  }

  private func growth(_ start: Int, _ end: Int) -> Int? {
    let first = figures.statements[start]
    return figures.statements.indices.dropFirst(end + 1).prefix(2).first {
      let other = figures.statements[$0]
      return other.sentence == first.sentence && other.indicator == first.indicator
        && other.relation == .growth && (other.note?.contains("年均") ?? false)
    }
  }

  private func finding(_ start: Int, _ end: Int, _ growth: Int) -> ReportFinding? {
    let (first, last) = (figures.statements[start], figures.statements[end])
    // Levels are at the prices of the day; real growth cannot be had from them.
    guard figures.indicators[start]?.basis != .real,
      let factor = UnitScale.factor(from: first.unit, to: last.unit)?.double
    else { return nil }
    let base = figures.rounded(start).scaled(factor)
    guard base.low > 0 else { return nil }
    let printed = figures.rounded(growth)
    let fits = years(first, last, figures.statements[growth]).map { years in
      Rounded(
        low: (root(figures.rounded(end).low / base.high, years) - 1) * 100,
        high: (root(figures.rounded(end).high / base.low, years) - 1) * 100)
    }
    guard !fits.isEmpty, !fits.contains(where: { $0.gap(printed) < 0.05 }) else { return nil }
    let spans = fits.map { "\($0.low.tenth)%～\($0.high.tenth)%" }.joined(separator: "、")
    return ReportFinding(
      rule: "average-growth", severity: .warning, range: figures.statements[growth].range,
      related: [first.range, last.range],
      message: Phrase(
        "由\(figures.text(start))到\(figures.text(end))，年均应为\(spans)，写的是\(figures.text(growth))",
        "from \(figures.text(start)) to \(figures.text(end)) is \(spans) a year; written: \(figures.text(growth))"
      ), advice: Phrase("核对起止年份和数值", "check the years and the values"))
  }

  /// The years between the two, where they are told; a span of five may hold four or five steps.
  private func years(_ first: Statement, _ last: Statement, _ growth: Statement) -> [Int] {
    if let start = first.period.flatMap({ Int($0) }), let end = last.lastYear, end > start {
      return [end - start]
    }
    guard let period = growth.period, period.utf8.count == 9, let start = Int(period.prefix(4)),
      let end = growth.lastYear, end > start
    else { return [] }
    return [end - start, end - start + 1]
  }

  /// The `degree`-th root, by Newton's steps.
  private func root(_ value: Double, _ degree: Int) -> Double {
    guard value > 0 else { return 0 }
    var guess = max(value, 1)
    for _ in 0..<200 {
      var power = 1.0
      for _ in 1..<max(1, degree) { power *= guess }
      let next = (Double(degree - 1) * guess + value / power) / Double(degree)
      if abs(next - guess) < 1e-12 * guess { return next }
      guess = next
    }
    return guess
  }
}
