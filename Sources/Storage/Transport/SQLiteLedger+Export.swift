import Domain
import Foundation
import GRDB

extension SQLiteLedger {
  /// Writes the whole ledger, as it is at one moment, as plain files into a new or empty folder;
  /// its README says how to read them. `import` makes an equal ledger of them.
  ///
  /// Personal fields are in it: this is the office's own copy, not a publication.
  public func export(to directory: String) throws {
    let manager = FileManager.default
    let content = try? manager.contentsOfDirectory(atPath: directory)
    if content?.isEmpty == true { try? manager.removeItem(atPath: directory) }
    try SQLiteLedger.refuseExisting(directory)
    try StorageFault.of(directory) {
      try SQLiteLedger.making(directory) { partial in
        for folder in ["", "/records", "/files"] {
          try manager.createDirectory(atPath: partial + folder, withIntermediateDirectories: false)
        }
        try read { try Export(db: $0, catalog: catalog($0), folder: partial).run() }
      }
    }
  }
}

/// One export, within one read transaction.
private struct Export {
  let db: Database
  let catalog: Catalog
  let folder: String

  func run() throws {
    try writeEntries()
    for table in catalog.tables.values { try writeRecords(table) }
    try writeObservations()
    try writeFiles()
    let readme = try LineWriter("\(folder)/README.txt")
    try readme.write(ExportLines.readme)
    try readme.close()
  }

  private func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func writeEntries() throws {
    let file = try LineWriter("\(folder)/\(ExportLines.entries)")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(StoredEntry.columns) FROM entry ORDER BY sequence")
    while let row = try rows.next() { try file.write(ExportLines.line(try StoredEntry(row))) }
    let (sequence, hash) = try Journal.head(db)
    let files = try Int.fetchOne(db, sql: "SELECT files FROM head") ?? 0
    try file.write(
      encode(ExportLines.Head(head: .init(sequence: sequence, hash: hash, files: files))))
    try file.close()
  }

  private func writeRecords(_ table: RecordTable) throws {
    let file = try LineWriter("\(folder)/\(ExportLines.records(of: table.registry.name))")
    let names = table.columns.map { ", " + quoted($0.name) }.joined()
    let rows = try RawStatement(db, "SELECT since, key\(names) FROM \(table.sql) ORDER BY id")
    while try rows.step() { try file.write(ExportLines.record(rows, table)) }
    try file.close()
  }

  private func writeObservations() throws {
    let file = try LineWriter("\(folder)/\(ExportLines.observations)")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(Observation.storedColumns), source.id, observation.since FROM observation
        JOIN source ON source.number = observation.source ORDER BY observation.id
        """)
    while let row = try rows.next() {
      try file.write(
        encode(ExportLines.Observed(since: row[12], observation: try Observation(stored: row))))
    }
    try file.close()
  }

  private func writeFiles() throws {
    for name in try String.fetchAll(db, sql: "SELECT sha256 FROM file ORDER BY sha256") {
      let data = try Data.fetchOne(
        db, sql: "SELECT bytes FROM file WHERE sha256 = ?", arguments: [name])
      try (data ?? Data()).write(to: URL(fileURLWithPath: "\(folder)/files/\(name)"))
    }
  }
}
