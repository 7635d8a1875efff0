import Domain

/// Reads the statements of one sentence from its tokens and quantities.
struct SentenceReader {
  let lexicon: Lexicon
  private(set) var tokens: [Token]
  let quantities: [Quantity]
  /// The bytes of the report.
  let bytes: [UInt8]

  /// Drafts for the quantities, in order.
  mutating func drafts() -> [Draft] {
    var drafts: [Draft] = []
    for index in tokens.indices where tokens[index].kind == .quantity {
      let window = Window(tokens: tokens, at: index)
      let draft = draft(window, before: drafts.last { !$0.isBackground })
      // What only names a thing belongs to the noun that the next number measures.
      if draft.rule == .levelName { tokens[index].kind = .name }
      drafts.append(draft)
    }
    shareBounds(&drafts)
    return drafts
  }

  private func draft(_ window: Window, before: Draft?) -> Draft {
    let quantity = quantities[tokens[window.index].quantity]
    var draft = Draft(quantity: quantity, window: window)
    let core = Core(tokens: tokens, window: window)
    draft.period = core.statedYear.map { word($0) }
    RelationRules(reader: self, window: window, core: core, before: before).apply(&draft)
    return draft
  }

  /// 「分别增长7%和8%左右」: the comparator at the end of a list covers every member.
  private func shareBounds(_ drafts: inout [Draft]) {
    for index in drafts.indices.reversed() where index > 0 {
      let last = drafts[index].quantity
      guard drafts[index].sharing == .respectively, last.boundIsBehind,
        drafts[index - 1].sharing == .respectively,
        drafts[index - 1].quantity.bound == .exact
      else { continue }
      drafts[index - 1].quantity.bound = last.bound
      drafts[index - 1].quantity.strict = last.strict
      drafts[index - 1].quantity.boundIsBehind = true
    }
  }

  func word(_ token: Int) -> String { string(tokens[token].range) }

  /// The bytes of a token range, from its first token to its last.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return tokens[first].start..<tokens[last].end
  }

  /// The words of a token range without white space.
  func words(_ range: Range<Int>) -> String {
    let span = span(range)
    let text = bytes.span
    var hasSpace = false
    for index in span where text[index] <= 0x20 || isWideSpace(text, index, span.upperBound) {
      hasSpace = true
      break
    }
    guard hasSpace else { return string(span) }
    return String(string(span).unicodeScalars.filter { !$0.properties.isWhitespace })
  }

  private func isWideSpace(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    text[index] == 0xE3 && index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x80
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether the words of a token are one of `words`.
  func token(_ index: Int, isOneOf words: WordList) -> Bool {
    words.matches(bytes.span, tokens[index].range)
  }

  /// Whether the last one to six characters of a token range are a word of `classes`.
  func ends(_ range: Range<Int>, with classes: WordClass) -> Bool {
    guard let last = range.last else { return false }
    if tokens[last].has(classes) { return true }
    let end = tokens[last].end
    let floor = tokens[range.lowerBound].start
    var start = end
    let text = bytes.span
    for _ in 0..<6 {
      guard start > floor else { return false }
      start -= 1
      while start > floor, text[start] & 0xC0 == 0x80 { start -= 1 }
      if let match = lexicon.word(text, at: start, end: end), match.end == end,
        !lexicon.classes[match.index].isDisjoint(with: classes)
      {
        return true
      }
    }
    return false
  }
}

/// The tokens around one quantity, up to the marks that bound its clause.
struct Window {
  let index: Int
  /// Tokens to the left, from the clause's start or the quantity before.
  let left: Range<Int>
  /// Tokens to the right, to the clause's end or the next quantity.
  let right: Range<Int>
  /// The left side starts behind another quantity of the clause.
  let followsQuantity: Bool
  /// 、 or 和 stands between that quantity and this one.
  let isListed: Bool
  /// The right side ends at another quantity.
  let precedesQuantity: Bool

