extension Exact {
  /// The shortest decimal that is a machine's number: for what a query has counted and for what is
  /// drawn, never for what is judged. Nil for what is not finite.
  public init?(measured number: Double) {
    let parts = "\(number)".split(separator: "e")
    guard let mantissa = Exact(parts[0]) else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) : 0
    guard let exponent else { return nil }
    self = mantissa * (exponent < 0 ? Exact(1, digits: -exponent) : Exact.tens(exponent))
  }
}
