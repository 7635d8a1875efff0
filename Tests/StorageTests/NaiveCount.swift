import Domain

/// The truth that SQL is held to: every version of every record in memory, counted by loops that
/// follow the words of `Question` and nothing else.
struct NaiveCount {
  /// Every version in the order of entry; the source is an id.
  var records: [String: [Record]] = [:]
  var registries: [String: Registry] = [:]
  var sources: [(sequence: Int, source: Source)] = []
  var head = 0

  func value(_ record: Record, _ column: String, _ registry: String) -> FieldValue {
    guard let index = registries[registry]?.columns.firstIndex(where: { $0.name == column }) else {
      return .none
    }
    return record.values[index]
  }

  func day(_ record: Record, _ column: String, _ registry: String) -> Day? {
    if case .day(let day) = value(record, column, registry) { return day }
    return nil
  }

  func known(_ registry: String, at known: Int) -> [Record] {
    (records[registry] ?? []).filter { $0.since <= known && ($0.until ?? .max) > known }
  }

  func source(_ record: Record, known: Int) -> Source? {
    sources.last { $0.source.id == record.source && $0.sequence <= known }?.source
  }

  func passes(
    _ record: Record, _ conditions: [Condition], _ registry: String, _ asOf: Day, _ known: Int
  ) -> Bool {
    conditions.allSatisfy { passes(record, $0, registry, asOf, known) }
  }

  private func passes(
    _ record: Record, _ condition: Condition, _ registry: String, _ asOf: Day, _ known: Int
  ) -> Bool {
    func text(_ field: String) -> String? {
      switch value(record, field, registry) {
      case .text(let text): text
      case .day(let day): day.description
      default: nil
      }
    }
    func others(_ name: String, _ by: String) -> [Record] {
      self.known(name, at: known).filter { value($0, by, name) == .text(record.key) }
    }
    switch condition {
    case .isOne(let field, let values): return text(field).map(values.contains) ?? false
    case .isNone(let field, let values): return text(field).map { !values.contains($0) } ?? true
    case .lies(let field, let interval):
      guard case .number(let number) = value(record, field, registry),
        let column = registries[registry]?.column(field)
      else { return false }
      return interval.contains(Exact(number, digits: column.digits))
    case .present(let field): return value(record, field, registry) != .none
    case .absent(let field): return value(record, field, registry) == .none
    case .reached(let field): return day(record, field, registry).map { $0 <= asOf } ?? false
    case .ahead(let field): return day(record, field, registry).map { $0 > asOf } ?? true
    case .every(let name, let by, let tests):
      let found = others(name, by)
      return !found.isEmpty && found.allSatisfy { passes($0, tests, name, asOf, known) }
    case .some(let name, let by, let tests):
      return others(name, by).contains { passes($0, tests, name, asOf, known) }
    case .either(let lists):
      return lists.contains { passes(record, $0, registry, asOf, known) }
    }
  }
}

extension NaiveCount {
  private func isInWindow(_ record: Record, _ question: Question) -> Bool {
    switch question.window {
    case .dated(let column, let period):
      guard let day = day(record, column, question.registry) else { return false }
      return period.contains(day) && day <= question.scope.asOf
    case .valid(let from, let until, let on):
      if let from {
        guard let begin = day(record, from, question.registry), begin <= on else { return false }
      }
      if let until, let end = day(record, until, question.registry), end <= on { return false }
      return true
    }
  }

  private func thing(_ record: Record, _ question: Question) -> [FieldValue]? {
    let values = question.distinct.map { name -> FieldValue in
      let value = value(record, name, question.registry)
      if case .text(let text) = value { return .text(Folding.text(text)) }
      return value
    }
    return values.isEmpty || values.contains(.none) ? nil : values
  }

  private func suffices(_ record: Record, _ question: Question, _ known: Int) -> Bool {
    guard let source = source(record, known: known) else { return false }
    return source.date <= question.scope.seen && source.grade >= question.scope.proof
  }

  /// The day on which a date is reached.
  private func last(_ question: Question) -> Day {
    switch question.window {
    case .dated(_, let period): min(period.last, question.scope.asOf)
    case .valid(_, _, let on): on
    }
  }