  init(tokens: [Token], at index: Int) {
    self.index = index
    var low = index
    while low > 0, !Self.stops(tokens[low - 1]) { low -= 1 }
    followsQuantity = low > 0 && tokens[low - 1].kind == .quantity
    var listed = false
    if followsQuantity {
      while low < index, Self.joins(tokens[low]) {
        listed = true
        low += 1
      }
      if let mark = (low..<index).last(where: { Self.joinsItems(tokens, $0) }) {
        listed = true
        low = mark + 1
      }
    }
    isListed = listed
    left = low..<index
    var high = index + 1
    while high < tokens.count, !Self.stops(tokens[high]) { high += 1 }
    precedesQuantity = high < tokens.count && tokens[high].kind == .quantity
    right = index + 1..<high
  }

  private static func stops(_ token: Token) -> Bool { token.isBreak || token.kind == .quantity }

  private static func joins(_ token: Token) -> Bool {
    token.kind == .listMark || token.has(.conjunction)
  }

  /// 、 after a quantity and its noun: 8处中小学、新建6处; the list's next item begins.
  private static func joinsItems(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].kind == .listMark
  }
}

/// The left side without what only surrounds: modality, adverbs, time, the place's own name.
struct Core {
  /// From the first word of weight to the last before the quantity.
  let range: Range<Int>
  /// Token of a year that dates the value itself: 2010年的162.4亿元.
  let statedYear: Int?
  /// 由 or 从 stands right before the quantity.
  let isStart: Bool
  let hasTotal: Bool

  init(tokens: [Token], window: Window) {
    var low = window.left.lowerBound
    var high = window.left.upperBound
    var year: Int? = nil
    var start = false
    var total = false
    while high > low {
      let token = tokens[high - 1]
      if token.has(.time), year == nil, token.kind == .word, token.quantity == Token.yearMark {
        year = high - 1
      }
      if token.has(.total) { total = true }
      let isOf = token.has(.of) && high - 2 >= low && tokens[high - 2].has(.time)
      guard isOf || Self.surrounds(token) || Self.isFrom(tokens, high - 1) else { break }
      if Self.isFrom(tokens, high - 1) { start = true }
      high -= 1
    }
    while low < high {
      // 到2030年: the verb of reaching opens a date.
      let opensDate = tokens[low].has(.reach) && low + 1 < high && tokens[low + 1].has(.time)
      guard opensDate || Self.leads(tokens[low]), !Self.opensNoun(tokens, low, high) else { break }
      low += opensDate ? 2 : 1
    }
    range = low..<high
    statedYear = year
    isStart = start
    hasTotal = total
  }

  /// Words that stand between a verb and its number, or around either.
  private static func surrounds(_ token: Token) -> Bool {
    if token.has(WordClass.anyVerb.subtracting([.reach])) && !token.has(.skippable) { return false }
    if token.has(.reach) { return false }
    return token.has(WordClass.skippable.union([.total, .respectively]))
      || token.kind == .quote
  }

  /// Words that lead a clause and say nothing of what is measured.
  private static func leads(_ token: Token) -> Bool {
    if token.has(.preposition), token.has(.reach) { return true }  // 为
    if token.kind == .quote || token.kind == .listMark { return true }
    if token.has(WordClass.anyVerb) && !token.has(.adverb) { return false }
    return token.has(
      WordClass.skippable.union([.preposition, .conjunction, .total, .of, .respectively, .etcetera])
    )
  }

  /// 重点 before a noun belongs to it; before a verb it is an adverb.
  private static func opensNoun(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    guard tokens[index].has(.adverb), tokens[index].has(.noun), index + 1 < end else {
      return false
    }
    let next = tokens[index + 1]
    return !next.has(WordClass.anyVerb.union(.adverb)) || next.has([.noun, .actionNoun])
  }

  private static func isFrom(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].quantity == Token.fromMark
  }
}

extension Token {
  /// `quantity` of a token for a written year (2010年).
  static let yearMark = -2
  /// `quantity` of the tokens 由 and 从.
  static let fromMark = -3
}
