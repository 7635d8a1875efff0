import Domain
import GRDB

extension SQLiteLedger {
  public func doubts(of registry: String, known: Int) throws -> [Doubt] {
    try read { db in try doubts(of: registry, known: known, db, facts(db)) }
  }

  /// What came after the last evidence changes nothing that is known.
  func doubts(
    of registry: String, known: Int, _ db: Database, _ facts: LedgerFacts
  ) throws -> [Doubt] {
    let known = known >= facts.evidence ? Int.max : known
    return try keptDoubts.doubts(registry, known: known, evidence: facts.evidence) {
      let catalog = try self.catalog(db, known: known)
      guard let table = catalog.tables[registry] else { return [] }
      let finder = DoubtFinder(
        db: db, table: table, catalog: catalog, moment: known == .max ? .now : .past(known),
        place: facts.place(known: known))
      return try finder.alike() + finder.broken()
    }
  }

  public func standings(
    of keys: [String], in question: Question
  ) throws -> [String: RecordStanding] {
    guard !keys.isEmpty else { return [:] }
    return try read { db in
      let facts = try facts(db)
      return try keptDoubts.standings(keys, question, evidence: facts.evidence) {
        let fragment = try compiler(question, db, facts).standings(of: keys)
        let rows = try Row.fetchAll(
          db.cachedStatement(sql: fragment.text), arguments: StatementArguments(fragment.values))
        return Dictionary(
          rows.map { ($0[0] as String, RecordStanding(thing: $0[1], isBefore: $0[2])) }
        ) { first, _ in first }
      }
    }
  }

  public func beyond(_ question: Question, _ other: Question) throws -> [String] {
    try read { db in
      let facts = try facts(db)
      return try keptDoubts.beyond(question, other, evidence: facts.evidence) {
        let whole = try compiler(other, db, facts)
        let fragment = try compiler(question, db, facts).keys(
          without: "SELECT r.key FROM \(sql: try whole.candidates()) AND \(sql: try whole.counts())"
        )
        return Doubt.Group(
          own: try String.fetchAll(
            db.cachedStatement(sql: fragment.text), arguments: StatementArguments(fragment.values)))
      }.own
    }
  }

  public func amounts(_ question: Question) throws -> Amounts {
    guard case .sum(let field) = question.aggregate else { return Amounts() }
    return try read { db in
      let facts = try facts(db)
      return try keptDoubts.amounts(question, evidence: facts.evidence) {
        let compiler = try compiler(question, db, facts)
        return try AmountReader(db: db, compiler: compiler, field: field).amounts()
      }
    }
  }
}

/// Looks for doubts in the records of one registry.
private struct DoubtFinder {
  let db: Database
  let table: RecordTable
  let catalog: Catalog
  let moment: Moment
  let place: String?

  func broken() throws -> [Doubt] {
    try table.registry.allChecks(among: catalog.tables.mapValues(\.registry)).compactMap { check in
      let compiler = CheckCompiler(table: table, catalog: catalog, moment: moment)
      guard let fragment = try compiler.found(by: check) else { return nil }
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: fragment.text), arguments: StatementArguments(fragment.values))
      guard !rows.isEmpty else { return nil }
      return Doubt(
        kind: .check, check: check.name, detail: check.words, groups: groups(rows, check.rule.other)
      )
    }
  }

  /// Rows of one record after the other; a key of another registry stands behind its name.
  private func groups(_ rows: [Row], _ registry: String?) -> [Doubt.Group] {
    var groups: [Doubt.Group] = []
    for row in rows {
      let (key, other): (String, String?) = (row[0], row[1])
      if groups.last?.own != [key] { groups.append(Doubt.Group(own: [key])) }
      if let other, groups[groups.count - 1].others.count < 3 {
        groups[groups.count - 1].others.append("\(registry ?? "") \(other)")
      }
    }
    return groups
  }

  func alike() throws -> [Doubt] {
    var alike = AlikeRecords(
      table.registry, by: table.registry.sureLikenesses, withKeys: true,
      folding: Folding(place: place))
    guard !alike.isIdle else { return [] }
    let columns = alike.columns
    let names = (["r.key"] + columns.map { "r." + quoted(table.columns[$0].name) })
      .joined(separator: ", ")
    let current = moment.current("r")
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(names) FROM \(table.sql) r WHERE \(current.text) ORDER BY r.id"),
      arguments: StatementArguments(current.values))
    var values = [FieldValue](repeating: .none, count: table.columns.count)
    while let row = try rows.next() {
      for (place, column) in columns.enumerated() {
        values[column] = Self.value(row[place + 1], table.columns[column].type)
      }
      alike.add(key: row[0], values: values)
    }
    return alike.groups.map {
      Doubt(kind: .likelySame, detail: $0.why, groups: [Doubt.Group(own: $0.keys)])
    }
  }

  /// A day is compared as it is written.
  private static func value(_ value: DatabaseValue, _ type: ColumnType) -> FieldValue {
    switch value.storage {
    case .string(let text): .text(text)
    case .int64(let number): .number(Int(number))
    default: .none
    }
  }
}

