import Domain
import Foundation
import GRDB

/// An entry as it is stored: its content still text, of which the hash was taken.
struct StoredEntry: Equatable {
  var sequence: Int
  var time: Int
  var actor: String
  var kind: String
  var content: String
  var reason: String?
  var hash: String

  /// - Throws: a fault for a row with a value missing, which only a damaged file has.
  init(_ row: Row) throws {
    guard let sequence = Int.fromDatabaseValue(row[0]), let time = Int.fromDatabaseValue(row[1]),
      let actor = String.fromDatabaseValue(row[2]), let kind = String.fromDatabaseValue(row[3]),
      let content = String.fromDatabaseValue(row[4]), let hash = String.fromDatabaseValue(row[6])
    else {
      throw StorageFault.entry(sequence: Int.fromDatabaseValue(row[0]) ?? 0, kind: "?")
    }
    (self.sequence, self.time, self.actor, self.kind) = (sequence, time, actor, kind)
    (self.content, self.hash) = (content, hash)
    reason = String.fromDatabaseValue(row[5])
  }

  init(
    sequence: Int, time: Int, actor: String, kind: String, content: String, reason: String?,
    previous: String
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.kind = kind
    self.content = content
    self.reason = reason
    hash = EntryHash.of(
      previous: previous, sequence: sequence, time: time, actor: actor, kind: kind,
      content: content, reason: reason)
  }

  static let columns = "sequence, time, actor, kind, content, reason, hash"

  /// The hash that it should have after the one before.
  func expectedHash(after previous: String) -> String {
    EntryHash.of(
      previous: previous, sequence: sequence, time: time, actor: actor, kind: kind,
      content: content, reason: reason)
  }

  /// - Parameter times: of the ledger; where an entry is not among them it counts as recorded when it
  ///   says.
  func entry(_ times: EntryTimes) throws -> Entry {
    let stamp = Instant(milliseconds: time)
    let recorded =
      (1...max(1, times.count)).contains(sequence) && times.count > 0
      ? times.time(of: sequence) : stamp
    return Entry(
      sequence: sequence, time: recorded, stamp: recorded == stamp ? nil : stamp, actor: actor,
      change: try change(), reason: reason, hash: hash)
  }

  func change() throws -> Change {
    guard let kind = Change.Kind(rawValue: kind),
      let change = try? JSONDecoder().decode(
        Change.self, from: Data("{\"\(kind.rawValue)\":\(content)}".utf8))
    else { throw StorageFault.entry(sequence: sequence, kind: self.kind) }
    return change
  }

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO entry (\(StoredEntry.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [sequence, time, actor, kind, content, reason, hash])
    try db.cachedStatement(sql: "UPDATE head SET sequence = ?, hash = ?")
      .execute(arguments: [sequence, hash])
  }
}

extension Change {
  /// The content as it is stored: JSON with sorted keys, without spaces or escaped slashes.
  func canonicalContent() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(content), as: UTF8.self)
  }
}
