import Domain

extension JSONValue {
  /// A row of the judged table. Keys of records stay inside: they may name persons.
  static func account(_ row: AccountRow, _ words: Words) -> JSONValue {
    let (commitment, judgement) = (row.commitment, row.judgement)
    return .object([
      ("id", .text(commitment.id)), ("title", .text(commitment.title)),
      ("english", JSONValue(commitment.english)), ("theme", JSONValue(commitment.theme)),
      ("kind", .text(commitment.kind.rawValue)), ("state", .text(judgement.state.rawValue)),
      ("reason", JSONValue(words.reason(judgement.value))),
      ("actual", JSONValue(judgement.printedActual)), ("target", JSONValue(judgement.target)),
      ("unit", .text(row.unit)), ("bound", JSONValue(commitment.target?.bound.rawValue)),
      ("strict", .flag(commitment.target?.strict == true)),
      ("missing", JSONValue(Gap(row, words).missing)),
      ("required", JSONValue(judgement.required)), ("pace", JSONValue(judgement.pace.signed)),
      ("needed_per_month", JSONValue(judgement.needed)), ("data", .text(judgement.data.rawValue)),
      ("proof", JSONValue(judgement.proof.map { words.proof($0) })),
      ("change", .text(judgement.change.rawValue)),
      ("first_target", row.firstTarget.map(target) ?? .null),
      ("decision", row.decision.map(decision) ?? .null),
      ("turns", .list((judgement.turns ?? []).map { TurnWords(words).value($0) })),
      ("light", JSONValue(judgement.light?.rawValue)),
      ("light_rules", JSONValue(judgement.lightRules)),
      ("left_out", .list(judgement.leftOut.map(leftOut))),
      ("traces", .list((judgement.traces ?? []).map(trace))),
      ("findings", .list((judgement.findings ?? []).map { finding($0, words) })),
      ("parts", .list((judgement.parts ?? []).map(part))),
      ("lead", JSONValue(commitment.units.first)),
      ("units", .list(commitment.units.map { .text($0) })),
      ("deadline", .text(commitment.deadline.description)),
      ("as_of", .text(judgement.asOf.description)), ("known", .whole(judgement.known)),
    ])
  }

  static func target(_ target: Target) -> JSONValue {
    .object([
      ("value", .number(target.value)), ("value2", JSONValue(target.value2)),
      ("bound", .text(target.bound.rawValue)), ("strict", .flag(target.strict == true)),
      ("unit", .text(target.unit)),
    ])
  }

  static func decision(_ decision: Decision) -> JSONValue {
    .object([
      ("document", .text(decision.document)), ("authority", .text(decision.authority)),
      ("date", .text(decision.date.description)),
    ])
  }

  private static func leftOut(_ item: LeftOut) -> JSONValue {
    .object([("reason", .text(item.reason.rawValue)), ("count", .whole(item.count))])
  }
}
