import Foundation

/// Decodes text files: UTF-8 and UTF-16 with or without a byte order mark, and GB18030 with its
/// subsets GBK and GB2312.
enum TextDecoder {
  /// The bytes as UTF-8 with `\n` as newline, or nil when they are no text in these encodings.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    if let text = marked(bytes) { return Newlines.normalized(text) }
    if isUTF8(bytes) { return isPlain(bytes) ? Newlines.normalized(bytes) : UTF16.decode(bytes) }
    if let text = UTF16.decode(bytes) { return Newlines.normalized(text) }
    if !isPlain(bytes) { return nil }
    let utf8 = UTF8Damage(bytes)
    if utf8.isSmall { return Newlines.normalized(utf8.replaced) }
    return GB18030.decode(bytes).map(Newlines.normalized)
  }

  /// Text that a byte order mark announces.
  private static func marked(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return isUTF8(bytes) ? bytes : UTF8Damage(bytes).replaced
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return UTF16.decode(bytes.dropFirst(2), isBig: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return UTF16.decode(bytes.dropFirst(2), isBig: true) }
    return nil
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    UTF8Check.isValid(bytes)
  }

  /// Text has no NUL and hardly any other control characters.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    guard bytes.first(0, in: 0..<min(bytes.count, 65_536)) == nil else { return false }
    let head = bytes.prefix(2_048)
    let control = head.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
    return control * 200 <= head.count
  }
}

/// UTF-8 with broken places.
struct UTF8Damage {
  private let text: String
  private let broken: Int
  private let whole: Int

  init(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    let before = bytes.count { $0 >= 0xC2 && $0 < 0xF5 }
    let replaced = text.utf8.count { $0 == 0xEF } - bytes.count { $0 == 0xEF }
    broken = max(0, replaced)
    whole = max(0, before - broken)
  }

  /// Whether this is UTF-8 at heart: one broken place at most for nine whole characters.
  var isSmall: Bool { whole >= 1 && broken * 9 <= whole }

  /// The text with U+FFFD for what is broken.
  var replaced: [UInt8] { Array(text.utf8) }
}

/// UTF-16, either order of bytes.
enum UTF16 {
  /// Decodes text without a byte order mark when it can only be UTF-16; otherwise nil.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let little = share(bytes, isBig: false)
    let big = share(bytes, isBig: true)
    guard max(little, big) >= 0.9, abs(little - big) >= 0.2 else { return nil }
    return decode(bytes[...], isBig: big > little)
  }

  /// Decodes bytes in the given order; half a unit at the end is dropped.
  static func decode(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> [UInt8] {
    let start = bytes.startIndex
    let units = (0..<bytes.count / 2).map { unit(bytes, start + 2 * $0, isBig) }
    return Array(String(decoding: units, as: Unicode.UTF16.self).utf8)
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, _ at: Int, _ isBig: Bool) -> UInt16 {
    let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
    return isBig ? first << 8 | second : second << 8 | first
  }

  /// The share of units, among the first 4,096, that Chinese text is made of.
  private static func share(_ bytes: [UInt8], isBig: Bool) -> Double {
    let count = min(bytes.count / 2, 4096)
    let usual = (0..<count).count { isUsual(unit(bytes[...], 2 * $0, isBig)) }
    return Double(usual) / Double(count)
  }

  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0, 0xB7, 0x2010...0x2027, 0x3000...0x303F,
      0x4E00...0x9FA5, 0xFF01...0xFF5E:
      true
    default: false
    }
  }
}

/// GB18030 and its subsets.
enum GB18030 {
  private static let encoding = String.Encoding(rawValue: 0x8000_0632)

  /// Decodes; a line that is broken is replaced where it is not ASCII. Nil when more than one
  /// line in twenty is broken.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    if let text = String(data: Data(bytes), encoding: encoding) { return Array(text.utf8) }
    var broken = 0
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let text = String(data: Data(line), encoding: encoding) {
        lines.append(Array(text.utf8))
      } else {
        broken += 1
        lines.append(Array(String(decoding: line, as: UTF8.self).utf8))
      }
    }
    return broken * 20 <= lines.count ? Array(lines.joined(separator: [0x0A])) : nil
  }
}
