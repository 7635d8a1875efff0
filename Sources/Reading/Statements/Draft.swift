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

/// The rules that read statements, by name. Each has examples in `Tests/ReadingTests/Corpus`.
enum Rule: String, CaseIterable {
  /// 居全国首位, 进入前三
  case rank = "rank.place"
  /// 增长6%, 压减三分之一以上
  case growthVerb = "growth.verb"
  /// 居民消费价格涨幅3%左右, 增速达到16.1%
  case growthNoun = "growth.noun"
  /// 提高2.3个百分点, 增加1200户
  case changeVerb = "change.verb"
  /// 高于全国0.7个百分点
  case changeCompare = "change.compare"
  /// 翻一番, 增长5.1倍
  case multiple = "multiple.times"
  /// 达到309亿元, 控制在4%以内
  case levelReach = "level.reach"
  /// 粮食总产1142亿斤
  case levelBare = "level.bare"
  /// 完成社会消费品零售总额490亿元
  case levelDone = "level.done"
  /// 关税总水平由9.8%降至…
  case levelStart = "level.start"
  /// 大唐700万吨露天矿, 500万元以上技改项目
  case levelName = "level.name"
  /// 占比达到63%, 参合率98.9%
  case shareNoun = "share.noun"
  /// 占全年支出的50.2%
  case sharePortion = "share.portion"
  /// 85%以上农户参与
  case shareOf = "share.of"
  /// 新增高新技术企业52家
  case countObject = "count.object"
  /// 家庭养老床位新增1.1万张
  case countVerb = "count.verb"
  /// 办好20件民生实事
  case countNoun = "count.noun"
  /// 农村危房改造190万户
  case countAction = "count.action"
  /// 建成大棚2350亩、温室500栋
  case countList = "count.list"
  /// 投资3.3亿元的机场快速路
  case countSpend = "count.spend"
}
