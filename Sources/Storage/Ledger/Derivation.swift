import Domain
import GRDB

/// What an entry does to the derived tables. The same for an entry just made and for one that is
/// read back from an export.
struct Derivation {
  let db: Database
  let sequence: Int

  func apply(_ change: Change) throws {
    switch change {
    case .registry(let registry): try declare(registry)
    case .source(let source): try replace(source)
    case .report(let facts): try requireFile(facts.sha256)
    case .removal(let removal): try remove(removal)
    default: break
    }
  }

  /// The entry itself is there already, so the declaration before it is the last one below it.
  private func declare(_ registry: Registry) throws {
    let earlier = try Catalog(db, sequence: sequence - 1)
    try RecordTable(registry).declare(
      db, after: earlier.tables[registry.name], others: earlier.tables.keys)
  }

  private func replace(_ source: Source) throws {
    if let sha256 = source.sha256 { try requireFile(sha256) }
    let number = try (Int.fetchOne(db, sql: "SELECT max(number) FROM source") ?? 0) + 1
    let first = try Int.fetchOne(
      db, sql: "SELECT first FROM source WHERE id = ? AND until IS NULL", arguments: [source.id])
    try db.execute(
      sql: "UPDATE source SET until = ? WHERE id = ? AND until IS NULL",
      arguments: [sequence, source.id])
    try db.execute(
      sql: """
        INSERT INTO source (number, first, id, grade, date, since) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, first ?? number, source.id, source.grade.rawValue, source.date.description,
        sequence,
      ])
  }

  private func requireFile(_ sha256: String) throws {
    let isKept = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE sha256 = ?)", arguments: [sha256])
    if isKept != true { throw StorageFault.noFile(sha256: sha256) }
  }

  private func remove(_ removal: Change.Removal) throws {
    let table = try Catalog(db, sequence: sequence).table(removal.registry)
    let statement = try db.makeStatement(
      sql: "UPDATE \(table.sql) SET until = ? WHERE key = ? AND until IS NULL")
    for key in removal.keys {
      try statement.execute(arguments: [sequence, key])
      guard db.changesCount == 1 else {
        throw StorageFault.noRecord(registry: removal.registry, key: key)
      }
    }
  }

  /// The number of a source that is there just so; nil where it is new or different.
  static func number(of source: Source, _ db: Database) throws -> Int? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT \(StoredEntry.columns), source.first FROM source JOIN entry ON sequence = since
        WHERE id = ? AND until IS NULL
        """, arguments: [source.id])
    guard let row, case .source(source) = try StoredEntry(row).change() else { return nil }
    return row[7]
  }
}
