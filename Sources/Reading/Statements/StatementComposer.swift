import Domain

/// Turns drafts into statements: words for the indicator, kind, period, modality.
struct StatementComposer {
  let sentence: SentenceReader
  let context: SentenceContext
  private var tokens: [Token] { sentence.tokens }
  private let nature: Statement.Nature?
  /// The indicator of the statement before, for carrying over.
  private var lastIndicator = ""
  private var lastRelation: Statement.Relation = .count
  /// All indicators of the sentence so far.
  private var history: [String] = []
  /// The years that dated the values of a change: 由2018年的…增加到2023年的….
  private var statedYears: [String] = []
  /// The names of a list that 分别 spreads over the following numbers.
  private var spread: [String] = []
  private var spreadNext = 0

  init(sentence: SentenceReader, context: SentenceContext) {
    self.sentence = sentence
    self.context = context
    nature =
      sentence.tokens.contains { $0.has(.binding) }
      ? .binding : sentence.tokens.contains { $0.has(.expected) } ? .expected : nil
  }

  /// Appends the statements of one draft; a shared number gives one for each of its subjects.
  mutating func compose(
    _ draft: Draft, _ index: Int, of drafts: [Draft], into statements: inout [Statement]
  ) {
    if let year = draft.period { statedYears.append(String(year.prefix(4))) }
    switch draft.sharing {
    case .none: append(indicator(draft, index, drafts), draft, &statements)
    case .respectively: append(respective(draft, index, drafts), draft, &statements)
    case .each: for name in names(draft) { append(name, draft, &statements) }
    }
  }

  private mutating func append(
    _ found: String, _ draft: Draft, _ statements: inout [Statement]
  ) {
    let indicator = found.isEmpty ? clauseWords(draft.window) : found
    statements.append(statement(draft, indicator))
    guard !draft.isBackground else { return }
    // Compared as bytes: the general comparison of strings is slow for Chinese.
    if !lastIndicator.utf8.elementsEqual(indicator.utf8) { history.append(indicator) }
    lastIndicator = indicator
    lastRelation = draft.relation
  }

  // MARK: Indicators

  private func indicator(_ draft: Draft, _ index: Int, _ drafts: [Draft]) -> String {
    let own = words(draft.subject)
    let tail =
      medal(draft.quantity) ?? (draft.tail.isEmpty ? "" : noun(ofSpending: words(draft.tail)))
    if draft.rule == .countSpend, draft.subject == draft.action || own.isEmpty {
      return invested(draft, index, drafts)
    }
    if isGrade(draft.subject), !lastIndicator.isEmpty { return graded(own) }
    if draft.inherits || own.isEmpty { return carried(draft, tail) }
    return tail.isEmpty || own.hasSuffix(tail) ? own : own + tail
  }

  /// 完成投资, 累计完成投资 → 投资; 总投资 and other words stay.
  private func noun(ofSpending verb: String) -> String {
    verb.hasSuffix("投资") && verb != "总投资" ? "投资" : verb
  }

  private func medal(_ quantity: Quantity) -> String? {
    quantity.unitClass.contains(.medal) ? quantity.unit + "牌" : nil
  }

  /// 省级, 市级: no more than four characters, the last of them 级.
  private func isGrade(_ subject: Range<Int>) -> Bool {
    let span = sentence.span(subject)
    return span.count <= 12 && sentence.endsWith(sentence.lexicon.grammar.grade, span)
  }

  /// 国家级“小巨人”企业3家、省级26家: the same thing of another grade.
  private func graded(_ grade: String) -> String {
    let grades = ["国家级", "省级", "市级", "县级", "区级", "自治区级"]
    for other in grades where lastIndicator.hasPrefix(other) {
      return grade + lastIndicator.dropFirst(other.count)
    }
    return grade + lastIndicator
  }

