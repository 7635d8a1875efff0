import Domain

/// A number as written: its bytes and its value.
struct Numeral: Equatable {
  var end: Int
  /// The very number, with every digit that was written.
  var value: Exact
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
    var run = DigitRun()
    while let (digit, next) = digitAt(text, at: position, end: end) {
      run.add(digit)
      position = next
      if run.count <= 3, let after = group(text, at: position, end: end) {
        position = thousands(text, &run, from: after, end: end)
        break
      }
    }
    guard run.count > 0 else { return nil }
    position = decimals(text, &run, at: position, end: end)
    if let value = run.value { return Numeral(end: position, value: value, isDigits: true) }
    return long(text, run, start..<position)
  }

  /// Where the digits or Chinese numerals that start at `start` end, however many they are.
  static func skip(_ text: Span<UInt8>, at start: Int, end: Int) -> Int {
    var position = start
    while position < end {
      if let (_, next) = digitAt(text, at: position, end: end) {
        position = next
        continue
      }
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      guard chineseDigit(scalar) != nil || chinesePower(scalar) != nil else { break }
      position += length
    }
    return position
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
    _ text: Span<UInt8>, _ run: inout DigitRun, from start: Int, end: Int
  ) -> Int {
    var position = start
    while true {
      for _ in 0..<3 {
        guard let (digit, next) = digitAt(text, at: position, end: end) else { break }
        run.add(digit)
        position = next
      }
      guard let next = group(text, at: position, end: end) else { return position }
      position = next
    }
  }

  /// Takes a point and the digits behind it; where none follow, the number ends before the point.
  private static func decimals(
    _ text: Span<UInt8>, _ run: inout DigitRun, at position: Int, end: Int
  ) -> Int {
    guard position < end else { return position }
    let (scalar, length) = decodeScalar(text, at: position, end: end)
    guard scalar == 0x2E || scalar == 0xFF0E else { return position }
    var next = position + length
    while let (digit, after) = digitAt(text, at: next, end: end) {
      run.add(digit)
      run.behind += 1
      next = after
    }
    return run.behind > 0 ? next : position
  }

  /// A number of more digits than a machine word holds; nil beyond ``Exact/longest``.
  @inline(never)
  private static func long(
    _ text: Span<UInt8>, _ run: DigitRun, _ range: Range<Int>
  ) -> Numeral? {
    var digits: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let (digit, next) = digitAt(text, at: position, end: range.upperBound) {
        digits.append(UInt8(0x30 + digit))
        position = next
      } else {
        position += 1
      }
    }
    return Exact(digits: digits, behind: run.behind).map {
      Numeral(end: range.upperBound, value: $0, isDigits: true)
    }
  }

  /// 三百二十, 两, 千 … without 万 and 亿 at the end.
  static func chinese(_ text: Span<UInt8>, at start: Int, end: Int) -> Numeral? {
    var (position, count) = (start, 0)
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      guard chineseDigit(scalar) != nil || chinesePower(scalar) != nil else { break }
      position += length
      count += 1
    }
    guard count > 0, count <= Exact.longest else { return nil }
    let value =
      count <= DigitRun.most
      ? Exact(chinese(text, start..<position, in: Int.self))
      : chinese(text, start..<position, in: Exact.self)
    guard let part = chineseDecimals(text, at: position, end: end) else {
      return Numeral(end: position, value: value, isDigits: false)
    }
    return Numeral(end: part.end, value: value + part.value, isDigits: false)
  }

  /// 点五 behind 六: digits alone, no power behind them (九点五十分 is a time).
  private static func chineseDecimals(
    _ text: Span<UInt8>, at start: Int, end: Int
  ) -> (value: Exact, end: Int)? {
    guard start < end, decodeScalar(text, at: start, end: end).0 == 0x70B9 else { return nil }
    var (position, run) = (start + 3, DigitRun())
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      guard let digit = chineseDigit(scalar) else {
        if chinesePower(scalar) != nil { return nil }
        break
      }
      run.add(digit)
      run.behind += 1
      position += length
    }
    return run.count > 0 ? run.value.map { ($0, position) } : nil
  }

  /// The value of a run of Chinese numerals: in machine words, or in exact numbers where it is long.
  private static func chinese<Sum: Summed>(
    _ text: Span<UInt8>, _ range: Range<Int>, in type: Sum.Type
  ) -> Sum {
    var position = range.lowerBound
    var total = Sum(0)
    var digit: Sum? = nil
    var tens = false
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(text, at: position, end: range.upperBound)
      if let value = chineseDigit(scalar) {
        if let before = digit, !tens {
          digit = before * Sum(10) + Sum(value)
        } else {
          digit = Sum(value)
        }
        tens = false
      } else if let power = chinesePower(scalar) {
        total = total + (digit ?? Sum(1)) * Sum(power)
        digit = nil
        tens = true
      }
      position += length
    }
    return digit.map { total + $0 } ?? total
  }

  @inline(__always)
  static func chineseDigit(_ scalar: UInt32) -> Int? {
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
  static func chinesePower(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 10  // 十
    case 0x767E: 100  // 百
    case 0x5343: 1000  // 千
    default: nil
    }
  }
}

/// Digits one behind the other, as long as a machine word holds them.
private struct DigitRun {
  /// So many digits, times a thousand, stay within a machine word.
  static let most = 15

  private var mantissa = 0
  private(set) var count = 0
  /// How many of them stand behind the point.
  var behind = 0

  mutating func add(_ digit: Int) {
    count += 1
    if count <= Self.most { mantissa = mantissa * 10 + digit }
  }

  /// Nil for more digits than a machine word holds.
  var value: Exact? { count <= Self.most ? Exact(mantissa, digits: behind) : nil }
}

/// What a run of numerals is added up in.
private protocol Summed {
  init(_ integer: Int)
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
}

extension Int: Summed {}
extension Exact: Summed {}
