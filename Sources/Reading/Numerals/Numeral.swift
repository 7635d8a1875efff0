/// A number as written: its bytes and its value.
struct Numeral: Equatable {
  var end: Int
  var value: Double
  /// Written with digits (full-width ones too), not with Chinese numerals.
  var isDigits: Bool
}

/// Reads numbers at a place of UTF-8 text: `12.6`, `１，２００`, `三百二十`, `3/4`.
struct NumeralReader {
  /// The number that starts at `start`, or nil. Scales 万 and 亿 are left to the unit.
  static func read(_ text: Span<UInt8>, at start: Int, end: Int) -> Numeral? {
    digits(text, at: start, end: end) ?? chinese(text, at: start, end: end)
  }

  /// Digits with a decimal point and thousands separators.
  static func digits(_ text: Span<UInt8>, at start: Int, end: Int) -> Numeral? {
    var position = start
    var whole: Double = 0
    var count = 0
    while let (digit, next) = digitAt(text, at: position, end: end) {
      whole = whole * 10 + Double(digit)
      count += 1
      position = next
      if count <= 3, let after = group(text, at: position, end: end) {
        (whole, position) = thousands(text, whole, from: after, end: end)
        break
      }
    }
    guard count > 0 else { return nil }
    guard let part = decimals(text, at: position, end: end) else {
      return Numeral(end: position, value: whole, isDigits: true)
    }
    // Dividing once keeps 12.6 the nearest double to the written figure.
    let value = (whole * part.scale + part.value) / part.scale
    return Numeral(end: part.end, value: value, isDigits: true)
  }

  @inline(__always)
  static func digitAt(_ text: Span<UInt8>, at position: Int, end: Int) -> (Int, Int)? {
    guard position < end else { return nil }
    let byte = text[position]
    if byte >= 0x30, byte <= 0x39 { return (Int(byte) - 0x30, position + 1) }
    guard byte == 0xEF, position + 2 < end, text[position + 1] == 0xBC else { return nil }
    let last = text[position + 2]
    return last >= 0x90 && last <= 0x99 ? (Int(last) - 0x90, position + 3) : nil
  }

  /// Where the three digits behind a thousands separator start: `1,200`, `1，200`, `1 200`.
  ///
  /// Exactly three digits must follow, so that two numbers beside each other stay two.
  private static func group(_ text: Span<UInt8>, at position: Int, end: Int) -> Int? {
    let (scalar, length) = decodeScalar(text, at: position, end: end)
    guard isSeparator(scalar) else { return nil }
    var next = position + length
    for _ in 0..<3 {
      guard let (_, after) = digitAt(text, at: next, end: end) else { return nil }
      next = after
    }
    return digitAt(text, at: next, end: end) == nil ? position + length : nil
  }

  /// A comma of either width, or a space of any width.
  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0xFF0C, 0x20, 0xA0, 0x2009, 0x202F: true
    default: false
    }
  }

  private static func thousands(
    _ text: Span<UInt8>, _ whole: Double, from start: Int, end: Int
  ) -> (Double, Int) {
    var value = whole
    var position = start
    while true {
      for _ in 0..<3 {
        guard let (digit, next) = digitAt(text, at: position, end: end) else { break }
        value = value * 10 + Double(digit)
        position = next
      }
      guard let next = group(text, at: position, end: end) else { return (value, position) }
      position = next
    }
  }

  private static func decimals(
    _ text: Span<UInt8>, at position: Int, end: Int
  ) -> (value: Double, scale: Double, end: Int)? {
    guard position < end else { return nil }
    let (scalar, length) = decodeScalar(text, at: position, end: end)
    guard scalar == 0x2E || scalar == 0xFF0E else { return nil }
    var next = position + length
    var value: Double = 0
    var scale: Double = 1
    while let (digit, after) = digitAt(text, at: next, end: end), scale < 1e12 {
      value = value * 10 + Double(digit)
      scale *= 10
      next = after
    }
    return scale > 1 ? (value, scale, next) : nil
  }

  /// 三百二十, 两, 千 … without 万 and 亿 at the end.
  static func chinese(_ text: Span<UInt8>, at start: Int, end: Int) -> Numeral? {
    var position = start
    var total: Double = 0
    var digit: Double? = nil
    var tens = false
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      if let value = chineseDigit(scalar) {
        if let before = digit, !tens { digit = before * 10 + value } else { digit = value }
        tens = false
      } else if let power = chinesePower(scalar) {
        total += (digit ?? 1) * power
        digit = nil
        tens = true
      } else {
        break
      }
      position += length
    }
    guard position > start else { return nil }
    return Numeral(end: position, value: total + (digit ?? 0), isDigits: false)
  }

  @inline(__always)
  static func chineseDigit(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0x96F6, 0x3007: 0  // 零 〇
    case 0x4E00: 1  // 一
    case 0x4E8C, 0x4E24: 2  // 二 两
    case 0x4E09: 3  // 三
    case 0x56DB: 4  // 四
    case 0x4E94: 5  // 五
    case 0x516D: 6  // 六
    case 0x4E03: 7  // 七
    case 0x516B: 8  // 八
    case 0x4E5D: 9  // 九
    default: nil
    }
  }

  @inline(__always)
  static func chinesePower(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0x5341: 10  // 十
    case 0x767E: 100  // 百
    case 0x5343: 1000  // 千
    default: nil
    }
  }
}
