import Domain
import Foundation
import GRDB
import Synchronization

/// A ledger in one SQLite file (3.37 or later), safe to use from several threads and processes:
/// one writes at a time, others read the last whole state meanwhile. What a call has acknowledged
/// outlasts a crash and a loss of power.
///
/// Every fault of the database comes out as a ``StorageFault``.
public final class SQLiteLedger: LedgerStore {
  /// The file, as it was given.
  public let path: String
  let reader: any DatabaseReader
  private let writer: DatabasePool?
  /// Says to others that it is in use; nil where nothing can be written beside it.
  private let lock: Mutex<LedgerLock?>
  /// The file that was opened.
  private let identity: FileIdentity?
  private let catalog = Mutex<Catalog?>(nil)
  private let written = Atomic(0)
  private let clock = Mutex(EntryTimes())
  /// The office's key; nil where access data are neither sealed nor checked.
  public let seal: (any Seal)?
  let orders = BrowseOrders()
  let lastFacts = Mutex<LedgerFacts?>(nil)
  let traces = KeptTraces()
  let keptDoubts = KeptDoubts()
  let turns = KeptTurns()

  /// Opens a ledger, or makes it where there is no file or an empty one.
  /// - Parameter seal: the office's key, by which access data are sealed; they are not without one.
  /// - Throws: ``StorageFault`` for a file that is no ledger, is newer than this program, is
  ///   locked, or cannot be read or written; it is left as it was.
  public convenience init(path: String, readOnly: Bool = false, seal: (any Seal)? = nil) throws {
    let isNew = !FileManager.default.fileExists(atPath: LedgerLock.path(of: path))
    let lock = try LedgerLock.share(path, isNeeded: !readOnly)
    do {
      try self.init(path: path, readOnly: readOnly, lock: lock, seal: seal)
    } catch {
      if isNew { lock?.discard(path) }
      throw error
    }
  }

  /// - Parameter lock: nil for a file that nobody else knows of.
  init(path: String, readOnly: Bool, lock: LedgerLock?, seal: (any Seal)? = nil) throws {
    self.path = path
    self.seal = seal
    self.lock = Mutex(lock)
    (reader, writer) = try StorageFault.of(path) {
      try Opening(path: path, readOnly: readOnly, seal: seal).open()
    }
    identity = FileIdentity(path)
  }

  /// Ends all access; calls after it are faults. Only needed before the file is moved.
  public func close() throws {
    try StorageFault.of(path) { try reader.close() }
    lock.withLock { $0 = nil }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StorageFault.of(path) { try reader.read(body) }
  }

  /// One transaction: all of it or nothing. What goes to a file that was replaced or deleted
  /// meanwhile is not acknowledged.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let writer else { throw StorageFault.readOnly(file: path) }
    defer { written.add(1, ordering: .sequentiallyConsistent) }
    return try StorageFault.of(path) {
      let value = try writer.write { db in
        let value = try body(db)
        try requireSameFile()
        return value
      }
      try requireSameFile()
      return value
    }
  }

  private func requireSameFile() throws {
    guard FileIdentity(path) == identity else { throw StorageFault.replaced(file: path) }
  }

  public var writes: Int { written.load(ordering: .sequentiallyConsistent) }

  /// What is declared as the access at hand sees it.
  func catalog(_ db: Database) throws -> Catalog {
    let declared = try Catalog.lastDeclaration(db)
    if let known = catalog.withLock({ $0 }), known.sequence == declared { return known }
    let fresh = try Catalog(db, sequence: declared)
    catalog.withLock { $0 = fresh }
    return fresh
  }

  /// What was declared at an entry: a check that was declared later finds nothing before.
  func catalog(_ db: Database, known: Int) throws -> Catalog {
    let now = try catalog(db)
    return now.sequence <= known ? now : try Catalog(db, sequence: known)
  }

  public func head() throws -> (sequence: Int, hash: String) { try read(Journal.head) }

  public func entries(after sequence: Int, through last: Int?) throws -> [Entry] {
    try read { db in
      let times = try times(db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(StoredEntry.columns) FROM entry WHERE sequence > ? AND sequence <= ?
          ORDER BY sequence
          """, arguments: [sequence, last ?? .max]
      ).map { try StoredEntry($0).entry(times) }
    }
  }

  public func size() throws -> Int {
    try read { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      return pages * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }
  }

  public func sequence(at instant: Instant) throws -> Int {
    try read { db in
      let times = try times(db)
      return min(times.sequence(at: instant), try Journal.head(db).sequence)
    }
  }

  public func times() throws -> EntryTimes { try read(times) }

  /// When entries count as recorded; only what is new is read.
  private func times(_ db: Database) throws -> EntryTimes {
    let last = try Journal.head(db).sequence
    return try clock.withLock { times in
      if times.count < last { try times.read(db) }
      return times
    }
  }
}
