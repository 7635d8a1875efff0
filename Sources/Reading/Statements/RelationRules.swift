import Domain

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

/// Decides what a quantity says of its subject: the grammar around one number.
struct RelationRules {
  let reader: SentenceReader
  let window: Window
  let core: Core
  let before: Draft?

  var tokens: [Token] { reader.tokens }
  var range: Range<Int> { core.range }

  /// Fills relation, subject, action and rule.
  func apply(_ draft: inout Draft) {
    if draft.quantity.form == .rank { return rank(&draft) }
    if draft.quantity.unitClass.contains(.multiple) { return multiple(&draft) }
    if isNamePart(draft) { return name(&draft) }
    if isListItem(draft) { return item(&draft) }
    if startsChange { return start(&draft) }
    if compare(&draft) || portion(&draft) || predicate(&draft) || growthNoun(&draft) { return }
    if core.isStart { return start(&draft) }
    if isRatio(draft.quantity) { return ratio(&draft) }
    amount(&draft)
  }
}
