/// What a figure must be for a target to be met, by the law's usage of bound words: 以上, 以下, 以内
/// include the number, 超过, 不满 exclude it (民法典 第1259条, in force since 2021-01-01); 突破 and 余
/// exclude it by usage.
public struct Requirement: Sendable, Equatable {
  /// What the figure may be, in the figure's own unit.
  public var interval: Interval
  /// The rule in words, with the tolerance where there is one.
  public var words: Phrase

  /// - Parameters:
  ///   - factor: the target's unit in units of the figure.
  ///   - usual: how far 左右 and 约 reach where the target declares nothing.
  ///   - accumulates: the figure only grows, so that more than 左右 and 约 is no miss.
  ///   - isBaseline: the number is a figure that was given, which agrees when it rounds to it.
  public init(
    _ target: Target, factor: Exact, usual: Tolerance = Tolerance(value: 5, kind: .percent),
    accumulates: Bool = false, isBaseline: Bool = false
  ) {
    guard !isBaseline || target.bound != .exact else {
      self = .rounding(target, factor)
      return
    }
    let tolerance = target.tolerance ?? usual
    // A plain number is reached from below; a fall by falling as far or farther.
    let figure = Figure(
      value: target.value, value2: target.value2,
      bound: target.bound == .exact ? .atLeast : target.bound, strict: target.strict == true,
      isLevel: false, tolerance: tolerance, times: factor)
    interval = figure.interval
    if figure.bound == .about, accumulates { interval.upper = nil }
    words = Requirement.words(figure, tolerance, accumulates)
  }

  private init(_ interval: Interval, _ words: Phrase) {
    self.interval = interval
    self.words = words
  }

  private static func words(
    _ figure: Figure, _ tolerance: Tolerance, _ accumulates: Bool
  ) -> Phrase {
    switch figure.bound {
    case .about: near(figure, tolerance, accumulates)
    case .between: Phrase("区间含两端", "both ends included")
    case .exact, .atLeast:
      figure.strict
        ? Phrase("须超过该数，等于不算", "must exceed the number; equal does not suffice")
        : Phrase("达到该数即算", "the number itself suffices")
    case .atMost:
      figure.strict
        ? Phrase("须低于该数，等于不算", "must stay below the number; equal does not suffice")
        : Phrase("不高于该数即算", "the number itself is allowed")
    }
  }

  private static func near(
    _ figure: Figure, _ tolerance: Tolerance, _ accumulates: Bool
  ) -> Phrase {
    let size = tolerance.kind == .points ? Phrase("个百分点", " points") : Phrase("%", " %")
    let ends = [figure.value - figure.reach, figure.value + figure.reach].map(\.inFull)
    return Phrase(
      "容差 ±\(tolerance.value)\(size.chinese)：\(ends[0]) 至 \(ends[1])"
        + (accumulates ? "，多于此不算未完成" : ""),
      "tolerance ±\(tolerance.value)\(size.english): \(ends[0]) to \(ends[1])"
        + (accumulates ? "; more is no miss" : ""))
  }

  /// Within half a unit of the last digit that was given.
  private static func rounding(_ target: Target, _ factor: Exact) -> Requirement {
    let half = Exact(5, digits: (target.value.decimals ?? 6) + 1)
    return Requirement(
      .between((target.value - half) * factor, (target.value + half) * factor),
      Phrase("四舍五入后与该数一致即算相符", "agrees when it rounds to the number"))
  }
}
