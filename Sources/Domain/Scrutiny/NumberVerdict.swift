/// A number with its bound, in one unit, as an interval: 5%左右 is [4.5, 5.5].
///
/// 以上, 以内 include the number, 超过, 突破 leave it out (民法典 第1259条, in force since 2021-01-01);
/// 左右 and 约 carry ±0.5 points on rates and ±5 % on levels, limits included.
public struct Figure: Sendable, Equatable {
  public var value: Double
  public var value2: Double?
  public var bound: Statement.Bound
  /// The bound leaves the number itself out.
  public var strict: Bool
  /// A percentage: 左右 is ±0.5 points instead of ±5 %.
  public var isRate: Bool

  /// - Parameters:
  ///   - unit: as written; tells a rate from a level.
  ///   - isLevel: false for growth and changes, whose bound speaks of their size: 下降3%以上 is -3 at
  ///     most.
  ///   - factor: what the number is to be multiplied with, to be in another unit.
  public init(
    value: Double, value2: Double? = nil, bound: Statement.Bound, strict: Bool, unit: String,
    isLevel: Bool, times factor: Double = 1
  ) {
    self.value = value * factor
    self.value2 = value2.map { $0 * factor }
    self.bound = bound
    self.strict = strict
    isRate = ["%", "％", "个百分点"].contains(unit)
    if value < 0, !isLevel {
      if bound == .atLeast {
        self.bound = .atMost
      } else if bound == .atMost {
        self.bound = .atLeast
      }
    }
  }

  /// The number of a statement.
  public init(_ statement: Statement, times factor: Double = 1) {
    self.init(
      value: statement.value, value2: statement.value2, bound: statement.bound,
      strict: statement.strict, unit: statement.unit, isLevel: statement.relation == .level,
      times: factor)
  }

  /// How far 左右 lets the value move.
  var tolerance: Double { isRate ? 0.5 : abs(value) * 0.05 }

  var low: Double {
    switch bound {
    case .about: value - tolerance
    case .atMost: -.infinity
    case .exact, .atLeast, .between: value
    }
  }

  var high: Double {
    switch bound {
    case .about: value + tolerance
    case .atLeast: .infinity
    case .between: value2 ?? value
    case .exact, .atMost: value
    }
  }
}

/// Judges a claimed number against a promised one.
public struct NumberVerdict: Sendable {
  public let promise: Figure
  public let claim: Figure
  /// Which way is better.
  public let direction: Indicator.Direction

  /// Both in the same unit.
  public init(promise: Figure, claim: Figure, direction: Indicator.Direction) {
    self.promise = promise
    self.claim = claim
    self.direction = direction
  }

  private static let slack = 1e-9

  /// Kept, missed, or not comparable where the claim is too loose to tell.
  public var verdict: PromisePair.Verdict {
    switch direction {
    case .up: atLeast(promise.low, strict: promise.bound == .atLeast && promise.strict)
    case .down: atMost(promise.high, strict: promise.bound == .atMost && promise.strict)
    case .steady: within
    }
  }

  private func atLeast(_ limit: Double, strict: Bool) -> PromisePair.Verdict {
    let best = claim.bound == .about ? claim.value : claim.low
    if claim.bound == .atLeast {
      if claim.value > limit - Self.slack { return .kept }
      return .notComparable
    }
    if claim.bound == .atMost { return claim.value < limit - Self.slack ? .missed : .notComparable }
    return strict
      ? best > limit + Self.slack ? .kept : .missed
      : best > limit - Self.slack ? .kept : .missed
  }

  private func atMost(_ limit: Double, strict: Bool) -> PromisePair.Verdict {
    let worst = claim.bound == .about ? claim.value : claim.high
    if claim.bound == .atMost {
      return claim.value < limit + Self.slack ? .kept : .notComparable
    }
    if claim.bound == .atLeast {
      return claim.value > limit + Self.slack ? .missed : .notComparable
    }
    return strict
      ? worst < limit - Self.slack ? .kept : .missed
      : worst < limit + Self.slack ? .kept : .missed
  }

  private var within: PromisePair.Verdict {
    guard claim.bound == .exact || claim.bound == .about else { return .notComparable }
    let isWithin =
      claim.value > promise.low - Self.slack && claim.value < promise.high + Self.slack
    return isWithin ? .kept : .missed
  }
}

extension Indicator.Direction {
  /// Which way is better for one target: the sign of a change, its bound, then the indicator's own.
  public static func wanted(
    value: Double, bound: Statement.Bound, relation: Statement.Relation, of indicator: Self?
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
