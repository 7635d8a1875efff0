/// A word, a mark, a quantity or a run of words that the lexicon does not know.
struct Token: Sendable, Equatable {
  var start: Int
  var end: Int
  var kind: Kind
  /// What a known word can be; empty for other kinds.
  var classes: WordClass = []
  /// Index into the quantities of the sentence, for `.quantity`.
  var quantity = -1

  enum Kind: Sendable, Equatable {
    case word
    /// Words that the lexicon does not know.
    case unknown
    /// A short quotation or title, read as one noun.
    case name
    case quantity
    /// 、
    case listMark
    /// ， , between clauses
    case comma
    /// ； : ： —— between clauses of more weight
    case semicolon
    /// ( ) （ ）
    case bracket
    /// Quotation marks around more than a name.
    case quote
  }

  var range: Range<Int> { start..<end }

  func has(_ classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }

  /// The token ends a clause.
  var isBreak: Bool { kind == .comma || kind == .semicolon || kind == .bracket }
}
