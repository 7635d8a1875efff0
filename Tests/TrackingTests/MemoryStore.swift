import Domain

/// Evidence in memory, by the contract of `Question`: slow, plain, and independent of any database.
struct MemoryStore: EvidenceStore {
  var registries: [String: Registry] = [:]
  var sources: [String: Source] = [:]
  var rows: [String: [Record]] = [:]
  var figures: [(sequence: Int, figure: Observation)] = []
  /// Sequence of the last entry, by its moment.
  var times: [(sequence: Int, time: Instant)] = []

  func sequence(at instant: Instant) throws -> Int {
    times.last { $0.time <= instant }?.sequence ?? 0
  }

  func answer(_ question: Question) throws -> Answer {
    let counted = counted(question)
    var total = Exact.zero
    switch question.aggregate {
    case .count:
      total = Exact(
        question.distinct.isEmpty
          ? counted.count : Set(counted.map { names($0, question) }).count)
    case .sum(let field):
      for record in counted {
        if case .number(let number) = value(record, field, question.registry) {
          total =
            total + Exact(number, digits: registries[question.registry]?.column(field)?.digits ?? 0)
        }
      }
    }
    let grades = Dictionary(grouping: counted) { sources[$0.source]?.grade ?? .selfReported }
    return Answer(total: total, grades: grades.mapValues(\.count), leftOut: leftOut(question))
  }

  func records(_ question: Question, offset: Int, limit: Int) throws -> [Record] {
    Array(counted(question).sorted { $0.key < $1.key }.dropFirst(offset).prefix(limit))
  }

  func versions(of key: String, in registry: String) throws -> [Record] {
    (rows[registry] ?? []).filter { $0.key == key }.sorted { $0.since < $1.since }
  }

  func observations(of series: String, known: Int) throws -> [Observation] {
    figures.filter { $0.sequence <= known && $0.figure.series == series }.map(\.figure)
  }

  // MARK: Steps

  private func current(_ registry: String, _ known: Int) -> [Record] {
    (rows[registry] ?? []).filter { $0.since <= known && ($0.until.map { $0 > known } ?? true) }
  }

  private func fit(_ record: Record, _ question: Question) -> Bool {
    question.conditions.allSatisfy { holds($0, record, question.registry, question.scope) }
  }

  private func suffices(_ record: Record, _ scope: Question.Scope) -> Bool {
    sources[record.source].map { $0.grade >= scope.proof && $0.date <= scope.asOf } ?? false
  }

  private func counted(_ question: Question) -> [Record] {
    let all = current(question.registry, question.scope.known).filter { fit($0, question) }
    let usable = all.filter { suffices($0, question.scope) }
    let inside = usable.filter { lies($0, question) }
    guard question.firstOnly, case .dated(let column, let period) = question.window else {
      return inside
    }
    let before = Set(
      usable.filter { day($0, column, question.registry).map { $0 < period.first } ?? false }
        .map { names($0, question) })
    return inside.filter { !before.contains(names($0, question)) }
  }

  private func lies(_ record: Record, _ question: Question) -> Bool {
    switch question.window {
    case .dated(let column, let period):
      return day(record, column, question.registry).map {
        period.contains($0) && $0 <= question.scope.asOf
      } ?? false
    case .valid(let from, let until, let on):
      let came = from.map { column in
        day(record, column, question.registry).map { $0 <= on } ?? false
      }
      let stays = until.map { column in
        day(record, column, question.registry).map { $0 > on } ?? true
      }
      return (came ?? true) && (stays ?? true)
    }
  }

  private func leftOut(_ question: Question) -> [LeftOut] {
    guard case .dated(let column, let period) = question.window else { return [] }
    let all = current(question.registry, question.scope.known).filter { fit($0, question) }
    let inside = all.filter { lies($0, question) }
    let list: [(LeftOut.Reason, [Record])] = [
      (
        .outsidePeriod,
        all.filter { record in
          guard let news = question.scope.newsSince, record.since >= news,
            let day = day(record, column, question.registry)
          else { return false }
          return day < period.first
        }
      ),
      (
        .sourceLater,
        inside.filter { (sources[$0.source]?.date ?? question.scope.asOf) > question.scope.asOf }
      ),
      (.tooWeak, inside.filter { (sources[$0.source]?.grade ?? .accepted) < question.scope.proof }),
      (
        .notYetThere,
        all.filter { record in
          guard let claimed = question.claimed else { return false }
          return day(record, claimed, question.registry).map { $0 <= question.scope.asOf } ?? false
            && day(record, column, question.registry) == nil
        }
      ),
    ]
    return list.filter { !$0.1.isEmpty }.map {
      LeftOut(reason: $0.0, count: $0.1.count, examples: $0.1.prefix(3).map(\.key))
    }
  }

  private func names(_ record: Record, _ question: Question) -> [FieldValue] {
    question.distinct.map { value(record, $0, question.registry) }
  }

  private func value(_ record: Record, _ column: String, _ registry: String) -> FieldValue {
    guard let columns = registries[registry]?.columns,
      let index = columns.firstIndex(where: { $0.name == column })
    else { return .none }
    return record.values[index]
  }

  private func day(_ record: Record, _ column: String, _ registry: String) -> Day? {
    if case .day(let day) = value(record, column, registry) { day } else { nil }
  }

  private func holds(
    _ condition: Condition, _ record: Record, _ registry: String, _ scope: Question.Scope
  ) -> Bool {
    switch condition {
    case .isOne(let field, let values):
      if case .text(let text) = value(record, field, registry) {
        values.contains(text)
      } else {
        false
      }
    case .isNone(let field, let values):
      if case .text(let text) = value(record, field, registry) {
        !values.contains(text)
      } else {
        true
      }
    case .lies(let field, let interval):
      if case .number(let number) = value(record, field, registry) {
        interval.contains(
          Exact(number, digits: registries[registry]?.column(field)?.digits ?? 0))
      } else {
        false
      }
    case .present(let field): value(record, field, registry) != .none
    case .absent(let field): value(record, field, registry) == .none
    case .reached(let field): day(record, field, registry).map { $0 <= scope.asOf } ?? false
    case .ahead(let field): day(record, field, registry).map { $0 > scope.asOf } ?? true
    case .every(let other, let by, let tests):
      members(other, by, record, scope).isEmpty == false
        && members(other, by, record, scope).allSatisfy { one in
          tests.allSatisfy { holds($0, one, other, scope) }
        }
    case .some(let other, let by, let tests):
      members(other, by, record, scope).contains { one in
        tests.allSatisfy { holds($0, one, other, scope) }
      }
    case .either(let lists):
      lists.contains { list in list.allSatisfy { holds($0, record, registry, scope) } }
    }
  }

  private func members(
    _ other: String, _ by: String, _ record: Record, _ scope: Question.Scope
  ) -> [Record] {
    current(other, scope.known).filter { value($0, by, other) == .text(record.key) }
  }
}
