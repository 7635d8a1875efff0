/// Looks for words in ranges of bytes.
enum Words {
  /// Whether one of `words` stands in `range`.
  static func holds(_ text: [UInt8], _ range: Range<Int>, _ words: [StaticString]) -> Bool {
    words.contains { find(text, range, $0) != nil }
  }

  /// Where a word first stands in `range`.
  static func find(_ text: [UInt8], _ range: Range<Int>, _ word: StaticString) -> Range<Int>? {
    word.withUTF8Buffer { find(text, range, $0) }
  }

  /// Where a word first stands in `range`.
  static func find(_ text: [UInt8], _ range: Range<Int>, _ word: String) -> Range<Int>? {
    var word = word
    return word.withUTF8 { find(text, range, $0) }
  }

  private static func find(
    _ text: [UInt8], _ range: Range<Int>, _ word: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    guard let first = word.first, word.count <= range.count else { return nil }
    let span = text.span
    var position = range.lowerBound
    let last = min(range.upperBound, span.count) - word.count
    search: while position <= last {
      guard span[position] == first else {
        position += 1
        continue
      }
      for offset in 1..<max(1, word.count) where span[position + offset] != word[offset] {
        position += 1
        continue search
      }
      return position..<position + word.count
    }
    return nil
  }
}
