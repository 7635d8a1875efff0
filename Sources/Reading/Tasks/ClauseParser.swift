/// Finds verb and object of one segment.
///
/// Order of rules: what stands before the clause is left out, manner clauses are no tasks, then
/// verb first (启动A), governed (对A实施B), a wish with its own clause (确保A开工), verb last (A开工),
/// number only (在库企业400家).
struct ClauseParser {
  let sentence: TaskSentence
  let ownNames: [String]

  /// The task of a segment, or nil where it has none.
  func parse(_ segment: Range<Int>) -> TaskDraft? {
    let start = ClauseLead(sentence: sentence, ownNames: ownNames).skip(segment)
    guard start < segment.upperBound else { return nil }
    let body = start..<segment.upperBound
    if isManner(body) { return nil }
    let head = skipBeforeVerb(body)
    if let draft = verbFirst(body, head) { return draft }
    if let draft = governed(body, head.index) { return draft }
    return verbLast(body, head)
  }

  /// Where the verb may start, and the modal word that was passed.
  typealias Head = (index: Int, modal: Int?)

  /// Passes modal words, adverbs and times; a word that can be a verb is one before its object.
  func skipBeforeVerb(_ body: Range<Int>) -> Head {
    var index = body.lowerBound
    var modal: Int? = nil
    if sentence.isQuoted(index), sentence.has(index + 1, [.anyTask, .adverb]) { index += 1 }
    while index < body.upperBound, sentence.has(index, .beforeVerb) {
      if sentence.has(index, .modal) {
        if sentence.has(index, .anyTask), !leadsVerb(index + 1, body) { break }
        modal = modal ?? index
      } else if sentence.has(index, .anyTask), !leadsVerb(index + 1, body) {
        break
      }
      index += 1
    }
    return (index, modal)
  }

  /// Whether a verb with an object of its own follows, adverbs between left out.
  private func leadsVerb(_ start: Int, _ body: Range<Int>) -> Bool {
    var index = start
    while index < body.upperBound, sentence.has(index, [.adverb, .modal]),
      sentence.tokens[index].classes.isDisjoint(with: .anyTask)
    {
      index += 1
    }
    return index + 1 < body.upperBound && sentence.has(index, [.datable, .carry, .works, .endless])
      && !sentence.is(index + 1, "的")
  }

  // MARK: Manner

  /// Whether the clause only says how, on what basis or to what end.
  private func isManner(_ body: Range<Int>) -> Bool {
    let first = body.lowerBound
    guard sentence.has(first, .manner) else { return isReason(body) }
    if sentence.has(first, .adverb), leadsVerb(first + 1, body) { return false }
    if sentence.has(first, .anyTask), !sentence.has(first, .effect) { return false }
    guard sentence.has(first, .preposition), !sentence.isOne(first, of: ["以", "让", "使"]) else {
      return true
    }
    guard let draft = governed(body, first) else { return true }
    return !sentence.any(draft.verb, [.datable, .carry])
      || draft.object.lowerBound < draft.verb.lowerBound
  }

  /// 为…提供支撑, 为…奠定基础; 把…作为…
  private func isReason(_ body: Range<Int>) -> Bool {
    guard sentence.isOne(body.lowerBound, of: ["为", "把", "将"]) else { return false }
    if sentence.is(body.lowerBound, "为") {
      let draft = governed(body, body.lowerBound)
      return !sentence.holdsQuantity(body)
        && !(draft.map { sentence.any($0.verb, .datable) } ?? false)
    }
    let goals = ["作为", "摆在", "放在", "成为", "建设成", "建成", "打造成", "贯穿", "变成", "打造为", "作", "办成"]
    return body.contains { sentence.isOne($0, of: goals) }
  }

  // MARK: Verb first

