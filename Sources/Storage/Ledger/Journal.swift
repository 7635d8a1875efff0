import Domain
import Foundation
import GRDB

/// Appends entries within one transaction, and keeps what is derived from them in step.
struct Journal {
  private let db: Database
  private let author: Author
  /// What the entries bear.
  private let stamp: Int
  private var times: EntryTimes?
  private(set) var sequence: Int
  private(set) var hash: String

  /// - Parameter author: its time, or now, is moved up to the latest that any entry bears, but not
  ///   by more than an hour: a clock that had jumped ahead stamps nothing after it with its time.
  init(_ db: Database, _ author: Author) throws {
    self.db = db
    self.author = author
    (sequence, hash) = try Journal.head(db)
    let last = try Int.fetchOne(db, sql: "SELECT max(time) FROM entry")
    let now = author.time?.milliseconds ?? Int(Date().timeIntervalSince1970 * 1000)
    guard let last, last > now else {
      stamp = now
      return
    }
    times = try EntryTimes(db)
    let before = times.map { $0.count > 0 ? $0.time(of: $0.count).milliseconds : now } ?? now
    stamp = before > now && before - now <= EntryTimes.leap ? before : now
  }

  static func head(_ db: Database) throws -> (sequence: Int, hash: String) {
    let row = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM head")
    guard let row else { return (0, EntryHash.zero) }
    return (row[0], row[1])
  }

  /// Appends an entry; the rows that it brings are written by the caller.
  mutating func append(_ change: Change) throws -> Entry {
    let stored = StoredEntry(
      sequence: sequence + 1, time: stamp, actor: author.actor, kind: change.kind.rawValue,
      content: try change.canonicalContent(), reason: author.reason, previous: hash)
    try add(stored)
    try Derivation(db: db, sequence: sequence).apply(change)
    return Entry(
      sequence: sequence, time: recorded(change),
      stamp: recorded(change).milliseconds == stamp ? nil : Instant(milliseconds: stamp),
      actor: author.actor, change: change, reason: author.reason, hash: hash)
  }

  /// When the entry just made counts as recorded.
  private func recorded(_ change: Change) -> Instant {
    guard var times else { return Instant(milliseconds: stamp) }
    while times.count < sequence { times.add(Instant(milliseconds: stamp), mend: change.mend) }
    return times.time(of: sequence)
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