  /// 投资3600万元，完成54栋…: what is invested in follows; 完成投资 after a subject belongs to it.
  private func invested(_ draft: Draft, _ index: Int, _ drafts: [Draft]) -> String {
    let verb = words(draft.action ?? 0..<0)
    let noun = noun(ofSpending: verb)
    let clause = draft.window
    let next = clause.right.upperBound
    let opens = verb == "投资" || !tokens[..<clause.left.lowerBound].contains { $0.isBreak }
    if opens, next + 1 < tokens.count, tokens[next].kind == .comma, tokens[next + 1].has(.doing) {
      return following(next + 1, index, drafts) + noun
    }
    let base = lastIndicator.isEmpty ? leadingNoun() : lastIndicator
    return base.hasSuffix(noun) ? base : base + noun
  }

  /// The object of the clause that starts at `token`, or the next number's subject.
  private func following(_ token: Int, _ index: Int, _ drafts: [Draft]) -> String {
    if index + 1 < drafts.count, !drafts[index + 1].subject.isEmpty {
      return words(drafts[index + 1].subject)
    }
    var high = token + 1
    while high < tokens.count, !tokens[high].isBreak, tokens[high].kind != .quantity { high += 1 }
    return words(token + 1..<high)
  }

  /// The noun phrase before the first verb of the sentence.
  private func leadingNoun() -> String {
    var low = 0
    while low < tokens.count, tokens[low].has(.skippable) || tokens[low].isBreak { low += 1 }
    var high = low
    while high < tokens.count, !tokens[high].isBreak, tokens[high].kind != .quantity,
      !tokens[high].has([.doing, .adverb]) || tokens[high].has([.noun, .actionNoun])
    { high += 1 }
    return words(low..<high)
  }

  /// The indicator before, with the noun that needs it: 财政民生支出 + 占比.
  private func carried(_ draft: Draft, _ tail: String) -> String {
    let base = lastIndicator.isEmpty ? leadingNoun() : lastIndicator
    if draft.relation == .change, lastRelation == .growth, draft.rule == .changeCompare {
      return base.hasSuffix("增速") ? base : base + "增速"
    }
    if base.isEmpty { return tail.isEmpty ? words(draft.action ?? 0..<0) : tail }
    if base.hasSuffix(tail) { return base }
    return base + tail
  }

  /// 城镇、农村居民人均可支配收入分别增长4.8%、6.2%: the list's names in turn.
  private mutating func respective(_ draft: Draft, _ index: Int, _ drafts: [Draft]) -> String {
    let opens = draft.window.left.contains {
      tokens[$0].has(.respectively)
    }
    let continues =
      !opens && index > 0 && drafts[index - 1].sharing == .respectively && draft.inherits
      && !draft.hasOwnWords
    if !continues {
      spread = names(draft)
      spreadNext = 0
    }
    guard spreadNext < spread.count else { return spread.last ?? lastIndicator }
    spreadNext += 1
    return spread[spreadNext - 1]
  }

  /// The names of a listed subject, each completed by what the last one ends with.
  private func names(_ draft: Draft) -> [String] {
    let tail = words(draft.tail)
    if draft.subject.isEmpty, draft.sharing == .respectively {
      let names = NameList.split(sentence, clauseBefore(draft.token))
      if names.count > 1 { return names }
      let count = groupCount(draft)
      if count > 1, history.count >= count { return Array(history.suffix(count)) }
    }
    let full = draft.subject.isEmpty ? lastIndicator : words(draft.subject)
    let action = draft.action.map { words($0) } ?? ""
    let suffix = tail.isEmpty && action == "完成投资" ? "投资" : tail
    var names = NameList.split(sentence, draft.subject)
    if names.count < 2 { names = NameList.pair(full) }
    return names.map { $0.hasSuffix(suffix) ? $0 : $0 + suffix }
  }

  /// How many numbers 分别 spreads over: this one and those listed behind it.
  private func groupCount(_ draft: Draft) -> Int {
    var count = 1
    var index = draft.token
    while index + 2 < tokens.count,
      tokens[index + 1].kind == .listMark || tokens[index + 1].has(.conjunction),
      tokens[index + 2].kind == .quantity
    {
      count += 1
      index += 2
    }
    return count
  }

