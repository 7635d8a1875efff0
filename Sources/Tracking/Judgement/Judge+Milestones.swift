import Domain

extension Judge {
  /// Dated deliverables: the value is how many are proved.
  func judge(
    _ milestones: [Measure.Milestone], _ commitment: Commitment, _ context: Context,
    _ judgement: inout Judgement
  ) throws {
    let frame = Frame(commitment, asOf: context.asOf, known: context.known, seen: context.seen)
    let all = milestones.map { check($0, commitment, frame) }
    let checks = all.filter { $0.milestone.decides != false }
    let done = checks.filter { $0.proof != nil }.count
    let missed = checks.filter { $0.proof == nil && $0.due < context.asOf }.count
    judgement.unit = "项"
    judgement.actual = Exact(done)
    judgement.target = Exact(checks.count)
    judgement.proof = checks.compactMap(\.grade).min()
    judgement.leftOut = LeftOut.merged(all.compactMap(\.leftOut))
    judgement.working = all.map(\.words) + judgement.leftOut.map(\.words)
    let ruling = Ruling(commitment, .milestones(milestones), frame, "项")
    judgement.value = verdict(done == checks.count, ruling)
    judgement.data = data(checks, missed: missed, ruling)
    pace(checks, done: done, ruling, &judgement)
  }

  private func verdict(_ isDone: Bool, _ ruling: Ruling) -> Judgement.Verdict {
    if isDone { return .met }
    guard ruling.frame.asOf >= ruling.commitment.deadline else {
      return .notYet(
        Phrase(
          "未到期限 \(ruling.commitment.deadline)", "the deadline is \(ruling.commitment.deadline)"))
    }
    guard ruling.frame.asOf >= ruling.settled else {
      return .notYet(
        Phrase("佐证可补至 \(ruling.settled)", "its evidence is complete only on \(ruling.settled)"))
    }
    return .notMet
  }

  private func data(
    _ checks: [MilestoneCheck], missed: Int, _ ruling: Ruling
  ) -> Judgement.DataState {
    if checks.allSatisfy({ $0.proof != nil }) { return .final }
    if ruling.frame.asOf >= ruling.commitment.deadline, ruling.frame.asOf >= ruling.settled {
      return .final
    }
    if missed > 0 { return .late }
    return checks.contains { $0.proof != nil } ? .provisional : .noneDue
  }

  /// Those whose day has come are asked for; before the first, nothing is.
  private func pace(
    _ checks: [MilestoneCheck], done: Int, _ ruling: Ruling, _ judgement: inout Judgement
  ) {
    let due = checks.filter { $0.due < ruling.frame.asOf || $0.due == ruling.frame.asOf }.count
    judgement.required = Exact(due)
    guard !checks.isEmpty, due > 0 || done > 0 else { return }
    let missed = checks.filter { $0.proof == nil && $0.due < ruling.frame.asOf }.count
    let lead = missed > 0 ? -missed : max(0, done - due)
    if let points = Exact.hundredths(Exact(lead), of: Exact(checks.count)) {
      judgement.pace = lead < 0 ? .behind(by: -points) : lead > 0 ? .ahead(by: points) : .on
    }
    judgement.working.append(
      Phrase(
        "已证 \(done) 项，应到 \(due) 项，共 \(checks.count) 项",
        "\(done) proved, \(due) due, of \(checks.count)"))
  }

  /// What is known of one milestone.
  private func check(
    _ milestone: Measure.Milestone, _ commitment: Commitment, _ frame: Frame
  ) -> MilestoneCheck {
    let due = milestone.due ?? commitment.deadline
    let versions = books.proofVersions.filter {
      $0.proof.commitment == frame.commitment && $0.proof.milestone == milestone.id
    }
    guard let proof = versions.last(where: { $0.sequence <= frame.known })?.proof else {
      let reason: LeftOut.Reason? = versions.isEmpty ? nil : .recordedLater
      return MilestoneCheck(milestone, due: due, refused: reason)
    }
    let source = books.sources[proof.source]
    if let reason = refusal(milestone, proof, source, frame, until: max(due, frame.window.last)) {
      return MilestoneCheck(milestone, due: due, refused: reason)
    }
    return MilestoneCheck(milestone, due: due, proof: proof, source: source)
  }

  /// - Parameter last: a milestone may have its own day after the period (an assessment in spring).
  private func refusal(
    _ milestone: Measure.Milestone, _ proof: Proof, _ source: Source?, _ frame: Frame,
    until last: Day
  ) -> LeftOut.Reason? {
    guard let source, source.grade >= frame.proof else { return .tooWeak }
    if (books.sourceSince[proof.source] ?? 0) > frame.known { return .recordedLater }
    if source.date > frame.seen || proof.day > frame.asOf { return .sourceLater }
    if Papers.isIntent(source, for: milestone) { return .otherKind }
    return proof.day >= frame.window.first && proof.day <= last ? nil : .outsidePeriod
  }
}

/// One milestone with its proof, or why what was handed in is none.
struct MilestoneCheck {
  var milestone: Measure.Milestone
  var due: Day
  var proof: Proof?
  var source: Source?
  var refused: LeftOut.Reason?

  init(
    _ milestone: Measure.Milestone, due: Day, proof: Proof? = nil, source: Source? = nil,
    refused: LeftOut.Reason? = nil
  ) {
    (self.milestone, self.due, self.proof) = (milestone, due, proof)
    (self.source, self.refused) = (source, refused)
  }

  var grade: Grade? { proof == nil ? nil : source?.grade }

  var leftOut: LeftOut? {
    refused.map { LeftOut(reason: $0, count: 1, examples: [milestone.id]) }
  }

  var words: Phrase {
    guard let proof, let source else {
      if milestone.decides == false {
        return Phrase(
          "\(milestone.title)：未证，不影响结论", "\(milestone.title): not proved; it does not decide")
      }
      return Phrase(
        "\(milestone.title)：未证（应于 \(due) 前有「\(milestone.proof)」）",
        "\(milestone.title): not proved (\(milestone.proof) by \(due))")
    }
    let late = proof.day > due
    let kind =
      Papers.kind(of: source).map { Phrase("\($0.rawValue)，", "\($0.english), ") } ?? Phrase("", "")
    return Phrase(
      "\(milestone.title)：\(proof.day)\(late ? "（晚于 \(due)）" : "")，《\(source.title)》\(source.issuer) \(source.date)，\(kind.chinese)\(source.grade.chinese)",
      "\(milestone.title): \(proof.day)\(late ? " (after \(due))" : ""), \(source.title), \(kind.english)\(source.issuer), \(source.date)"
    )
  }
}
