/// Cuts a sentence into tokens: the longest known word at each place, names in quotation marks whole.
struct Tokenizer: Sendable {
  let lexicon: Lexicon

  /// Appends the tokens of `range` to `tokens`; `quantities` lie in `range`, in order.
  func tokenize(
    _ text: Span<UInt8>, _ range: Range<Int>, quantities: [Quantity], breaksAtSpaces: Bool = false,
    into tokens: inout [Token]
  ) {
    var position = range.lowerBound
    let end = range.upperBound
    var next = 0
    while position < end {
      if next < quantities.count, position >= quantities[next].range.lowerBound {
        let quantity = quantities[next].range
        // A comparator may have been read into the word before it.
        trim(&tokens, to: quantity.lowerBound)
        tokens.append(
          Token(
            start: quantity.lowerBound, end: quantity.upperBound, kind: .quantity, quantity: next))
        position = max(position, quantity.upperBound)
        next += 1
        continue
      }
      if breaksAtSpaces, text[position] == 0x20 {
        tokens.append(Token(start: position, end: position + 1, kind: .comma))
        position += 1
        continue
      }
      let limit = next < quantities.count ? quantities[next].range.lowerBound : end
      position = step(text, at: position, limit: limit, end: end, into: &tokens)
    }
  }

  private func trim(_ tokens: inout [Token], to start: Int) {
    while let last = tokens.last, last.end > start {
      tokens.removeLast()
      if last.start < start {
        tokens.append(Token(start: last.start, end: start, kind: .unknown))
      }
    }
  }

  /// Appends the token at `position` and returns its end.
  private func step(
    _ text: Span<UInt8>, at position: Int, limit: Int, end: Int, into tokens: inout [Token]
  ) -> Int {
    let (scalar, length) = decodeScalar(text, at: position, end: end)
    if !Self.isHan(scalar), let end = mark(text, scalar, position, length, limit, end, &tokens) {
      return end
    }
    let mayBeDate = scalar &- 0x30 < 10 || scalar == 0x8FD1
    if mayBeDate, let date = date(text, at: position, end: limit) {
      tokens.append(date)
      return date.end
    }
    if let match = lexicon.word(text, at: position, end: limit),
      !isFragment(text, match, at: position, limit: limit)
    {
      var token = Token(
        start: position, end: match.end, kind: .word, classes: lexicon.classes[match.index])
      if scalar == 0x7531 || scalar == 0x4ECE, match.end == position + 3 {  // 由 从
        token.quantity = Token.fromMark
      }
      tokens.append(token)
      return match.end
    }
    appendUnknown(position..<position + length, into: &tokens)
    return position + length
  }

  /// Most characters are Han, and no Han character is a mark.
  @inline(__always)
  private static func isHan(_ scalar: UInt32) -> Bool { scalar >= 0x3400 && scalar <= 0x9FFF }

  /// Reads a bracket, a mark, white space or a quotation; returns its end, or nil for words.
  private func mark(
    _ text: Span<UInt8>, _ scalar: UInt32, _ position: Int, _ length: Int, _ limit: Int, _ end: Int,
    _ tokens: inout [Token]
  ) -> Int? {
    if scalar == 0x28 || scalar == 0xFF08,
      let close = aside(text, position + length, limit: limit)
    {
      tokens.append(Token(start: position, end: close, kind: .name))
      return close
    }
    if let mark = Self.mark(scalar) {
      tokens.append(Token(start: position, end: position + length, kind: mark))
      return position + length
    }
    if scalar == 0x20 || scalar == 0x3000 || scalar == 0xA0 { return position + length }
    if let close = QuantityScanner.closing(scalar) {
      return name(text, position, length, close, end, into: &tokens)
    }
    return nil
  }

  /// 增, 降, 达 and the like are verbs only right before a number; elsewhere they are parts of words.
  private func isFragment(
    _ text: Span<UInt8>, _ match: (end: Int, index: Int), at start: Int, limit: Int
  ) -> Bool {
    guard match.end - start == 3, match.end < limit else { return false }
    if text[match.end] &- 0x30 < 10 { return false }  // 到2030年
    let classes = lexicon.classes[match.index]
    return !classes.isDisjoint(with: [.rise, .fall, .reach, .compare])
      && classes.isDisjoint(with: [.preposition, .portion, .ranking])
  }

  /// A year, month or day with digits: 2010年, 1—11月, 12月底.
  private func date(_ text: Span<UInt8>, at start: Int, end: Int) -> Token? {
    let isRecent = decodeScalar(text, at: start, end: end).0 == 0x8FD1  // 近3年
    let first = isRecent ? start + 3 : start
    var position = first
    while position < end, text[position] &- 0x30 < 10 || text[position] == 0x2D { position += 1 }
    guard position > first, position + 2 < end else { return nil }
    let (scalar, length) = decodeScalar(text, at: position, end: end)
    guard scalar == 0x5E74 || scalar == 0x6708 || scalar == 0x65E5 else { return nil }  // 年 月 日
    let isYear = scalar == 0x5E74 && position - first == 4
    let (next, nextLength) = decodeScalar(text, at: position + length, end: end)
    let hasTail = position + length < end && (next == 0x5E95 || next == 0x672B || next == 0x4EFD)
    return Token(
      start: start, end: position + length + (hasTail ? nextLength : 0), kind: .word,
      classes: .time, quantity: isYear ? Token.yearMark : -1)
  }

  /// A short aside in brackets without a comma is part of the noun: （PM2.5）.
  private func aside(_ text: Span<UInt8>, _ start: Int, limit: Int) -> Int? {
    var position = start
    let end = min(limit, start + 45)
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: limit)
      position += length
      if scalar == 0x29 || scalar == 0xFF09 { return position }
      if Self.mark(scalar) != nil, scalar != 0x3001 { return nil }
    }
    return nil
  }

  private func appendUnknown(_ range: Range<Int>, into tokens: inout [Token]) {
    if let last = tokens.indices.last, tokens[last].kind == .unknown,
      tokens[last].end == range.lowerBound
    {
      tokens[last].end = range.upperBound
    } else {
      tokens.append(Token(start: range.lowerBound, end: range.upperBound, kind: .unknown))
    }
  }

  /// A short quotation is one name; a long one is read through, its marks set apart.
  private func name(
    _ text: Span<UInt8>, _ start: Int, _ length: Int, _ close: (mark: UInt32, limit: Int),
    _ end: Int, into tokens: inout [Token]
  ) -> Int {
    var position = start + length
    let limit = min(end, start + close.limit)
    while position < limit {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      position += length
      if scalar == close.mark {
        tokens.append(Token(start: start, end: position, kind: .name))
        return position
      }
    }
    tokens.append(Token(start: start, end: start + length, kind: .quote))
    return start + length
  }

  @inline(__always)
  static func mark(_ scalar: UInt32) -> Token.Kind? {
    switch scalar {
    case 0x3001: .listMark  // 、
    case 0xFF0C, 0x2C: .comma  // ， ,
    case 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0x2014, 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F: .semicolon
    case 0x28, 0x29, 0xFF08, 0xFF09, 0x3010, 0x3011, 0x5B, 0x5D: .bracket
    case 0x201D, 0x300D, 0x2019: .quote
    default: nil
    }
  }
}
