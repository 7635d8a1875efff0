/// Leaves out what looks like a task but delivers nothing that could be assigned.
struct TaskFilter {
  let sentence: TaskSentence

  /// A draft with its verdict and its surroundings.
  struct Candidate {
    var placed: SentenceTasks.Placed
    var vague: Bool
    /// Drafts kept before it in the sentence.
    var kept: Int
    /// The sentence is the last of its passage.
    var closes: Bool
  }

  /// Whether a candidate stays a task.
  func keeps(_ candidate: Candidate) -> Bool {
    let draft = candidate.placed.draft
    if isAnnouncement(draft) || isDefinition(draft) { return false }
    guard candidate.vague else { return true }
    return !isEffect(draft) && !isAiry(draft) && !isShort(draft) && !isOutcome(candidate)
  }

  /// 抓好以下工作, 抓好十个方面的工作.
  private func isAnnouncement(_ draft: TaskDraft) -> Bool {
    if let last = draft.object.last, sentence.isOne(last, of: ["举措", "措施", "工作", "大事", "任务"]),
      sentence.length(draft.object) <= 6, isCounted(draft.object)
    {
      return true
    }
    return draft.tokens.contains { sentence.isOne($0, of: ["方面", "以下", "如下"]) }
      && draft.tokens.suffix(2).contains {
        sentence.isOne($0, of: ["工作", "重点工作", "任务", "方面", "如下", "重点"])
      }
  }

  /// 三项, 八个, 10个
  private func isCounted(_ object: Range<Int>) -> Bool {
    if sentence.holdsQuantity(object) { return true }
    let words = sentence.text[sentence.bytes(object)]
    return ["两", "三", "四", "五", "六", "七", "八", "九", "十", "几"].contains {
      words.starts(with: $0.utf8)
    }
  }

  /// 抓好项目建设是…的保障; 做好这项工程: says something of a task and is none.
  private func isDefinition(_ draft: TaskDraft) -> Bool {
    if draft.tokens.contains(where: { sentence.is($0, "是") }) { return true }
    return draft.shape == .verbFirst && draft.object.contains { isPredicate($0, draft.object) }
      || draft.object.prefix(1).contains { sentence.isOne($0, of: ["这项", "这些", "这个", "该"]) }
  }

  /// 投资对…具有…作用, 扩大消费要…: the clause goes on to say something of itself.
  private func isPredicate(_ index: Int, _ object: Range<Int>) -> Bool {
    if sentence.is(index, "要") {
      return sentence.has(index + 1, [.anyTask, .adverb, .preposition])
    }
    guard sentence.isOne(index, of: ["具有", "不可", "需要", "必须", "有利于"]) else { return false }
    return !(index..<object.upperBound).contains { sentence.is($0, "的") }
  }

  /// 激发…活力, 形成…: what the works bring about.
  private func isEffect(_ draft: TaskDraft) -> Bool {
    guard let verb = draft.verb.first else { return false }
    return sentence.has(verb, .effect)
  }

  private func isAiry(_ draft: TaskDraft) -> Bool {
    guard let last = draft.object.last else { return false }
    return sentence.has(last, .airy)
  }

  private func isShort(_ draft: TaskDraft) -> Bool {
    draft.shape != .verbLast && sentence.length(draft.tokens) <= 4
  }

  /// 推动…发展 and 打造… behind the works that bring it about.
  private func isOutcome(_ candidate: Candidate) -> Bool {
    guard candidate.placed.isLast, candidate.placed.segment > 0 else { return false }
    let draft = candidate.placed.draft
    if let last = draft.object.last, sentence.is(last, "水平") { return true }
    if isRemedy(draft) { return true }
    let isPush = draft.verb.contains { sentence.isOne($0, of: Self.pushes) }
    if isPush, let last = draft.object.last, sentence.isOne(last, of: Self.ends) { return true }
    return candidate.closes && draft.verb.contains { sentence.isOne($0, of: ["打造", "建设成", "构建"]) }
  }

  /// 切实解决…问题, where no name says which.
  private func isRemedy(_ draft: TaskDraft) -> Bool {
    guard let last = draft.object.last, sentence.is(last, "问题") else { return false }
    return draft.verb.contains { sentence.is($0, "解决") }
      && !draft.object.contains { sentence.isQuoted($0) }
  }

  static let pushes = ["推动", "促进", "带动", "引领", "助推", "助力", "力促"]
  static let ends = [
    "发展", "高质量发展", "协调发展", "健康发展", "融合", "繁荣", "提升", "进步", "稳定", "转变", "升级", "成势", "融合发展",
    "可持续发展", "稳定发展",
  ]
}
