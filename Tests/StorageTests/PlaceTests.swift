import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("What does not fit is named with its row, key and column")
struct PlaceTests {
  static let projects = "\"台账:招商\"\"项目\""

  private func tampered(_ sql: String) throws -> [LedgerFinding] {
    let folder = Folder()
    try filledLedger(folder("a")).close()
    try tamper(folder("a"), sql)
    return try SQLiteLedger(path: folder("a"), readOnly: true).findings()
  }

  @Test("a changed value")
  func value() throws {
    let found = try tampered("UPDATE \(Self.projects) SET 投资额 = 1251, 投资方 = 'b' WHERE id = 1")
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.sequence == 7 && first.registry == "招商\"项目" && first.row == 1)
    #expect(first.key == "甲" && first.columns == ["投资方", "投资额"])
    #expect(first.sentence.chinese.contains("「投资额」"))
  }

  @Test("a day that is none")
  func day() throws {
    let found = try tampered("UPDATE \(Self.projects) SET \"进度.签约\" = '不是日期' WHERE id = 2")
    #expect(found.map(\.columns) == [["进度.签约"]])
    #expect(found.map(\.key) == ["乙"])
  }

  @Test("a changed key")
  func key() throws {
    let found = try tampered("UPDATE \(Self.projects) SET key = '丁' WHERE id = 3")
    #expect(found.first?.row == 3 && found.first?.columns == ["主键"])
  }

  @Test("a row that was taken away")
  func missing() throws {
    let found = try tampered("DELETE FROM \(Self.projects) WHERE id = 2")
    #expect(found.first?.sequence == 7 && found.first?.row == 2)
  }

  @Test("a figure")
  func figure() throws {
    let found = try tampered("UPDATE observation SET value = '9' WHERE id = 2")
    #expect(found.map(\.row) == [2])
    #expect(found.map(\.columns) == [["value"]])
  }

  @Test("a dropped table hides nothing of the others")
  func dropped() throws {
    let found = try tampered(
      "DROP TABLE \"台账:部件\"; UPDATE \(Self.projects) SET 投资额 = 1 WHERE id = 4")
    #expect(Set(found.compactMap(\.registry)) == ["部件", "招商\"项目"])
    #expect(found.contains { $0.registry == "部件" && $0.sequence == 10 })
    #expect(found.contains { $0.key == "乙" && $0.columns == ["投资额"] && $0.sequence == 9 })
  }

  @Test("a dropped index is told, and hides nothing")
  func index() throws {
    let name = "\"索引:招商\"\"项目\u{1F}key\""
    let found = try tampered("DROP INDEX \(name); UPDATE \(Self.projects) SET 投资额 = 1 WHERE id = 4")
    #expect(found.contains { $0.what.chinese.contains("索引") })
    #expect(found.contains { $0.key == "乙" && $0.columns == ["投资额"] })
  }

  @Test("a trigger or a view is none of the program's")
  func trigger() throws {
    let found = try tampered(
      """
      CREATE TRIGGER t AFTER INSERT ON observation BEGIN DELETE FROM observation; END;
      UPDATE head SET files = files
      """)
    #expect(found.contains { $0.what.chinese.contains("trigger t") })
  }

  @Test("two rows exchanged are both named")
  func exchanged() throws {
    let found = try tampered(
      """
      UPDATE \(Self.projects) SET 投资方 = 'b' WHERE id = 1;
      UPDATE \(Self.projects) SET 投资方 = 'a' WHERE id = 2
      """)
    #expect(found.map(\.key) == ["甲", "乙"])
  }

  @Test("in a ledger of before there were sums, the batch is named")
  func before() throws {
    let found = try tampered(
      "DELETE FROM rowsum; UPDATE \(Self.projects) SET 投资额 = 1251 WHERE id = 1")
    #expect(found.map(\.sequence) == [7])
    #expect(found.first?.row == nil)
  }

  @Test("altered sums alone say nothing")
  func sums() throws {
    #expect(try tampered("UPDATE rowsum SET sums = x'00'").isEmpty)
  }
}

@Suite("What came since the last verification is checked quickly")
struct RecentTests {
  private func head(_ ledger: SQLiteLedger) throws -> LedgerHead {
    let head = try ledger.head()
    return LedgerHead(sequence: head.sequence, hash: head.hash)
  }

