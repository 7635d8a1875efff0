import Domain
import GRDB

/// The registries as last declared.
struct Catalog: Sendable {
  /// The last entry that declared one; 0 for none.
  private(set) var sequence: Int
  private(set) var tables: [String: RecordTable] = [:]

  init(_ db: Database, sequence: Int) throws {
    self.sequence = sequence
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredEntry.columns) FROM entry WHERE kind = 'registry' AND sequence <= ?
        ORDER BY sequence
        """, arguments: [sequence])
    for row in rows {
      guard case .registry(let registry) = try StoredEntry(row).change() else { continue }
      tables[registry.name] = RecordTable(registry)
    }
  }

  static func lastDeclaration(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT max(sequence) FROM entry WHERE kind = 'registry'")
    return try Int.fetchOne(statement) ?? 0
  }

  func table(_ name: String) throws -> RecordTable {
    guard let table = tables[name] else { throw StorageFault.undeclared(name: name) }
    return table
  }
}
