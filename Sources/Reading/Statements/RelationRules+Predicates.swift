import Domain

/// Verbs right before the number: 增长, 达到, 高于, 占.
extension RelationRules {
  /// 高于全国0.7个百分点, 比上年增加8000亿元.
  func compare(_ draft: inout Draft) -> Bool {
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

  var hasThan: Bool { than != nil }

  /// The token 比 or 较上年 that opens a comparison.
  var than: Int? { window.left.first { tokens[$0].has(.than) } }

  /// 占全年支出的50.2%.
  func portion(_ draft: inout Draft) -> Bool {
    guard isRatio(draft.quantity), let verb = range.last(where: { tokens[$0].has(.portion) }) else {
      return false
    }
    draft.relation = .share
    draft.rule = .sharePortion
    let low = realised(range.lowerBound)
    let isWhole = verb == low
    var high = range.upperBound
    while high > verb + 1, tokens[high - 1].has(.reach) { high -= 1 }
    draft.subject = isWhole ? 0..<0 : trimTail(low..<high)
    if isWhole { draft.tail = trimTail(verb..<high) }
    takeSubject(&draft)
    return true
  }

  /// A verb right before the number: 增长, 下降, 达到, 降至.
  func predicate(_ draft: inout Draft) -> Bool {
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

  /// Behind 实现, which says nothing of what is measured: 实现非公经济占比达到70%.
  func realised(_ low: Int) -> Int {
    guard low < range.upperBound, reader.token(low, isOneOf: reader.lexicon.grammar.realise) else {
      return low
    }
    return low + 1
  }

  /// Behind 把 or 将, which move the object before the verb.
  func objectStart(_ range: Range<Int>) -> Int {
    let mark = range.dropLast().last {
      tokens[$0].has(.preposition) && reader.token($0, isOneOf: reader.lexicon.grammar.objectMarks)
    }
    return mark.map { $0 + 1 } ?? min(realised(range.lowerBound), range.upperBound)
  }

  /// 增加3个停车场: the things added are counted, not changed.
  func countsNoun(_ quantity: Quantity) -> Bool {
    guard quantity.unitClass.contains(.classifier), hasNounRight else { return false }
    return !tokens[window.right.lowerBound].has(.of)
  }

  func change(_ draft: inout Draft, _ verb: Int, _ subject: Range<Int>) {
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

  func reach(_ draft: inout Draft, _ subject: Range<Int>) {
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
  func rate(_ draft: inout Draft, _ subject: Range<Int>) {
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

  var beforeSubject: Range<Int> { before?.subject ?? 0..<0 }

  /// 居民消费价格涨幅3%左右.
  func growthNoun(_ draft: inout Draft) -> Bool {
    guard isRatio(draft.quantity), reader.ends(range, with: .growthNoun) else { return false }
    draft.relation = draft.quantity.unitClass.contains(.point) ? .change : .growth
    draft.rule = .growthNoun
    draft.isNegative = ends(range, reader.lexicon.grammar.fallNouns)
    draft.subject = trimGrowthNoun(trimTail(range))
    takeSubject(&draft)
    draft.sharing = sharing(draft)
    return true
  }

  func trimGrowthNoun(_ subject: Range<Int>) -> Range<Int> {
    guard let last = subject.last, tokens[last].has(.growthNoun) else { return subject }
    return trimTail(subject.lowerBound..<last)
  }
}