  @Test("only what came since, from the start where the mark does not fit")
  func since() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    let mark = try head(ledger)
    try ledger.add([Sample.project("丁", amount: 3)])
    #expect(try ledger.finding(since: mark) == nil)
    #expect(try ledger.finding(since: nil) == nil)
    try ledger.close()
    try tamper(folder("a"), "UPDATE \(PlaceTests.projects) SET 投资额 = 9 WHERE id = 1")
    let again = try SQLiteLedger(path: folder("a"), readOnly: true)
    #expect(try again.finding(since: mark) == nil)
    let other = LedgerHead(sequence: mark.sequence, hash: String(repeating: "0", count: 64))
    #expect(try again.finding(since: other)?.key == "甲")
    let beyond = LedgerHead(sequence: 999, hash: mark.hash)
    #expect(try again.finding(since: beyond)?.key == "甲")
  }

  static let changes = [
    "UPDATE \(PlaceTests.projects) SET 投资额 = 4 WHERE key = '丁'",
    "DELETE FROM \(PlaceTests.projects) WHERE key = '丁'",
    "UPDATE entry SET reason = 'x' WHERE sequence = (SELECT max(sequence) FROM entry)",
    "DELETE FROM entry WHERE sequence = (SELECT max(sequence) FROM entry)",
    "UPDATE head SET sequence = sequence - 1",
    "UPDATE observation SET value = '1' WHERE id = 3",
  ]

  @Test("what is new and was changed", arguments: changes)
  func new(_ sql: String) throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    let mark = try head(ledger)
    try ledger.add([Sample.project("丁", amount: 3)])
    _ = try ledger.importObservations(
      [Sample.observation(9, "5")], from: Sample.source("公报", "2023-07-17", .published), by: author)
    try ledger.close()
    try tamper(folder("a"), sql)
    let again = try SQLiteLedger(path: folder("a"), readOnly: true)
    #expect(try again.finding(since: mark) != nil, "\(sql)")
  }
}

@Suite("Access data are sealed")
struct SealTests {
  private let seal = SampleSeal("aa")

  private func filled(_ path: String) throws -> SQLiteLedger {
    let ledger = try SQLiteLedger(path: path, seal: seal)
    try fill(ledger)
    return ledger
  }

  private func fill(_ ledger: SQLiteLedger) throws {
    let now = Instant(milliseconds: 1)
    try ledger.change([.password("scrypt$1", of: "admin"), .password("scrypt$2", of: "clerk")])
    try ledger.keep(Session(digest: "s1", login: "clerk", started: now, expires: now))
    let token = Token(digest: "t1", name: "网站", login: "clerk", created: now, expires: now)
    try ledger.change([.token(token), .contact("电话", of: "Y1")])
    try ledger.setNote("2023-01-01", "backup")
  }

  @Test("the program's own changes fit")
  func honest() throws {
    let folder = Folder()
    let ledger = try filled(folder("a"))
    #expect(try ledger.verify() == nil)
    let later = Instant(milliseconds: 9)
    try ledger.change([.password("scrypt$3", of: "admin")])
    try ledger.keep(Session(digest: "s1", login: "clerk", started: later, expires: later))
    try ledger.change([.endToken("t1")])
    try ledger.removeExpired(before: Instant(milliseconds: 5))
    try ledger.change([.endSessions(of: "clerk")])
    #expect(try ledger.verify() == nil)
    try ledger.backup(to: folder("b"))
    #expect(try SQLiteLedger(path: folder("b"), readOnly: true, seal: seal).verify() == nil)
    try ledger.export(to: folder("out"))
    try SQLiteLedger.import(from: folder("out"), to: folder("c"))
    #expect(try SQLiteLedger(path: folder("c"), seal: seal).verify() == nil)
  }

  static let changes = [
    ("UPDATE password SET hash = 'scrypt$9' WHERE login = 'admin'", "admin"),
    ("INSERT INTO password VALUES ('intruder', 'x')", "intruder"),
    ("DELETE FROM password WHERE login = 'clerk'", "clerk"),
    ("DELETE FROM password WHERE login = 'clerk'; DELETE FROM seal WHERE id = 'clerk'", "password"),
    ("UPDATE token SET login = 'admin'", "admin"),
    ("UPDATE token SET expires = 99999", "clerk"),
    ("INSERT INTO session VALUES ('s9', 'admin', 1, 99999999)", "admin"),
    ("UPDATE session SET login = 'admin'", "admin"),
    ("UPDATE contact SET contact = '别处'", "Y1"),
    ("UPDATE note SET text = '2024-01-01'", "backup"),
    ("DELETE FROM seal", "admin"),
    ("UPDATE seal SET code = 'x' WHERE id = 'admin'", "admin"),
  ]

  @Test("another hand's do not, with table and login", arguments: changes)
  func tampered(_ sql: String, _ named: String) throws {
    let folder = Folder()
    try filled(folder("a")).close()
    try tamper(folder("a"), sql)
    let found = try SQLiteLedger(path: folder("a"), readOnly: true, seal: seal).findings()
    #expect(found.contains { $0.what.chinese.contains(named) }, "\(sql): \(found)")
    // Without the key nothing can be said, and nothing is.
    #expect(try SQLiteLedger(path: folder("a"), readOnly: true).findings().isEmpty)
  }

  @Test("what there was before the key is sealed once, when the key is made")
  func older() throws {
    let folder = Folder()
    let plain = try SQLiteLedger(path: folder("a"))
    try fill(plain)
    try plain.close()
    try SQLiteLedger(path: folder("a"), seal: SampleSeal("aa", isNew: true)).close()
    #expect(try SQLiteLedger(path: folder("a"), seal: seal).verify() == nil)
    // A key that was there is no reason to seal what somebody left without seals.
    try tamper(folder("a"), "DELETE FROM seal; UPDATE password SET hash = 'x'")
    #expect(try SQLiteLedger(path: folder("a"), seal: seal).verify() != nil)
  }

