import Domain
import Foundation
import GRDB

extension SQLiteLedger {
  /// What one login may have waiting beside the newest draft, in number and in bytes.
  private static let (mostDrafts, mostBytes) = (10, 64 << 20)

  public func draft(_ id: String) throws -> Draft? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT content FROM draft WHERE id = ?", arguments: [id])
        .map { try JSONDecoder().decode(StoredDraft.self, from: $0).draft }
    }
  }

  public func keep(_ draft: Draft) throws {
    let content = try JSONEncoder().encode(StoredDraft(draft))
    try write { db in
      let kept = try Int.fetchOne(db, sql: "SELECT max(kept) FROM draft") ?? 0
      try db.execute(
        sql: "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          draft.id, draft.login, kept + 1, draft.expires.milliseconds, content.count, content,
        ])
      try Self.trim(draft.login, in: db)
    }
  }

  /// The oldest go first.
  private static func trim(_ login: String, in db: Database) throws {
    let drafts = try Row.fetchAll(
      db, sql: "SELECT id, size FROM draft WHERE login = ? ORDER BY kept DESC", arguments: [login])
    var bytes = 0
    for (place, row) in drafts.enumerated().dropFirst() {
      bytes += row["size"] as Int
      guard place >= mostDrafts || bytes > mostBytes else { continue }
      try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [row["id"] as String])
    }
  }
}

/// A draft as it is stored: files in base64.
private struct StoredDraft: Codable {
  struct File: Codable {
    var field: String
    var name: String
    var bytes: Data
  }

  var id: String
  var login: String
  var address: String
  var fields: [[String]]
  var files: [File]
  var expires: Int

  init(_ draft: Draft) {
    id = draft.id
    login = draft.login
    address = draft.address
    fields = draft.fields.map { [$0.name, $0.value] }
    files = draft.files.map { File(field: $0.field, name: $0.name, bytes: Data($0.bytes)) }
    expires = draft.expires.milliseconds
  }

  var draft: Draft {
    Draft(
      id: id, login: login, address: address,
      fields: fields.filter { $0.count == 2 }.map { .init(name: $0[0], value: $0[1]) },
      files: files.map { .init(field: $0.field, name: $0.name, bytes: [UInt8]($0.bytes)) },
      expires: Instant(milliseconds: expires))
  }
}
