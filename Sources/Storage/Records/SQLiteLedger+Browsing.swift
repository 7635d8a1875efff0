import Domain
import GRDB

extension SQLiteLedger: BrowseStore {
  public func page(_ browsing: Browsing, offset: Int, limit: Int) throws -> [Domain.Record] {
    try read { db in
      let table = try table(of: browsing, db)
      let ids = try ids(browsing, table, db)
      let start = min(max(0, offset), ids.count)
      let shown = ids[start..<min(ids.count, start + max(0, limit))]
      let list = "[" + shown.map(String.init).joined(separator: ",") + "]"
      return try Row.fetchAll(db.cachedStatement(sql: table.byIDs), arguments: [list])
        .map { try table.record($0) }
    }
  }

  public func count(_ browsing: Browsing) throws -> Int {
    try read { db in try ids(browsing, table(of: browsing, db), db).count }
  }

  private func table(of browsing: Browsing, _ db: Database) throws -> RecordTable {
    try catalog(db).table(browsing.registry).limited(to: browsing.columns)
  }

  /// The ids of all records of a browsing, in its order.
  private func ids(_ browsing: Browsing, _ table: RecordTable, _ db: Database) throws -> [Int32] {
    try orders.ids(browsing) {
      let fragment = BrowseCompiler(browsing, table).ids
      return try Int32.fetchAll(
        db.cachedStatement(sql: fragment.text), arguments: StatementArguments(fragment.values))
    }
  }

  public func tally(
    _ browsing: Browsing, by column: String, limit: Int
  ) throws -> [(String?, Int)] {
    try read { db in
      let compiler = try BrowseCompiler(browsing, table(of: browsing, db))
      guard let fragment = compiler.tally(by: column, limit: limit) else { return [] }
      return try Row.fetchAll(
        db.cachedStatement(sql: fragment.text), arguments: StatementArguments(fragment.values)
      ).map { ($0[0], $0[1]) }
    }
  }
}

extension RecordTable {
  /// Versions by a JSON list of their ids, in its order, as ``record(_:)`` reads them.
  fileprivate var byIDs: String {
    let names = columns.isEmpty ? "" : ", " + list("r.")
    return """
      SELECT r.key, r.since, r.until, (SELECT id FROM source s WHERE s.number = r.source)\(names)
      FROM json_each(?) wanted JOIN \(sql) r ON r.id = wanted.value ORDER BY wanted.key
      """
  }
}

/// Turns a browsing into SQL. Names that are no columns of the registry never reach it.
struct BrowseCompiler {
  private let browsing: Browsing
  private let table: RecordTable

  init(_ browsing: Browsing, _ table: RecordTable) {
    self.browsing = browsing
    self.table = table
  }

  /// Columns that may be searched, filtered and sorted by.
  private var open: [RegistryColumn] {
    table.columns.filter { table.registry.fields[$0.field].kind != .personal }
  }

  private func column(_ name: String, _ type: ColumnType? = nil) -> RegistryColumn? {
    open.first { $0.name == name && (type == nil || $0.type == type) }
  }

  /// The id of every record, in the order asked for.
  var ids: Fragment {
    "SELECT r.id FROM \(name: table.name) r WHERE \(sql: condition) ORDER BY \(sql: order)"
  }

  /// Nil for a column that the registry does not have.
  func tally(by name: String, limit: Int) -> Fragment? {
    guard let column = column(name, .text) else { return nil }
    return """
      SELECT r.\(name: column.name), count(*) FROM \(name: table.name) r WHERE \(sql: condition)
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(limit)
      """
  }

  private var order: Fragment {
    guard let name = browsing.sort, let column = column(name) else {
      return browsing.isDescending ? "r.id DESC" : "r.id"
    }
    return browsing.isDescending
      ? "r.\(name: column.name) DESC, r.id DESC" : "r.\(name: column.name), r.id"
  }

  private var condition: Fragment {
    let moment: Moment = browsing.known == .max ? .now : .past(browsing.known)
    var parts = [moment.current("r")]
    for word in browsing.words where !word.isEmpty {
      let texts = open.filter { $0.type == .text }
      let found = texts.map { Fragment("instr(r.\(name: $0.name), \(word)) > 0") }
      parts.append(found.isEmpty ? "0" : "(\(sql: found.joined(" OR ")))")
    }
    for (name, value) in browsing.equal.sorted(by: { $0.key < $1.key }) {
      if let column = column(name, .text) { parts.append("r.\(name: column.name) = \(value)") }
    }
    for span in browsing.between {
      guard let column = column(span.column, .day) else { continue }
      if let from = span.from { parts.append("r.\(name: column.name) >= \(from)") }
      if let to = span.to { parts.append("r.\(name: column.name) <= \(to)") }
    }
    return parts.joined(" AND ")
  }
}