  @Test("under another key nothing is said until somebody seals it anew")
  func otherKey() throws {
    let folder = Folder()
    try filled(folder("a")).close()
    let other = SampleSeal("bb", isNew: true)
    let ledger = try SQLiteLedger(path: folder("a"), seal: other)
    #expect(try ledger.verify() == nil)
    #expect(try ledger.sealingKeys().count == 1)
    try ledger.change([.password("scrypt$4", of: "admin")])
    #expect(try ledger.verify() != nil)
    try ledger.sealAccess()
    #expect(try ledger.verify() == nil)
  }
}

@Suite("A clock that had jumped stamps nothing after it")
struct ClockTests {
  private func at(_ day: String) -> Author {
    Author(actor: "a", time: Instant(startOf: Domain.Day(day) ?? Domain.Day(number: 0)))
  }

  private func sequence(_ ledger: SQLiteLedger, _ day: String) throws -> Int {
    try ledger.sequence(at: Instant(endOf: Domain.Day(day) ?? Domain.Day(number: 0)))
  }

  private func jumped(_ folder: Folder) throws -> SQLiteLedger {
    let ledger = try SQLiteLedger(path: folder("a"))
    for day in ["2023-05-01", "2031-01-01", "2023-05-03", "2023-05-04"] {
      try ledger.append([.synthetic(day)], by: at(day))
    }
    return ledger
  }

  private func mend(_ from: Int, _ through: Int, _ day: String) -> Change {
    .clock(
      ClockMend(
        from: from, through: through,
        time: Instant(startOf: Domain.Day(day) ?? Domain.Day(number: 0))))
  }

  @Test("what is not corrected counts as recorded no earlier than what it bears")
  func uncorrected() throws {
    let folder = Folder()
    let ledger = try jumped(folder)
    #expect(try sequence(ledger, "2023-12-31") == 1)
    #expect(try sequence(ledger, "2031-01-01") == 4)
    #expect(try ledger.times().ahead == [2...2])
    let entries = try ledger.entries(after: 0, through: nil)
    #expect(
      entries.map(\.stamp.self).map { $0?.day } == [nil, nil, day("2023-05-03"), day("2023-05-04")])
    #expect(try ledger.verify() == nil)
  }

  @Test("what is corrected counts from the next right stamp, and the rest from its own")
  func corrected() throws {
    let folder = Folder()
    let ledger = try jumped(folder)
    try ledger.append([mend(2, 2, "2023-05-02")], by: at("2023-05-05"))
    #expect(try sequence(ledger, "2023-05-01") == 1)
    #expect(try sequence(ledger, "2023-05-02") == 1)
    #expect(try sequence(ledger, "2023-05-03") == 3)
    #expect(try sequence(ledger, "2023-05-05") == 5)
    #expect(try ledger.times().ahead.isEmpty)
    #expect(try ledger.verify() == nil)
    try ledger.export(to: folder("out"))
    try SQLiteLedger.import(from: folder("out"), to: folder("b"))
    #expect(try sequence(SQLiteLedger(path: folder("b")), "2023-05-03") == 3)
  }

  @Test("a small step back is moved up, as ever")
  func small() throws {
    let folder = Folder()
    let ledger = try SQLiteLedger(path: folder("a"))
    for milliseconds in [5_000_000, 4_000_000] {
      try ledger.append(
        [.synthetic("x")], by: Author(actor: "a", time: Instant(milliseconds: milliseconds)))
    }
    let entries = try ledger.entries(after: 0, through: nil)
    #expect(entries.map(\.time.milliseconds) == [5_000_000, 5_000_000])
    #expect(entries.allSatisfy { $0.stamp == nil })
  }

  @Test("nobody can make knowledge older")
  func backdating() throws {
    let folder = Folder()
    let ledger = try SQLiteLedger(path: folder("a"))
    for day in ["2023-05-01", "2023-05-20", "2023-06-10"] {
      try ledger.append([.synthetic(day)], by: at(day))
    }
    // Somebody turns the clock back, enters something, and calls what came before it ahead.
    try ledger.append([.synthetic("补记")], by: at("2023-05-02"))
    try ledger.append([mend(2, 3, "2023-05-02")], by: at("2023-05-03"))
    #expect(try sequence(ledger, "2023-06-09") == 2)
    #expect(try ledger.times().corrections.map(\.refusal) == [.stepDoesNotFit])
  }
}

/// Does something to the file behind the ledger's back.
func tamper(_ path: String, _ sql: String) throws {
  var configuration = Configuration()
  configuration.foreignKeysEnabled = false
  let queue = try DatabaseQueue(path: path, configuration: configuration)
  try queue.write { db in
    try db.execute(sql: sql)
    #expect(db.totalChangesCount > 0, "nothing was changed by \(sql)")
  }
  try queue.close()
}
