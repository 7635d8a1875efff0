import BigInt

/// A rational number that never loses a digit, so that bounds are judged on the very value and never
/// on a rounded one.
///
/// Written as a decimal where that says it (`78.8`), else as a fraction (`41/52`). What 128 bits do
/// not hold goes on in as many as it needs, more slowly.
public struct Exact: Sendable, Hashable {
  /// In lowest terms, the denominator at least 1; small wherever both parts are within 127 bits, so
  /// that equal numbers have one form.
  enum Form: Sendable, Hashable {
    case small(Int128, Int128)
    indirect case large(BigInt, BigInt)
  }

  let form: Form

  /// A whole number.
  public init(_ integer: Int) { form = .small(Int128(integer), 1) }

  /// Nil when the denominator is 0.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    self =
      Exact(small: numerator, denominator)
      ?? Exact(reducing: Exact.big(numerator), Exact.big(denominator))
  }

  /// `mantissa` × 10^-`digits`; digits 0 at least.
  public init(_ mantissa: Int, digits: Int) { self.init(Int128(mantissa), digits: digits) }

  init(_ mantissa: Int128, digits: Int) {
    guard digits > 0 else {
      self = Exact(small: mantissa, 1) ?? Exact(reducing: Exact.big(mantissa), 1)
      return
    }
    let small = Exact.powers.indices.contains(digits) ? Exact.powers[digits] : nil
    self =
      small.flatMap { Exact(small: mantissa, $0) }
      ?? Exact(reducing: Exact.big(mantissa), Exact.power(digits))
  }

  /// Nought.
  public static let zero = Exact(0)

  /// Nil where a part is beyond what the small form holds.
  init?(small numerator: Int128, _ denominator: Int128) {
    guard numerator != .min, denominator != .min else { return nil }
    guard denominator != 1 else {
      form = .small(numerator, 1)
      return
    }
    let (top, bottom) = Exact.reduced(numerator.magnitude, denominator.magnitude)
    let isNegative = (numerator < 0) != (denominator < 0)
    form = .small(isNegative ? -Int128(top) : Int128(top), Int128(bottom))
  }

  init(reducing numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    let (top, bottom) = (sign * numerator / divisor, sign * denominator / divisor)
    if let small = Exact.small(top), let under = Exact.small(bottom) {
      form = .small(small, under)
    } else {
      form = .large(top, bottom)
    }
  }

  /// By its size and its sign: generic conversions shift a negative number, which one of the two
  /// rounds down and the other towards zero.
  private static func big(_ number: Int128) -> BigInt {
    let size = BigInt(BigUInt(number.magnitude))
    return number < 0 ? -size : size
  }

  /// Nil beyond 127 bits.
  private static func small(_ number: BigInt) -> Int128? {
    guard number.magnitude.bitWidth <= 127 else { return nil }
    var size: Int128 = 0
    for word in number.magnitude.words.reversed() { size = (size << 64) | Int128(word) }
    return number.sign == .minus ? -size : size
  }

  /// In lowest terms; in 64 bits where both fit, which is many times as fast.
  private static func reduced(_ top: UInt128, _ bottom: UInt128) -> (UInt128, UInt128) {
    guard let a = UInt64(exactly: top), let b = UInt64(exactly: bottom) else {
      let divisor = divisor(top, bottom)
      return (top / divisor, bottom / divisor)
    }
    let divisor = divisor(a, b)
    return (UInt128(a / divisor), UInt128(b / divisor))
  }

  /// By Euclid.
  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 {
      if a <= UInt64.max, b <= UInt64.max { return UInt128(divisor(UInt64(a), UInt64(b))) }
      (a, b) = (b, a % b)
    }
    return a
  }

  private static func divisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The powers of ten that the small form holds.
  static let powers: [Int128] = (0..<38).reduce(into: [1]) { powers, place in
    powers.append(powers[place] * 10)
  }

  static func power(_ digits: Int) -> BigInt { BigInt(10).power(max(0, digits)) }
}

extension Exact {
  /// Both parts, whatever their size.
  var parts: (top: BigInt, bottom: BigInt) {
    switch form {
    case .small(let top, let bottom): (Exact.big(top), Exact.big(bottom))
    case .large(let top, let bottom): (top, bottom)
    }
  }

  /// True for a number without a fraction.
  public var isWhole: Bool {
    switch form {
    case .small(_, let bottom): bottom == 1
    case .large(_, let bottom): bottom == 1
    }
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch form {
    case .small(let top, _): Int(top.signum())
    case .large(let top, _): top.sign == .minus ? -1 : 1
    }
  }

  /// The number itself; nil where it is not whole, or beyond 64 bits.
  public var int: Int? {
    guard case .small(let top, 1) = form else { return nil }
    return Int(exactly: top)
  }

  /// The nearest number that a drawing can use; nothing is to be decided by it.
  public var double: Double {
    if case .small(let top, let bottom) = form { return Double(top) / Double(bottom) }
    let (top, bottom) = parts
    let excess = max(0, min(top.magnitude.bitWidth, bottom.magnitude.bitWidth) - 512)
    return Double(top >> excess) / Double(bottom >> excess)
  }

  /// The number without its sign.
  public var magnitude: Exact { signum < 0 ? -self : self }

  /// The nearest number with so many digits behind the point, half to even (GB/T 8170-2008).
  public func rounded(_ digits: Int) -> Exact {
    switch (self * Exact.tens(digits)).form {
    case .small(let top, let bottom): Exact(Exact.nearest(top, bottom), digits: digits)
    case .large(let top, let bottom):
      Exact(reducing: Exact.nearest(top, bottom), Exact.power(digits))
    }
  }

  /// The greatest whole number that is not more.
  public var floor: Exact {
    switch form {
    case .small(let top, let bottom): Exact(Exact.divided(top, bottom).floor, digits: 0)
    case .large(let top, let bottom): Exact(reducing: Exact.divided(top, bottom).floor, 1)
    }
  }

  /// The smallest whole number that is not less.
  public var ceiling: Exact { -(-self).floor }

  /// 10^`digits`.
  public static func tens(_ digits: Int) -> Exact {
    powers.indices.contains(digits)
      ? Exact(powers[digits], digits: 0) : Exact(reducing: power(digits), 1)
  }

  private static func nearest<Number: SignedInteger>(_ top: Number, _ bottom: Number) -> Number {
    let (floor, rest) = divided(top, bottom)
    let missing = bottom - rest
    return rest > missing || (rest == missing && floor % 2 != 0) ? floor + 1 : floor
  }

  /// The whole number that is not more, and what is left, 0 at least.
  private static func divided<Number: SignedInteger>(
    _ top: Number, _ bottom: Number
  ) -> (floor: Number, rest: Number) {
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    return rest < 0 ? (quotient - 1, rest + bottom) : (quotient, rest)
  }
}

extension Exact: ExpressibleByIntegerLiteral {
  /// A whole number, as it stands in the source.
  public init(integerLiteral value: Int) { self.init(value) }
}
