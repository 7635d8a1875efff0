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
      let factor = UnitScale.factor(from: first.unit, to: last.unit)
    else { return nil }
    let base = figures.rounded(start).scaled(factor)
    guard base.low > 0 else { return nil }
    let printed = figures.rounded(growth)
    let reached = figures.rounded(end)
    guard let least = reached.low / base.high, let most = reached.high / base.low else {
      return nil
    }
    let fits = years(first, last, figures.statements[growth]).map { years in
      Rounded(low: (root(least, years) - 1) * 100, high: (root(most, years) - 1) * 100)
    }
    guard !fits.isEmpty, !fits.contains(where: { $0.gap(printed) < Exact(5, digits: 2) }) else {
      return nil
    }
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
    if case .year(let start)? = first.time, let end = last.lastYear, end > start {
      return [end - start]
    }
    guard case .years(let start, let end)? = growth.time, end > start else { return [] }
    return [end - start, end - start + 1]
  }

  /// The `degree`-th root, cut to six digits behind the point: powers are compared, so that nothing
  /// is rounded on the way.
  private func root(_ value: Exact, _ degree: Int) -> Exact {
    guard value > 0 else { return 0 }
    var (low, high): (Exact, Exact) = (0, max(value, 1).ceiling)
    let step = Exact(1, digits: 6)
    while high - low > step {
      let middle = ((low + high) * Exact(5, digits: 1)).rounded(6)
      guard middle > low, middle < high else { break }
      let power = (0..<max(1, degree)).reduce(Exact(1)) { power, _ in power * middle }
      if power <= value { low = middle } else { high = middle }
    }
    return low
  }
}
