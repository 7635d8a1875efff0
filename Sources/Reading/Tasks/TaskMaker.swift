import Domain

/// Makes a task from a draft: its words, verdict, date and modality.
struct TaskMaker {
  let sentence: TaskSentence
  let passage: Int
  let year: Int?

  /// - Parameter previous: the task before it, whose object fills in one that is left out.
  func task(_ draft: TaskDraft, previous: WorkTask?) -> WorkTask {
    let range = sentence.bytes(draft.tokens)
    let deadline = Deadline(text: sentence.text, year: year).read(range)
    let verdict = Vagueness(sentence: sentence).judge(draft, deadline: deadline)
    let name = ProjectName(sentence: sentence).find(draft.object)
    var object = sentence.string(draft.object)
    if object.isEmpty, let previous, previous.sentence == sentence.range {
      object = previous.object
    }
    return WorkTask(
      range: range, sentence: sentence.range, passage: passage, verb: verb(draft), object: object,
      project: name.map { sentence.string($0.tokens) }, vague: verdict.vague,
      reason: verdict.reason, modality: draft.modal.map { sentence.string($0..<$0 + 1) },
      deadline: deadline)
  }

  private func verb(_ draft: TaskDraft) -> String {
    if let first = draft.verb.first, sentence.kind(first) == .quantity {
      return String(sentence.string(draft.verb).prefix(2))
    }
    return sentence.string(draft.verb.isEmpty ? draft.sharedVerb ?? draft.verb : draft.verb)
  }
}
