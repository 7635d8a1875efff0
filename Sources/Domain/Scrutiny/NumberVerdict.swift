/// Judges a claimed number against a promised one.
public struct NumberVerdict: Sendable {
  /// What was promised.
  public let promise: Figure
  /// What the later report says was reached, in the promise's unit.
  public let claim: Figure
  /// Which way is better.
  public let direction: Indicator.Direction

  /// Both in the same unit.
  public init(promise: Figure, claim: Figure, direction: Indicator.Direction) {
    self.promise = promise
    self.claim = claim
    self.direction = direction
  }

  /// Kept, missed, or not comparable where the claim is too loose to tell.
  public var verdict: PromisePair.Verdict {
    let (asked, told) = (promise.interval, claim.interval)
    switch direction {
    case .up:
      return against(Interval(lower: asked.lower), better: .atLeast, worst: told.lower?.value)
    case .down:
      return against(Interval(upper: asked.upper), better: .atMost, worst: told.upper?.value)
    case .steady:
      guard claim.bound == .exact || claim.bound == .about else { return .notComparable }
      return asked.contains(claim.value) ? .kept : .missed
    }
  }

  /// A claim that is open towards the better side keeps the promise where all of it is allowed; one
  /// that is open towards the worse misses it where none is; a plain one is taken at its word.
  private func against(
    _ allowed: Interval, better: Statement.Bound, worst: Exact?
  ) -> PromisePair.Verdict {
    switch claim.bound {
    case better: return claim.interval.isWithin(allowed) ? .kept : .notComparable
    case .atLeast, .atMost: return claim.interval.meets(allowed) ? .notComparable : .missed
    case .exact, .about, .between:
      let told = claim.bound == .about ? claim.value : worst ?? claim.value
      return allowed.contains(told) ? .kept : .missed
    }
  }
}

extension Indicator.Direction {
  /// Which way is better for one target: the sign of a change, its bound, then the indicator's own.
  public static func wanted(
    value: Exact, bound: Statement.Bound, relation: Statement.Relation, of indicator: Self?
  ) -> Self {
    let isChange = relation == .growth || relation == .change
    if isChange, value < 0 { return .down }
    if bound == .atMost { return .down }
    if bound == .atLeast { return .up }
    if relation == .rank { return .down }
    if isChange, indicator == .down { return .up }
    return indicator ?? .up
  }
}
