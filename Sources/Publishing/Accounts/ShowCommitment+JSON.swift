import Domain

extension ShowCommitment {
  /// One JSON line with the same content; personal fields and keys of records are left out.
  public func json(_ account: CommitmentAccount) -> [UInt8] {
    var text = ByteText()
    text.add(value(account))
    text.add("\n")
    return text.bytes
  }

  func value(_ account: CommitmentAccount) -> JSONValue {
    let commitment = account.commitment
    let plan = PlanSheet(
      rows: [PlanExporter.Row(commitment, measure: account.measure)],
      place: account.reports.first?.place, year: account.reports.first?.year, words: words,
      synthetic: nil)
    return (plan.objects.first ?? .object([]))
      .with("judgement", account.row.map { JSONValue.account($0, words) } ?? .null)
      .with(
        "working", .list((account.judgement?.working ?? []).map { .text($0(words.language)) })
      )
      .with("evidence", evidence(account))
      .with("predecessor", predecessor(commitment))
      .with("turns", .list(account.turns.map { TurnWords(words).value($0) }))
      .with("history", .list(account.history.map(version)))
      .with("records", records(account))
      .with("synthetic", JSONValue(synthetic))
  }

  private func evidence(_ account: CommitmentAccount) -> JSONValue {
    .object(
      Grade.allCases.compactMap { grade in
        account.grades[grade].map { (words.proof(grade), .whole($0)) }
      })
  }

  private func predecessor(_ commitment: Commitment) -> JSONValue {
    guard let before = commitment.predecessor else { return .null }
    return .object([
      ("year", .whole(before.year)), ("id", JSONValue(before.id)),
      ("title", JSONValue(before.title)),
    ])
  }

  private func version(_ version: Books.Version) -> JSONValue {
    .object([
      ("sequence", .whole(version.sequence)), ("time", .text(version.time.description)),
      ("actor", version.actor.isEmpty ? .null : .text(version.actor)),
      ("reason", JSONValue(version.reason)),
      ("target", version.commitment.target.map(JSONValue.target) ?? .null),
      ("decision", version.decision.map(JSONValue.decision) ?? .null),
    ])
  }

  private func records(_ account: CommitmentAccount) -> JSONValue {
    guard let counted = account.records else { return .null }
    let sheet = RecordSheet(
      registry: counted.registry, records: counted.records, total: counted.total, words: words,
      synthetic: nil)
    return .object([("total", .whole(counted.total)), ("listed", .list(sheet.objects))])
  }
}
