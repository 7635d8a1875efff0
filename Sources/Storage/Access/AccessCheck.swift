import Domain
import GRDB

/// Whether access data are as the program left them. Nothing can be said without the key, or where
/// all of it was sealed under another key.
struct AccessCheck {
  let db: Database
  let seal: (any Seal)?

  func run() throws -> [LedgerFinding] {
    guard let seal, try db.tableExists("seal") else { return [] }
    let keys = try String.fetchAll(db, sql: "SELECT DISTINCT key FROM seal")
    if !keys.isEmpty, !keys.contains(Seals.keyName(seal)) { return [] }
    return try Seals.tables.flatMap { try check($0, seal) }
  }

  private func check(_ table: Seals.Table, _ seal: any Seal) throws -> [LedgerFinding] {
    var codes: [String: String] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT id, code FROM seal WHERE name = ? ORDER BY id", arguments: [table.name])
    {
      codes[row[0]] = row[1]
    }
    let all = codes.removeValue(forKey: "")
    let there = codes.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    var found = try rows(of: table, &codes, seal)
    found += codes.keys.sorted().map {
      self.found(table, $0, Phrase("在程序之外被删去", "was taken away outside the program"))
    }
    if table.isWhole, found.isEmpty, !there.isEmpty || all != nil {
      let joined: DatabaseValue =
        there.isEmpty ? .null : there.map(\.value).joined(separator: ",").databaseValue
      if all != Seals.code(seal, ["all \(table.name)".databaseValue, joined]) {
        found.append(
          self.found(table, nil, Phrase("有行在程序之外被增删", "rows came or went outside the program")))
      }
    }
    return found
  }

  /// Takes the codes of rows that are there.
  private func rows(
    of table: Seals.Table, _ codes: inout [String: String], _ seal: any Seal
  ) throws -> [LedgerFinding] {
    let columns = table.columns.map { "CAST(\($0) AS TEXT)" }.joined(separator: ", ")
    let login = table.columns.contains("login") ? "login" : table.id
    var found: [LedgerFinding] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(table.id), \(login), \(columns) FROM \(table.name) ORDER BY \(table.id)")
    while let row = try rows.next() {
      let values: [DatabaseValue] = table.columns.indices.map { row[$0 + 2] }
      let code = codes.removeValue(forKey: row[0])
      if code == Seals.code(seal, [table.name.databaseValue] + values) { continue }
      found.append(
        self.found(
          table, row[1],
          code == nil
            ? Phrase("在程序之外被加入", "was added outside the program")
            : Phrase("在程序之外被改动", "was changed outside the program")))
    }
    return found
  }

  private func found(_ table: Seals.Table, _ name: String?, _ what: Phrase) -> LedgerFinding {
    let thing = Self.thing(table.name)
    let own = name.map { " \($0)" } ?? ""
    return LedgerFinding(
      sequence: nil,
      what: Phrase(
        "存取数据（\(table.name) 表）：\(thing.chinese)\(own) \(what.chinese)",
        "access data (table \(table.name)): \(thing.english)\(own) \(what.english)"))
  }

  private static func thing(_ table: String) -> Phrase {
    switch table {
    case "password": Phrase("密码，帐号", "the password of")
    case "token": Phrase("令牌，帐号", "a token of")
    case "session": Phrase("登录会话，帐号", "a session of")
    case "contact": Phrase("异议人的联系方式，异议", "the contact of objection")
    default: Phrase("备注", "the note")
    }
  }
}
