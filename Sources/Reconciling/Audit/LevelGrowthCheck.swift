import Domain

/// A level, its growth, and the level of the year before: 287.9 and 7.5 % make 309.5.
///
/// Published growth is real, or on a base that was re-scoped since (国家统计局: 「和上年公布的数据存在口径
/// 差异」), so a gap is a note, and a warning only where no price and no scope explains it.
struct LevelGrowthCheck {
  let figures: AuditFigures
  let earlier: AuditFigures?

  init(_ figures: AuditFigures, earlier: AuditFigures?) {
    self.figures = figures
    self.earlier = earlier
  }

  /// Points of growth that prices or a new scope may explain, by what growth is counted in.
  private static func allowed(_ basis: Indicator.Basis) -> Exact { basis == .real ? 8 : 3 }

  var findings: [ReportFinding] {
    let claims = figures.plain(.claim)
    let targets = figures.plain(.target)
    return check(claims, base: earlierLevels) + check(targets, base: ownLevels(claims))
  }

  /// Last year's levels as the earlier report claimed them, by indicator.
  private var earlierLevels: [String: (Rounded, Statement)] {
    guard let earlier else { return [:] }
    return Self.levels(earlier, earlier.plain(.claim))
  }

  /// The levels that this report claims for the year past.
  private func ownLevels(_ claims: [Int]) -> [String: (Rounded, Statement)] {
    Self.levels(figures, claims)
  }

  private static func levels(
    _ figures: AuditFigures, _ indices: [Int]
  ) -> [String: (Rounded, Statement)] {
    var levels: [String: (Rounded, Statement)] = [:]
    for index in indices where figures.statements[index].relation == .level {
      guard let name = figures.indicators[index]?.name, levels[name] == nil else { continue }
      levels[name] = (figures.rounded(index), figures.statements[index])
    }
    return levels
  }

  private func check(_ indices: [Int], base: [String: (Rounded, Statement)]) -> [ReportFinding] {
    indices.compactMap { index in
      guard figures.statements[index].relation == .level,
        let indicator = figures.indicators[index], indicator.unit != "%",
        let growth = growth(beside: index, indicator.name, indices),
        let (last, before) = base[indicator.name]
      else { return nil }
      return finding(index, growth, last, before, indicator)
    }
  }

  /// The growth that stands in the same sentence.
  private func growth(beside index: Int, _ name: String, _ indices: [Int]) -> Int? {
    indices.first {
      let other = figures.statements[$0]
      return other.relation == .growth && figures.indicators[$0]?.name == name
        && other.sentence == figures.statements[index].sentence
        && other.period == figures.statements[index].period
    }
  }

  private func finding(
    _ index: Int, _ growth: Int, _ last: Rounded, _ before: Statement, _ indicator: Indicator
  ) -> ReportFinding? {
    let statement = figures.statements[index]
    guard let factor = UnitScale.factor(from: before.unit, to: statement.unit),
      let implied = figures.rounded(index).growth(over: last.scaled(factor))
    else { return nil }
    let gap = implied.gap(figures.rounded(growth))
    guard gap > Self.allowed(indicator.basis) else { return nil }
    let (level, rate) = (figures.text(index), figures.text(growth))
    let base = "\(before.value)\(before.unit)"
    let span = "\(implied.low.tenth)%～\(implied.high.tenth)%"
    return ReportFinding(
      rule: "level-growth", severity: gap > 3 * Self.allowed(indicator.basis) ? .warning : .note,
      range: statement.clause, related: [figures.statements[growth].range],
      message: Phrase(
        "上年\(base)，达到\(level)应为增长\(span)，写的是\(rate)",
        "from \(base) to \(level) is growth of \(span); written: \(rate)"),
      advice: Phrase(
        "核对口径（可比价、同口径）并注明", "check prices and scope, and say on which basis growth is given"))
  }
}

extension Exact {
  /// One digit behind the point, where it is not zero.
  var tenth: String { shown(most: 1) }
}
