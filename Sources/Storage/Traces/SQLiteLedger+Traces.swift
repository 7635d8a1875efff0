import Domain
import GRDB
import Synchronization

extension SQLiteLedger {
  /// Kept until the ledger changes; asked for in one read transaction.
  public func traced(_ question: TraceQuestion) throws -> Traced {
    try read { db in
      let facts = try facts(db)
      let asked = question.question
      let registries = [asked.registry] + asked.conditions.flatMap(\.otherRegistries)
      guard registries.contains(where: facts.replaced.contains) else { return Traced() }
      if let kept = traces.answer(to: question, head: facts.head) { return kept }
      let answer = try TraceReader(question, db, catalog(db), facts, turns).run()
      traces.keep(answer, for: question, head: facts.head)
      return answer
    }
  }
}

/// Answers to questions about one state of the ledger.
final class KeptTraces: Sendable {
  private let kept = Mutex<(head: Int, answers: [TraceQuestion: Traced])>((0, [:]))
  private static let limit = 4_096

  func answer(to question: TraceQuestion, head: Int) -> Traced? {
    kept.withLock { $0.head == head ? $0.answers[question] : nil }
  }

  func keep(_ answer: Traced, for question: TraceQuestion, head: Int) {
    kept.withLock { state in
      if state.head != head || state.answers.count >= Self.limit { state = (head, [:]) }
      state.answers[question] = answer
    }
  }
}

/// Reads what a trace question finds, and leaves out what is ordinary work.
struct TraceReader {
  private let asked: TraceQuestion
  private let db: Database
  private let compiler: TraceCompiler

  init(
    _ asked: TraceQuestion, _ db: Database, _ catalog: Catalog, _ facts: LedgerFacts,
    _ turns: KeptTurns
  ) throws {
    self.asked = asked
    self.db = db
    compiler = TraceCompiler(
      asked: asked,
      compiler: try QuestionCompiler(asked.question, catalog: catalog, facts: facts),
      facts: facts, after: try TraceReader.first(asked, db) - 1,
      turns: { try turns.turns(of: $0, db, head: facts.head) })
  }

  /// The first entry whose alterations may have to be told.
  private static func first(_ asked: TraceQuestion, _ db: Database) throws -> Int {
    let after = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT min(sequence) FROM entry WHERE time > ?"),
      arguments: [Instant(endOf: asked.ends).milliseconds])
    return min(after ?? .max, (asked.releases.min() ?? .max - 1) + 1)
  }

  func run() throws -> Traced {
    var answer = Traced()
    for search in try compiler.searches() {
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: search.sql.text),
        arguments: StatementArguments(search.sql.values))
      var gathered = Gathered(search.table.registry)
      while let row = try rows.next() { gathered.take(row, search, asked) }
      answer.traces += gathered.traces
      answer.contradicted += gathered.contradicted
    }
    return answer
  }
}

/// What was found in one registry.
private struct Gathered {
  private let registry: Registry
  private var found: [Trace.Kind: (count: Int, items: [Trace.Item])] = [:]
  private(set) var contradicted: [String] = []

  init(_ registry: Registry) { self.registry = registry }

  var traces: [Trace] {
    Trace.Kind.allCases.compactMap { kind in
      found[kind].map {
        Trace(
          kind: kind, registry: registry.name, count: $0.count, items: $0.items,
          isPersonal: registry.isAboutPersons ? true : nil)
      }
    }
  }

  mutating func take(_ row: Row, _ search: TraceCompiler.Search, _ asked: TraceQuestion) {
    let turn = Turn(row, search)
    if turn.isBeside {
      if !contradicted.contains(turn.key) { contradicted.append(turn.key) }
    } else if !turn.isFollowed {
      add(.removed, turn.item(nil))
    } else if turn.isTold(asked) {
      let items = turn.altered.map { turn.item($0, registry) }
      var entry = found[.altered] ?? (0, [])
      entry.count += 1
      entry.items = Array((entry.items + items).prefix(Trace.listed))
      found[.altered] = entry
    }
  }

  private mutating func add(_ kind: Trace.Kind, _ item: Trace.Item) {
    var entry = found[kind] ?? (0, [])
    entry.count += 1
    if entry.items.count < Trace.listed { entry.items.append(item) }
    found[kind] = entry
  }
}

/// One version that ended, with the one after it.
private struct Turn {
  let key: String
  let since: Int
  let until: Int
  let day: Day
  let actor: String
  let reason: String?
  let isBeside: Bool
  let wasCounted: Bool
  let isFollowed: Bool
  let isCounted: Bool
  /// Columns that are not as they were.
  let altered: [(column: RegistryColumn, old: DatabaseValue, new: DatabaseValue)]
  private let isDated: Bool
  private let isOwn: Bool

  init(_ row: Row, _ search: TraceCompiler.Search) {
    key = row[0]
    since = row[1]
    until = row[2]
    day = Instant(milliseconds: row[3]).day
    actor = row[4]
    reason = row[5]
    isBeside = row[6]
    wasCounted = row[8]
    isFollowed = row[9]
    isCounted = row[11]
    isDated = search.isDated
    isOwn = search.isOwn
    altered = search.columns.enumerated().compactMap { index, column in
      let place = TraceCompiler.fixed + 2 * index
      let (old, new): (DatabaseValue, DatabaseValue) = (row[place], row[place + 1])
      return old == new ? nil : (column, old, new)
    }
  }

  /// Whether the alteration is more than ordinary work: made after the period, or after a release
  /// had counted the record as it was. What only begins to count is, until evidence is complete.
  func isTold(_ asked: TraceQuestion) -> Bool {
    let isAfter = day > asked.ends
    let wasReleased = asked.releases.contains { since <= $0 && $0 < until }
    switch (wasCounted, isCounted) {
    case (true, true): return isAfter || (wasReleased && (isDated || !isOwn))
    case (true, false): return isAfter || (wasReleased && altered.contains { !$0.old.isNull })
    case (false, true):
      let isMoved = altered.contains { $0.column.type == .day && !$0.old.isNull && !$0.new.isNull }
      return day > asked.settles || ((isAfter || wasReleased) && isMoved)
    case (false, false): return isAfter || wasReleased
    }
  }

  func item(
    _ turn: (column: RegistryColumn, old: DatabaseValue, new: DatabaseValue)?,
    _ registry: Registry? = nil
  ) -> Trace.Item {
    var item = Trace.Item(key: key, sequence: until, day: day, actor: actor, reason: reason)
    guard let turn, let registry else { return item }
    item.column = turn.column.name
    let field = registry.fields[turn.column.field]
    guard field.kind != .personal else { return item }
    item.old = Self.text(turn.old, turn.column, field)
    item.new = Self.text(turn.new, turn.column, field)
    return item
  }

  private static func text(_ value: DatabaseValue, _ column: RegistryColumn, _ field: Field)
    -> String?
  {
    switch value.storage {
    case .string(let text): text
    case .int64(let number):
      "\(Exact(Int(number), digits: column.digits)) \(field.unit ?? "")"
    default: nil
    }
  }
}
