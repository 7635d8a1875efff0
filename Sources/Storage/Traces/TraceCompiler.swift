import Domain

/// Turns a question about the history of records into SQL: each version that ended, beside the one
/// that came after it, where the two do not answer the question alike.
///
/// A version that a weaker source brought beside a stronger one begins and ends with the same entry
/// (see ``BatchWriter``); it is set beside the one that counts.
struct TraceCompiler {
  let asked: TraceQuestion
  let compiler: QuestionCompiler
  let facts: LedgerFacts
  /// Versions that ended at or before this entry are not looked at, but where they were removed.
  let after: Int
  /// The versions of a registry that ended.
  let turns: (RecordTable) throws -> [VersionTurn]

  private var question: Question { asked.question }
  private var known: Int { min(question.scope.known, facts.head) }

  /// One set of versions to go through.
  struct Search {
    var table: RecordTable
    /// Columns whose alteration is told.
    var columns: [RegistryColumn]
    var sql: Fragment
    /// True where the records themselves are counted; false for parts of them.
    var isOwn: Bool
    /// True where what counts happened on a day; false for what is so on one.
    var isDated = false
  }

  /// What a row of a search begins with: key, since, until, entry's time, actor, reason; whether it
  /// stands beside, was there, counted, and the same of the version after it; then old and new of
  /// every column.
  static let fixed = 12

  /// The question's own records, those that came before them for what counts once, and their parts.
  func searches() throws -> [Search] {
    var found = [try own()].compactMap { $0 }
    if let earlier = try earlier() { found.append(earlier) }
    found += try parts(question.conditions, of: compiler.table) { alias in
      "+\(alias: alias) IN (SELECT m.key FROM \(name: compiler.table.name) m WHERE \(sql: try compiler.window("m")))"
    }
    return found
  }

  private func own() throws -> Search? {
    let table = compiler.table
    let columns = try self.columns(
      windowColumns + question.distinct + asked.watched + sumColumns
        + question.conditions.flatMap(\.ownFields), of: table)
    let watched = try self.columns(question.distinct + asked.watched + sumColumns, of: table)
    let sql = try pairs(
      table, columns, watched,
      there: { try place($0) },
      counts: { alias in
        [
          try compiler.window(alias, isPlain: false),
          try compiler.conditions.all(question.conditions, of: table, alias: alias),
        ].all
      })
    return sql.map {
      Search(table: table, columns: columns, sql: $0, isOwn: true, isDated: isDated)
    }
  }

  /// In the window by its date, or by the date by which it is reported before it counts.
  private func place(_ alias: String) throws -> Fragment {
    let window = try compiler.window(alias, isPlain: false)
    guard let claimed = question.claimed, case .dated(_, let period) = question.window else {
      return window
    }
    let name = try compiler.dated(claimed)
    let claim: Fragment =
      "+\(alias: alias).\(name: name) >= \(period.first) AND +\(alias: alias).\(name: name) <= \(period.last)"
    return "((\(sql: window)) OR (\(sql: claim)))"
  }

  /// Where only what never came before counts: the earlier records of the things in the window.
  private func earlier() throws -> Search? {
    let table = compiler.table
    guard question.firstOnly,
      case .dated(let column, let period) = question.window, let thing = try compiler.thing("w")
    else { return nil }
    let name = try compiler.dated(column)
    let columns = try self.columns([column] + question.distinct, of: table)
    let counts = { (alias: String) throws -> Fragment in
      let own = try compiler.thing(alias) ?? "NULL"
      return """
        (+\(alias: alias).\(name: name) < \(period.first) AND \(sql: own) IN (SELECT \(sql: thing) \
        FROM \(name: table.name) w WHERE \(sql: compiler.moment.current("w")) \
        AND \(sql: try compiler.window("w"))))
        """
    }
    return try pairs(table, columns, [], there: counts, counts: counts).map {
      Search(table: table, columns: columns, sql: $0, isOwn: true, isDated: true)
    }
  }

  /// Records of other registries that the conditions ask for.
  /// - Parameter belongs: whether a reference names a record that is asked about.
  private func parts(
    _ conditions: [Condition], of table: RecordTable,
    belongs: @escaping (String) throws -> Fragment
  ) throws -> [Search] {
    try conditions.flatMap { condition -> [Search] in
      switch condition {
      case .every(let name, let by, let tests), .some(let name, let by, let tests):
        return try part(name, by, tests, belongs)
      case .either(let lists):
        return try lists.flatMap { try parts($0, of: table, belongs: belongs) }
      default: return []
      }
    }
  }

  private func part(
    _ registry: String, _ by: String, _ tests: [Condition],
    _ belongs: @escaping (String) throws -> Fragment
  ) throws -> [Search] {
    let table = try compiler.conditions.catalog.table(registry)
    let reference = try compiler.conditions.column(by, [.text], table).name
    let there = { (alias: String) throws -> Fragment in
      try belongs("\(alias).\(quoted(reference))")
    }
    let below = try parts(tests, of: table) { alias in
      "+\(alias: alias) IN (SELECT m.key FROM \(name: table.name) m WHERE \(sql: try there("m")))"
    }
    let columns = try self.columns([by] + tests.flatMap(\.ownFields), of: table)
    let sql = try pairs(
      table, columns, [try compiler.conditions.column(by, [.text], table)], there: there,
      counts: { alias in
        [
          try there(alias),
          try compiler.conditions.all(tests, of: table, alias: alias, depth: 1),
        ].all
      })
    return sql.map { [Search(table: table, columns: columns, sql: $0, isOwn: false)] + below }
      ?? below
  }
}

