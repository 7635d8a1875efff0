import Domain

/// Finds the quantities of a passage in one pass over its bytes.
///
/// Leaves out what only looks like one: years and dates, durations, ordinals, numbers inside short
/// quoted names and titles, numbers glued to letters, names with numbers (500强).
struct QuantityScanner {
  let lexicon: Lexicon
  /// What can start at each scalar of the basic plane.
  private var starts: [Start] { lexicon.quantityStarts }

  /// What a scalar can start.
  enum Start: UInt8 { case none, quantity, one, name, stop, time }

  /// The table of starts, made once for each lexicon.
  static func table() -> [Start] {
    var table = [Start](repeating: .none, count: 0x10000)
    for scalar in UInt32(0)..<0x10000 {
      if mayStart(scalar) { table[Int(scalar)] = scalar == 0x4E00 ? .one : .quantity }
      if closing(scalar) != nil { table[Int(scalar)] = .name }
    }
    for stop in [0x3002, 0xFF01, 0xFF1F, 0x0A, 0x21, 0x3F] { table[stop] = .stop }  // 。！？
    for digit in 0x30...0x39 { table[digit] = .quantity }
    for word in [0x5E74, 0x76EE, 0x671F] { table[word] = .time }  // 年目期
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
    let starts = starts
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      switch starts[Int(scalar & 0xFFFF)] {
      case .none, .stop, .time: position += length
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

  /// Whether 年 ends at `position`.
  private static func endsWithYear(_ text: Span<UInt8>, _ position: Int) -> Bool {
    position >= 3 && text[position - 3] == 0xE5 && text[position - 2] == 0xB9
      && text[position - 1] == 0xB4
  }

  /// A source of sentences that fills `buffer` with the quantities of each.
  func filling(_ buffer: QuantityBuffer) -> some SentenceSource {
    CountedSentences(scanner: self, buffer: buffer)
  }

  /// Cuts a passage into sentences and finds their quantities in one pass.
  ///
  /// `body` is called at the end of each sentence, with the sentence and whether a word of time
  /// stands in it; `buffer` then holds its quantities.
  fileprivate func sentences(
    _ text: Span<UInt8>, _ range: Range<Int>, into buffer: QuantityBuffer,
    _ body: (Range<Int>, Bool) -> Void
  ) {
    var position = range.lowerBound
    var start = position
    var mayHoldCue = false
    let end = range.upperBound
    let starts = starts
    buffer.items.removeAll(keepingCapacity: true)
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      let kind = starts[Int(scalar & 0xFFFF)]
      if kind == .none {
        position += length
        continue
      }
      if position - start > SentenceSplitter.limit {
        body(start..<position, mayHoldCue)
        start = position
        mayHoldCue = false
        buffer.items.removeAll(keepingCapacity: true)
      }
      switch kind {
      case .none: position += length
      case .time:
        mayHoldCue = true
        position += length
      case .stop:
        if position > start { body(start..<position, mayHoldCue) }
        position += length
        start = position
        mayHoldCue = false
        buffer.items.removeAll(keepingCapacity: true)
      case .one where !Self.continuesOne(text, position + length, end): position += length
      case .quantity, .one:
        let count = buffer.items.count
        position = take(text, position, range) { buffer.add($0, from: start) }
        // What was no quantity may have been a year or a span of years.
        if buffer.items.count == count, Self.endsWithYear(text, position) { mayHoldCue = true }
      case .name:
        let close = Self.closing(scalar) ?? (scalar, 0)
        let next = skipName(text, position + length, end, close)
        // The name of a five-year plan is a cue.
        if let next, next - position == 15 { mayHoldCue = true }
        position = next ?? position + length
      }
    }
    if end > start { body(start..<end, mayHoldCue) }
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

/// The quantities of one sentence, filled by the scanner and read by whoever asked for sentences.
final class QuantityBuffer {
  var items: [Quantity] = []

  /// Adds a quantity; a comparator that a cut left in the sentence before is not taken along.
  func add(_ quantity: Quantity, from start: Int) {
    items.append(quantity)
    guard quantity.range.lowerBound < start else { return }
    items[items.count - 1].range = start..<quantity.range.upperBound
  }
}

private struct CountedSentences: SentenceSource {
  let scanner: QuantityScanner
  let buffer: QuantityBuffer

  func sentences(
    _ text: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>, Bool) -> Void
  ) {
    scanner.sentences(text, range, into: buffer, body)
  }
}
