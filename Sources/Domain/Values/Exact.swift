/// A rational number, so that bounds are judged on the very value and never on a rounded one.
///
/// Written as a decimal where that says it (`78.8`), else as a fraction (`41/52`). Beyond about
/// 10^37 it loses digits instead of overflowing.
public struct Exact: Sendable, Hashable {
  /// In lowest terms; carries the sign.
  public let numerator: Int128
  /// At least 1.
  public let denominator: Int128

  public init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// Nil when the denominator is 0.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    self.init(reducing: numerator, denominator)
  }

  /// `mantissa` × 10^-`digits`; digits 0...18.
  public init(_ mantissa: Int, digits: Int) {
    self.init(reducing: Int128(mantissa), Exact.power(digits))
  }

  /// Reads `-12.50`, `3` and `41/52`; no separators, no exponent.
  public init?(_ text: some StringProtocol) {
    if let slash = text.firstIndex(of: "/") {
      guard let top = Int128(text[..<slash]), let bottom = Int128(text[text.index(after: slash)...])
      else { return nil }
      self.init(top, over: bottom)
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.count == 2 ? parts[1] : ""
    guard (1...2).contains(parts.count), digits.utf8.count <= 18, digits.utf8.allSatisfy(\.isDigit),
      parts.count == 1 || !digits.isEmpty, parts[0].utf8.count <= 19,
      let mantissa = Int128(String(parts[0]) + String(digits)), parts[0].last?.isWholeNumber == true
    else { return nil }
    self.init(reducing: mantissa, Exact.power(digits.utf8.count))
  }

  /// The decimal that prints as the number does (0.1 is one tenth); nil for what is not finite or
  /// needs an exponent.
  public init?(_ number: Double) {
    let text = "\(number)"
    self.init(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  public static let zero = Exact(0)

  private init(reducing numerator: Int128, _ denominator: Int128) {
    let divisor = Exact.divisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(1, a)
  }

  private static func power(_ digits: Int) -> Int128 {
    (0..<max(0, min(18, digits))).reduce(Int128(1)) { value, _ in value * 10 }
  }

  public var double: Double { Double(numerator) / Double(denominator) }
  public var magnitude: Exact { numerator < 0 ? -self : self }
  public var isWhole: Bool { denominator == 1 }

  /// The nearest number with so many digits behind the point, half to even (GB/T 8170-2008).
  public func rounded(_ digits: Int) -> Exact {
    let scaled = self * Exact(reducing: Exact.power(digits), 1)
    let floor =
      scaled.numerator >= 0 || scaled.denominator == 1
      ? scaled.numerator / scaled.denominator
      : -((-scaled.numerator + scaled.denominator - 1) / scaled.denominator)
    let rest = (scaled.numerator - floor * scaled.denominator) * 2
    let up = rest > scaled.denominator || (rest == scaled.denominator && floor % 2 != 0)
    return Exact(reducing: floor + (up ? 1 : 0), Exact.power(digits))
  }

  /// The smallest whole number that is not less.
  public var ceiling: Exact {
    let quotient = numerator / denominator
    return Exact(reducing: quotient + (numerator > 0 && numerator % denominator != 0 ? 1 : 0), 1)
  }
}

extension Exact: Comparable {
  public static func < (a: Exact, b: Exact) -> Bool { (a - b).numerator < 0 }
  public static prefix func - (a: Exact) -> Exact { Exact(reducing: -a.numerator, a.denominator) }
  public static func - (a: Exact, b: Exact) -> Exact { a + -b }

  public static func + (a: Exact, b: Exact) -> Exact {
    combine(a, b) { a, b in
      let (left, first) = a.numerator.multipliedReportingOverflow(by: b.denominator)
      let (right, second) = b.numerator.multipliedReportingOverflow(by: a.denominator)
      let (sum, third) = left.addingReportingOverflow(right)
      let (bottom, fourth) = a.denominator.multipliedReportingOverflow(by: b.denominator)
      return first || second || third || fourth ? nil : (sum, bottom)
    }
  }

  public static func * (a: Exact, b: Exact) -> Exact {
    combine(a, b) { a, b in
      let (top, first) = a.numerator.multipliedReportingOverflow(by: b.numerator)
      let (bottom, second) = a.denominator.multipliedReportingOverflow(by: b.denominator)
      return first || second ? nil : (top, bottom)
    }
  }

  /// Nil when `b` is zero.
  public static func / (a: Exact, b: Exact) -> Exact? {
    Exact(b.denominator, over: b.numerator).map { a * $0 }
  }

  /// The exact result, or that of operands with fewer digits where it would overflow.
  private static func combine(
    _ a: Exact, _ b: Exact, _ operation: (Exact, Exact) -> (Int128, Int128)?
  ) -> Exact {
    var (a, b) = (a, b)
    for _ in 0..<8 {
      if let (top, bottom) = operation(a, b) { return Exact(reducing: top, bottom) }
      (a, b) = (a.coarser, b.coarser)
    }
    return operation(a.coarser, b.coarser).map { Exact(reducing: $0.0, $0.1) } ?? a
  }

  private var coarser: Exact {
    Exact(reducing: numerator >> 16, max(1, denominator >> 16))
  }
}

extension Exact: CustomStringConvertible, Codable {
  /// `78.8` where a decimal says it, else `41/52`.
  public var description: String {
    for digits in 0...18 where Exact.power(digits) % denominator == 0 {
      return text(numerator * (Exact.power(digits) / denominator), digits)
    }
    return "\(numerator)/\(denominator)"
  }

  /// With exactly so many digits behind the point, rounded half to even: `78.8`.
  public func fixed(_ digits: Int) -> String {
    let rounded = rounded(digits)
    return text(rounded.numerator * (Exact.power(digits) / rounded.denominator), digits)
  }

  private func text(_ mantissa: Int128, _ digits: Int) -> String {
    guard digits > 0 else { return "\(mantissa)" }
    let plain = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - plain.utf8.count)) + plain
    return (mantissa < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a number like 12 or 1.5", Exact.init)
  }

  public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}
