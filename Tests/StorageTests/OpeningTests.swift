import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Opening a ledger", .serialized)
struct OpeningTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test("what is no ledger is refused and left as it was")
  func notALedger() throws {
    let folder = Folder()
    let other = try DatabaseQueue(path: folder("other"))
    try other.write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    try other.close()
    try Data("SQLite format 3\0 and then not".utf8).write(
      to: URL(fileURLWithPath: folder("broken")))
    try Data("编号,名称\n".utf8).write(to: URL(fileURLWithPath: folder("csv")))
    for name in ["other", "csv", "broken"] {
      let before = try bytes(folder(name))
      for readOnly in [true, false] {
        #expect(throws: StorageFault.self) {
          try SQLiteLedger(path: folder(name), readOnly: readOnly)
        }
      }
      #expect(try bytes(folder(name)) == before)
      #expect(!FileManager.default.fileExists(atPath: folder(name + "-wal")))
    }
    expectFault(.notALedger) { _ = try SQLiteLedger(path: folder("other")) }
    expectFault(.notALedger) { _ = try SQLiteLedger(path: folder("csv")) }
    expectFault(.cannotOpenLedger) { _ = try SQLiteLedger(path: folder("none"), readOnly: true) }
    expectFault(.cannotOpenLedger) { _ = try SQLiteLedger(path: folder.path) }
    expectFault(.cannotOpenLedger) { _ = try SQLiteLedger(path: folder("no/such/folder")) }
    #expect(!FileManager.default.fileExists(atPath: folder("none")))
  }

  @Test("a newer ledger is refused and left as it was")
  func newer() throws {
    let folder = Folder()
    try filledLedger(folder("a")).close()
    let queue = try DatabaseQueue(path: folder("a"))
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
    try queue.close()
    let before = try bytes(folder("a"))
    expectFault(.newerLedger) { _ = try SQLiteLedger(path: folder("a")) }
    #expect(try bytes(folder("a")) == before)
  }

  @Test("is made at first use, also in an empty file, and opened again")
  func reopened() throws {
    let folder = Folder()
    try Data().write(to: URL(fileURLWithPath: folder("empty")))
    #expect(try SQLiteLedger(path: folder("empty")).head().sequence == 0)
    try filledLedger(folder("a")).close()
    let again = try SQLiteLedger(path: folder("a"))
    #expect(try again.head().sequence == 14)
    try again.append([.synthetic("再")], by: author)
    #expect(try SQLiteLedger(path: folder("a"), readOnly: true).head() == again.head())
  }

  @Test("one opened for reading takes nothing")
  func readOnly() throws {
    let folder = Folder()
    try filledLedger(folder("a")).close()
    let before = try bytes(folder("a"))
    let ledger = try SQLiteLedger(path: folder("a"), readOnly: true)
    expectFault(.readOnlyLedger) { try ledger.append([.synthetic("x")], by: author) }
    expectFault(.readOnlyLedger) { try ledger.add([Sample.project("甲")]) }
    expectFault(.readOnlyLedger) {
      try ledger.removeRecords(["甲"], of: Sample.projects.name, by: author)
    }
    expectFault(.readOnlyLedger) { _ = try ledger.keep([1]) }
    #expect(try ledger.verify() == nil)
    #expect(try bytes(folder("a")) == before)
  }

  @Test("one that another program is writing is locked, then free")
  func locked() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    let head = try ledger.head()
    let other = try DatabaseQueue(path: folder("a"))
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      expectFault(.lockedLedger) { try ledger.append([.synthetic("x")], by: author) }
      #expect(try ledger.head() == head)
      try db.execute(sql: "ROLLBACK")
    }
    try ledger.append([.synthetic("x")], by: author)
    #expect(try ledger.head().sequence == head.sequence + 1)
  }

  @Test("an unknown kind of entry is a fault")
  func unknownKind() throws {
    let folder = Folder()
    try filledLedger(folder("a")).close()
    let queue = try DatabaseQueue(path: folder("a"))
    try queue.write { try $0.execute(sql: "UPDATE entry SET kind = 'forecast' WHERE sequence = 2") }
    try queue.close()
    let ledger = try SQLiteLedger(path: folder("a"))
    expectFault(.unknownEntry) { _ = try ledger.entries(after: 0, through: nil) }
    #expect(try ledger.verify()?.sequence == 2)
  }
}

@Suite("A full disk")
struct FullDiskTests {
  @Test("leaves the ledger as it was")
  func fullDisk() throws {
    let folder = Folder()
    guard let disk = Mounted(kibibytes: 800, at: folder("disk")) else {
      print("no file system may be mounted here; the full disk is not tested")
      return
    }
    let ledger = try filledLedger(disk.path + "/a")
    let (head, versions) = (
      try ledger.head(), try ledger.versions(of: "甲", in: Sample.projects.name)
    )
    let rows = (0..<20_000).map { (number: Int) in
      Sample.project("k\(number)", amount: number, investor: "某某投资有限公司")
    }
    expectFault(.diskFull) { try ledger.add(rows) }
    expectFault(.diskFull) { _ = try ledger.keep(Array(repeating: 7, count: 1_000_000)) }
    let copies = (0..<6).map { "\(disk.path)/copy\($0)" }
    expectFault(.diskFull) { for copy in copies { try ledger.backup(to: copy) } }
    #expect(try ledger.head() == head)
    #expect(try ledger.versions(of: "甲", in: Sample.projects.name) == versions)
    #expect(try ledger.verify() == nil)
    for copy in copies { try? FileManager.default.removeItem(atPath: copy) }
    try ledger.close()
    let again = try SQLiteLedger(path: disk.path + "/a")
    #expect(try again.head() == head)
    try again.append([.synthetic("腾出空间之后")], by: author)
    #expect(try again.verify() == nil)
  }

  @Test("of which nothing is left cannot hold a new ledger")
  func noRoom() throws {
    let folder = Folder()
    guard let disk = Mounted(kibibytes: 16, at: folder("disk")) else { return }
    #expect(throws: StorageFault.self) { try SQLiteLedger(path: disk.path + "/a") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
  }
}
