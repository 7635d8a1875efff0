import Domain

/// Finds the quantities of a passage in one pass over its bytes.
///
/// Leaves out what only looks like one: years and dates, durations, ordinals, numbers inside short
/// quoted names and titles, numbers glued to letters, names with numbers (500强).
struct QuantityScanner {
  let lexicon: Lexicon
  /// What can start at each scalar of the basic plane.
  private let starts: [Start]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    starts = lexicon.quantityStarts
  }

  /// What a scalar can start.
  enum Start: UInt8 { case none, quantity, one, name }

  /// The table of starts, made once for each lexicon.
  static func table() -> [Start] {
    var table = [Start](repeating: .none, count: 0x10000)
    for scalar in UInt32(0)..<0x10000 {
      if mayStart(scalar) { table[Int(scalar)] = scalar == 0x4E00 ? .one : .quantity }
      if closing(scalar) != nil { table[Int(scalar)] = .name }
    }
    return table
  }

  /// 一 is a number of things only in 一百, 一半, 一成; 进一步, 统一, 一批 are the common words.
  @inline(__always)
  private static func continuesOne(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    guard position < end else { return false }
    return switch decodeScalar(text, at: position, end: end).0 {
    case 0x767E, 0x5343, 0x5341, 0x4E07, 0x4EBF, 0x534A, 0x6210, 0x500D: true  // 百千十万亿半成倍
    default: false
    }
  }

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
      switch starts[Int(scalar & 0xFFFF)] {
      case .none: position += length
      case .quantity: position = take(text, position, range, found)
      case .one:
        let isMore = Self.continuesOne(text, position + length, end)
        position = isMore ? take(text, position, range, found) : position + length
      case .name:
        let close = Self.closing(scalar) ?? (scalar, 0)
        position = skipName(text, position + length, end, close) ?? position + length
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
