import Domain
import Foundation
import GRDB

extension StorageFault {
  /// Runs `body` and turns the database's and the system's errors into faults of a file.
  static func of<Value>(_ file: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      throw StorageFault(error, file: file)
    } catch let error as CocoaError {
      let isFull = error.code == .fileWriteOutOfSpace
      throw isFull
        ? StorageFault.diskFull(file: file)
        : StorageFault.cannotOpen(file: file, reason: error.localizedDescription)
    }
  }

  private init(_ error: DatabaseError, file: String) {
    let reason = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notALedger(file: file)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(file: file)
      case .SQLITE_READONLY: .readOnly(file: file)
      case .SQLITE_FULL: .diskFull(file: file)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR: .cannotOpen(file: file, reason: reason)
      case .SQLITE_CORRUPT: .damaged(file: file, reason: Phrase("数据页不符", reason))
      default: .database(file: file, reason: reason)
      }
  }
}
