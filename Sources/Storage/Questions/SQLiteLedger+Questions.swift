import Domain
import GRDB

extension SQLiteLedger {
  public func answer(_ question: Question) throws -> Answer {
    try read { db in try answer(question, db, facts: facts(db)) }
  }

  /// All in one read transaction.
  public func answers(_ questions: [Question]) throws -> [Answer] {
    try read { db in
      let facts = try facts(db)
      return try questions.map { try answer($0, db, facts: facts) }
    }
  }

  /// The one statement that answers a question, with its values in place: for people who want to
  /// see what is counted, in any SQLite tool.
  public func sql(for question: Question) throws -> String {
    try read { db in
      try compiler(question, db, facts(db)).answer().readable
    }
  }

  /// The very records that `answer` counts, by key; things of one name each with all its records.
  public func records(_ question: Question, offset: Int, limit: Int) throws -> [Domain.Record] {
    try read { db in
      let compiler = try compiler(question, db, facts(db))
      let fragment = try compiler.records(offset: max(0, offset), limit: max(0, limit))
      let statement = try db.cachedStatement(sql: fragment.text)
      let rows = try Row.fetchCursor(statement, arguments: StatementArguments(fragment.values))
      var records: [Domain.Record] = []
      while let row = try rows.next() { records.append(try compiler.table.record(row)) }
      return records
    }
  }

  public func versions(of key: String, in registry: String) throws -> [Domain.Record] {
    try read { db in
      let table = try catalog(db).table(registry)
      let names =
        (["key, since, until, (SELECT id FROM source s WHERE number = source), id"]
        + table.columns.map { quoted($0.name) }).joined(separator: ", ")
      let select = "SELECT \(names) FROM \(table.sql) WHERE key = ?1 AND until IS"
      let rows = try Row.fetchAll(
        db, sql: "\(select) NOT NULL UNION ALL \(select) NULL ORDER BY 5", arguments: [key])
      return try rows.map { try table.record($0, values: 5) }
    }
  }

  /// What a question does without is looked for first.
  func compiler(
    _ question: Question, _ db: Database, _ facts: LedgerFacts
  ) throws -> QuestionCompiler {
    var doubtful: [String] = []
    if !question.without.isEmpty {
      doubtful = try doubts(of: question.registry, known: question.scope.known, db, facts)
        .filter { question.without.contains($0.check ?? "") }
        .flatMap { $0.groups.flatMap(\.own) }
    }
    return try QuestionCompiler(
      question, catalog: catalog(db), facts: facts, doubtful: doubtful)
  }

  private func answer(_ question: Question, _ db: Database, facts: LedgerFacts) throws -> Answer {
    var compiler = try compiler(question, db, facts)
    guard case .sum = question.aggregate else { return try answer(question, db, compiler) }
    do {
      return try answer(question, db, compiler)
    } catch is DatabaseError {
      // SQLite refuses a sum beyond 64 bits; in halves it is exact.
      compiler.inHalves = true
      return try answer(question, db, compiler)
    }
  }

  private func answer(
    _ question: Question, _ db: Database, _ compiler: QuestionCompiler
  ) throws -> Answer {
    let fragment = try compiler.answer()
    let statement = try db.cachedStatement(sql: fragment.text)
    var reader = AnswerReader()
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(fragment.values))
    while let row = try rows.next() { reader.take(row) }
    return reader.answer(to: question, compiler.table)
  }
}

extension SQLiteLedger {
  /// Worked out once for each state of the ledger.
  func facts(_ db: Database) throws -> LedgerFacts {
    let head = try Int.fetchOne(db.cachedStatement(sql: "SELECT sequence FROM head")) ?? 0
    if let known = lastFacts.withLock({ $0 }), known.head == head { return known }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT json_extract(content, '$.registry'), max(s.date), sum(DISTINCT 1 << s.grade)
          FROM entry JOIN source s ON s.id = json_extract(content, '$.source')
          WHERE kind = 'records' GROUP BY 1
          """))
    let sources = rows.map { row in
      let bits: Int = row[2]
      let grades = Grade.allCases.filter { bits & 1 << $0.rawValue != 0 }
      return (row[0] as String, LedgerFacts.Sources(latest: row[1], grades: grades))
    }
    let facts = LedgerFacts(
      head: head, evidence: try lastEvidence(db), places: try places(db),
      sources: Dictionary(sources) { first, _ in first }, replaced: try replaced(db))
    lastFacts.withLock { $0 = facts }
    return facts
  }

  private func lastEvidence(_ db: Database) throws -> Int {
    let kinds = ["records", "removal", "registry", "source", "report"]
    let last = kinds.map { "ifnull((SELECT max(sequence) FROM entry WHERE kind = '\($0)'), 0)" }
    return try Int.fetchOne(db.cachedStatement(sql: "SELECT max(\(last.joined(separator: ", ")))"))
      ?? 0
  }

  private func places(_ db: Database) throws -> [(sequence: Int, place: String?)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT sequence, json_extract(content, '$.place') FROM entry WHERE kind = 'report'
          ORDER BY sequence
          """)
    ).map { ($0[0], $0[1]) }
  }
}

extension SQLiteLedger {
  /// Registries of which versions were replaced, removed, or kept beside a stronger one.
  private func replaced(_ db: Database) throws -> Set<String> {
    let names = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT json_extract(content, '$.registry') FROM entry WHERE kind = 'removal' OR
            (kind = 'records' AND (json_extract(content, '$.changed') > 0
              OR json_extract(content, '$.beside') > 0))
          """))
    return Set(names)
  }
}

/// Puts an answer together from rows of what, number, key.
private struct AnswerReader {
  private var numbers: [String: Int] = [:]
  private var keys: [String: [String]] = [:]

  mutating func take(_ row: Row) {
    let what: String = row[0]
    numbers[what] = row[1] ?? 0
    if let key: String = row[2] { keys[what, default: []].append(key) }
  }

  func answer(to question: Question, _ table: RecordTable) -> Answer {
    var answer = Answer()
    for grade in Grade.allCases {
      if let count = numbers["grade\(grade.rawValue)"], count > 0 { answer.grades[grade] = count }
    }
    answer.leftOut = LeftOut.Reason.allCases.compactMap { reason in
      guard let count = numbers[reason.rawValue], count > 0 else { return nil }
      return LeftOut(reason: reason, count: count, examples: keys[reason.rawValue] ?? [])
    }
    if case .sum(let field) = question.aggregate {
      let digits = table.column(field, .number)?.digits ?? 0
      let total = Exact(numbers["total"] ?? 0)
      let whole = numbers["rest"].map { total * Exact(1 << 32) + Exact($0) } ?? total
      answer.total = whole * Exact(1, digits: digits)
    } else {
      answer.total = Exact(numbers["things"] ?? answer.records)
    }
    return answer
  }
}

extension RecordTable {
  /// Takes a row of key, since, until, source and, from `values` on, the registry's columns.
  func record(_ row: Row, values: Int = 4) throws -> Domain.Record {
    Domain.Record(
      key: row[0],
      values: try columns.enumerated().map { index, column in
        let value: DatabaseValue = row[values + index]
        switch (column.type, value.storage) {
        case (_, .null): return .none
        case (.text, .string(let text)): return .text(text)
        case (.number, .int64(let number)): return .number(Int(number))
        case (.day, .string(let text)): if let day = Day(text) { return .day(day) }
        default: break
        }
        throw StorageFault.damaged(
          file: name,
          reason: Phrase(
            "「\(column.name)」的内容不合它的类型", "what \(column.name) holds is not of its type"))
      }, since: row[1], until: row[2], source: row[3])
  }
}
