import Domain

/// Points for results (考核评分): the base for meeting the target, more above, less below, cut off at
/// floor and cap.
public enum Scoring {
  /// Points for a value against a target.
  /// - Parameters:
  ///   - isRate: the distance is taken in points of the rate, else in percent of the target.
  ///   - isMet: what the judgement says; by it, all-or-nothing items score.
  public static func points(
    _ rules: ScoreRules, actual: Exact, target: Exact, isRate: Bool = false, isMet: Bool? = nil
  ) -> Exact {
    let met = isMet ?? (actual >= target)
    if rules.allOrNothing == true, !met { return rules.floor }
    guard let distance = distance(actual, target, isRate) else {
      return met ? rules.base : rules.floor
    }
    let earned = (distance >= .zero ? rules.above : rules.below).map {
      steps(distance.magnitude, $0) * $0.points.magnitude
    }
    guard let earned else { return min(rules.cap, max(rules.floor, rules.base)) }
    let points = distance >= .zero ? rules.base + earned : rules.base - earned
    return min(rules.cap, max(rules.floor, points))
  }

  /// Nil of a target of zero, of which nothing is a share.
  private static func distance(_ actual: Exact, _ target: Exact, _ isRate: Bool) -> Exact? {
    isRate ? actual - target : Exact.hundredths(actual - target, of: target.magnitude)
  }

  /// Without a step there is nothing to earn or to lose.
  private static func steps(_ distance: Exact, _ slope: ScoreRules.Slope) -> Exact {
    guard let steps = distance / slope.every else { return .zero }
    return slope.stepwise == true ? steps.floor : steps
  }

  /// Points of a judgement; nil for what cannot be judged yet or at all.
  public static func points(_ rules: ScoreRules, _ judgement: Judgement) -> Exact? {
    switch judgement.value {
    case .notYet, .unverifiable: return nil
    case .met, .notMet:
      guard let actual = judgement.actual, let target = judgement.target else { return nil }
      return points(
        rules, actual: actual, target: target, isRate: judgement.unit == "%",
        isMet: judgement.value == .met)
    }
  }

  /// A unit's account: what it leads, and how much of that could be scored.
  public struct Total: Sendable, Equatable {
    /// The unit's name.
    public var unit: String
    /// Its points together.
    public var points: Exact
    /// How many commitments were scored.
    public var scored: Int
    /// Those that could not be scored, so that the parts add up to all that it leads.
    public var open: Int

    /// Takes every field as it is; nothing is checked.
    public init(unit: String, points: Exact, scored: Int, open: Int) {
      (self.unit, self.points, self.scored, self.open) = (unit, points, scored, open)
    }
  }

  /// Totals of the units by name, each for the commitments that it leads; `rules` says by which
  /// rules a commitment scores, nil for one that does not.
  public static func totals(
    _ judgements: [Judgement], of commitments: [Commitment], rules: (Commitment) -> ScoreRules?
  ) -> [Total] {
    let results = Dictionary(judgements.map { ($0.commitment, $0) }) { first, _ in first }
    var totals: [String: Total] = [:]
    for commitment in commitments where commitment.state == .active {
      guard let unit = commitment.units.first, let rule = rules(commitment) else { continue }
      var total = totals[unit] ?? Total(unit: unit, points: .zero, scored: 0, open: 0)
      if let points = results[commitment.id].flatMap({ points(rule, $0) }) {
        total.points = total.points + points
        total.scored += 1
      } else {
        total.open += 1
      }
      totals[unit] = total
    }
    return totals.values.sorted { $0.unit < $1.unit }
  }
}
