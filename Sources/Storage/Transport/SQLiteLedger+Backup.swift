import Domain
import Foundation
import GRDB

extension SQLiteLedger {
  /// Copies the ledger, as it is at one moment, to a new file; others may read and write meanwhile.
  /// - Throws: a fault when something is there already, or the copy cannot be written whole; then
  ///   no file is left.
  public func backup(to target: String) throws {
    try SQLiteLedger.refuseExisting(target)
    try SQLiteLedger.making(target) { partial in
      try SQLiteLedger.copy(reader, to: partial)
    }
  }

  /// Puts a backup in a ledger's place. It is verified first; what was there is replaced last.
  /// - Parameter overwrite: whether a ledger that is there may be replaced.
  /// - Throws: ``StorageFault/inUse(file:by:)`` while any program has the ledger open, also one whose
  ///   file is gone.
  public static func restore(from backup: String, to target: String, overwrite: Bool = false) throws
  {
    if !overwrite { try refuseExisting(target) }
    let lock = try LedgerLock.seize(target)
    defer { withExtendedLifetime(lock) {} }
    let source = try SQLiteLedger(path: backup, readOnly: true, lock: nil)
    defer { try? source.close() }
    try making(target) { partial in
      try copy(source.reader, to: partial)
      try verify(partial, named: backup)
      // Left behind, the log of the replaced ledger would be taken for the restored one's.
      removeFiles(target, ["-wal", "-shm"])
    }
  }

  private static func copy(_ reader: any DatabaseReader, to partial: String) throws {
    try StorageFault.of(partial) {
      let queue = try DatabaseQueue(path: partial)
      try reader.backup(to: queue)
      try queue.close()
    }
  }
}

extension SQLiteLedger {
  static func refuseExisting(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) { throw StorageFault.exists(file: path) }
  }

  /// Has a file made beside its place and moves it there at the end, over what is there.
  static func making(_ target: String, _ body: (String) throws -> Void) throws {
    let partial = target + ".partial"
    removeFiles(partial, ["", "-wal", "-shm"])
    do {
      try body(partial)
      guard rename(partial, target) == 0 else {
        throw StorageFault.cannotOpen(file: target, reason: String(cString: strerror(errno)))
      }
    } catch {
      removeFiles(partial, ["", "-wal", "-shm"])
      throw error
    }
  }

  static func removeFiles(_ path: String, _ endings: [String]) {
    for ending in endings { try? FileManager.default.removeItem(atPath: path + ending) }
  }

  /// - Parameter name: what the fault is said of.
  static func verify(_ path: String, named name: String) throws {
    let ledger = try SQLiteLedger(path: path, readOnly: false, lock: nil)
    defer { try? ledger.close() }
    guard let finding = try ledger.verify() else { return }
    throw StorageFault.damaged(file: name, reason: finding.sentence)
  }
}
