/// Cuts passages into sentences.
protocol SentenceSource {
  /// Calls `body` with each sentence of `range`, its end mark left out, and whether 年, 目 or 期
  /// stands in it: no cue of time is without one.
  func sentences(_ text: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>, Bool) -> Void)
}

/// Cuts a passage into sentences at 。！？ (and a line's end, where a repair joined lines of a list).
///
/// What goes on beyond `limit` without an end is no sentence; it is cut there, so that the work for
/// a text grows in step with its length whatever the text is.
struct SentenceSplitter: SentenceSource {
  /// Bytes; the longest sentence of the reports that were looked at has less than a third of it.
  static let limit = 8_192

  @inline(__always)
  func sentences(
    _ text: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>, Bool) -> Void
  ) {
    var start = range.lowerBound
    var position = start
    var mayHoldCue = false
    let end = range.upperBound
    while position < end {
      let byte = text[position]
      let length = byte < 0xE0 ? 1 : 3
      if position - start > Self.limit, byte & 0xC0 != 0x80 {
        body(start..<position, mayHoldCue)
        start = position
        mayHoldCue = false
      }
      if Self.isEnd(text, position, end, byte) {
        if position > start { body(start..<position, mayHoldCue) }
        start = position + length
        mayHoldCue = false
      } else if !mayHoldCue, byte >= 0xE5, byte <= 0xE7, Self.isTimeWord(text, position, end, byte)
      {
        mayHoldCue = true
      }
      position += length
    }
    if end > start { body(start..<end, mayHoldCue) }
  }

  /// 年, 目, 期
  @inline(__always)
  private static func isTimeWord(
    _ text: Span<UInt8>, _ position: Int, _ end: Int, _ byte: UInt8
  ) -> Bool {
    guard position + 2 < end else { return false }
    let second = text[position + 1]
    let third = text[position + 2]
    switch byte {
    case 0xE5: return second == 0xB9 && third == 0xB4
    case 0xE7: return second == 0x9B && third == 0xAE
    default: return second == 0x9C && third == 0x9F
    }
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
