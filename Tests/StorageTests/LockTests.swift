import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("A ledger that is open", .serialized)
struct LockTests {
  private func restore(_ folder: Folder) throws {
    try SQLiteLedger.restore(from: folder("b"), to: folder("a"), overwrite: true)
  }

  private func holders(_ folder: Folder) throws -> [LedgerHolder]? {
    do {
      try restore(folder)
      return nil
    } catch StorageFault.inUse(_, let holders) {
      return holders
    }
  }

  @Test("is not replaced, by whomever and however it was opened", arguments: [true, false])
  func inUse(_ readOnly: Bool) throws {
    let folder = Folder()
    try filledLedger(folder("a")).backup(to: folder("b"))
    let ledger = try SQLiteLedger(path: folder("a"), readOnly: readOnly)
    let head = try ledger.head()
    let holder = try #require(try holders(folder)?.first)
    #expect(holder.process == Int(ProcessInfo.processInfo.processIdentifier))
    #expect(!holder.command.isEmpty)
    let said = StorageFault.inUse(file: "a", by: [holder]).sentence(.chinese)
    #expect(said.contains("\(holder.process)") && said.contains(holder.command))
    #expect(try ledger.head() == head)
    #expect(!FileManager.default.fileExists(atPath: folder("a.partial")))
    try ledger.close()
    try restore(folder)
  }

  @Test("is not replaced while it is gone from its place either")
  func gone() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    try ledger.backup(to: folder("b"))
    try FileManager.default.removeItem(atPath: folder("a"))
    expectFault(.ledgerInUse) { try SQLiteLedger.restore(from: folder("b"), to: folder("a")) }
    #expect(!FileManager.default.fileExists(atPath: folder("a")))
    try ledger.close()
    try SQLiteLedger.restore(from: folder("b"), to: folder("a"))
  }

  @Test("names everybody who has it open, and nobody who had")
  func several() throws {
    let folder = Folder()
    try filledLedger(folder("a")).backup(to: folder("b"))
    let all = try (0..<3).map { _ in try SQLiteLedger(path: folder("a")) }
    try all[0].close()
    #expect(try holders(folder)?.isEmpty == false)
    try all[1].close()
    #expect(try holders(folder)?.isEmpty == false)
    try all[2].close()
    #expect(try holders(folder) == nil)
  }

  @Test("acknowledges nothing once another file stands in its place, or none")
  func replaced() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    try ledger.backup(to: folder("b"))
    try FileManager.default.removeItem(atPath: folder("a"))
    expectFault(.ledgerReplaced) { try ledger.append([.synthetic("x")], by: author) }
    try FileManager.default.copyItem(atPath: folder("b"), toPath: folder("a"))
    expectFault(.ledgerReplaced) { try ledger.append([.synthetic("x")], by: author) }
    expectFault(.ledgerReplaced) { try ledger.change([.endSessions(of: "a")]) }
    try ledger.close()
    let other = try SQLiteLedger(path: folder("a"))
    #expect(try other.head().sequence == 14)
    try other.append([.synthetic("x")], by: author)
  }

  @Test("one that nothing can be written beside is still read")
  func medium() throws {
    let folder = Folder()
    try filledLedger(folder("a")).close()
    guard let disk = Mounted(readOnly: folder.path, at: folder("medium")) else {
      print("no file system may be mounted here; a medium for reading is not tested")
      return
    }
    let ledger = try SQLiteLedger(path: disk.path + "/a", readOnly: true)
    #expect(try ledger.head().sequence == 14)
  }

  @Test("what changes beside it changes with its entry or not at all")
  func beside() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    let head = try ledger.head().sequence
    let beside: [AccessChange] = [.password("scrypt$x", of: "a"), .contact("电话", of: "Y1")]
    #expect(
      try ledger.append(
        [.synthetic("x")], files: [], beside: beside, onTopOf: head - 1, by: author) == nil)
    expectFault(.fileNotKept) {
      _ = try ledger.append(
        [.source(Sample.source(sha256: "ff"))], files: [[1]], beside: beside, onTopOf: head,
        by: author)
    }
    #expect(try ledger.password(of: "a") == nil && ledger.contact(of: "Y1") == nil)
    #expect(try ledger.file(ledger.sha256([1])) == nil)
    #expect(
      try ledger.append([.synthetic("x")], files: [], beside: beside, onTopOf: head, by: author)?
        .count == 1)
    #expect(try ledger.password(of: "a") == "scrypt$x" && ledger.contact(of: "Y1") == "电话")
  }

  @Test("nothing is written on top of another entry than was said")
  func onTop() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    let (head, old) = (try ledger.head(), try ledger.head().sequence - 1)
    #expect(
      try ledger.importRecords(
        of: Sample.projects, from: Sample.source("新"), file: nil, onTopOf: old, by: author,
        fill: { _ in Issue.record("it was asked for rows") }) == nil)
    #expect(
      try ledger.importObservations(
        [Sample.observation(9, "1")], from: Sample.source("新"), file: nil, onTopOf: old, by: author)
        == nil)
    #expect(
      try ledger.removeRecords(["甲"], of: Sample.projects.name, onTopOf: old, by: author) == nil)
    #expect(try ledger.head() == head)
  }
}