  private func verbFirst(_ body: Range<Int>, _ head: Head) -> TaskDraft? {
    let verb = chain(head.index, body)
    guard !verb.isEmpty else { return nil }
    var object = verb.upperBound..<body.upperBound
    if sentence.isOne(object.lowerBound, of: ["的", "等"]) || isAttribute(object.lowerBound) {
      return nil
    }
    var last = verb
    if object.isEmpty {
      // 推进改革: the last verb is the object.
      if verb.count > 1, !sentence.has(verb.upperBound - 1, .endState) {
        last = verb.dropLast()
        object = verb.upperBound - 1..<verb.upperBound
      } else if sentence.isOne(verb.lowerBound, of: ["完成", "全面完成", "实现", "实施", "开展"]) {
        return nil
      } else if !sentence.any(verb, [.endState, .datable]), sentence.length(verb) < 4 {
        return nil
      }
    }
    return TaskDraft(
      tokens: body, verb: last, object: object, shape: .verbFirst, modal: head.modal)
  }

  /// 发展壮大的集体经济: the verbs belong to the noun.
  private func isAttribute(_ index: Int) -> Bool {
    sentence.is(index + 1, "的") && sentence.has(index, .anyTask)
      && !sentence.has(index, .actionNoun)
  }

  /// Verbs side by side (培育引进, 建成并投入使用, 新建、改扩建), each but the last without an object.
  func chain(_ start: Int, _ body: Range<Int>) -> Range<Int> {
    guard start < body.upperBound, sentence.has(start, .anyTask) else { return start..<start }
    var end = start + 1
    while end < body.upperBound {
      let next = isJoint(end) ? end + 1 : end
      guard next < body.upperBound, sentence.has(next, .anyTask),
        isVerbal(next, after: end, body)
      else { break }
      end = next + 1
    }
    return start..<end
  }

  private func isJoint(_ index: Int) -> Bool {
    sentence.kind(index) == .listMark || sentence.isOne(index, of: ["和", "并", "与", "及"])
  }

  /// A word that can be a noun (改造, 服务) is none where an object follows right behind it.
  private func isVerbal(_ index: Int, after end: Int, _ body: Range<Int>) -> Bool {
    let next = index + 1
    if next == body.upperBound {
      return index == end && !sentence.has(index, .actionNoun) || sentence.has(index, .endState)
    }
    if sentence.is(next, "的") || sentence.is(next, "等") { return false }
    if index > end, sentence.kind(next) == .listMark { return false }
    let isNoun = sentence.has(index, .actionNoun)
    return !isNoun || sentence.kind(next) == .quantity || sentence.kind(next) == .unknown
  }

  // MARK: Governed

  /// 对A实施B, 在A开展B, 把A纳入B.
  private func governed(_ body: Range<Int>, _ start: Int) -> TaskDraft? {
    guard sentence.has(start, .preposition) else { return nil }
    let inner = start + 2..<max(start + 2, body.upperBound)
    guard let verb = inner.first(where: { isGovernor($0, body) }) else { return nil }
    let verbs = chain(verb, body)
    let after = verbs.upperBound..<body.upperBound
    let object = after.isEmpty || sentence.isOne(verb, of: ["予以", "进行", "实施"])
    return TaskDraft(
      tokens: body, verb: verbs,
      object: object ? start + 1..<verb : after, shape: .governed)
  }

  private func isGovernor(_ index: Int, _ body: Range<Int>) -> Bool {
    if sentence.isOne(index, of: ["予以", "进行", "给予", "加以"]) { return index + 1 < body.upperBound }
    guard sentence.has(index, .anyTask), !sentence.is(index + 1, "的") else { return false }
    let isVerb =
      sentence.has(index - 1, [.adverb, .conjunction]) || !sentence.has(index, .actionNoun)
    return isVerb && sentence.has(index, [.datable, .carry, .works, .endless])
      && index + 1 < body.upperBound && sentence.kind(index + 1) != .listMark
      && !sentence.isOne(index + 1, of: ["和", "与", "等"])
  }

  // MARK: Verb last

