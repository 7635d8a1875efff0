import Domain

/// 差异系数: how far schools of a district lie apart (教督〔2017〕6号: at most 0.50 for primary and
/// 0.45 for middle schools).
public struct Variation: Sendable, Equatable {
  /// The mean of all values, weighted where weights are given.
  public var mean: Double
  /// Of the whole population, not of a sample.
  public var deviation: Double

  /// Takes every field as it is; nothing is checked.
  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// Weighted by pupils where `weights` are given; nil for nothing, or weights that do not fit.
  public init?(_ values: [Double], weights: [Double]? = nil) {
    let weights = weights ?? Array(repeating: 1, count: values.count)
    let total = weights.reduce(0, +)
    guard weights.count == values.count, total > 0 else { return nil }
    let average = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    mean = average
    deviation =
      (zip(values, weights).reduce(0) { $0 + ($1.0 - average) * ($1.0 - average) * $1.1 } / total)
      .squareRoot()
  }

  /// Deviation over mean; nil when the mean is zero.
  public var coefficient: Double? { mean == 0 ? nil : deviation / mean }
}
