import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("What was tampered with is found")
struct TamperTests {
  /// Does something to the file behind the ledger's back.
  private func tamper(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try db.execute(sql: sql)
      #expect(db.totalChangesCount > 0, "nothing was changed by \(sql)")
    }
    try queue.close()
  }

  private func finding(after sql: String) throws -> LedgerFinding? {
    let folder = Folder()
    try filledLedger(folder("a")).close()
    try tamper(folder("a"), sql)
    return try SQLiteLedger(path: folder("a"), readOnly: true).verify()
  }

  @Test("an untouched ledger fits, and says how far it is")
  func untouched() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    #expect(try ledger.verify() == nil)
    #expect(try SQLiteLedger(path: folder("b")).verify() == nil)
  }

  static let projects = "\"台账:招商\"\"项目\""

  /// SQL and the entry that should be named; nil where none can be told.
  static let changes: [(String, Int?)] = [
    ("UPDATE entry SET time = time + 1 WHERE sequence = 3", 3),
    ("UPDATE entry SET actor = '李四' WHERE sequence = 1", 1),
    ("UPDATE entry SET kind = 'series' WHERE sequence = 1", 1),
    ("UPDATE entry SET content = replace(content, '演', '彩') WHERE sequence = 1", 1),
    ("UPDATE entry SET reason = NULL WHERE sequence = 5", 5),
    ("UPDATE entry SET reason = reason || ' ' WHERE sequence = 5", 5),
    (
      "UPDATE entry SET hash = iif(hash LIKE '0%', '1', '0') || substr(hash, 2) WHERE sequence = 4",
      4
    ),
    ("UPDATE entry SET sequence = 99 WHERE sequence = 4", 4),
    ("DELETE FROM entry WHERE sequence = 1", 1),
    ("DELETE FROM entry WHERE sequence = 7", 7),
    ("DELETE FROM entry WHERE sequence = 14", 14),
    ("UPDATE head SET sequence = 13", nil), ("UPDATE head SET hash = 'x'", nil),
    ("UPDATE head SET files = 3", nil), ("DELETE FROM head", nil),
    ("UPDATE source SET grade = 4 WHERE number = 1", 6),
    ("UPDATE source SET date = '2023-03-02' WHERE number = 1", 6),
    ("UPDATE source SET id = '台帐' WHERE number = 2", 8),
    ("UPDATE source SET since = 7 WHERE number = 1", 6),
    (
      "UPDATE source SET until = NULL WHERE number = 1 AND (SELECT 1 FROM source WHERE number = 9); UPDATE source SET until = 13 WHERE number = 1",
      6
    ),
    ("UPDATE source SET first = 2 WHERE number = 4", 14),
    ("DELETE FROM source WHERE number = 4", 14), ("DELETE FROM source WHERE number = 1", nil),
    ("UPDATE \(projects) SET 投资额 = 1251 WHERE id = 1", 7),
    ("UPDATE \(projects) SET 投资额 = NULL WHERE id = 2", 7),
    ("UPDATE \(projects) SET 投资方 = 'A' WHERE id = 1", 7),
    ("UPDATE \(projects) SET 投资方 = '' WHERE id = 4", 9),
    ("UPDATE \(projects) SET \"进度.签约\" = '2023-02-03' WHERE id = 1", 7),
    ("UPDATE \(projects) SET \"进度.签约\" = '不是日期' WHERE id = 1", 7),
    ("UPDATE \(projects) SET key = '丁' WHERE id = 3", 7),
    ("UPDATE \(projects) SET since = 9 WHERE id = 3", 7),
    ("UPDATE \(projects) SET since = 8 WHERE id = 4", 8),
    ("UPDATE \(projects) SET until = 10 WHERE id = 2", 7),
    ("UPDATE \(projects) SET until = 10 WHERE id = 1", 7),
    ("UPDATE \(projects) SET until = NULL WHERE key = '丙'", 7),
    ("UPDATE \(projects) SET source = 2 WHERE id = 1", 7),
    ("UPDATE \(projects) SET source = 4 WHERE id = 1", 7),
    ("UPDATE \(projects) SET id = 9 WHERE id = 4", 9),
    ("DELETE FROM \(projects) WHERE id = 1", 7), ("DELETE FROM \(projects) WHERE id = 3", 7),
    ("DELETE FROM \(projects) WHERE id = 4", 9), ("DELETE FROM \(projects)", 7),
    ("DELETE FROM \"台账:部件\"", 10),
    ("INSERT INTO \(projects) (key, since, source) VALUES ('戊', 9, 2)", 9),
    ("INSERT INTO \(projects) (key, since, source) VALUES ('戊', 14, 2)", 14),
    ("DROP TABLE \"台账:部件\"; DELETE FROM grdb_migrations WHERE 0; UPDATE head SET files = 2", nil),
    ("UPDATE observation SET value = '5.6' WHERE id = 1", 13),
    ("UPDATE observation SET last = '2023-04-30' WHERE id = 1", 13),
    ("UPDATE observation SET first = '2023-01-02' WHERE id = 1", 13),
    ("UPDATE observation SET series = 'x' WHERE id = 1", 13),
    ("UPDATE observation SET form = 'level' WHERE id = 1", 13),
    ("UPDATE observation SET form = 'other' WHERE id = 1", 13),
    ("UPDATE observation SET price = NULL WHERE id = 1", 13),
    ("UPDATE observation SET price = '时价' WHERE id = 1", 13),
    ("UPDATE observation SET currency = '美元' WHERE id = 1", 13),
    ("UPDATE observation SET vintage = '修订' WHERE id = 1", 13),
    ("UPDATE observation SET publisher = NULL WHERE id = 1", 13),
    ("UPDATE observation SET published = '2023-12-21' WHERE id = 1", 13),
    ("UPDATE observation SET derived = 0 WHERE id = 2", 13),
    ("UPDATE observation SET source = 1 WHERE id = 2", 13),
    ("UPDATE observation SET since = 12 WHERE id = 1", 12),
    ("DELETE FROM observation WHERE id = 2", 13), ("DELETE FROM observation", 13),
    ("UPDATE file SET bytes = x'00' WHERE bytes = CAST('无人引用' AS BLOB)", nil),
    ("UPDATE file SET bytes = x'00' WHERE bytes = CAST('验收单' AS BLOB)", 8),
    ("UPDATE file SET sha256 = 'x' WHERE bytes = CAST('验收单' AS BLOB)", nil),
    ("DELETE FROM file WHERE bytes = CAST('验收单' AS BLOB)", 8),
    ("DELETE FROM file WHERE bytes = CAST('无人引用' AS BLOB)", nil),
  ]

  @Test("each kind of stored value and row", arguments: changes)
  func values(_ sql: String, _ sequence: Int?) throws {
    let found = try #require(try finding(after: sql), "not noticed: \(sql)")
    if let sequence { #expect(found.sequence == sequence, "\(sql): \(found)") }
    #expect(!found.what.chinese.isEmpty && !found.what.english.isEmpty)
  }

  @Test("a value in a column that came after the row")
  func laterColumn() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    var wider = Sample.projects
    wider.fields.append(Field(name: "备注", kind: .text))
    try ledger.append([.registry(wider)], by: author)
    #expect(try ledger.verify() == nil)
    try ledger.close()
    try tamper(folder("a"), "UPDATE \(TamperTests.projects) SET 备注 = '补' WHERE id = 4")
    #expect(try SQLiteLedger(path: folder("a")).verify()?.sequence == 9)
  }

  @Test("every byte of the file is checked, or says nothing of what is kept")
  func bytes() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    try ledger.backup(to: folder("b"))
    try ledger.export(to: folder("whole"))
    try ledger.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder("b")))
    var random = SeededGenerator(seed: 11)
    var noticed = 0
    // Most of a small ledger is pages with nothing on them.
    let used = whole.indices.filter { whole[$0] != 0 }
    for round in 0..<300 {
      var bytes = whole
      bytes[used[random.number(used.count)]] ^= UInt8(1 << random.number(8))
      try bytes.write(to: URL(fileURLWithPath: folder("c")))
      defer {
        for ending in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: folder("c" + ending))
        }
      }
      if try isNoticed(folder, round) { noticed += 1 }
    }
    #expect(noticed > 200, "only \(noticed) were noticed")
  }

  private func isNoticed(_ folder: Folder, _ round: Int) throws -> Bool {
    do {
      let changed = try SQLiteLedger(path: folder("c"), readOnly: true)
      defer { try? changed.close() }
      if try changed.verify() != nil { return true }
      try changed.export(to: folder("d\(round)"))
      for file in try ["entries.jsonl", "observations.jsonl"] + records(folder("whole")) {
        #expect(
          FileManager.default.contentsEqual(
            atPath: folder("whole/\(file)"), andPath: folder("d\(round)/\(file)")),
          "round \(round): \(file)")
      }
      return false
    } catch is StorageFault { return true }
  }

  private func records(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/records").map { "records/" + $0 }
  }
}
