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
      let length = byte < 0xE0 ? 1 : 3
      if isEnd(text, position, end, byte) {
        if position > start { body(start..<position) }
        start = position + length
      }
      position += length
    }
    if end > start { body(start..<end) }
  }

  /// Whether 。！？ or a line's end stands at `position`.
  @inline(__always)
  private static func isEnd(
    _ text: Span<UInt8>, _ position: Int, _ end: Int, _ byte: UInt8
  ) -> Bool {
    if byte < 0x80 { return byte == 0x0A || byte == 0x21 || byte == 0x3F }
    guard byte == 0xE3 || byte == 0xEF, position + 2 < end else { return false }
    let second = text[position + 1]
    let third = text[position + 2]
    if byte == 0xE3 { return second == 0x80 && third == 0x82 }
    return second == 0xBC && (third == 0x81 || third == 0x9F)
  }
}
