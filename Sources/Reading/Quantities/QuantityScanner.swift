import Domain

/// Finds the quantities of a passage in one pass over its bytes.
///
/// Leaves out what only looks like one: years and dates, durations, ordinals, numbers inside short
/// quoted names and titles, numbers glued to letters, names with numbers (500强).
struct QuantityScanner {
  let lexicon: Lexicon

  /// Calls `found` for each quantity of `range`, in order.
  func scan(_ text: Span<UInt8>, _ range: Range<Int>, found: (Quantity) -> Void) {
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      let byte = text[position]
      if byte < 0x80 {
        if byte &- 0x30 < 10 {
          position = take(text, position, range, found)
        } else {
          position += 1
        }
        continue
      }
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      if Self.mayStart(scalar) {
        position = take(text, position, range, found)
      } else if let close = Self.closing(scalar) {
        position = skipName(text, position + length, end, close) ?? position + length
      } else {
        position += length
      }
    }
  }

  /// Reads at `start` and returns where to go on.
  private func take(
    _ text: Span<UInt8>, _ start: Int, _ range: Range<Int>, _ found: (Quantity) -> Void
  ) -> Int {
    let parser = QuantityParser(lexicon: lexicon, range: range)
    let (quantity, next) = parser.parse(text, at: start)
    if let quantity { found(quantity) }
    return max(next, start + 1)
  }

  /// Scalars that a quantity can start with.
  @inline(__always)
  static func mayStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E09, 0x4E03, 0x4E07, 0x4E24, 0x4E8C, 0x4E94, 0x4EBF, 0x516B, 0x516D, 0x5341,
      0x5343, 0x56DB, 0x767E, 0x4E5D, 0x7B2C, 0x9996, 0x699C, 0x524D, 0x7FFB:
      true  // 一三七万两二五亿八六十千四百九 第首榜前翻
    default: scalar >= 0xFF10 && scalar <= 0xFF19
    }
  }

  /// The closing mark of a quotation or title that `scalar` opens.
  @inline(__always)
  static func closing(_ scalar: UInt32) -> (mark: UInt32, limit: Int)? {
    switch scalar {
    case 0x201C: (0x201D, 54)  // “ ”
    case 0x2018: (0x2019, 54)
    case 0x300A: (0x300B, 240)  // 《 》
    case 0x300C: (0x300D, 54)
    case 0x3014: (0x3015, 54)
    default: nil
    }
  }

  /// Behind the closing mark, where the quoted words are short enough to be a name.
  private func skipName(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ close: (mark: UInt32, limit: Int)
  ) -> Int? {
    var position = start
    let limit = min(end, start + close.limit)
    while position < limit {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      if scalar == close.mark { return position + length }
      if scalar == 0x3002 || (scalar == 0xFF0C && close.limit < 100) { return nil }  // 。 ，
      position += length
    }
    return nil
  }
}
