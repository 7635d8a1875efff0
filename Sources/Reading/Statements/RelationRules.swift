import Domain

/// Decides what a quantity says of its subject: the grammar around one number.
struct RelationRules {
  let reader: SentenceReader
  let window: Window
  let core: Core
  let before: Draft?

  private var tokens: [Token] { reader.tokens }
  private var range: Range<Int> { core.range }

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

  // MARK: Lists and names

  /// Nothing but 、 between this number and the one before: it goes on with the same verb.
  private func isListItem(_ draft: Draft) -> Bool {
    guard let before, range.isEmpty, window.followsQuantity, !core.isStart else { return false }
    return window.isListed && before.quantity.form != .rank
  }

  private func item(_ draft: inout Draft) {
    guard let before else { return }
    draft.relation = before.relation
    draft.isNegative = before.isNegative
    draft.action = before.action
    draft.rule = before.rule
    draft.sharing = before.sharing
    draft.inherits = true
    if hasNounRight || startsWithOf, !isRatio(draft.quantity), !nounRight.isEmpty {
      draft.subject = nounRight
      draft.inherits = false
      draft.sharing = .none
    }
  }

  /// 500万元以上技改项目, 大唐700万吨露天矿: the number is part of a name.
  private func isNamePart(_ draft: Draft) -> Bool {
    let quantity = draft.quantity
    if quantity.unitClass.contains(.age) { return !isLifeExpectancy }
    if quantity.boundIsBehind, quantity.unitClass.contains(.money), window.right.isEmpty,
      window.precedesQuantity
    {
      return true  // 其中十亿元以上5个
    }
    guard !window.right.isEmpty else { return false }
    if quantity.bound == .atLeast, startsWithOf, window.precedesQuantity, !nounRight.isEmpty,
      quantity.unitClass.contains(.money) || isCapacity(quantity)
    {
      return true
    }
    guard !startsWithOf else { return false }
    if quantity.boundIsBehind, quantity.unitClass.contains(.money) || isCapacity(quantity) {
      return hasNounRight && window.precedesQuantity
    }
    guard isCapacity(quantity), hasNounRight else { return false }
    return range.isEmpty ? !startsWithActionNoun : !hasVerb(range)
  }

  private var isLifeExpectancy: Bool {
    reader.lexicon.grammar.lifetimes.occurs(in: reader.bytes.span, reader.span(window.left))
  }

  private var startsWithActionNoun: Bool {
    guard let first = window.right.first else { return false }
    return tokens[first].has([.actionNoun, .doing])
  }

  private func isCapacity(_ quantity: Quantity) -> Bool { quantity.unitClass.contains(.capacity) }

  private func name(_ draft: inout Draft) {
    draft.relation = .level
    draft.rule = .levelName
    draft.isBackground = true
    draft.subject = nounRight
  }

