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

  init(_ row: Row) throws {
    sequence = row[0]
    time = row[1]
    actor = row[2]
    kind = row[3]
    content = row[4]
    reason = row[5]
    hash = row[6]
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

  func entry() throws -> Entry {
    Entry(
      sequence: sequence, time: Instant(milliseconds: time), actor: actor, change: try change(),
      reason: reason, hash: hash)
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
