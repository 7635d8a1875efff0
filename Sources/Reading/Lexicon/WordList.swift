/// A few words to compare places of a text with, without making strings.
struct WordList: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Words set apart by spaces.
  init(_ words: StaticString) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    words.withUTF8Buffer { buffer in
      for byte in buffer {
        if byte == 0x20 { ends.append(bytes.count) } else { bytes.append(byte) }
      }
    }
    ends.append(bytes.count)
    self.bytes = bytes
    self.ends = ends
  }

  /// Whether `range` of `text` is one of the words.
  func matches(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    anyWord { start, end in end - start == range.count && same(text, range.lowerBound, start, end) }
  }

  /// Whether `range` of `text` ends with one of the words.
  func endsWith(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    anyWord { start, end in
      end - start <= range.count && same(text, range.upperBound - (end - start), start, end)
    }
  }

  /// Bytes of the first word that `range` of `text` ends with and is longer than, or 0.
  func suffixLength(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var start = 0
    for end in ends {
      let length = end - start
      if length < range.count, same(text, range.upperBound - length, start, end) { return length }
      start = end
    }
    return 0
  }

  /// Whether `range` of `text` starts with one of the words.
  func starts(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    anyWord { start, end in end - start <= range.count && same(text, range.lowerBound, start, end) }
  }

  /// Whether one of the words stands anywhere in `range` of `text`.
  func occurs(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    anyWord { start, end in
      let first = bytes[start]
      var position = range.lowerBound
      while position + end - start <= range.upperBound {
        if text[position] == first, same(text, position, start, end) { return true }
        position += 1
      }
      return false
    }
  }

  @inline(__always)
  private func anyWord(_ test: (Int, Int) -> Bool) -> Bool {
    var start = 0
    for end in ends {
      if test(start, end) { return true }
      start = end
    }
    return false
  }

  @inline(__always)
  private func same(_ text: Span<UInt8>, _ position: Int, _ start: Int, _ end: Int) -> Bool {
    for offset in 0..<end - start where text[position + offset] != bytes[start + offset] {
      return false
    }
    return true
  }
}
