import Domain

/// 计划变更: what of a commitment was changed, old → new, by which decision, with what a careful
/// reader would ask. The public sees it too, as far as the books of its day know.
struct TurnsSection {
  private let account: CommitmentAccount
  private let frame: Frame

  init(_ account: CommitmentAccount, _ frame: Frame) {
    self.account = account
    self.frame = frame
  }

  var context: [String: Any] {
    [
      "has-turns": !account.amendments.isEmpty, "turns": account.amendments.map(line),
      "has-drafts": !account.drafts.isEmpty, "drafts": account.drafts.map(line),
      "light-rules": account.judgement?.light == nil ? "" : account.judgement?.lightRules ?? "",
    ]
  }

  private func line(_ turn: PlanTurn) -> [String: Any] {
    let none = frame("无", "none")
    return [
      "day": turn.day.description, "part": turn.part.words(frame.language),
      "old": turn.old?(frame.language) ?? none, "new": turn.new?(frame.language) ?? none,
      "ground": turn.decision.map(frame.words.decision)
        ?? (turn.marks.contains(.draft) ? "" : frame("未记录决定", "no decision recorded")),
      "reason": turn.reason ?? "",
      "marks": turn.marks.filter { $0 != .draft }.map { $0.words(frame.language) },
    ]
  }
}
