import Domain

/// Amounts: verb and object, noun and verb, a bare noun.
extension RelationRules {
  /// A number with a unit and no verb of change or reach before it.
  func amount(_ draft: inout Draft) {
    let verb = firstVerb(range)
    if draft.quantity.unitClass.contains(.times), verb == nil, startsWithVerb {
      return times(&draft)
    }
    let isStacked = window.right.isEmpty && !nounRight.isEmpty
    if hasNounRight || startsWithOf && !nounRight.isEmpty || isStacked {
      if let verb { return governed(&draft, verb) }
      if range.isEmpty || endsWithEtcetera || !startsWithVerb { return beforeNoun(&draft) }
    }
    if let verb { return done(&draft, verb) }
    bare(&draft)
  }

  /// 4次降低存款准备金率: the deed is counted.
  func times(_ draft: inout Draft) {
    draft.relation = .count
    draft.rule = .countNoun
    draft.action = window.right.lowerBound..<window.right.lowerBound + 1
    draft.subject = trimTail(window.right)
    if draft.subject.isEmpty { draft.subject = trimTail(range) }
  }

  /// Verb, number, noun: 办好20件民生实事, 投资3.3亿元的机场快速路.
  func governed(_ draft: inout Draft, _ verb: Int) {
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

  func nounFollowsVerb(_ verb: Int) -> Bool { verb == range.upperBound - 1 }

  /// Number, noun, perhaps a verb: 3个市获批…, 67栋沿街楼体亮化改造.
  func beforeNoun(_ draft: inout Draft) {
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
  var isStanding: Bool {
    if ends(window.left, reader.lexicon.grammar.country) { return true }
    return reader.starts(reader.lexicon.grammar.standing, reader.span(window.right))
  }

  /// Verb and object before the number, or subject and verb.
  func done(_ draft: inout Draft, _ verb: Int) {
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
  func changesObject(_ verb: Int, _ quantity: Quantity, _ object: Range<Int>) -> Bool {
    guard tokens[verb].has([.rise, .fall]), !tokens[verb].has(.doing) else { return false }
    if tokens[verb].has(.fall) || isRatio(quantity) || object.isEmpty { return true }
    return quantity.unitClass.contains(.money)
  }

  /// 完成, 实现: with a published figure as object they say what was reached.
  func isAchieved(_ verb: Int) -> Bool {
    reader.token(verb, isOneOf: reader.lexicon.grammar.achieveVerbs)
  }

  /// 家庭养老床位新增1.1万张, 地区生产总值完成253.7亿元, 投资3600万元.
  func verbLast(_ draft: inout Draft, _ verb: Int) {
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
  func bare(_ draft: inout Draft) {
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
  func continuesCount(_ draft: Draft, _ before: Draft) -> Bool {
    guard !draft.subject.isEmpty, !isStockNoun(draft.subject) else { return false }
    if window.left.contains(where: { reader.token($0, isOneOf: reader.lexicon.grammar.among) }) {
      return true
    }
    return before.rule == .countObject && before.quantity.unitClass.contains(.classifier)
      && !before.quantity.unitClass.contains(.firm)
      && before.quantity.unit == draft.quantity.unit
  }

  /// 总数, 总量, 在库: a stock also within a list of things done.
  func isStockNoun(_ subject: Range<Int>) -> Bool {
    ends(subject, reader.lexicon.grammar.stocks)
      || reader.occurs(reader.lexicon.grammar.stored, reader.span(subject))
  }
}
