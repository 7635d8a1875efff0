import Domain
import Foundation
import GRDB

/// How a file is opened as a ledger; a file that is none, or a newer one, is left as it is.
struct Opening {
  var path: String
  var readOnly: Bool
  var seal: (any Seal)?

  func open() throws -> (reader: any DatabaseReader, writer: DatabasePool?) {
    let isNew = try !hasContent()
    if isNew, readOnly { throw StorageFault.cannotOpen(file: path, reason: "no such ledger") }
    let state = isNew ? .empty : try probe()
    if readOnly {
      guard state == .ready || state == .readable else { throw StorageFault.notALedger(file: path) }
      return (try readers(), nil)
    }
    let existed = FileManager.default.fileExists(atPath: path)
    do {
      let pool = try makePool(state)
      return (pool, pool)
    } catch {
      if !existed { removeFiles() }
      throw error
    }
  }

  /// Several readers at a time; one where the files beside the ledger cannot be shared.
  private func readers() throws -> any DatabaseReader {
    let configuration = configuration(readOnly: true)
    if let pool = try? DatabasePool(path: path, configuration: configuration),
      (try? pool.read({ try Int.fetchOne($0, sql: "PRAGMA application_id") })) != nil
    {
      return pool
    }
    return try queue(readOnly: true)
  }

  private func makePool(_ state: State) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
    // Only FULL makes an acknowledged entry outlast a loss of power.
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
    }
    if state != .ready { try Schema.migrator.migrate(pool) }
    if let seal { try pool.writeWithoutTransaction { try Seals.attach($0, seal) } }
    return pool
  }

  private func removeFiles() {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// False for a file that is not there or empty.
  private func hasContent() throws -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
      throw StorageFault.cannotOpen(file: path, reason: isFolder.boolValue ? "folder" : "denied")
    }
    defer { try? handle.close() }
    let start = try handle.read(upToCount: 16) ?? Data()
    if start.isEmpty { return false }
    guard start.elementsEqual("SQLite format 3\0".utf8) else {
      throw StorageFault.notALedger(file: path)
    }
    return true
  }

  /// `readable` is a ledger of an earlier version in which all is there that reading needs.
  private enum State { case empty, older, readable, ready }

  /// Looks without writing.
  private func probe() throws -> State {
    let queue = try queue(readOnly: true)
    defer { try? queue.close() }
    return try queue.read { db in
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if application == 0, tables == 0 { return .empty }
      let started = try db.tableExists("grdb_migrations")
      if application == 0, started, tables <= 2 { return .empty }
      guard application == Schema.application, started else {
        throw StorageFault.notALedger(file: path)
      }
      if try Schema.migrator.hasBeenSuperseded(db) { throw StorageFault.newer(file: path) }
      if try Schema.migrator.hasCompletedMigrations(db) { return .ready }
      let applied = try Schema.migrator.appliedIdentifiers(db)
      return Schema.readable.isSubset(of: applied) ? .readable : .older
    }
  }

  private func queue(readOnly: Bool) throws -> DatabaseQueue {
    try DatabaseQueue(path: path, configuration: configuration(readOnly: readOnly))
  }

  private func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    // As many as a server has threads that read, so that none of them waits for another's reader.
    configuration.maximumReaderCount = 16
    configuration.label = "ledger"
    configuration.prepareDatabase { db in
      // In KiB: what keeps the indices of a million rows at hand, and memory within bounds.
      try db.execute(sql: "PRAGMA cache_size = -32768; PRAGMA cell_size_check = ON")
      for function in Written.functions { db.add(function: function) }
    }
    return configuration
  }
}
