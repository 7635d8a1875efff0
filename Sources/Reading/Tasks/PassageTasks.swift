import Domain

/// Reads the tasks of one passage.
struct PassageTasks {
  let report: Report
  let words: Lexicon
  let numbers: Lexicon
  let ownNames: [String]
  let nature: PassageNature

  /// The tasks of the passage's planned sentences, not numbered yet.
  func read(_ sentences: [SentenceContext]) -> [WorkTask] {
    guard nature != .requirement else { return [] }
    var out: [WorkTask] = []
    for (index, context) in sentences.enumerated() {
      guard !isClosing(context) else { continue }
      let sentence = TaskSentence(report.text, context.range, words: words, numbers: numbers)
      let drafts = SentenceTasks(sentence, ownNames: ownNames).read()
      let title = RunInTitle(
        sentence: sentence, opensPassage: opens(context), isFollowed: index + 1 < sentences.count,
        passageBytes: report.passages[context.passage].range.count)
      if title.isTitle(drafts) { continue }
      let closes = index + 1 == sentences.count
      keep(drafts, sentence, context, closes: closes, into: &out)
    }
    return out
  }

  private func opens(_ context: SentenceContext) -> Bool {
    let start = report.passages[context.passage].range.lowerBound
    return context.range.lowerBound - start <= 6
  }

  /// 让我们…
  private func isClosing(_ context: SentenceContext) -> Bool {
    PassageJudge.holds(report.text[context.range], ["让我们", "我代表", "请予审议", "请审议"])
  }

  private func keep(
    _ drafts: [SentenceTasks.Placed], _ sentence: TaskSentence, _ context: SentenceContext,
    closes: Bool, into out: inout [WorkTask]
  ) {
    let maker = TaskMaker(sentence: sentence, passage: context.passage, year: report.year)
    let filter = TaskFilter(sentence: sentence)
    var kept = 0
    for placed in drafts {
      let task = maker.task(placed.draft, previous: out.last)
      let candidate = TaskFilter.Candidate(
        placed: placed, vague: task.vague, kept: kept, closes: closes)
      guard filter.keeps(candidate), suits(task, sentence, placed.draft), !repeats(task, out) else {
        continue
      }
      out.append(task)
      kept += 1
    }
  }

  /// What the nature of the passage lets through.
  private func suits(_ task: WorkTask, _ sentence: TaskSentence, _ draft: TaskDraft) -> Bool {
    switch nature {
    case .works: true
    case .general: !task.vague
    case .requirement: false
    case .targets: !sentence.holdsQuantity(draft.tokens) && isAssigned(task)
    }
  }

  /// 完成市下达的约束性指标: a target that somebody else has set.
  private func isAssigned(_ task: WorkTask) -> Bool {
    let words = report.text[task.range]
    return PassageJudge.holds(words, ["下达", "上级", "约束性", "国家考核", "国家要求", "国家下达", "考核目标"])
  }

  /// A vague task whose object an earlier one of the passage already has.
  private func repeats(_ task: WorkTask, _ earlier: [WorkTask]) -> Bool {
    guard task.vague, task.object.utf8.count >= 12 else { return false }
    let object = task.object.hasSuffix("工作") ? String(task.object.dropLast(2)) : task.object
    return earlier.contains { $0.passage == task.passage && $0.object.hasPrefix(object) }
  }
}