extension QuestionCompiler {
  /// Keys of what counts and is not among others.
  func keys(without others: Fragment) throws -> Fragment {
    """
    SELECT r.key FROM \(sql: try candidates()) AND \(sql: try counts()) \
    AND r.key NOT IN (\(sql: others)) ORDER BY +r.key LIMIT \(CheckCompiler.most)
    """
  }

  /// Of some records: which count, and which would have before the window; with their things.
  func standings(of keys: [String]) throws -> Fragment {
    let source: Fragment =
      needsSource
      ? " CROSS JOIN source s ON s.first = r.source AND \(sql: moment.current("s"))" : ""
    let inside: Fragment = "(\(sql: try window("r", isPlain: false)) AND \(sql: try counts()))"
    var before: Fragment = "0"
    if case .dated(let column, let period) = question.window {
      let tests = ["+r.\(name: try dated(column)) < \(period.first)"] + suffices
      before = "(\(sql: tests.all))"
    }
    let thing = try thing("r").map { "ifnull(\(sql: $0), r.key)" as Fragment } ?? "r.key"
    return """
      SELECT r.key, \(sql: thing), NOT \(sql: inside) FROM \(name: table.name) r\(sql: source) \
      WHERE \(sql: moment.current("r")) \
      AND r.key IN (SELECT value FROM json_each(\(JSONList.text(keys)))) \
      AND \(sql: try conditions.all(question.conditions, of: table, alias: "r")) \
      AND (\(sql: inside) OR \(sql: before))
      """
  }
}

/// Reads the greatest amounts, and the middle one only where there is a gap above.
private struct AmountReader {
  let db: Database
  let compiler: QuestionCompiler
  let field: String

  func amounts() throws -> Amounts {
    let column = try compiler.conditions.column(field, [.number], compiler.table)
    let pool: Fragment = """
      FROM \(sql: try compiler.candidates()) AND \(sql: try compiler.counts()) \
      AND r.\(name: column.name) IS NOT NULL
      """
    let value: Fragment = "r.\(name: column.name)"
    let greatest: Fragment = """
      SELECT r.key, \(sql: value), count(*) OVER (), sum(\(sql: value) >> 32) OVER (), \
      sum(\(sql: value) & 4294967295) OVER () \
      \(sql: pool) ORDER BY 2 DESC, 1 LIMIT \(Amounts.listed)
      """
    let rows = try fetch(greatest)
    guard let first = rows.first, rows.count > 1 else { return Amounts() }
    let total = Exact(first[3] as Int) * Exact(1 << 32) + Exact(first[4] as Int)
    var amounts = Amounts(
      greatest: rows.map { ($0[0], Exact($0[1] as Int, digits: column.digits)) },
      count: first[2], total: total * Exact(1, digits: column.digits))
    guard hasGap(rows) else { return Amounts() }
    let middle: Fragment = """
      SELECT r.\(name: column.name) \(sql: pool) ORDER BY 1 LIMIT 1 OFFSET \(amounts.count / 2)
      """
    amounts.median = Exact(try fetch(middle).first?[0] as Int? ?? 0, digits: column.digits)
    return amounts
  }

  private func hasGap(_ rows: [Row]) -> Bool {
    zip(rows, rows.dropFirst()).contains { ($0[1] as Int) / 10 >= ($1[1] as Int) }
  }

  private func fetch(_ fragment: Fragment) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(sql: fragment.text), arguments: StatementArguments(fragment.values))
  }
}
