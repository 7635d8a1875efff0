/// Cuts a passage into sentences at 。！？ (and a line's end, where a repair joined lines of a list).
struct SentenceSplitter: Sendable {
  /// Calls `body` with each sentence of `range`, its end mark left out.
  @inline(__always)
  static func forEach(
    _ text: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var start = range.lowerBound
    var position = start
    let end = range.upperBound
    while position < end {
      let byte = text[position]
      let length = endLength(text, position, end, byte)
      if length > 0 {
        if position > start { body(start..<position) }
        position += length
        start = position
      } else {
        position += 1
      }
    }
    if end > start { body(start..<end) }
  }

  /// Bytes of the sentence end at `position`, or 0.
  @inline(__always)
  private static func endLength(
    _ text: Span<UInt8>, _ position: Int, _ end: Int, _ byte: UInt8
  ) -> Int {
    if byte == 0xE3 {  // 。
      return position + 2 < end && text[position + 1] == 0x80 && text[position + 2] == 0x82 ? 3 : 0
    }
    if byte == 0xEF {  // ！ ？
      guard position + 2 < end, text[position + 1] == 0xBC else { return 0 }
      return text[position + 2] == 0x81 || text[position + 2] == 0x9F ? 3 : 0
    }
    return byte == 0x0A || byte == 0x21 || byte == 0x3F ? 1 : 0
  }
}
