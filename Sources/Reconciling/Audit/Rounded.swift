import Domain

/// A printed figure as the interval of what it may stand for.
///
/// A figure is rounded (or cut) at its last printed digit: 309亿元 may be anything from 308.5 up to
/// below 310. Comparators widen it: 约, 近 and 余 by a tenth, 以上 and 以内 to one side.
struct Rounded: Equatable {
  var low: Exact
  var high: Exact

  init(low: Exact, high: Exact) {
    self.low = low
    self.high = high
  }

  /// - Parameter text: the figure as printed, whose digits tell how finely it is rounded.
  init(_ statement: Statement, text: String) {
    let step = Self.step(text)
    let value = statement.value
    // Rounded to half a step below, or cut to less than one step above.
    let half = step * Exact(5, digits: 1)
    let (down, up) = value < 0 ? (step, half) : (half, step)
    switch statement.bound {
    case .exact: self.init(low: value - down, high: value + up)
    case .about:
      let slack = max(value.magnitude * Exact(1, digits: 1), step)
      self.init(low: value - slack, high: value + slack)
    case .atLeast:
      // 突破, 超过: as a rule not by more than a fifth.
      self.init(low: value - down, high: value + max(value.magnitude * Exact(2, digits: 1), step))
    case .atMost:
      self.init(low: value - max(value.magnitude * Exact(2, digits: 1), step), high: value + up)
    case .between: self.init(low: value - down, high: (statement.value2 ?? value) + up)
    }
  }

  /// One unit of the last printed digit: 0.1 of 7.5, 10000 of 6万 where the unit carries the 万.
  static func step(_ text: String) -> Exact {
    let digits = text.unicodeScalars.prefix { !("%％".unicodeScalars.contains($0)) }
    guard let point = digits.firstIndex(of: ".") else { return 1 }
    let decimals = digits[digits.index(after: point)...].prefix { ("0"..."9").contains($0) }.count
    return Exact(1, digits: decimals)
  }

  func scaled(_ factor: Exact) -> Rounded { Rounded(low: low * factor, high: high * factor) }

  func meets(_ other: Rounded) -> Bool { low <= other.high && other.low <= high }

  /// How far apart two intervals are; 0 where they meet.
  func gap(_ other: Rounded) -> Exact { max(0, max(low - other.high, other.low - high)) }

  /// Growth in percent from `base` to this.
  func growth(over base: Rounded) -> Rounded? {
    guard base.low > 0, let least = low / base.high, let most = high / base.low else { return nil }
    return Rounded(low: (least - 1) * 100, high: (most - 1) * 100)
  }
}
