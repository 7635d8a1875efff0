import Domain
import Foundation
import GRDB

/// Appends entries within one transaction, and keeps what is derived from them in step.
struct Journal {
  private let db: Database
  private let author: Author
  private let time: Int
  private(set) var sequence: Int
  private(set) var hash: String

  /// - Parameter author: its time, or now, is moved up to the last entry's: time never goes back.
  init(_ db: Database, _ author: Author) throws {
    self.db = db
    self.author = author
    (sequence, hash) = try Journal.head(db)
    let last = try Int.fetchOne(
      db, sql: "SELECT time FROM entry WHERE sequence = ?", arguments: [sequence])
    let now = author.time?.milliseconds ?? Int(Date().timeIntervalSince1970 * 1000)
    time = max(now, last ?? now)
  }

  static func head(_ db: Database) throws -> (sequence: Int, hash: String) {
    let row = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM head")
    guard let row else { return (0, EntryHash.zero) }
    return (row[0], row[1])
  }

  /// Appends an entry; the rows that it brings are written by the caller.
  mutating func append(_ change: Change) throws -> Entry {
    let stored = StoredEntry(
      sequence: sequence + 1, time: time, actor: author.actor, kind: change.kind.rawValue,
      content: try change.canonicalContent(), reason: author.reason, previous: hash)
    try add(stored)
    try Derivation(db: db, sequence: sequence).apply(change)
    return Entry(
      sequence: sequence, time: Instant(milliseconds: time), actor: author.actor, change: change,
      reason: author.reason, hash: hash)
  }

  private mutating func add(_ stored: StoredEntry) throws {
    try stored.insert(db)
    (sequence, hash) = (stored.sequence, stored.hash)
  }

  /// Appends the source unless it is there as it is.
  /// - Returns: the number that its rows hold.
  mutating func record(_ source: Source) throws -> Int {
    if let known = try Derivation.number(of: source, db) { return known }
    _ = try append(.source(source))
    guard let number = try Derivation.number(of: source, db) else {
      throw StorageFault.undeclared(name: source.id)
    }
    return number
  }
}
