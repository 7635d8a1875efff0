import Domain
import GRDB

/// Codes over what stands beside the ledger and in no entry of it: passwords, sessions, tokens, how
/// objectors can be reached, notes. Each row has one, made with the office's key by whoever has it,
/// and each table one over all of its rows: what is changed, added or taken away by another hand does
/// not fit. Drafts have none.
///
/// The codes are made by triggers of the program's own connection, so that no statement can forget
/// them, and another program's cannot make them.
struct Seals {
  /// A table, the column that names its rows, and all of its columns.
  struct Table: Sendable {
    var name: String
    var id: String
    var columns: [String]
    /// Whether rows that are taken away are noticed. Sessions end by being taken away.
    var isWhole = true
  }

  static let tables = [
    Table(name: "password", id: "login", columns: ["login", "hash"]),
    Table(name: "token", id: "digest", columns: ["digest", "name", "login", "created", "expires"]),
    Table(
      name: "session", id: "digest", columns: ["digest", "login", "started", "expires"],
      isWhole: false),
    Table(name: "contact", id: "objection", columns: ["objection", "contact"]),
    Table(name: "note", id: "name", columns: ["name", "text"]),
  ]

  /// Has every later change on this connection sealed; what is there already is sealed too where the
  /// key was made just now and nothing was ever sealed.
  static func attach(_ db: Database, _ seal: any Seal) throws {
    db.add(function: function(seal))
    for table in tables { try db.execute(sql: triggers(table, keyName(seal))) }
    let isEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM seal)") ?? false
    if seal.isNew, isEmpty {
      try db.inSavepoint {
        try sealAll(db, seal)
        return .commit
      }
    }
  }

  /// Seals everything as it stands.
  static func sealAll(_ db: Database, _ seal: any Seal) throws {
    try db.execute(sql: "DELETE FROM seal")
    for table in tables {
      try db.execute(
        sql: """
          INSERT INTO seal SELECT '\(table.name)', \(table.id), '\(keyName(seal))', \
          \(code(table)) FROM \(table.name)
          """)
      try db.execute(sql: whole(table, keyName(seal)))
    }
  }

  /// How a key is called in the table: the start of the public key.
  static func keyName(_ seal: any Seal) -> String { String(seal.publicKey.prefix(16)) }

  /// The code of values; each is hashed with its length.
  static func code(_ seal: any Seal, _ values: [DatabaseValue]) -> String {
    var bytes: [UInt8] = []
    for value in values {
      let text = String.fromDatabaseValue(value) ?? ""
      bytes.append(value.isNull ? 0 : 1)
      bytes += Array("\(text.utf8.count):".utf8) + Array(text.utf8)
    }
    return seal.code("access", bytes)
  }

  private static func function(_ seal: any Seal) -> DatabaseFunction {
    DatabaseFunction("duban_code", pure: true) { values in code(seal, values) }
  }

  private static func code(_ table: Table, _ row: String = "") -> String {
    "duban_code('\(table.name)', "
      + table.columns.map { "CAST(\(row)\($0) AS TEXT)" }
      .joined(separator: ", ") + ")"
  }

  /// The code over all codes of a table, under the empty name.
  private static func whole(_ table: Table, _ key: String) -> String {
    guard table.isWhole else { return "" }
    return """
      DELETE FROM seal WHERE name = '\(table.name)' AND id = '';
      INSERT INTO seal SELECT '\(table.name)', '', '\(key)', duban_code('all \(table.name)', (
        SELECT group_concat(code) FROM (
          SELECT code FROM seal WHERE name = '\(table.name)' AND id <> '' ORDER BY id)));
      """
  }

  private static func triggers(_ table: Table, _ key: String) -> String {
    let seal = """
      DELETE FROM seal WHERE name = '\(table.name)' AND id = new.\(table.id);
      INSERT INTO seal VALUES ('\(table.name)', new.\(table.id), '\(key)', \(code(table, "new.")));
      """
    let unseal = "DELETE FROM seal WHERE name = '\(table.name)' AND id = old.\(table.id);"
    return [("INSERT", seal), ("UPDATE", unseal + seal), ("DELETE", unseal)].map { event, body in
      """
      CREATE TEMP TRIGGER IF NOT EXISTS seal_\(table.name)_\(event.lowercased())
      AFTER \(event) ON main.\(table.name) BEGIN \(body) \(whole(table, key)) END;
      """
    }.joined(separator: "\n")
  }
}

extension SQLiteLedger {
  /// Seals the access data as they stand, by the key at hand; for whoever has looked through them,
  /// after a restore under another key.
  public func sealAccess() throws {
    guard let seal else { return }
    try write { try Seals.sealAll($0, seal) }
  }

  /// Short names of the keys under which access data are sealed.
  public func sealingKeys() throws -> Set<String> {
    try read { db in
      guard try db.tableExists("seal") else { return [] }
      return try Set(String.fetchAll(db, sql: "SELECT DISTINCT key FROM seal"))
    }
  }
}