  /// 翻一番, 增长5.1倍, 是2015年的2倍.
  private func multiple(_ draft: inout Draft) {
    var high = range.upperBound
    while high > range.lowerBound, tokens[high - 1].has([.reach, .rise, .fall, .doing, .of, .time])
    {
      high -= 1
    }
    draft.relation = .multiple
    draft.rule = .multiple
    draft.subject = trimTail(range.lowerBound..<high)
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  // MARK: Ranks

  private func rank(_ draft: inout Draft) {
    draft.relation = .rank
    draft.rule = .rank
    var end = range.upperBound
    for index in range where tokens[index].has(.ranking) && index > range.lowerBound {
      end = index
      break
    }
    if let mark = fromMark, mark < end { end = mark }
    var low = range.lowerBound
    if let first = range.first, tokens[first].has([.ranking, .doing]) { low = first + 1 }
    draft.subject = trimScope(low..<max(low, end))
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  /// Leaves out 全国, 世界 at the end, which say among whom.
  private func trimScope(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isScope(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  private func isScope(_ index: Int) -> Bool {
    tokens[index].has([.adverb, .place, .time, .each, .than, .scope])
  }

  // MARK: Predicates

  /// 高于全国0.7个百分点, 比上年增加8000亿元.
  private func compare(_ draft: inout Draft) -> Bool {
    guard let verb = range.last(where: { tokens[$0].has(.compare) }) else { return false }
    let isPoint = draft.quantity.unitClass.contains(.point)
    guard isPoint || (verb == range.upperBound - 1 && !isRatio(draft.quantity)) || hasThan else {
      return false
    }
    draft.relation = .change
    draft.rule = .changeCompare
    draft.isNegative = reader.token(verb, isOneOf: reader.lexicon.grammar.less)
    draft.subject = trimTail(range.lowerBound..<max(range.lowerBound, than ?? verb))
    takeSubject(&draft)
    return true
  }

  private var hasThan: Bool { than != nil }

  /// The token 比 or 较上年 that opens a comparison.
  private var than: Int? { window.left.first { tokens[$0].has(.than) } }

  /// 占全年支出的50.2%.
  private func portion(_ draft: inout Draft) -> Bool {
    guard isRatio(draft.quantity), let verb = range.last(where: { tokens[$0].has(.portion) }) else {
      return false
    }
    draft.relation = .share
    draft.rule = .sharePortion
    let isWhole = verb == range.lowerBound
    var high = range.upperBound
    while high > verb + 1, tokens[high - 1].has(.reach) { high -= 1 }
    draft.subject = isWhole ? 0..<0 : trimTail(range.lowerBound..<high)
    if isWhole { draft.tail = trimTail(verb..<high) }
    takeSubject(&draft)
    return true
  }

  /// A verb right before the number: 增长, 下降, 达到, 降至.
  private func predicate(_ draft: inout Draft) -> Bool {
    guard let verb = range.last, tokens[verb].has([.rise, .fall, .reach]) else { return false }
    let high = than.map { $0 >= range.lowerBound ? min($0, verb) : verb } ?? verb
    let subject = trimTail(objectStart(range.lowerBound..<high)..<high)
    if tokens[verb].has(.reach) {
      reach(&draft, subject)
      return true
    }
    let quantity = draft.quantity
    if countsNoun(quantity) { return false }
    change(&draft, verb, subject)
    return true
  }

  /// Behind 把 or 将, which move the object before the verb.
  private func objectStart(_ range: Range<Int>) -> Int {
    let mark = range.dropLast().last {
      tokens[$0].has(.preposition) && reader.token($0, isOneOf: reader.lexicon.grammar.objectMarks)
    }
    return mark.map { $0 + 1 } ?? range.lowerBound
  }

  /// 增加3个停车场: the things added are counted, not changed.
  private func countsNoun(_ quantity: Quantity) -> Bool {
    guard quantity.unitClass.contains(.classifier), hasNounRight else { return false }
    return !tokens[window.right.lowerBound].has(.of)
  }

  private func change(_ draft: inout Draft, _ verb: Int, _ subject: Range<Int>) {
    draft.isNegative = tokens[verb].has(.fall)
    draft.subject = subject
    let unit = draft.quantity.unitClass
    if unit.contains(.multiple) {
      draft.relation = .multiple
      draft.rule = .multiple
    } else if unit.contains(.percent) {
      draft.relation = .growth
      draft.rule = .growthVerb
    } else {
      draft.relation = .change
      draft.rule = .changeVerb
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  private func reach(_ draft: inout Draft, _ subject: Range<Int>) {
    draft.subject = subject
    if isRatio(draft.quantity) {
      rate(&draft, subject)
    } else {
      draft.relation = draft.quantity.unitClass.contains(.multiple) ? .multiple : .level
      draft.rule = .levelReach
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  /// What a percentage is when it is a state: a growth rate, a level, or a share.
  private func rate(_ draft: inout Draft, _ subject: Range<Int>) {
    let named = subject.isEmpty ? beforeSubject : subject
    if reader.ends(named, with: .growthNoun) {
      draft.relation = .growth
      draft.rule = .growthNoun
      draft.isNegative = ends(named, reader.lexicon.grammar.fallNouns)
      draft.subject = trimGrowthNoun(subject)
    } else if reader.ends(named, with: .levelRate) {
      draft.relation = .level
      draft.rule = .levelReach
    } else if subject.isEmpty, let before, isRatio(before.quantity),
      before.relation == .share || before.relation == .level
    {
      draft.relation = before.relation
      draft.rule = .levelReach
    } else if draft.quantity.unitClass.contains(.point) {
      draft.relation = .change
      draft.rule = .changeVerb
    } else {
      draft.relation = .share
      draft.rule = .shareNoun
    }
  }

  private var beforeSubject: Range<Int> { before?.subject ?? 0..<0 }

  /// 居民消费价格涨幅3%左右.
  private func growthNoun(_ draft: inout Draft) -> Bool {
    guard isRatio(draft.quantity), reader.ends(range, with: .growthNoun) else { return false }
    draft.relation = draft.quantity.unitClass.contains(.point) ? .change : .growth
    draft.rule = .growthNoun
    draft.isNegative = ends(range, reader.lexicon.grammar.fallNouns)
    draft.subject = trimGrowthNoun(trimTail(range))
    takeSubject(&draft)
    draft.sharing = sharing(draft)
    return true
  }

  private func trimGrowthNoun(_ subject: Range<Int>) -> Range<Int> {
    guard let last = subject.last, tokens[last].has(.growthNoun) else { return subject }
    return trimTail(subject.lowerBound..<last)
  }

  // MARK: Starting values, ratios

  /// 起征点从3万元提高到10万元, 16%的税率降至13%: the verb to the next number tells of a change.
  private var startsChange: Bool {
    guard window.precedesQuantity, let verb = window.right.last, tokens[verb].has(.reach) else {
      return false
    }
    if core.isStart || fromMark != nil { return true }
    return startsWithOf && reader.token(verb, isOneOf: reader.lexicon.grammar.changeVerbs)
  }

  private var fromMark: Int? {
    range.last { tokens[$0].kind == .word && tokens[$0].quantity == Token.fromMark }
  }

  private func start(_ draft: inout Draft) {
    draft.isStart = true
    draft.rule = .levelStart
    var low = range.lowerBound
    let high = fromMark ?? range.upperBound
    if low < high, isVerb(low) { low += 1 }
    draft.subject = trimTail(low..<max(low, high))
    if startsWithOf { draft.tail = nounRight }
    if isRatio(draft.quantity) {
      draft.relation = reader.ends(draft.subject, with: .levelRate) ? .level : .share
      if draft.subject.isEmpty || !reader.ends(draft.subject, with: [.shareNoun, .levelRate]) {
        draft.relation = .level
      }
    } else {
      draft.relation = .level
    }
    takeSubject(&draft)
  }

  private func isRatio(_ quantity: Quantity) -> Bool {
    !quantity.unitClass.isDisjoint(with: [.percent, .point])
  }

  /// A percentage without a verb: 报销比例60%, 85%以上农户参与.
  private func ratio(_ draft: inout Draft) {
    if range.isEmpty || isNounGoverned, hasNounRight || startsWithOf {
      draft.relation = .share
      draft.rule = .shareOf
      draft.subject = nounRight.isEmpty ? range : nounRight
      if !range.isEmpty, !hasVerb(range) { draft.subject = range }
    } else if let verb = firstVerb(range), tokens[verb].has([.rise, .fall]),
      verb == range.lowerBound
    {
      change(&draft, verb, verb + 1..<range.upperBound)
      return
    } else {
      draft.subject = trimTail(range)
      rate(&draft, draft.subject)
      if let last = range.last, tokens[last].has(.doing) {
        draft.action = last..<last + 1
        draft.subject = trimTail(range.lowerBound..<last)
      }
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  private var startsWithOf: Bool {
    guard let first = window.right.first else { return false }
    return tokens[first].has(.of)
  }

  private var isNounGoverned: Bool {
    guard let first = window.right.first else { return false }
    return !tokens[first].has(.of)
  }

  // MARK: Amounts

  /// A number with a unit and no verb of change or reach before it.
  private func amount(_ draft: inout Draft) {
    let verb = firstVerb(range)
    if draft.quantity.unitClass.contains(.times), verb == nil, startsWithVerb {
      return times(&draft)
    }
    let isStacked = window.right.isEmpty && range.isEmpty && !nounRight.isEmpty
    if hasNounRight || startsWithOf && !nounRight.isEmpty || isStacked {
      if let verb { return governed(&draft, verb) }
      if range.isEmpty || endsWithEtcetera || !startsWithVerb { return beforeNoun(&draft) }
    }
    if let verb { return done(&draft, verb) }
    bare(&draft)
  }

  /// 4次降低存款准备金率: the deed is counted.
  private func times(_ draft: inout Draft) {
    draft.relation = .count
    draft.rule = .countNoun
    draft.action = window.right.lowerBound..<window.right.lowerBound + 1
    draft.subject = trimTail(window.right)
    if draft.subject.isEmpty { draft.subject = trimTail(range) }
  }

  /// Verb, number, noun: 办好20件民生实事, 投资3.3亿元的机场快速路.
  private func governed(_ draft: inout Draft, _ verb: Int) {
    var last = lastVerb(range) ?? verb
    if startsWithOf, let end = range.last,
      reader.token(end, isOneOf: reader.lexicon.grammar.totalInvestment)
    {
      last = end
    }
    draft.relation = .count
    draft.action = last..<last + 1
    draft.subject = nounRight
    draft.rule = .countNoun
    if startsWithOf,
      tokens[last].has(.spend) || last == range.upperBound - 1 && tokens[last].has(.dependent)
    {
      draft.rule = .countSpend
      draft.tail = last..<last + 1
    } else if !nounFollowsVerb(last), !endsWithEtcetera {
      // 新增国家级专精特新企业5家、…: the object stands before the number.
      let object = trimTail(last + 1..<range.upperBound)
      if !object.isEmpty, !tokens[window.right.lowerBound].has(.of), startsWithVerb {
        draft.subject = object
      }
    }
    takeSubject(&draft)
  }

  private func nounFollowsVerb(_ verb: Int) -> Bool { verb == range.upperBound - 1 }

  /// Number, noun, perhaps a verb: 3个市获批…, 67栋沿街楼体亮化改造.
  private func beforeNoun(_ draft: inout Draft) {
    draft.relation = .count
    draft.rule = .countNoun
    draft.subject = nounRight
    if let verb = verbRight { draft.action = verb..<verb + 1 }
    if before?.rule == .countObject, window.isListed { draft.action = before?.action }
    if isStanding {
      draft.relation = .level
      draft.rule = .levelBare
      draft.isBackground = true
    }
    takeSubject(&draft)
  }

  /// 我国有上亿市场主体, 近14亿人口的大国: a standing fact.
  private var isStanding: Bool {
    if ends(window.left, reader.lexicon.grammar.country) { return true }
    return reader.lexicon.grammar.standing.starts(reader.bytes.span, reader.span(window.right))
  }

  /// Verb and object before the number, or subject and verb.
  private func done(_ draft: inout Draft, _ verb: Int) {
    let last = lastVerb(range) ?? verb
    let isObject = verb == range.lowerBound && last > verb + 1
    if last == range.upperBound - 1, !isObject { return verbLast(&draft, last) }
    let verbs = verb..<verbsEnd(verb)
    let object = trimTail(verbs.upperBound..<range.upperBound)
    if verb == range.lowerBound {
      if changesObject(verb, draft.quantity, object) { return change(&draft, verb, object) }
      if tokens[verb].has(.rise), !isRatio(draft.quantity), !object.isEmpty,
        !draft.quantity.unitClass.contains(.money)
      {
        draft.relation = .count
        draft.action = verb..<verb + 1
        draft.rule = .countObject
      } else if isAchieved(verb), reader.ends(object, with: .aggregate),
        !ends(object, reader.lexicon.grammar.areas)
      {
        draft.relation = .level
        draft.rule = .levelDone
      } else {
        draft.relation = .count
        draft.action = verbs
        draft.rule = .countObject
      }
      draft.subject = object
    } else if reader.ends(object, with: .aggregate), !tokens[last].has(.spend),
      !reader.ends(object, with: .actionNoun)
    {
      draft.relation = .level
      draft.rule = .levelBare
      draft.subject = trimTail(range)
    } else {
      draft.relation = .count
      draft.action = last..<last + 1
      draft.rule = .countObject
      draft.subject = trimTail(range)
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  /// 减轻负担2万亿元 changes; 增加公交站点20个 counts what is added.
  private func changesObject(_ verb: Int, _ quantity: Quantity, _ object: Range<Int>) -> Bool {
    guard tokens[verb].has([.rise, .fall]), !tokens[verb].has(.doing) else { return false }
    if tokens[verb].has(.fall) || isRatio(quantity) || object.isEmpty { return true }
    return quantity.unitClass.contains(.money)
  }

  /// 完成, 实现: with a published figure as object they say what was reached.
  private func isAchieved(_ verb: Int) -> Bool {
    reader.token(verb, isOneOf: reader.lexicon.grammar.achieveVerbs)
  }

  /// 家庭养老床位新增1.1万张, 地区生产总值完成253.7亿元, 投资3600万元.
  private func verbLast(_ draft: inout Draft, _ verb: Int) {
    let subject = trimTail(range.lowerBound..<verb)
    draft.relation = .count
    draft.action = verb..<verb + 1
    draft.rule = .countVerb
    draft.subject = subject
    if isAchieved(verb), !subject.isEmpty, !reader.ends(subject, with: .actionNoun) {
      draft.relation = .level
      draft.rule = .levelReach
      draft.action = nil
    }
    if tokens[verb].has(.spend) {
      draft.rule = .countSpend
      draft.tail = verb..<verb + 1
      if subject.isEmpty {
        draft.subject = verb..<verb + 1
        draft.tail = 0..<0
      }
    } else if subject.isEmpty {
      draft.inherits = true
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  /// A noun and a number: 粮食总产1142亿斤, 农村危房改造190万户, 温室500栋.
  private func bare(_ draft: inout Draft) {
    if let before, window.isListed, before.relation == .count, !range.isEmpty,
      range.allSatisfy({ tokens[$0].has([.actionNoun, .doing, .rise]) && !tokens[$0].has(.noun) })
    {
      // 新建高标准农田10万亩、改造提升8万亩: another deed on the same thing.
      draft.relation = .count
      draft.rule = .countVerb
      draft.action = range
      draft.inherits = true
      return
    }
    draft.subject = trimTail(range)
    draft.relation = .level
    draft.rule = .levelBare
    if reader.ends(draft.subject, with: .actionNoun)
      && !reader.ends(draft.subject, with: .aggregate)
    {
      draft.relation = .count
      draft.rule = .countAction
    } else if let before, window.isListed, before.relation == .count, !isStockNoun(draft.subject) {
      draft.relation = .count
      draft.action = before.action
      draft.rule = .countList
    } else if let before, before.relation == .count, continuesCount(draft, before) {
      draft.relation = .count
      draft.action = before.action
      draft.rule = .countList
    } else if draft.subject.isEmpty {
      draft.relation = before?.relation ?? .count
      draft.rule = .countList
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  /// 「新增大棚2500座，温室320座」, 「其中各类棚户区470万套」: the count before goes on.
  private func continuesCount(_ draft: Draft, _ before: Draft) -> Bool {
    guard !draft.subject.isEmpty, !isStockNoun(draft.subject) else { return false }
    if window.left.contains(where: { reader.token($0, isOneOf: reader.lexicon.grammar.among) }) {
      return true
    }
    return before.rule == .countObject && before.quantity.unitClass.contains(.classifier)
      && !before.quantity.unitClass.contains(.firm)
      && before.quantity.unit == draft.quantity.unit
  }

  /// 总数, 总量, 在库: a stock also within a list of things done.
  private func isStockNoun(_ subject: Range<Int>) -> Bool {
    ends(subject, reader.lexicon.grammar.stocks)
      || reader.lexicon.grammar.stored.occurs(in: reader.bytes.span, reader.span(subject))
  }

  // MARK: Nouns and verbs around

  private func firstVerb(_ range: Range<Int>) -> Int? { range.first { isVerb($0) } }
  private func lastVerb(_ range: Range<Int>) -> Int? { range.last { isVerb($0) } }
  private func hasVerb(_ range: Range<Int>) -> Bool { firstVerb(range) != nil }

  /// Behind the verbs that follow each other: 培育认定, 新建和改造.
  private func verbsEnd(_ verb: Int) -> Int {
    var end = verb + 1
    while end < range.upperBound {
      if tokens[end].has([.doing, .rise]), !tokens[end].has(.noun), end + 1 < range.upperBound {
        end += 1
      } else if isJoin(end), end + 2 < range.upperBound, tokens[end + 1].has(.doing) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.has([.doing, .rise, .fall]), !token.has(.noun) else { return false }
    // 改造, 建设 at the end of a noun phrase name what is measured.
    if token.has(.actionNoun), index > range.lowerBound { return false }
    return true
  }

  private var endsWithEtcetera: Bool {
    guard let last = range.last else { return false }
    return tokens[last].has(.etcetera)
  }

  private var startsWithVerb: Bool {
    guard let first = window.right.first else { return false }
    let token = tokens[first]
    return token.has([.doing, .ranking, .reach, .rise, .fall, .compare])
      && !token.has([.noun, .actionNoun])
  }

  private var hasNounRight: Bool {
    guard let first = window.right.first else { return false }
    let token = tokens[first]
    if startsWithVerb || token.kind == .listMark { return false }
    if token.has(.adverb), first + 1 < window.right.upperBound {
      let next = tokens[first + 1]
      return !next.has([.doing, .rise, .fall, .reach]) || next.has([.noun, .actionNoun])
    }
    return !token.has([
      .conjunction, .of, .preposition, .adverb, .modal, .time, .respectively, .each,
    ])
      || token.has(.noun)
  }

  /// The noun phrase behind the number, without 的.
  private var nounRight: Range<Int> {
    let right = nounWindow
    var low = right.lowerBound
    if low < right.upperBound, tokens[low].has(.of) { low += 1 }
    var high = low
    while high < right.upperBound, isNounPart(high, first: low) { high += 1 }
    return trimTail(low..<high)
  }

  /// The right side; behind an age or size class where that stands in between.
  private var nounWindow: Range<Int> {
    let next = window.right.lowerBound
    guard window.right.isEmpty, window.precedesQuantity, next + 1 < tokens.count, range.isEmpty,
      reader.quantities[tokens[next].quantity].unitClass.contains(.classifier)
        || reader.quantities[tokens[next].quantity].boundIsBehind
    else { return window.right }
    var high = next + 1
    while high < tokens.count, !tokens[high].isBreak, tokens[high].kind != .quantity { high += 1 }
    return next + 1..<high
  }

  private func isNounPart(_ index: Int, first: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .name: return true
    case .listMark:
      return index > first && index + 1 < tokens.count && !tokens[index + 1].has(.dependent)
    case .unknown: return true
    case .word: break
    default: return false
    }
    if token.has([.noun, .actionNoun, .aggregate, .dependent, .shareNoun]) { return true }
    if token.has([.conjunction, .etcetera, .of]) { return index > first }
    if token.has([.doing, .rise, .fall, .reach, .ranking, .compare, .each]) {
      return index == first ? !startsWithVerb : endsFragment(index - 1)
    }
    return !token.has([.preposition, .adverb, .modal, .time, .of]) || index == first
  }

  /// One unknown character before a verb is more likely the first half of a noun (运+动员).
  private func endsFragment(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .unknown && token.end - token.start == 3
  }

  /// The verb behind the noun phrase on the right.
  private var verbRight: Int? {
    let noun = nounRight
    guard !noun.isEmpty else { return nil }
    let end = max(noun.upperBound, nounWindow.upperBound)
    return (noun.upperBound..<end).first {
      tokens[$0].has([.doing, .rise, .fall])
    }
  }

  /// Leaves out adverbs, 的, 同比 and the like at the end, and at the start.
  private func trimTail(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while high > low, isTrailing(high - 1) { high -= 1 }
    while low < high, isLeading(low) { low += 1 }
    return low..<high
  }

  private func isTrailing(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.has([.noun, .aggregate]) { return false }
    return token.kind == .listMark || token.kind == .quote
      || token.has([
        .adverb, .modal, .time, .of, .respectively, .each, .total, .preposition, .conjunction,
        .etcetera,
      ])
  }

  private func isLeading(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.has([.noun, .aggregate]) { return false }
    return token.kind == .quote || token.kind == .listMark
      || token.has([
        .adverb, .modal, .time, .place, .of, .preposition, .conjunction, .total, .etcetera, .each,
      ])
  }

  /// Carries the subject over where the clause names none, or only a noun that needs one.
  private func takeSubject(_ draft: inout Draft) {
    if draft.subject.isEmpty, draft.tail.isEmpty {
      draft.inherits = true
    } else if draft.subject.count == 1, tokens[draft.subject.lowerBound].has(.dependent),
      before != nil
    {
      draft.tail = draft.subject
      draft.subject = 0..<0
      draft.inherits = true
    } else if draft.subject.isEmpty {
      draft.inherits = true
    }
  }

  /// How a list of subjects shares the number.
  private func sharing(_ draft: Draft) -> Draft.Sharing {
    if window.left.contains(where: { tokens[$0].has(.respectively) }) { return .respectively }
    let isList = draft.subject.contains { tokens[$0].kind == .listMark }
    let hasEach = window.left.contains { tokens[$0].has(.each) }
    if hasEach, draft.subject.contains(where: { isJoin($0) }) { return .each }
    let mark = draft.subject.first { tokens[$0].has(.etcetera) }
    guard isList, mark == nil || ends(draft.subject, reader.lexicon.grammar.indicators) else {
      return .none
    }
    // 「A、B 90%以上由企业牵头」 says it of each.
    let isEach = draft.relation == .share && draft.rule == .shareNoun && !window.right.isEmpty
    return draft.relation == .growth || draft.relation == .rank || isEach ? .each : .none
  }

  private func isJoin(_ index: Int) -> Bool {
    tokens[index].kind == .listMark || tokens[index].has(.conjunction)
  }

  private func ends(_ range: Range<Int>, _ words: WordList) -> Bool {
    words.endsWith(reader.bytes.span, reader.span(range))
  }
}
