/// Decides whether anybody could ever verify a task, and says why.
///
/// The first rule that fits decides; numbers and dates go before verbs, names before the lack of an
/// end state.
struct Vagueness {
  let sentence: TaskSentence

  /// The verdict and its reason, in a few words.
  typealias Verdict = (vague: Bool, reason: String)

  /// The verdict on a draft.
  /// - Parameter deadline: the date that the clause states, or nil.
  func judge(_ draft: TaskDraft, deadline: String?) -> Verdict {
    if let number = draft.tokens.first(where: { sentence.kind($0) == .quantity }) {
      return (false, "数量明确:\(sentence.string(number..<number + 1))")
    }
    if deadline != nil { return (false, "期限明确") }
    if let word = draft.tokens.first(where: { sentence.has($0, .whole) }) {
      return (false, "「\(sentence.string(word..<word + 1))」做没做到可核")
    }
    if isAssigned(draft) { return (false, "上级下达的指标,完成与否可查") }
    let name = ProjectName(sentence: sentence).find(draft.object)
    if draft.shape == .verbLast { return state(draft, name) }
    return verb(draft, name)
  }

  /// 完成市下达的指标, 达到上级要求.
  private func isAssigned(_ draft: TaskDraft) -> Bool {
    draft.tokens.contains { sentence.isOne($0, of: ["完成", "达到", "全面完成"]) }
      && draft.tokens.contains { sentence.isOne($0, of: ["约束性", "上级", "下达"]) }
  }

  // MARK: A开工建设

  private func state(_ draft: TaskDraft, _ name: ProjectName.Found?) -> Verdict {
    guard sentence.any(draft.verb, [.endState, .datable]) else { return (true, "没有数量、名称和终态") }
    if name == nil, draft.object.contains(where: { isSoon($0) }) { return (true, "只说尽快,没有项目和日期") }
    if sentence.is(draft.verb.lowerBound, "领跑") || sentence.is(draft.verb.lowerBound, "到位") {
      return (true, "「\(sentence.string(draft.verb))」没有可核的量度")
    }
    if name == nil, sentence.length(draft.object) < 3, !draft.object.isEmpty,
      !sentence.any(draft.object, .facility)
    {
      return (true, "没有名称、数量和日期")
    }
    return (false, "「\(sentence.string(draft.verb))」可核日期")
  }

  private func isSoon(_ index: Int) -> Bool {
    sentence.isOne(index, of: ["尽快", "尽早", "按期", "早日", "加快", "及早"])
  }

  // MARK: 启动A

  private func verb(_ draft: TaskDraft, _ name: ProjectName.Found?) -> Verdict {
    let words = sentence.string(draft.verb)
    if isRaise(draft) { return (false, "公布的标准可前后对比") }
    if isIndefinite(draft.object) { return (true, "「一批」没有数量和名称") }
    if isTentative(draft) { return (true, "「\(words)」没有终点") }
    if sentence.any(draft.verb, .datable), !isLoose(draft) { return (false, "「\(words)」可核日期") }
    if let state = reached(draft) { return (false, "「\(state)」可核日期") }
    if let name, let verdict = named(draft, name) { return verdict }
    if sentence.any(draft.verb, .carry), isProgramme(draft.object), !isCareOfEvents(draft) {
      return (false, "有名称:\(sentence.string(draft.object))")
    }
    return (true, "「\(words)」没有终点")
  }

  /// 做好…活动: which ones is not told.
  private func isCareOfEvents(_ draft: TaskDraft) -> Bool {
    guard let last = draft.object.last, sentence.is(last, "活动") else { return false }
    return draft.verb.contains { sentence.isOne($0, of: Self.cares) }
  }

  /// 提高…标准, 增加…补贴.
  private func isRaise(_ draft: TaskDraft) -> Bool {
    let verbs = ["提高", "发放", "调整", "上调", "增加", "兑现", "提标", "落实"]
    let last = draft.object.last { !sentence.is($0, "政策") }
    if let last, sentence.isOne(last, of: ["标准", "工资标准", "待遇"]),
      sentence.any(draft.verb, .carry)
    {
      return false
    }
    return draft.verb.contains { sentence.isOne($0, of: verbs) }
      && (last.map { sentence.endsWith($0, .aggregate) } ?? false)
  }

  private func isIndefinite(_ object: Range<Int>) -> Bool {
    if object.first.map({ sentence.isQuoted($0) }) ?? false { return false }
    return object.prefix(3).contains {
      sentence.isOne($0, of: ["一批", "若干", "一系列", "更多", "一些", "各类"])
    }
  }

  /// 探索建立 is tentative, 研究制定 is not.
  private func isTentative(_ draft: TaskDraft) -> Bool {
    guard sentence.any(draft.verb, .tentative) else { return false }
    return !sentence.any(draft.verb, .datable) || !sentence.is(draft.verb.lowerBound, "研究")
  }

