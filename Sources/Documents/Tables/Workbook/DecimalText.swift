import Foundation

/// The number of a cell as plain decimal text.
///
/// Workbooks keep binary numbers with up to 17 digits (0.1 as 0.10000000000000001); spreadsheet
/// programs work with and show 15, so that is what the number is taken to be.
struct DecimalText {
  private var isNegative = false
  /// Significant digits, without zeros at either end.
  private var digits: [UInt8] = []
  /// Digits before the point; negative for zeros behind it.
  private var point = 0

  /// Nil for what is no finite number, or has more than 40 places.
  init?(_ bytes: [UInt8]) {
    if !plain(bytes[...]) {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let number = Double(text), number.isFinite else { return nil }
      guard scientific(Array(String(format: "%.14e", number).utf8)) else { return nil }
    }
    while digits.last == 0x30 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(zeros)
    point -= zeros
    guard abs(point) <= 40 else { return nil }
  }

  /// Takes `-12.5`; false when there are more than 15 digits or anything else.
  private mutating func plain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    isNegative = rest.first == 0x2D
    if isNegative { rest.removeFirst() }
    let parts = rest.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return false }
    digits = Array(parts.joined())
    point = whole.count
    return digits.count <= 15 && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Takes `-1.25000000000000e+01`.
  private mutating func scientific(_ bytes: [UInt8]) -> Bool {
    guard let mark = bytes.firstIndex(of: 0x65),
      let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self))
    else { return false }
    isNegative = bytes.first == 0x2D
    digits = bytes[..<mark].filter { (0x30...0x39).contains($0) }
    point = exponent + 1
    return true
  }

  /// The decimal, with the point moved to the right.
  func text(shift: Int = 0) -> [UInt8] {
    guard !digits.isEmpty else { return [0x30] }
    let point = point + shift
    var result: [UInt8] = isNegative ? [0x2D] : []
    if point <= 0 {
      result += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -point) + digits
    } else if point >= digits.count {
      result += digits + [UInt8](repeating: 0x30, count: point - digits.count)
    } else {
      result += digits[..<point] + [0x2E] + digits[point...]
    }
    return result
  }
}
