/// Splits one clause into the tasks that its list holds.
///
/// A list of objects under one verb stays one task; two verbs with objects of their own (开通新线路、
/// 增加公交站点), two states (A开工、B投入运营) and two amounts of work (7个项目的拆迁以及9个项目的征收) are two.
struct ListSplitter {
  let sentence: TaskSentence
  let parser: ClauseParser

  /// The tasks of a clause in order; the clause itself where nothing splits it.
  func split(_ draft: TaskDraft) -> [TaskDraft] {
    switch draft.shape {
    case .verbFirst: verbObjects(draft) ?? amounts(draft) ?? [draft]
    case .verbLast: states(draft) ?? [draft]
    case .governed, .numberOnly: [draft]
    }
  }

  // MARK: Two verbs

  private func verbObjects(_ draft: TaskDraft) -> [TaskDraft]? {
    let isPivot = draft.verb.contains { sentence.has($0, .pivot) }
    guard !isPivot, !hasTail(draft.object) else { return nil }
    let marks = draft.object.filter { sentence.kind($0) == .listMark && startsVerb($0 + 1, draft) }
    guard let first = marks.first, first > draft.object.lowerBound, let last = marks.last,
      !(last..<draft.tokens.upperBound).contains(where: { sentence.is($0, "的") })
    else { return nil }
    var out: [TaskDraft] = []
    var start = draft.tokens.lowerBound
    for mark in marks + [draft.tokens.upperBound] {
      guard let part = parser.parse(start..<mark), part.shape == .verbFirst,
        sentence.length(part.object) >= 2
      else { return nil }
      out.append(part)
      start = mark + 1
    }
    return out
  }

  /// 等工作, 等行动, …的机制: the list belongs to one noun.
  private func hasTail(_ object: Range<Int>) -> Bool {
    guard let last = object.last else { return false }
    return object.contains { sentence.is($0, "等") } || sentence.has(last, .programme)
  }

  private func startsVerb(_ start: Int, _ draft: TaskDraft) -> Bool {
    let body = start..<draft.object.upperBound
    let head = parser.skipBeforeVerb(body).index
    guard head + 1 < body.upperBound,
      sentence.has(head, [.datable, .carry, .works, .endless])
    else { return false }
    if head == start, sentence.has(head, .actionNoun) { return false }
    let next = sentence.kind(head + 1)
    return next != .listMark && !sentence.isOne(head + 1, of: ["的", "和", "与", "等", "及", "化"])
  }

  // MARK: Two states

  private func states(_ draft: TaskDraft) -> [TaskDraft]? {
    var out: [TaskDraft] = []
    var start = draft.tokens.lowerBound
    let marks = draft.object.filter { sentence.kind($0) == .listMark }
    for mark in marks + [draft.tokens.upperBound] where mark > start {
      guard let verb = state(endingAt: mark, from: start) else { continue }
      let noun = parser.skipBeforeVerb(start..<mark)
      out.append(
        TaskDraft(
          tokens: start..<mark, verb: verb, object: noun.index..<verb.lowerBound, shape: .verbLast,
          modal: noun.modal ?? draft.modal))
      start = mark + 1
    }
    return out.count > 1 ? out : nil
  }

  private func state(endingAt end: Int, from start: Int) -> Range<Int>? {
    guard end - start > 1, let verb = parser.closingState(start..<end) else { return nil }
    return verb.lowerBound > start ? verb : nil
  }

  // MARK: Two amounts of work

  /// Each part has a number and a noun of action of its own.
  private func amounts(_ draft: TaskDraft) -> [TaskDraft]? {
    let marks = draft.object.filter { isAmountMark($0) }
    guard !marks.isEmpty else { return nil }
    var out: [TaskDraft] = []
    var start = draft.object.lowerBound
    for mark in marks + [draft.object.upperBound] {
      guard isAmount(start..<mark) else { continue }
      let isFirst = out.isEmpty
      out.append(
        TaskDraft(
          tokens: (isFirst ? draft.tokens.lowerBound : start)..<mark,
          verb: isFirst ? draft.verb : start..<start, object: start..<mark,
          shape: isFirst ? .verbFirst : .numberOnly, modal: draft.modal,
          sharedVerb: isFirst ? nil : draft.verb))
      start = mark + 1
    }
    guard out.count > 1, out.last?.tokens.upperBound == draft.object.upperBound else { return nil }
    return out
  }

  private func isAmountMark(_ index: Int) -> Bool {
    sentence.kind(index) == .listMark || sentence.is(index, "以及")
  }

  private func isAmount(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    guard let noun = range.last(where: { sentence.kind($0) != .quantity }) else { return false }
    return sentence.holdsQuantity(range) && sentence.endsWith(noun, .actionNoun)
  }
}
