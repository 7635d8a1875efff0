import Domain

extension CommitmentPage {
  /// What was removed or altered after it had counted, or after the period.
  func traces(_ frame: Frame) -> [String: Any] {
    let words = TraceWords(
      words: frame.words, showsActors: facts.people != nil, people: facts.people ?? [:])
    let lines = words.lines(account.judgement?.traces ?? [])
    return ["traces": lines, "has-traces": !lines.isEmpty]
  }
}
