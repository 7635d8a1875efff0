import Domain
import GRDB

extension SQLiteLedger {
  @discardableResult
  public func append(
    _ changes: [Change], files: [[UInt8]], by author: Author
  ) throws -> [Entry] {
    try append(changes, files: files, after: nil, by: author) ?? []
  }

  public func append(
    _ changes: [Change], files: [[UInt8]], onTopOf head: Int, by author: Author
  ) throws -> [Entry]? {
    try append(changes, files: files, after: head, by: author)
  }

  private func append(
    _ changes: [Change], files: [[UInt8]], after head: Int?, by author: Author
  ) throws -> [Entry]? {
    for change in changes {
      switch change {
      case .records, .removal, .observations:
        throw StorageFault.bringsRows(kind: change.kind.rawValue)
      default: continue
      }
    }
    return try write { db in
      var journal = try Journal(db, author)
      if let head, journal.sequence != head { return nil }
      for file in files { _ = try Self.keep(file, in: db) }
      return try changes.map { try journal.append($0) }
    }
  }

  /// The registry must be declared with the same columns. Values are compared byte by byte.
  public func importRecords(
    of registry: Registry, from source: Source, file: [UInt8]?, by author: Author,
    fill: (inout any RecordSink) throws -> Void
  ) throws -> Change.Batch {
    try write { db in
      let catalog = try self.catalog(db)
      let table = try catalog.table(registry.name)
      guard table.columns == registry.columns else {
        throw StorageFault.declaration(
          registry: registry.name, field: nil,
          reason: Phrase("与账本中的声明不同，请先重新声明", "it differs from what is declared; declare it first"))
      }
      if let file { _ = try Self.keep(file, in: db) }
      var journal = try Journal(db, author)
      let number = try journal.record(source)
      let writer = try BatchWriter(db, table, sequence: journal.sequence + 1, source: number)
      var sink: any RecordSink = TableSink(
        db: db, catalog: catalog, name: table.registry.name, writer: writer)
      try fill(&sink)
      let digest = try writer.finish()
      let batch = Change.Batch(
        registry: registry.name, source: source.id, added: writer.added, changed: writer.changed,
        unchanged: writer.unchanged, digest: digest)
      if batch.added + batch.changed > 0 { _ = try journal.append(.records(batch)) }
      return batch
    }
  }

  /// All of the keys must be there; none given changes nothing.
  public func removeRecords(_ keys: [String], of registry: String, by author: Author) throws {
    guard !keys.isEmpty else { return }
    try write { db in
      var journal = try Journal(db, author)
      _ = try journal.append(.removal(.init(registry: registry, keys: keys)))
    }
  }
}

/// Hands rows to the writer, and answers from the state that the batch has reached.
private struct TableSink: RecordSink {
  let db: Database
  let catalog: Catalog
  let name: String
  let writer: BatchWriter

  mutating func add(key: String, values: [FieldValue]) throws {
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
