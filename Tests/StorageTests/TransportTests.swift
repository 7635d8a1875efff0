import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("A ledger moves without loss")
struct TransportTests {
  private func same(_ a: SQLiteLedger, _ b: SQLiteLedger) throws {
    #expect(try a.head() == b.head())
    #expect(try a.entries(after: 0, through: nil) == b.entries(after: 0, through: nil))
    for key in ["甲", "乙", "丙"] {
      #expect(
        try a.versions(of: key, in: Sample.projects.name)
          == b.versions(of: key, in: Sample.projects.name))
    }
    #expect(
      try a.observations(of: Sample.series.name, known: .max)
        == b.observations(of: Sample.series.name, known: .max))
    #expect(try b.verify() == nil)
  }

  @Test("a backup is the ledger, and restores it")
  func backup() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    try ledger.backup(to: folder("b"))
    expectFault(.alreadyThere) { try ledger.backup(to: folder("b")) }
    try SQLiteLedger.restore(from: folder("b"), to: folder("c"))
    try same(ledger, try SQLiteLedger(path: folder("c")))
    try ledger.append([.synthetic("后来")], by: author)
    try ledger.close()
    expectFault(.alreadyThere) { try SQLiteLedger.restore(from: folder("b"), to: folder("a")) }
    try SQLiteLedger.restore(from: folder("b"), to: folder("a"), overwrite: true)
    try same(try SQLiteLedger(path: folder("c")), try SQLiteLedger(path: folder("a")))
  }

  @Test("a damaged backup replaces nothing")
  func damagedBackup() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    try ledger.backup(to: folder("b"))
    let queue = try DatabaseQueue(path: folder("b"))
    try queue.write { try $0.execute(sql: "UPDATE entry SET actor = 'x' WHERE sequence = 2") }
    try queue.close()
    let head = try ledger.head()
    try ledger.close()
    expectFault(.damagedLedger) {
      try SQLiteLedger.restore(from: folder("b"), to: folder("a"), overwrite: true)
    }
    let after = try SQLiteLedger(path: folder("a"))
    #expect(try after.head() == head)
    #expect(try after.verify() == nil)
    #expect(!FileManager.default.fileExists(atPath: folder("a.partial")))
  }

  @Test("a backup made while another thread writes is whole")
  func backupInUse() async throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    let before = try ledger.head().sequence
    let writing = Task.detached {
      for round in 0..<40 {
        try ledger.add((0..<50).map { Sample.project("k\($0)", amount: round) })
      }
    }
    for round in 0..<5 {
      try ledger.backup(to: folder("b\(round)"))
      let copy = try SQLiteLedger(path: folder("b\(round)"), readOnly: true)
      #expect(try copy.verify() == nil)
      #expect(try copy.head().sequence >= before)
    }
    try await writing.value
    #expect(try ledger.verify() == nil)
  }

  @Test("an export gives back an equal ledger, and the same export")
  func export() throws {
    let folder = Folder()
    let ledger = try filledLedger(folder("a"))
    try ledger.export(to: folder("out"))
    expectFault(.alreadyThere) { try ledger.export(to: folder("out")) }
    try SQLiteLedger.import(from: folder("out"), to: folder("b"))
    expectFault(.alreadyThere) { try SQLiteLedger.import(from: folder("out"), to: folder("b")) }
    let copy = try SQLiteLedger(path: folder("b"))
    try same(ledger, copy)
    #expect(try copy.file(ledger.keep(Array("无人引用".utf8))) == Array("无人引用".utf8))
    try copy.export(to: folder("again"))
    for file in try files(folder("out")) {
      #expect(
        FileManager.default.contentsEqual(
          atPath: folder("out/\(file)"), andPath: folder("again/\(file)")), "\(file)")
    }
    #expect(try files(folder("out")) == files(folder("again")))
  }

  private func files(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter {
      $0.contains(".") || $0.hasPrefix("files/")
    }.sorted()
  }

  @Test("an export with any byte changed is refused with its file")
  func changedExport() throws {
    let folder = Folder()
    try filledLedger(folder("a")).export(to: folder("out"))
    var random = SeededGenerator(seed: 3)
    for file in try files(folder("out")) where file != "README.txt" {
      let url = URL(fileURLWithPath: folder("out/\(file)"))
      let whole = try Data(contentsOf: url)
      for _ in 0..<25 {
        var bytes = whole
        let place = random.number(bytes.count)
        bytes[place] ^= UInt8(1 << random.number(7))
        try bytes.write(to: url)
        try refusedOrEqual(folder, "\(file) at \(place)")
      }
      try whole.dropLast(whole.count / 3 + 1).write(to: url)
      expectFault(.damagedExport) { try SQLiteLedger.import(from: folder("out"), to: folder("b")) }
      try FileManager.default.removeItem(at: url)
      #expect(throws: StorageFault.self) {
        try SQLiteLedger.import(from: folder("out"), to: folder("b"))
      }
      try whole.write(to: url)
    }
    try SQLiteLedger.import(from: folder("out"), to: folder("b"))
  }

  /// A changed byte may leave the meaning alone (a space for a space in JSON); then the ledger is
  /// the same.
  private func refusedOrEqual(_ folder: Folder, _ place: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder("b")) }
    do {
      try SQLiteLedger.import(from: folder("out"), to: folder("b"))
      let copy = try SQLiteLedger(path: folder("b"))
      defer { try? copy.close() }
      #expect(try copy.head() == SQLiteLedger(path: folder("a"), readOnly: true).head(), "\(place)")
    } catch let fault as StorageFault {
      #expect(fault.code == .damagedExport || fault.code == .damagedLedger, "\(place): \(fault)")
      #expect(!FileManager.default.fileExists(atPath: folder("b")))
    }
  }

  @Test("names file and line of what was changed in an export")
  func namesTheLine() throws {
    let folder = Folder()
    try filledLedger(folder("a")).export(to: folder("out"))
    func change(_ file: String, _ old: String, _ new: String, line: Int) throws {
      let url = URL(fileURLWithPath: folder("out/\(file)"))
      let whole = try String(contentsOf: url, encoding: .utf8)
      let changed = whole.replacingOccurrences(of: old, with: new)
      #expect(changed != whole)
      try changed.write(to: url, atomically: true, encoding: .utf8)
      defer { try? whole.write(to: url, atomically: true, encoding: .utf8) }
      do {
        try SQLiteLedger.import(from: folder("out"), to: folder("b"))
        Issue.record("\(file) was taken")
      } catch let fault as StorageFault {
        #expect(fault.place == FaultPlace(file: file, line: line), "\(fault)")
      }
    }
    try change("entries.jsonl", "演示", "真实", line: 1)
    try change("entries.jsonl", "\"sequence\":3,", "\"sequence\":4,", line: 3)
    try change(try project(folder), "\"0.07\"", "\"0.08\"", line: 4)
    try change(try project(folder), "\"12.5\"", "\"12.505\"", line: 1)
    try change("observations.jsonl", "\"5.5\"", "\"5.6\"", line: 1)
  }

  private func project(_ folder: Folder) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("out/records"))
    return "records/" + (names.first { $0.contains("%22") } ?? "")
  }
}
