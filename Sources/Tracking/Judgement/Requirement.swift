import Domain

/// What a figure must be for a target to be met, by the law's usage of bound words: 以上, 以下, 以内
/// include the number, 超过, 不满 exclude it (民法典 第1259条, in force since 2021-01-01); 突破 and 余
/// exclude it by usage.
public struct Requirement: Sendable, Equatable {
  public var interval: Interval
  /// The rule in words, with the tolerance where there is one.
  public var words: Phrase

  /// - Parameters:
  ///   - factor: the target's unit in units of the figure.
  ///   - accumulates: the figure only grows, so that more than 左右 and 约 is no miss.
  ///   - isBaseline: the number is a figure that was given, which agrees when it rounds to it.
  public init(_ target: Target, factor: Exact, accumulates: Bool = false, isBaseline: Bool = false)
  {
    let value = target.value * factor
    switch Requirement.direction(target, isBaseline) {
    case .rounds: self = .rounding(target, factor)
    case .about: self = .near(target, factor, accumulates)
    case .between:
      self.init(
        Interval(
          lower: .init(min(value, (target.value2 ?? target.value) * factor), isIncluded: true),
          upper: .init(max(value, (target.value2 ?? target.value) * factor), isIncluded: true)),
        Phrase("区间含两端", "both ends included"))
    case .atLeast:
      self.init(
        Interval(lower: .init(value, isIncluded: target.strict != true)),
        target.strict == true
          ? Phrase("须超过该数，等于不算", "must exceed the number; equal does not suffice")
          : Phrase("达到该数即算", "the number itself suffices"))
    case .atMost:
      self.init(
        Interval(upper: .init(value, isIncluded: target.strict != true)),
        target.strict == true
          ? Phrase("须低于该数，等于不算", "must stay below the number; equal does not suffice")
          : Phrase("不高于该数即算", "the number itself is allowed"))
    }
  }

  private init(_ interval: Interval, _ words: Phrase) {
    self.interval = interval
    self.words = words
  }

  private enum Direction { case atLeast, atMost, about, between, rounds }

  /// A plain number is at least; a fall (a negative number) is met by falling as far or farther.
  private static func direction(_ target: Target, _ isBaseline: Bool) -> Direction {
    let falls = target.value < .zero
    switch target.bound {
    case .exact where isBaseline: return .rounds
    case .about where target.strict != true: return .about
    case .between: return .between
    case .atMost: return falls ? .atLeast : .atMost
    case .exact, .atLeast, .about: return falls ? .atMost : .atLeast
    }
  }

  /// 左右 and 约 with their declared tolerance; ±5 % where none is declared.
  private static func near(_ target: Target, _ factor: Exact, _ accumulates: Bool) -> Requirement {
    let tolerance = target.tolerance ?? Tolerance(value: Exact(5), kind: .percent)
    let reach =
      tolerance.kind == .points
      ? tolerance.value : target.value.magnitude * tolerance.value * Exact(1, digits: 2)
    let lower = Interval.End((target.value - reach) * factor, isIncluded: true)
    let upper = Interval.End((target.value + reach) * factor, isIncluded: true)
    let size = tolerance.kind == .points ? Phrase("个百分点", " points") : Phrase("%", " %")
    return Requirement(
      Interval(lower: lower, upper: accumulates ? nil : upper),
      Phrase(
        "容差 ±\(tolerance.value)\(size.chinese)：\(lower.value.short) 至 \(upper.value.short)"
          + (accumulates ? "，多于此不算未完成" : ""),
        "tolerance ±\(tolerance.value)\(size.english): \(lower.value.short) to \(upper.value.short)"
          + (accumulates ? "; more is no miss" : "")))
  }

  /// Within half a unit of the last digit that was given.
  private static func rounding(_ target: Target, _ factor: Exact) -> Requirement {
    let digits = (0...6).first { target.value.rounded($0) == target.value } ?? 6
    let half = Exact(5, digits: digits + 1)
    return Requirement(
      Interval(
        lower: .init((target.value - half) * factor, isIncluded: true),
        upper: .init((target.value + half) * factor, isIncluded: true)),
      Phrase("四舍五入后与该数一致即算相符", "agrees when it rounds to the number"))
  }
}