  private func verbLast(_ body: Range<Int>, _ head: Head) -> TaskDraft? {
    let noun = head.index..<body.upperBound
    guard !noun.isEmpty else { return nil }
    if let verb = closingState(noun) {
      return TaskDraft(
        tokens: body, verb: verb, object: noun.lowerBound..<verb.lowerBound, shape: .verbLast,
        modal: head.modal)
    }
    if sentence.holdsQuantity(noun) { return numbered(body, noun, head.modal) }
    if let draft = demanded(body, noun, head.modal) { return draft }
    return topic(body, noun)
  }

  /// The verbs of state that end a clause: 开工建设, 建成并投入使用.
  func closingState(_ noun: Range<Int>) -> Range<Int>? {
    var start = noun.upperBound
    while start - 1 > noun.lowerBound, sentence.has(start - 1, .endState) {
      start -= 1
      if start - 2 > noun.lowerBound, isJoint(start - 1), sentence.has(start - 2, .endState) {
        start -= 1
      }
    }
    return start < noun.upperBound ? start..<noun.upperBound : nil
  }

  /// 农村土地流转率达到30%; 在库企业400家以上.
  private func numbered(_ body: Range<Int>, _ noun: Range<Int>, _ modal: Int?) -> TaskDraft? {
    let number = noun.first { sentence.kind($0) == .quantity } ?? noun.upperBound
    guard !sentence.isOne(number - 1, of: ["总投资", "概算"]) else { return nil }
    if number > noun.lowerBound, startsWithComparator(number) {
      return TaskDraft(
        tokens: body, verb: number..<number + 1, object: noun.lowerBound..<number, shape: .verbLast,
        modal: modal)
    }
    let verb = (noun.lowerBound..<number).last { sentence.has($0, [.anyTask, .endState]) }
    guard let verb, verb > noun.lowerBound else {
      return TaskDraft(
        tokens: body, verb: noun.lowerBound..<noun.lowerBound, object: noun, shape: .numberOnly,
        modal: modal)
    }
    return TaskDraft(
      tokens: body, verb: verb..<verb + 1, object: noun.lowerBound..<verb, shape: .verbLast,
      modal: modal)
  }

  /// 突破60亿元, 超过80%: the quantity brings its verb along.
  private func startsWithComparator(_ index: Int) -> Bool {
    let first = sentence.tokens[index].range.prefix(6)
    let word = String(decoding: sentence.text[first], as: UTF8.self)
    return ["突破", "超过", "达到"].contains(word)
  }

  /// 确保A持续领跑全市: a wish with a clause of its own.
  private func demanded(_ body: Range<Int>, _ noun: Range<Int>, _ modal: Int?) -> TaskDraft? {
    guard let modal, noun.count > 1 else { return nil }
    let verb = noun.dropFirst().first { sentence.has($0, .anyTask) } ?? noun.upperBound - 1
    return TaskDraft(
      tokens: body, verb: verb..<verb + 1, object: noun.lowerBound..<verb, shape: .verbLast,
      modal: modal)
  }

  /// 在建的项目做好跟踪服务: what is spoken of, then a verb that cannot be a noun.
  private func topic(_ body: Range<Int>, _ noun: Range<Int>) -> TaskDraft? {
    let limit = min(noun.upperBound, noun.lowerBound + 9)
    guard noun.count > 2 else { return nil }
    let verb = (noun.lowerBound + 1..<limit).first { isPlainVerb($0, noun) }
    guard let verb else { return nil }
    return TaskDraft(
      tokens: body, verb: verb..<verb + 1, object: verb + 1..<noun.upperBound, shape: .governed)
  }

  private func isPlainVerb(_ index: Int, _ noun: Range<Int>) -> Bool {
    if sentence.is(index, "达到"), index + 1 < noun.upperBound { return true }
    return index + 1 < noun.upperBound && sentence.has(index, [.datable, .carry])
      && !sentence.has(index, [.actionNoun, .programme]) && !sentence.is(index + 1, "的")
      && sentence.kind(index + 1) != .listMark && !sentence.is(index - 1, "的")
  }
}
