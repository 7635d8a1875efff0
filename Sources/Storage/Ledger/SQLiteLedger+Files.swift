import Crypto
import Domain
import Foundation
import GRDB

extension SQLiteLedger {
  public func sha256(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

  /// At most about 950 MB, SQLite's limit for one value.
  static func keep(_ bytes: [UInt8], in db: Database) throws -> String {
    let sha256 = SHA256.hash(data: bytes).hexadecimal
    try db.execute(
      sql: "INSERT OR IGNORE INTO file VALUES (?, ?)", arguments: [sha256, Data(bytes)])
    if db.changesCount > 0 { try db.execute(sql: "UPDATE head SET files = files + 1") }
    return sha256
  }

  public func file(_ sha256: String) throws -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM file WHERE sha256 = ?", arguments: [sha256])
        .map { [UInt8]($0) }
    }
  }
}
