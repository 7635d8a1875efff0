import Domain

/// The yearly growth that makes a growth over two years, geometric, as the statistics bureau states
/// it for 2021 against 2019.
public enum TwoYearAverage {
  /// Both ends in percent.
  public struct Range: Sendable, Equatable {
    /// The smallest yearly growth.
    public var lower: Double
    /// The greatest yearly growth.
    public var upper: Double

    /// Whether a figure published with so many digits can be the truth rounded.
    public func allows(_ published: Exact, decimals: Int) -> Bool {
      let half = Exact(5, digits: decimals + 1).double
      return published.double + half >= lower && published.double - half <= upper
    }
  }

  /// The yearly growth of a growth over two years, both in percent; nil below −100.
  public static func rate(_ total: Exact) -> Double? {
    let factor = 1 + total.double / 100
    return factor < 0 ? nil : (factor.squareRoot() - 1) * 100
  }

  /// The yearly growths that a published total allows, which stands for everything that rounds to
  /// it: +9.1 % gives 4.43 to 4.48, so that 4.4 and 4.5 can both be printed.
  /// - Parameters:
  ///   - published: growth over two years in percent.
  ///   - decimals: digits behind the point with which it was published, 0...6.
  public static func interval(published: Exact, decimals: Int) -> Range? {
    let half = Exact(5, digits: decimals + 1)
    guard let lower = rate(published - half), let upper = rate(published + half) else { return nil }
    return Range(lower: lower, upper: upper)
  }
}