extension TraceCompiler {
  /// Versions that ended, each with the one after it, where the number may differ by it; nil where
  /// none of them can.
  private func pairs(
    _ table: RecordTable, _ columns: [RegistryColumn], _ watched: [RegistryColumn],
    there: (String) throws -> Fragment, counts: (String) throws -> Fragment
  ) throws -> Fragment? {
    guard facts.replaced.contains(table.registry.name), let list = try candidates(table, columns)
    else { return nil }
    let differs = watched.map { "o.\(name: $0.name) IS NOT n.\(name: $0.name)" as Fragment }
    let altered: Fragment = differs.isEmpty ? "0" : "(\(sql: differs.joined(" OR ")))"
    return """
      SELECT key, since, until, time, actor, reason, beside, there, counted, follows, stays, counts\
      \(sql: names(columns)) FROM (
      SELECT o.key AS key, o.since AS since, o.until AS until, o.until = o.since AS beside, \
      ifnull(\(sql: try there("o")), 0) AS there, ifnull(\(sql: try counts("o")), 0) AS counted, \
      n.id IS NOT NULL AS follows, ifnull(\(sql: try there("n")), 0) AS stays, \
      ifnull(\(sql: try counts("n")), 0) AS counts, \(sql: altered) AS altered\
      \(sql: named(columns))
      FROM json_each(\(list)) turn JOIN \(name: table.name) o ON o.id = json_extract(turn.value, '$[0]') \
      LEFT JOIN \(name: table.name) n ON n.id = \(sql: next(table)))
      JOIN entry ON sequence = until
      WHERE CASE WHEN follows THEN counted <> counts OR (there AND altered) ELSE there END
      ORDER BY until, key
      """
  }

  private func names(_ columns: [RegistryColumn]) -> Fragment {
    columns.indices.map { ", old\(alias: "\($0)"), new\(alias: "\($0)")" as Fragment }.joined("")
  }

  private func named(_ columns: [RegistryColumn]) -> Fragment {
    columns.indices.map { index in
      let name = columns[index].name
      return
        ", o.\(name: name) AS old\(alias: "\(index)"), n.\(name: name) AS new\(alias: "\(index)")"
        as Fragment
    }.joined("")
  }

  /// The ids of the versions that ended and of those after them, as JSON; only where a column of
  /// those told was altered, or the record removed, or where a weaker source stands beside.
  private func candidates(_ table: RecordTable, _ columns: [RegistryColumn]) throws -> String? {
    let mask = VersionTurn.mask(of: columns, in: table)
    let found = try turns(table).filter { turn in
      turn.until <= known
        && (turn.isBeside || turn.isRemoved || (turn.until > after && turn.altered & mask != 0))
    }
    guard !found.isEmpty else { return nil }
    return "[" + found.map { "[\($0.old),\($0.new)]" }.joined(separator: ",") + "]"
  }

  /// The id of the version after `o`; of the one that counts where `o` stands beside.
  private func next(_ table: RecordTable) -> Fragment {
    let versions: Fragment = "SELECT x.id FROM \(name: table.name) x WHERE x.key = o.key"
    return """
      CASE WHEN o.until = o.since THEN coalesce(\
      (\(sql: versions) AND x.until IS NULL AND x.since <= \(known)), \
      (\(sql: versions) AND x.until IS NOT NULL AND x.since <= \(known) AND x.until > \(known))) \
      ELSE json_extract(turn.value, '$[1]') END
      """
  }

  private var windowColumns: [String] {
    switch question.window {
    case .dated(let column, _): [column] + [question.claimed].compactMap { $0 }
    case .valid(let from, let until, _): [from, until].compactMap { $0 }
    }
  }

  private var isDated: Bool { if case .dated = question.window { true } else { false } }

  private var sumColumns: [String] {
    if case .sum(let field) = question.aggregate { [field] } else { [] }
  }

  /// The named columns, each once; names that are none are left out.
  private func columns(_ names: [String], of table: RecordTable) throws -> [RegistryColumn] {
    names.reduce(into: []) { found, name in
      guard !found.contains(where: { $0.name == name }),
        let column = table.columns.first(where: { $0.name == name })
      else { return }
      found.append(column)
    }
  }
}

extension Condition {
  /// The fields of the record itself that it looks at.
  var ownFields: [String] {
    switch self {
    case .isOne(let field, _), .isNone(let field, _), .lies(let field, _), .present(let field),
      .absent(let field), .reached(let field), .ahead(let field):
      [field]
    case .every, .some: []
    case .either(let lists): lists.flatMap { $0.flatMap(\.ownFields) }
    }
  }

  /// The other registries that it looks at.
  var otherRegistries: [String] {
    switch self {
    case .every(let name, _, let tests), .some(let name, _, let tests):
      [name] + tests.flatMap(\.otherRegistries)
    case .either(let lists): lists.flatMap { $0.flatMap(\.otherRegistries) }
    default: []
    }
  }
}
