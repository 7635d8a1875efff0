import Domain
import GRDB

extension SQLiteLedger {
  public func append(
    _ changes: [Change], files: [[UInt8]], beside: [AccessChange], onTopOf head: Int,
    by author: Author
  ) throws -> [Entry]? {
    for change in changes {
      switch change {
      case .records, .removal, .observations:
        throw StorageFault.bringsRows(kind: change.kind.rawValue)
      default: continue
      }
    }
    return try write(onTopOf: head, by: author) { db, journal in
      for file in files { _ = try Self.keep(file, in: db) }
      for change in beside { try Self.apply(change, in: db) }
      return try changes.map { try journal.append($0) }
    }
  }

  /// One transaction while `head` is the last entry; nil, and nothing done, otherwise.
  func write<Value>(
    onTopOf head: Int, by author: Author, _ body: (Database, inout Journal) throws -> Value
  ) throws -> Value? {
    try write { db in
      var journal = try Journal(db, author)
      guard journal.sequence == head else { return nil }
      return try body(db, &journal)
    }
  }

  /// The registry must be declared with the same columns. Values are compared byte by byte.
  public func importRecords(
    of registry: Registry, from source: Source, file: [UInt8]?, onTopOf head: Int,
    by author: Author, fill: (inout any RecordSink) throws -> Void
  ) throws -> Change.Batch? {
    try write(onTopOf: head, by: author) { db, journal in
      let catalog = try self.catalog(db)
      let table = try catalog.table(registry.name)
      guard table.columns == registry.columns else {
        throw StorageFault.declaration(
          registry: registry.name, field: nil,
          reason: Phrase("与账本中的声明不同，请先重新声明", "it differs from what is declared; declare it first"))
      }
      if let file { _ = try Self.keep(file, in: db) }
      let number = try journal.record(source)
      let writer = try BatchWriter(db, table, sequence: journal.sequence + 1, source: number)
      let taken = TableSink(db: db, catalog: catalog, name: table.registry.name, writer: writer)
      var sink: any RecordSink = taken
      try fill(&sink)
      let batch = try writer.batch(of: source)
      let missing = taken.removesMissing ? try writer.missing(replaceable: true) : []
      if batch.added + batch.changed + (batch.beside ?? 0) > 0 {
        _ = try journal.append(.records(batch))
      }
      if !missing.isEmpty {
        _ = try journal.append(.removal(.init(registry: registry.name, keys: missing)))
      }
      return batch
    }
  }

  public func removeRecords(
    _ keys: [String], of registry: String, onTopOf head: Int, by author: Author
  ) throws -> Change.Removal? {
    let removal = Change.Removal(registry: registry, keys: keys)
    guard !keys.isEmpty else { return removal }
    return try write(onTopOf: head, by: author) { _, journal in
      _ = try journal.append(.removal(removal))
      return removal
    }
  }
}

/// Hands rows to the writer, and answers from the state that the batch has reached.
private final class TableSink: RecordSink {
  let db: Database
  let catalog: Catalog
  let name: String
  let writer: BatchWriter
  private(set) var removesMissing = false

  init(db: Database, catalog: Catalog, name: String, writer: BatchWriter) {
    (self.db, self.catalog, self.name, self.writer) = (db, catalog, name, writer)
  }

  func keep(_ columns: [Int]) { writer.keep(columns) }

  func missing() throws -> MissingRecords {
    let keys = try writer.missing()
    return MissingRecords(count: keys.count, keys: Array(keys.prefix(MissingRecords.listed)))
  }

  func removeMissing() { removesMissing = true }

  func add(key: String, values: [FieldValue]) throws {
    try writer.add(key: key, values: values)
  }

  func has(_ key: String, in registry: String) throws -> Bool {
    if registry == name { return try writer.has(key) }
    let table = try catalog.table(registry)
    let statement = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM \(table.sql) WHERE key = ? AND until IS NULL)")
    return try Bool.fetchOne(statement, arguments: [key]) ?? false
  }
}