  /// 引进…的大企业: qualities that cannot be tested; 增加…投入, 办好…教育: no event.
  private func isLoose(_ draft: TaskDraft) -> Bool {
    if draft.verb.contains(where: { sentence.is($0, "增加") }), let last = draft.object.last {
      return sentence.isOne(last, of: Self.supplies)
    }
    if draft.verb.contains(where: { sentence.is($0, "办好") }) { return !isEvent(draft.object) }
    guard draft.verb.contains(where: { sentence.isOne($0, of: ["引进", "招引", "选择"]) }) else {
      return false
    }
    return draft.object.contains { sentence.is($0, "的") }
  }

  /// 推进产业园项目落地, 实现开街营业: the state at the object's end, of a thing that is told.
  private func reached(_ draft: TaskDraft) -> String? {
    guard let last = draft.object.last, sentence.has(last, .endState), !sentence.is(last, "运营"),
      !draft.object.contains(where: { isSoon($0) })
    else { return nil }
    let isAlone = draft.object.allSatisfy { sentence.has($0, .endState) }
    guard isAlone || sentence.length(draft.object) >= 8 else { return nil }
    return sentence.string(last..<last + 1)
  }

  static let supplies = ["投入", "供给", "供应", "功能", "规模", "收入", "支出", "力度", "有效供给"]

  /// 博览会, 文化节, 重大活动, or a quotation.
  private func isEvent(_ object: Range<Int>) -> Bool {
    guard let last = object.last else { return false }
    if sentence.endsWith(last, .programme) || object.contains(where: { sentence.isQuoted($0) }) {
      return true
    }
    let tail = sentence.text[sentence.tokens[last].range.suffix(3)]
    return ["会", "节", "赛", "展", "周", "季"].contains { tail.elementsEqual($0.utf8) }
  }

  // MARK: Names

  private func named(_ draft: TaskDraft, _ name: ProjectName.Found) -> Verdict? {
    let words = sentence.string(name.tokens)
    switch name.sort {
    case .work where isWork(draft): return (false, "具名工程:\(words)")
    case .work, .area:
      return sentence.any(draft.verb, .carry) && isProgramme(draft.object)
        ? (false, "有名称:\(words)") : nil
    case .quoted: return quoted(draft, words)
    }
  }

  /// Verbs that move a work on, as against 做强, 扶持, 提升.
  private func isWork(_ draft: TaskDraft) -> Bool {
    if let last = draft.object.last, sentence.isOne(last, of: Self.services) { return false }
    return sentence.any(draft.verb, [.carry, .works])
      || draft.verb.contains { sentence.isOne($0, of: Self.pushes) }
      || sentence.any(draft.object, .endState)
  }

  static let services = ["管理", "运营", "保护", "服务", "监管", "维护", "养护", "改革", "合作", "政策", "机遇"]

  static let pushes = ["推进", "推动", "加快", "统筹推进", "加快推进", "促进", "保障", "抓好", "做好", "谋划", "提速", "争取"]

  private func quoted(_ draft: TaskDraft, _ name: String) -> Verdict? {
    if let last = draft.object.last, sentence.isOne(last, of: ["建设", "战略", "精神"]) { return nil }
    if sentence.any(draft.verb, [.works, .datable]), hasNumber(draft.object) {
      return (false, "有名称:\(name)")
    }
    let isLast = draft.object.last.map { sentence.isQuoted($0) } ?? false
    if isLast, draft.verb.contains(where: { sentence.isOne($0, of: Self.cares) }) { return nil }
    let isNamed = draft.verb.contains { sentence.isOne($0, of: Self.carries) }
    return isNamed ? (false, "有名称:\(name)") : nil
  }

  /// “10分钟急救圈”: a quotation with a number in it.
  private func hasNumber(_ object: Range<Int>) -> Bool {
    object.contains { index in
      sentence.isQuoted(index)
        && sentence.text[sentence.tokens[index].range].filter { $0 &- 0x30 < 10 }.count > 1
    }
  }

  /// Verbs that take a slogan as well as a programme: 做好“五篇大文章”.
  static let cares = ["做好", "落实", "落实好", "打好", "打赢", "抓好", "用好"]

  static let carries = [
    "实施", "开展", "落实", "落实好", "组织实施", "组织开展", "深入实施", "参与开展", "参加", "做好", "筹办", "统筹实施",
    "推行", "全面推行", "组织", "滚动实施", "全面实施", "持续实施", "接续实施", "打好", "打赢", "深入开展",
  ]

  private func isAside(_ index: Int) -> Bool {
    sentence.kind(index) == .name && !sentence.isQuoted(index)
  }

  /// 乡村学校质量提升行动: a programme's noun with words of its own before it.
  private func isProgramme(_ object: Range<Int>) -> Bool {
    guard let last = object.last(where: { !sentence.is($0, "工作") && !isAside($0) }) else {
      return false
    }
    guard sentence.endsWith(last, .programme) else { return false }
    return sentence.length(object) >= (sentence.is(last, "工程") ? 8 : 6)
  }
}
