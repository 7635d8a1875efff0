import Domain

/// One sentence of a plan, cut into tokens by the words of tasks.
struct TaskSentence {
  let text: [UInt8]
  let range: Range<Int>
  let tokens: [Token]
  let quantities: [Quantity]
  private let words: Lexicon

  /// - Parameters:
  ///   - words: the words of tasks.
  ///   - numbers: the lexicon that quantities are read with.
  init(_ text: [UInt8], _ range: Range<Int>, words: Lexicon, numbers: Lexicon) {
    self.text = text
    self.range = range
    self.words = words
    var found: [Quantity] = []
    QuantityScanner(lexicon: numbers).scan(text.span, range) { found.append($0) }
    var tokens: [Token] = []
    Tokenizer(lexicon: words).tokenize(text.span, range, quantities: found, into: &tokens)
    self.tokens = tokens
    quantities = found
  }

  /// Whether token `index` is exactly this word.
  func `is`(_ index: Int, _ word: String) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return text[tokens[index].range].elementsEqual(word.utf8)
  }

  /// Whether token `index` is one of these words.
  func isOne(_ index: Int, of words: [String]) -> Bool { words.contains { self.is(index, $0) } }

  /// Whether token `index` exists and has one of the classes.
  func has(_ index: Int, _ classes: WordClass) -> Bool {
    tokens.indices.contains(index) && tokens[index].has(classes)
  }

  /// Whether token `index` or the word of its last two characters has one of the classes.
  func endsWith(_ index: Int, _ classes: WordClass) -> Bool {
    if has(index, classes) { return true }
    guard tokens.indices.contains(index), tokens[index].range.count > 6 else { return false }
    let end = tokens[index].end
    guard let word = words.word(text.span, at: end - 6, end: end), word.end == end else {
      return false
    }
    return !words.classes[word.index].isDisjoint(with: classes)
  }

  /// Whether token `index` is a quotation or a title, not an aside in brackets.
  func isQuoted(_ index: Int) -> Bool {
    kind(index) == .name && text[tokens[index].start] != 0x28
      && !text[tokens[index].range].starts(with: "（".utf8)
  }

  /// The kind of token `index`, or nil beyond the sentence.
  func kind(_ index: Int) -> Token.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  /// The bytes from the first to the last token of a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return self.range.lowerBound..<self.range.lowerBound }
    return tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  /// The words of a range of tokens.
  func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: text[bytes(range)], as: UTF8.self)
  }

  /// The first token of `range` that fits, or nil.
  func first(_ range: Range<Int>, where fits: (Int) -> Bool) -> Int? { range.first(where: fits) }

  /// Whether any token of `range` has one of the classes.
  func any(_ range: Range<Int>, _ classes: WordClass) -> Bool {
    range.contains { tokens[$0].has(classes) }
  }

  /// Whether a quantity stands in `range`.
  func holdsQuantity(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].kind == .quantity }
  }

  /// Length in characters of three bytes.
  func length(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (tokens[$1].end - tokens[$1].start) } / 3
  }
}

extension WordClass {
  /// Any verb that can head a task.
  static let anyTask: WordClass = [
    .datable, .carry, .works, .endless, .pivot, .tentative, .effect,
  ]
  /// Words that stand before a verb and stay in the span.
  static let beforeVerb: WordClass = [.adverb, .modal, .time, .conjunction]
}
