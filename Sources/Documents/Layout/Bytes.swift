import Foundation

/// A word to look for in UTF-8 text.
struct Needle: ExpressibleByStringLiteral, Sendable {
  let bytes: [UInt8]

  init(stringLiteral value: String) { bytes = Array(value.utf8) }
  init(_ value: some StringProtocol) { bytes = Array(value.utf8) }
}

/// Looking at UTF-8 bytes without making strings; every range is one of byte offsets.
extension [UInt8] {
  /// Whether `needle` stands at `offset`, wholly before `end`.
  func holds(_ needle: Needle, at offset: Int, end: Int) -> Bool {
    let word = needle.bytes
    guard offset >= 0, offset + word.count <= end else { return false }
    for index in word.indices where self[offset + index] != word[index] { return false }
    return true
  }

  /// Whether `range` starts with `needle`.
  func starts(_ range: Range<Int>, with needle: Needle) -> Bool {
    holds(needle, at: range.lowerBound, end: range.upperBound)
  }

  /// Whether `range` starts with one of `needles`.
  func starts(_ range: Range<Int>, withAny needles: [Needle]) -> Bool {
    needles.contains { starts(range, with: $0) }
  }

  /// Whether `range` ends with `needle`.
  func ends(_ range: Range<Int>, with needle: Needle) -> Bool {
    let start = range.upperBound - needle.bytes.count
    return start >= range.lowerBound && holds(needle, at: start, end: range.upperBound)
  }

  /// The first place of `needle` in `range`. Its last byte is looked for, as Chinese characters
  /// differ most there.
  func find(_ needle: Needle, in range: Range<Int>) -> Int? {
    guard let last = needle.bytes.last else { return nil }
    let before = needle.bytes.count - 1
    var start = range.lowerBound + before
    while start < range.upperBound, let end = first(last, in: start..<range.upperBound) {
      if holds(needle, at: end - before, end: range.upperBound) { return end - before }
      start = end + 1
    }
    return nil
  }

  /// The first place of a byte in `range`; searched many bytes at a time.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.upperBound <= count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether `needle` is in `range`.
  func contains(_ needle: Needle, in range: Range<Int>) -> Bool { find(needle, in: range) != nil }

  /// Whether one of `needles` is in `range`.
  func contains(any needles: [Needle], in range: Range<Int>) -> Bool {
    needles.contains { contains($0, in: range) }
  }

  /// The scalar that starts at `offset` and the offset behind it; broken UTF-8 gives U+FFFD.
  func scalar(at offset: Int, end: Int) -> (scalar: Unicode.Scalar, next: Int)? {
    guard offset < end else { return nil }
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), offset + 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + length <= end else { return ("\u{FFFD}", offset + 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + length)
  }

  /// The scalar that ends before `offset` and where it starts.
  func scalar(before offset: Int, start: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    guard offset > start else { return nil }
    var first = offset - 1
    while first > start, first > offset - 4, self[first] & 0xC0 == 0x80 { first -= 1 }
    guard let found = scalar(at: first, end: offset) else { return nil }
    return (found.scalar, first)
  }

  /// Decodes `range`; broken UTF-8 is replaced.
  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// `range` without white space at either end; empty when it holds nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if self[start] > 0x20 && self[start] < 0x7F { break }
      guard let found = scalar(at: start, end: end), found.scalar.isBlank else { break }
      start = found.next
    }
    while end > start {
      if self[end - 1] > 0x20 && self[end - 1] < 0x7F { break }
      guard let found = scalar(before: end, start: start), found.scalar.isBlank else { break }
      end = found.start
    }
    return start..<end
  }
}

extension Unicode.Scalar {
  /// White space as documents hold it, with U+3000, U+00A0, U+200B and a stray byte order mark.
  var isBlank: Bool {
    switch value {
    case 0...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// A Chinese character.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// `0` to `9`, also full width.
  var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

  /// 一 to 十 and the other characters that number headings.
  var isHanNumeral: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇", "○": true
    default: false
    }
  }

  /// Ends a sentence, or a line that announces a list.
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "；", "：", "!", "?", ";", ":", "…", "．": true
    default: false
    }
  }

  /// Ends a sentence and nothing less.
  var isFullStop: Bool {
    switch self {
    case "。", "！", "？", "；", "!", ";": true
    default: false
    }
  }

  /// Stands between the clauses or words of one sentence.
  var isComma: Bool { self == "，" || self == "," || self == "、" }

  var opensBracket: Bool {
    switch self {
    case "“", "‘", "（", "(", "《", "〈", "「", "『", "【", "[", "〔": true
    default: false
    }
  }

  var closesBracket: Bool {
    switch self {
    case "”", "’", "）", ")", "》", "〉", "」", "』", "】", "]", "〕", "\"": true
    default: false
    }
  }
}
