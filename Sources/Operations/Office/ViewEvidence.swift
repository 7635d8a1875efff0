import Domain

/// The evidence of a ledger as a release knew it: registries have the columns that they had then,
/// versions that came later are not there, and nothing says that there are any.
struct ViewEvidence: EvidenceStore {
  let store: any EvidenceStore
  /// The last entry that is known.
  let known: Int
  /// The registries as the view's books declare them.
  let registries: [String: Registry]
  /// The registries as they are declared now, in whose columns the store answers.
  let live: @Sendable () throws -> [String: Registry]

  func sequence(at instant: Instant) throws -> Int { min(known, try store.sequence(at: instant)) }

  func answer(_ question: Question) throws -> Answer { told(try store.answer(question)) }

  func answers(_ questions: [Question]) throws -> [Answer] {
    try store.answers(questions).map(told)
  }

  func records(_ question: Question, offset: Int, limit: Int) throws -> [Record] {
    try inColumns(of: question.registry) {
      try store.records(question, offset: offset, limit: limit)
    }
  }

  func versions(of key: String, in registry: String) throws -> [Record] {
    try inColumns(of: registry) { try store.versions(of: key, in: registry) }
      .filter { $0.since <= known }
  }

  func observations(of series: String, known: Int) throws -> [Observation] {
    try store.observations(of: series, known: min(known, self.known))
  }

  /// As far as the question knows; no release knows of a later one.
  func traced(_ question: TraceQuestion) throws -> Traced { try store.traced(question) }

  func doubts(of registry: String, known: Int) throws -> [Doubt] {
    try store.doubts(of: registry, known: min(known, self.known))
  }

  func standings(of keys: [String], in question: Question) throws -> [String: RecordStanding] {
    try store.standings(of: keys, in: question)
  }

  func beyond(_ question: Question, _ other: Question) throws -> [String] {
    try store.beyond(question, other)
  }

  func amounts(_ question: Question) throws -> Amounts { try store.amounts(question) }

  /// That something was entered later is itself something that was entered later.
  private func told(_ answer: Answer) -> Answer {
    var answer = answer
    answer.leftOut.removeAll { $0.reason == .recordedLater }
    return answer
  }

  /// Read again where a registry was declared anew meanwhile.
  private func inColumns(of name: String, _ read: () throws -> [Record]) throws -> [Record] {
    guard let registry = registries[name] else { return [] }
    var declared = try live()[name]
    while true {
      let records = try read()
      let now = try live()[name]
      if now == declared {
        return records.map { told($0, from: now?.columns ?? [], to: registry.columns) }
      }
      declared = now
    }
  }

  private func told(
    _ record: Record, from columns: [RegistryColumn], to wanted: [RegistryColumn]
  ) -> Record {
    var record = record
    if let until = record.until, until > known { record.until = nil }
    guard columns.map(\.name) != wanted.map(\.name) else { return record }
    let values = Dictionary(zip(columns.map(\.name), record.values)) { first, _ in first }
    record.values = wanted.map { values[$0.name] ?? .none }
    return record
  }
}
