import Domain

extension Exact {
  /// The number as a whole number of 10^-`digits`; nil when it has more digits or is too large.
  func scaled(_ digits: Int) -> Int? {
    let value = self * (Exact(1) / Exact(1, digits: digits) ?? Exact(1))
    return value.isWhole ? Int(exactly: value.numerator) : nil
  }
}
