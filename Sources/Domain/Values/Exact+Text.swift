import BigInt

extension Exact: CustomStringConvertible, Codable {
  /// The digits that one part of a number may have when it is read; what has more is no number.
  public static let longest = 1000

  /// Reads `-12.50`, `3` and `41/52`; no separators, no exponent.
  public init?(_ text: some StringProtocol) {
    let signs: [UInt8] = [0x2D, 0x2B]
    let all = Array(text.utf8)
    let digits = all.first.map(signs.contains) == true ? all.dropFirst() : all[...]
    guard let magnitude = Exact(unsigned: digits) else { return nil }
    self = all.first == 0x2D ? -magnitude : magnitude
  }

  private init?(unsigned text: ArraySlice<UInt8>) {
    if let slash = text.firstIndex(of: 0x2F) {
      guard let top = Exact(digits: text[..<slash]),
        let bottom = Exact(digits: text[(slash + 1)...]),
        let quotient = top / bottom
      else { return nil }
      self = quotient
    } else if let point = text.firstIndex(of: 0x2E) {
      let (whole, behind) = (text[..<point], text[(point + 1)...])
      guard !whole.isEmpty, !behind.isEmpty else { return nil }
      self.init(digits: whole + behind, behind: behind.count)
    } else {
      self.init(digits: text)
    }
  }

  /// From ASCII digits, the last `behind` of them behind the point; nil for none, for other bytes
  /// and for more than ``longest`` before or behind the point.
  public init?(digits: some BidirectionalCollection<UInt8>, behind: Int = 0) {
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit), digits.count - behind <= Exact.longest,
      behind <= Exact.longest
    else { return nil }
    if digits.count <= 38 {
      let mantissa = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
      self.init(mantissa, digits: behind)
    } else {
      guard let mantissa = BigInt(String(decoding: digits, as: UTF8.self)) else { return nil }
      self.init(reducing: mantissa, Exact.power(behind))
    }
  }

  /// The digits behind the point of the decimal that says the number; nil where none does.
  public var decimals: Int? {
    if case .small(_, let bottom) = form {
      if bottom == 1 { return 0 }
      return Exact.decimals(UInt128(bottom), Exact.isDivided)
    }
    return Exact.decimals(parts.bottom.magnitude, Exact.isDivided)
  }

  /// A denominator of twos and fives only is that of a decimal.
  private static func decimals<Number: BinaryInteger>(
    _ denominator: Number, _ divide: (inout Number, Number) -> Bool
  ) -> Int? {
    var (rest, twos, fives) = (denominator, 0, 0)
    while twos <= longest, divide(&rest, 2) { twos += 1 }
    while fives <= longest, divide(&rest, 5) { fives += 1 }
    return rest == 1 && max(twos, fives) <= longest ? max(twos, fives) : nil
  }

  private static func isDivided<Number: BinaryInteger>(
    _ number: inout Number, _ divisor: Number
  ) -> Bool {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    guard rest == 0 else { return false }
    number = quotient
    return true
  }

  /// `78.8` where a decimal says it, else `41/52`.
  public var description: String {
    if let decimals { return text(decimals) }
    switch form {
    case .small(let top, let bottom): return "\(top)/\(bottom)"
    case .large(let top, let bottom): return "\(top)/\(bottom)"
    }
  }

  /// With exactly so many digits behind the point, rounded half to even: `78.8`.
  public func fixed(_ digits: Int) -> String { rounded(digits).text(max(0, digits)) }

  /// The number with so many digits behind the point, which say it.
  private func text(_ digits: Int) -> String {
    let plain =
      switch (self * Exact.tens(digits)).form {
      case .small(let top, _): String(top.magnitude)
      case .large(let top, _): String(top.magnitude)
      }
    let sign = signum < 0 ? "-" : ""
    guard digits > 0 else { return sign + plain }
    let padded = String(repeating: "0", count: max(0, digits + 1 - plain.utf8.count)) + plain
    return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  /// Reads text as ``init(_:)`` does; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a number like 12 or 1.5", { Exact($0) })
  }

  /// Writes ``description`` as text.
  public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}
