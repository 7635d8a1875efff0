import Domain
import Foundation
import GRDB

/// Passwords, sessions, tokens, drafts and contacts: tables beside the ledger, never exported.
extension SQLiteLedger: AccessStore {
  public func password(of login: String) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT hash FROM password WHERE login = ?", arguments: [login])
    }
  }

  public func change(_ changes: [AccessChange]) throws {
    try write { db in for change in changes { try Self.apply(change, in: db) } }
  }

  static func apply(_ change: AccessChange, in db: Database) throws {
    switch change {
    case .password(let hash, let login):
      try db.execute(
        sql: "INSERT OR REPLACE INTO password VALUES (?, ?)", arguments: [login, hash])
    case .endSessions(let login):
      try db.execute(sql: "DELETE FROM session WHERE login = ?", arguments: [login])
    case .endTokens(let login):
      try db.execute(sql: "DELETE FROM token WHERE login = ?", arguments: [login])
    case .token(let token):
      try db.execute(
        sql: "INSERT OR REPLACE INTO token VALUES (?, ?, ?, ?, ?)",
        arguments: [
          token.digest, token.name, token.login, token.created.milliseconds,
          token.expires.milliseconds,
        ])
    case .endToken(let digest):
      try db.execute(sql: "DELETE FROM token WHERE digest = ?", arguments: [digest])
    case .contact(let contact, let objection):
      try db.execute(
        sql: "INSERT OR REPLACE INTO contact VALUES (?, ?)", arguments: [objection, contact])
    case .note(let text, let name):
      try db.execute(sql: "INSERT OR REPLACE INTO note VALUES (?, ?)", arguments: [name, text])
    }
  }

  public func session(_ digest: String) throws -> Session? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM session WHERE digest = ?", arguments: [digest])
        .map(Session.init(stored:))
    }
  }

  public func keep(_ session: Session) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)",
        arguments: [
          session.digest, session.login, session.started.milliseconds,
          session.expires.milliseconds,
        ])
    }
  }

  public func endSession(_ digest: String) throws {
    try remove("session", "digest", digest)
  }

  public func token(_ digest: String) throws -> Token? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM token WHERE digest = ?", arguments: [digest])
        .map(Token.init(stored:))
    }
  }

  public func tokens() throws -> [Token] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM token ORDER BY created, name")
        .map(Token.init(stored:))
    }
  }

  public func removeDraft(_ id: String) throws { try remove("draft", "id", id) }

  public func contact(of objection: String) throws -> String? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT contact FROM contact WHERE objection = ?", arguments: [objection])
    }
  }

  public func removeExpired(before now: Instant) throws {
    try write { db in
      for table in ["session", "token", "draft"] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE expires < ?", arguments: [now.milliseconds])
      }
    }
  }

  public func note(_ name: String) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT text FROM note WHERE name = ?", arguments: [name])
    }
  }

  public func setNote(_ text: String, _ name: String) throws {
    try change([.note(text, of: name)])
  }

  func remove(_ table: String, _ column: String, _ value: String) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [value])
    }
  }
}

extension Session {
  fileprivate init(stored row: Row) {
    self.init(
      digest: row["digest"], login: row["login"], started: Instant(milliseconds: row["started"]),
      expires: Instant(milliseconds: row["expires"]))
  }
}

extension Token {
  fileprivate init(stored row: Row) {
    self.init(
      digest: row["digest"], name: row["name"], login: row["login"],
      created: Instant(milliseconds: row["created"]),
      expires: Instant(milliseconds: row["expires"]))
  }
}