  /// The noun phrase that opens the clause before the one with `token`, where it has no number.
  private func clauseBefore(_ token: Int) -> Range<Int> {
    var end = token
    while end > 0, !tokens[end - 1].isBreak { end -= 1 }
    guard end > 1 else { return 0..<0 }
    var low = end - 1
    while low > 0, !tokens[low - 1].isBreak { low -= 1 }
    while low < end - 1, tokens[low].has(.skippable) { low += 1 }
    var high = low
    while high < end - 1, tokens[high].kind != .quantity,
      !tokens[high].has(WordClass.anyVerb.union([.adverb, .preposition])) || tokens[high].has(.noun)
    { high += 1 }
    return low..<high
  }

  private func words(_ range: Range<Int>) -> String { sentence.words(range) }

  /// The words of the clause around a number, where nothing better was found.
  private func clauseWords(_ window: Window) -> String {
    let right = words(window.right)
    return right.isEmpty ? words(window.left) : right
  }

  // MARK: Statements

  private func statement(_ draft: Draft, _ indicator: String) -> Statement {
    let quantity = draft.quantity
    let sign: Exact = draft.isNegative ? -1 : 1
    let kind = kind(draft)
    let clause = clause(around: draft.token)
    return Statement(
      range: quantity.range, clause: clause, sentence: context.range,
      passage: context.passage, indicator: indicator,
      action: draft.relation == .count ? draft.action.map { words($0) } : nil,
      relation: draft.relation, bound: quantity.bound, strict: quantity.strict,
      value: quantity.value * sign, value2: quantity.value2.map { $0 * sign },
      unit: quantity.unit, kind: kind, period: period(draft, kind), modality: modality(draft),
      nature: nature, isStart: draft.rule == .levelStart, rule: draft.rule.rawValue,
      note: note(draft))
  }

  private func kind(_ draft: Draft) -> Statement.Kind {
    if draft.isBackground { return .background }
    switch context.era.kind {
    case .review: return .claim
    case .plan: return draft.isStart || isFact(draft) ? .background : .target
    case .unknown: return modality(draft) == nil ? .claim : .target
    }
  }

  /// 「我国60岁以上人口已达2.5亿」: a fact that a plan gives as its reason.
  private func isFact(_ draft: Draft) -> Bool {
    guard draft.relation == .level else { return false }
    let left = context.range.lowerBound..<draft.quantity.range.lowerBound
    let words = sentence.lexicon.grammar
    return sentence.occurs(words.ownCountry, left) || sentence.endsWith(words.already, left)
  }

  private func period(_ draft: Draft, _ kind: Statement.Kind) -> String? {
    if let stated = draft.period { return String(stated.prefix(4)) }
    if draft.isStart || kind == .background { return nil }
    if draft.relation == .growth, note(draft) == "年均", let first = statedYears.first,
      let last = statedYears.last, first < last
    {
      return "\(first)-\(last)"
    }
    return context.era.period
  }

  /// The nearest word of will or estimate before the number, in its sentence.
  private func modality(_ draft: Draft) -> String? {
    var index = draft.token - 1
    while index >= 0 {
      if tokens[index].has(.modal), sentence.token(index, isOneOf: sentence.lexicon.grammar.modals)
      {
        return sentence.word(index)
      }
      if tokens[index].kind == .semicolon { return nil }
      index -= 1
    }
    return nil
  }

  private func note(_ draft: Draft) -> String? {
    for index in draft.window.left where tokens[index].has([.adverb, .total, .time, .doing]) {
      if sentence.starts(sentence.lexicon.grammar.cumulative, tokens[index].range) {
        return "累计"
      }
      if sentence.token(index, isOneOf: sentence.lexicon.grammar.averages) {
        return sentence.word(index)
      }
    }
    return nil
  }

  /// From the mark before the quantity to the mark behind it.
  private func clause(around token: Int) -> Range<Int> {
    var low = token
    while low > 0, !tokens[low - 1].isBreak { low -= 1 }
    var high = token
    while high + 1 < tokens.count, !tokens[high + 1].isBreak { high += 1 }
    return tokens[low].start..<tokens[high].end
  }
}

extension Draft {
  /// The clause names a subject or a verb of its own.
  var hasOwnWords: Bool { !subject.isEmpty || !tail.isEmpty }
}
