import Domain

/// Reads numbers as tables write them: `1,234.5`, `１２３４`, `78.8%`, `1.2万平方米`.
struct NumberCell: Sendable {
  /// Digits kept behind the point, 0...6.
  let digits: Int
  private let unit: String?
  private let scale: UnitScale?
  /// From the header's unit to the declared one.
  private let heading: Exact

  init(unit: String?, digits: Int, heading: Exact = Exact(1)) {
    self.unit = unit
    self.digits = digits
    self.heading = heading
    scale = unit.map(UnitScale.init)
  }

  /// The number as a whole number of 10^-`digits`.
  func read(_ span: Span<UInt8>, _ range: Range<Int>) -> Taken<Int> {
    if heading == Exact(1), let number = plain(span, range) { return .value(number) }
    return exact(span, range).scaled(digits)
  }

  /// Digits with a point at most, when no more than declared stand behind it.
  private func plain(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count <= 12 else { return nil }
    var (value, behind) = (0, -1)
    for index in range {
      let byte = span[index]
      if byte == 0x2E, behind < 0, index > range.lowerBound {
        behind = 0
      } else if byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Int(byte - 0x30)
        if behind >= 0 { behind += 1 }
      } else {
        return nil
      }
    }
    guard behind != 0, behind <= digits else { return nil }
    for _ in max(0, behind)..<digits { value *= 10 }
    return value
  }

  /// The exact number in the declared unit.
  func exact(_ span: Span<UInt8>, _ range: Range<Int>) -> Taken<Exact> {
    let bytes = span.narrow(range)
    guard let written = WrittenNumber(bytes) else { return .flaw(.notANumber) }
    guard let value = written.value else { return .flaw(.tooLarge) }
    let suffix = String(decoding: bytes[written.end...], as: UTF8.self)
      .filter { !$0.isWhitespace }
    if suffix.isEmpty { return .value(value * heading) }
    guard suffix.unicodeScalars.count <= 8, !suffix.unicodeScalars.contains(where: isPartOfNumber)
    else { return .flaw(.notANumber) }
    guard let scale, let factor = UnitScale(suffix).factor(to: scale) else {
      return .flaw(.unit(found: suffix, expected: unit))
    }
    return .value(value * factor)
  }

  /// What shows that the words behind a number are no unit.
  private func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    "0123456789.,+-".unicodeScalars.contains(scalar)
  }
}

extension Taken<Exact> {
  /// The number as a whole number of 10^-`digits`.
  func scaled(_ digits: Int) -> Taken<Int> {
    switch self {
    case .flaw(let flaw): return .flaw(flaw)
    case .value(let value):
      if let number = value.scaled(digits) ?? value.thirds(digits) { return .value(number) }
      return .flaw((value * Exact.tens(digits)).isWhole ? .tooLarge : .digits(digits))
    }
  }
}

/// A number at the start of some bytes: a sign, digits with commas between thousands, a point.
struct WrittenNumber {
  /// Nil when there are more than 18 digits.
  private(set) var value: Exact?
  /// The offset behind the number.
  private(set) var end = 0

  /// Nil when the bytes do not start with a number, or its commas do not part thousands.
  init?(_ bytes: [UInt8]) {
    let isNegative = bytes.first == 0x2D
    end = isNegative || bytes.first == 0x2B ? 1 : 0
    var digits = WrittenNumber.digits(bytes, &end)
    guard !digits.isEmpty, WrittenNumber.thousands(bytes, &end, &digits) else { return nil }
    var behind: [UInt8] = []
    if end < bytes.count, bytes[end] == 0x2E {
      end += 1
      behind = WrittenNumber.digits(bytes, &end)
      guard !behind.isEmpty else { return nil }
    }
    while behind.last == 0x30 { behind.removeLast() }
    let all = (digits + behind).drop { $0 == 0x30 }
    guard all.count <= 18, behind.count <= 18 else { return }
    let mantissa = all.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    value = Exact(isNegative ? -mantissa : mantissa, digits: behind.count)
  }

  private static func digits(_ bytes: [UInt8], _ index: inout Int) -> [UInt8] {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return Array(bytes[start..<index])
  }

  /// Takes `,234` as often as it follows; false when a comma is followed by anything else.
  private static func thousands(
    _ bytes: [UInt8], _ index: inout Int, _ all: inout [UInt8]
  ) -> Bool {
    guard index < bytes.count, bytes[index] == 0x2C else { return true }
    guard all.count <= 3 else { return false }
    while index < bytes.count, bytes[index] == 0x2C {
      index += 1
      let group = digits(bytes, &index)
      guard group.count == 3 else { return false }
      all += group
    }
    return true
  }
}