  /// Of one thing the strongest, of these the earliest, of these the one entered first.
  private func strongest(_ records: [Record], _ question: Question, _ known: Int) -> [Record] {
    var column: String?
    switch question.window {
    case .dated(let name, _): column = name
    case .valid(let from, _, _): column = from
    }
    let ranked = records.enumerated().sorted { a, b in
      let (x, y) = (
        source(a.element, known: known)?.grade ?? .selfReported,
        source(b.element, known: known)?.grade ?? .selfReported
      )
      if x != y { return x > y }
      let (m, n) = (
        column.flatMap { day(a.element, $0, question.registry)?.number } ?? .min,
        column.flatMap { day(b.element, $0, question.registry)?.number } ?? .min
      )
      return (m, a.offset) < (n, b.offset)
    }
    var seen: Set<[FieldValue]> = []
    return ranked.filter { item in
      thing(item.element, question).map { seen.insert($0).inserted } ?? true
    }.sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// Counted records, and those left out with their keys.
  func answer(_ question: Question) -> (
    answer: Answer, counted: [Record], out: [LeftOut.Reason: [String]]
  ) {
    let (scope, name) = (question.scope, question.registry)
    let known = min(scope.known, head)
    let current = self.known(name, at: known).filter {
      passes($0, question.conditions, name, last(question), known)
    }
    let window = current.filter { isInWindow($0, question) }
    var out: [LeftOut.Reason: [String]] = [:]
    var eligible: [Record] = []
    var grades: [Grade: Int] = [:]
    for record in window {
      guard let source = source(record, known: known) else { continue }
      if source.date > scope.seen {
        out[.sourceLater, default: []].append(record.key)
      } else if source.grade < scope.proof {
        out[.tooWeak, default: []].append(record.key)
      } else {
        eligible.append(record)
      }
    }
    let all = eligible.filter { isFirst($0, question, known) }
    let counted = strongest(all, question, known)
    for record in counted {
      if let grade = source(record, known: known)?.grade { grades[grade, default: 0] += 1 }
    }
    let kept = Set(counted.map(\.key))
    let again = all.map(\.key).filter { !kept.contains($0) }
    out[.sameThing] = again
    out[.notFirst] = eligible.filter { !isFirst($0, question, known) }.map(\.key)
    out[.outsidePeriod] = outside(question, current)
    out[.recordedLater] = later(question, window, known)
    out[.notYetThere] = notYet(question, current)
    var total = Exact(counted.count)
    if case .sum(let field) = question.aggregate {
      let digits = registries[name]?.column(field)?.digits ?? 0
      total = all.reduce(Exact.zero) { sum, record in
        if case .number(let number) = value(record, field, name) {
          return sum + Exact(number, digits: digits)
        }
        return sum
      }
    }
    return (Answer(total: total, grades: grades), counted, out.filter { !$0.value.isEmpty })
  }

  private func isFirst(_ record: Record, _ question: Question, _ known: Int) -> Bool {
    guard question.firstOnly, let thing = thing(record, question),
      case .dated(let column, let period) = question.window
    else { return true }
    return !self.known(question.registry, at: known).contains {
      self.thing($0, question) == thing && suffices($0, question, known)
        && (day($0, column, question.registry).map { $0 < period.first } ?? false)
    }
  }

  private func outside(_ question: Question, _ current: [Record]) -> [String] {
    guard let news = question.scope.newsSince, case .dated(let column, let period) = question.window
    else { return [] }
    let brought = records[question.registry]?.map(\.since).min() ?? 0
    return current.filter { record in
      guard record.since > brought else { return false }
      let versions = records[question.registry]?.filter { $0.key == record.key } ?? []
      let first = versions.map(\.since).min() ?? 0
      guard let day = day(record, column, question.registry) else { return false }
      return first >= news && record.since <= question.scope.newsUntil ?? .max
        && !period.contains(day)
    }.map(\.key)
  }

  private func later(_ question: Question, _ window: [Record], _ known: Int) -> [String] {
    guard known < head else { return [] }
    let there = Set(window.map(\.key))
    return self.known(question.registry, at: head).filter {
      $0.since > known && isInWindow($0, question) && !there.contains($0.key)
        && passes($0, question.conditions, question.registry, last(question), head)
    }.map(\.key)
  }

  private func notYet(_ question: Question, _ current: [Record]) -> [String] {
    guard let claimed = question.claimed, case .dated(let column, let period) = question.window
    else { return [] }
    return current.filter { record in
      guard let claim = day(record, claimed, question.registry), period.contains(claim),
        claim <= question.scope.asOf
      else { return false }
      return day(record, column, question.registry).map { $0 > question.scope.asOf } ?? true
    }.map(\.key)
  }
}
