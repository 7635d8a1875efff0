import Domain
import GRDB

/// Recomputes digests, `until` and counts of one registry.
struct RecordCheck {
  let db: Database
  let account: Account
  let name: String
  /// Batches up to this entry were verified before.
  var after = 0

  func run() throws -> [LedgerFinding] {
    guard let versions = account.tables[name], let last = versions.last?.table else { return [] }
    let batches = account.batches(of: name).filter { $0.sequence > after }
    if after > 0, batches.isEmpty { return [] }
    guard try db.tableExists(last.name) else {
      return [
        LedgerFinding(
          sequence: batches.first?.sequence ?? versions.first?.sequence, registry: name,
          what: Phrase("整张表缺失", "the whole table is missing"))
      ]
    }
    let rows = try checkRows(last, versions, batches)
    if after > 0 { return rows }
    return try rows + checkVersions(last, batches) + checkBesides(last, batches)
      + checkIndices(last)
  }

  private func checkRows(
    _ table: RecordTable, _ versions: [(sequence: Int, table: RecordTable)],
    _ batches: [Account.Own]
  ) throws -> [LedgerFinding] {
    var check = try BatchCheck(db, registry: name, batches)
    var later: [LedgerFinding] = []
    var layouts = versions.map { ($0.sequence, Layout(of: $0.table, in: table, first: 4)) }[...]
    var row = RowBytes()
    let names = table.columns.map { ", r." + quoted($0.name) }.joined()
    let rows = try RawStatement(
      db,
      """
      SELECT r.id, r.since, iif(s.number = s.first, s.id, ''), r.key\(names) FROM \(table.sql) r
      LEFT JOIN source s ON s.number = r.source
      WHERE r.id >= \(after > 0 ? batches.first?.ids.lowerBound ?? 1 : 0) ORDER BY r.id
      """)
    var isNew = true
    while try rows.step() {
      let since = rows.int(1)
      while let following = layouts.dropFirst().first, following.0 < since {
        (layouts, isNew) = (layouts.dropFirst(), true)
      }
      guard let layout = layouts.first?.1 else { continue }
      if isNew { (check.names, isNew) = (layout.names, false) }
      if let column = layout.later.first(where: { !rows.isNull($0.place) }) {
        later.append(
          LedgerFinding(
            sequence: since, registry: name, key: rows.text(3), columns: [column.name],
            what: Phrase("后来才有的列里有值", "there is a value in a column that came later")))
      }
      row.set(rows, key: 3, values: layout.places)
      try check.take(
        .init(
          id: rows.int(0), since: since, source: rows.text(2), key: rows.text(3),
          bytes: row.bytes, ends: row.ends))
    }
    return try later.prefix(20) + check.finish()
  }

  /// Where the columns of an earlier declaration stand in rows of the last.
  private struct Layout {
    var places: [(column: RegistryColumn, place: Int)]
    /// Columns that came after it.
    var later: [(name: String, place: Int)]
    /// The key and the columns, as they are called.
    var names: [String]

    init(of earlier: RecordTable, in table: RecordTable, first: Int) {
      let indices = Dictionary(
        table.columns.enumerated().map { ($1.name, $0 + first) }, uniquingKeysWith: { a, _ in a })
      places = earlier.columns.compactMap { column in indices[column.name].map { (column, $0) } }
      let own = Set(places.map(\.place))
      later = indices.filter { !own.contains($0.value) }.sorted { $0.value < $1.value }
        .map { ($0.key, $0.value) }
      names = ["主键"] + places.map(\.column.name)
    }
  }

  /// What weaker sources said beside: as many versions as the batch says.
  private func checkBesides(_ table: RecordTable, _ batches: [Account.Own]) throws
    -> [LedgerFinding]
  {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT since, count(*) FROM \(table.sql) WHERE until = since GROUP BY since")
    let counts = Dictionary(rows.map { ($0[0] as Int, $0[1] as Int) }) { $1 }
    return batches.filter { counts[$0.sequence] ?? 0 != $0.batch.beside ?? 0 }.prefix(20).map {
      LedgerFinding(
        sequence: $0.sequence, registry: name,
        what: Phrase("这一批另存的行数不符", "the number of rows that it kept beside does not fit"))
    }
  }

  /// A version ends where the next of its key begins, or where its key was removed.
  private func checkVersions(_ table: RecordTable, _ batches: [Account.Own]) throws
    -> [LedgerFinding]
  {
    let removals = account.removals[name] ?? [:]
    let firsts = Dictionary(batches.map { ($0.sequence, $0.ids.lowerBound) }) { $1 }
    var counts: [Int: (added: Int, changed: Int)] = [:]
    var found: [LedgerFinding] = []
    let rows = try RawStatement(
      db,
      """
      SELECT key, since, until, lead(since) OVER own, lag(until) OVER own, id FROM \(table.sql)
      WHERE until IS NULL OR until <> since WINDOW own AS (PARTITION BY key ORDER BY id)
      """)
    while try rows.step() {
      let since = rows.int(1)
      let next = rows.isNull(3) ? Int.max : rows.int(3)
      let removed = removals.isEmpty ? nil : removals[rows.text(0)]?.first { $0 > since }
      if (rows.isNull(2) ? Int.max : rows.int(2)) != min(next, removed ?? .max), found.count < 20 {
        found.append(
          LedgerFinding(
            sequence: since, registry: name, row: firsts[since].map { rows.int(5) - $0 + 1 },
            key: rows.text(0),
            what: Phrase("这一行的失效记账号不符", "the row does not end where it should")))
      }
      let isChange = !rows.isNull(4) && rows.int(4) == since
      counts[since, default: (0, 0)].added += isChange ? 0 : 1
      counts[since, default: (0, 0)].changed += isChange ? 1 : 0
    }
    return found + checkCounts(counts, batches)
  }

  private func checkCounts(
    _ counts: [Int: (added: Int, changed: Int)], _ batches: [Account.Own]
  ) -> [LedgerFinding] {
    batches.filter { own in
      (counts[own.sequence] ?? (0, 0)) != (own.batch.added, own.batch.changed)
    }.prefix(20).map {
      LedgerFinding(
        sequence: $0.sequence, registry: name,
        what: Phrase("这一批的行数不符", "the number of its rows does not fit"))
    }
  }

  /// Without its indices a table is right and slow; without that of its keys a key might come twice.
  private func checkIndices(_ table: RecordTable) throws -> [LedgerFinding] {
    guard try !table.isEmpty(db) else { return [] }
    let there = try Set(
      String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?",
        arguments: [table.name]))
    return table.indexPurposes.filter { !there.contains(table.plainIndexName($0)) }.map {
      LedgerFinding(
        sequence: nil, registry: name,
        what: Phrase("索引“\($0)”缺失", "the index \"\($0)\" is missing"))
    }
  }
}
