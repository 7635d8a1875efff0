import Domain

/// What is read of one quantity before its indicator becomes words.
struct Draft {
  var quantity: Quantity
  /// The tokens around it.
  let window: Window
  /// Index of the quantity's token.
  var token: Int { window.index }
  var relation: Statement.Relation = .count
  /// Minus where the words tell of a decrease.
  var isNegative = false
  /// Tokens of the indicator; empty where it is carried over.
  var subject: Range<Int> = 0..<0
  /// A noun that completes the subject: 占比 behind 财政民生支出, 投资 behind 项目完成.
  var tail: Range<Int> = 0..<0
  var action: Range<Int>? = nil
  var rule: Rule = .levelBare
  /// The indicator comes from the statement before.
  var inherits = false
  /// The first value of a change: 由9.8%降至7.5%.
  var isStart = false
  var isBackground = false
  /// `2010` in 由2010年的162.4亿元.
  var period: String? = nil
  /// Several subjects share the words: 分别, 均, or a list with a growth.
  var sharing: Sharing = .none

  enum Sharing { case none, each, respectively }
}
