/// A number with its bound, in one unit, as the interval of what it stands for: 5%左右 is [4.5, 5.5].
///
/// The one place where bounds, strictness and tolerance are decided, for judging and for setting
/// promise against claim: 以上, 以下, 以内 include the number, 超过, 不足 leave it out (民法典 第1259条, in
/// force since 2021-01-01), and by usage 突破 and 余 do so too; 左右 and 约 reach as far as
/// ``Tolerance`` says, limits included.
public struct Figure: Sendable, Equatable {
  /// The number, in the figure's unit.
  public var value: Exact
  /// The other end where `bound` is `between`.
  public var value2: Exact?
  /// What the number is to what it stands for.
  public var bound: Statement.Bound
  /// The bound leaves the number itself out.
  public var strict: Bool
  /// How far 左右 lets the value move, in the figure's unit.
  public var reach: Exact

  /// - Parameters:
  ///   - isLevel: false for growth and changes, whose bound speaks of their size: 下降3%以上 is -3 at
  ///     most.
  ///   - tolerance: of 左右 and 约, in the unit as written.
  ///   - factor: what the number is to be multiplied with, to be in another unit.
  public init(
    value: Exact, value2: Exact? = nil, bound: Statement.Bound, strict: Bool, isLevel: Bool,
    tolerance: Tolerance, times factor: Exact = 1
  ) {
    self.value = value * factor
    self.value2 = value2.map { $0 * factor }
    self.strict = strict
    reach = tolerance.reach(of: value) * factor
    // 40余家 is more than 40.
    let plain = bound == .about && strict ? .atLeast : bound
    self.bound = value < 0 && !isLevel ? plain.turned : plain
  }

  /// The number of a statement.
  public init(_ statement: Statement, times factor: Exact = 1) {
    self.init(
      value: statement.value, value2: statement.value2, bound: statement.bound,
      strict: statement.strict, isLevel: statement.relation == .level,
      tolerance: .usual(
        statement.relation, unit: statement.unit, indicator: statement.indicator),
      times: factor)
  }

  /// Everything that the number may stand for.
  public var interval: Interval {
    switch bound {
    case .exact: .between(value, value)
    case .atLeast: Interval(lower: .init(value, isIncluded: !strict))
    case .atMost: Interval(upper: .init(value, isIncluded: !strict))
    case .about: .between(value - reach, value + reach)
    case .between: .between(value, value2 ?? value)
    }
  }
}

extension Statement.Bound {
  /// The same of a fall, which is written as a negative number.
  var turned: Statement.Bound {
    switch self {
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .exact, .about, .between: self
    }
  }
}

extension Interval {
  /// Both ends included, in whichever order they come.
  static func between(_ one: Exact, _ other: Exact) -> Interval {
    Interval(
      lower: .init(min(one, other), isIncluded: true),
      upper: .init(max(one, other), isIncluded: true))
  }

  /// Every number of it lies in `other`.
  func isWithin(_ other: Interval) -> Bool {
    let isAbove = other.lower.map { end in
      lower.map {
        $0.value > end.value || $0.value == end.value && (end.isIncluded || !$0.isIncluded)
      }
        ?? false
    }
    let isBelow = other.upper.map { end in
      upper.map {
        $0.value < end.value || $0.value == end.value && (end.isIncluded || !$0.isIncluded)
      }
        ?? false
    }
    return (isAbove ?? true) && (isBelow ?? true)
  }

  /// Some number lies in both.
  func meets(_ other: Interval) -> Bool {
    Interval.follow(lower, other.upper) && Interval.follow(other.lower, upper)
  }

  private static func follow(_ lower: End?, _ upper: End?) -> Bool {
    guard let lower, let upper else { return true }
    return lower.value < upper.value
      || lower.value == upper.value && lower.isIncluded && upper.isIncluded
  }
}
