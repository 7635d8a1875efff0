import Domain
import Foundation
import GRDB
import Storage
import Testing

@testable import Operations

/// A folder with a ledger, its key, and an office over it.
private final class Desk {
  let folder: String
  var path: String { folder + "/a.ledger" }
  let caller = Caller(Account(login: "zhang", name: "张", role: .supervisor))
  let administrator = Caller(Account(login: "root", name: "管", role: .administrator))

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/duban-anchor-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  func key(_ name: String = "a.ledger.key") throws -> OfficeKey {
    try OfficeKey.make(folder + "/" + name)
  }

  func office(
    _ name: String = "a.ledger", on text: String = "2023-06-01", key: String = "a.ledger.key"
  ) throws -> Office {
    let key = try self.key(key)
    let store = try SQLiteLedger(path: folder + "/" + name, seal: key)
    return Office(
      store, access: store, clock: .standing(at: Instant(startOf: day(text))),
      watch: LedgerWatch(store, path: folder + "/" + name, key: key))
  }

  @discardableResult
  func enter(_ change: Change, _ office: Office) throws -> [Entry] {
    try office.change(.plan, by: caller) { _ in [change] }
  }

  func release(_ number: Int, _ office: Office) throws -> Anchor {
    let month = try #require(Period.month(2023, number))
    let entries = try office.change(.release, by: caller) { books in
      [.release(Release(month: month, known: books.sequence, judgements: []))]
    }
    try office.sign(entries, by: caller)
    return try #require(try office.books().anchor(of: month))
  }

  func copy(_ from: String, _ to: String) throws {
    try? FileManager.default.removeItem(atPath: folder + "/" + to)
    try SQLiteLedger(path: folder + "/" + from, readOnly: true).backup(to: folder + "/" + to)
  }

  func write(_ text: String, _ name: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}

private func expect(
  _ code: FaultCode, _ location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
  do {
    try body()
    Issue.record("no fault; expected \(code)", sourceLocation: location)
  } catch let fault as any Fault {
    #expect(fault.code == code, "\(fault)", sourceLocation: location)
    #expect(!fault.sentence(.chinese).isEmpty && !fault.sentence(.english).isEmpty)
  } catch { Issue.record(error, sourceLocation: location) }
}

@Suite("The office's key") struct OfficeKeyTests {
  @Test func isMadeOnceForItsOwnerAlone() throws {
    let desk = try Desk()
    #expect(try OfficeKey.read(desk.folder + "/k") == nil)
    let key = try desk.key("k")
    #expect(key.isNew)
    let again = try desk.key("k")
    #expect(!again.isNew && again.publicKey == key.publicKey)
    let mode = try FileManager.default.attributesOfItem(atPath: desk.folder + "/k")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder) == ["k"])
  }

  @Test func ofAnotherFormIsAFault() throws {
    let desk = try Desk()
    let path = try desk.write("private 12\n", "k")
    expect(.badKeyFile) { _ = try OfficeKey.read(path) }
    expect(.badKeyFile) { _ = try OfficeKey.make(desk.folder + "/none/k") }
  }

  @Test func signsAndIsCheckedByItsPublicPartAlone() throws {
    let desk = try Desk()
    let head = LedgerHead(sequence: 3, hash: String(repeating: "a", count: 64))
    let signed = try SignedHead(head, by: desk.key())
    #expect(signed.isValid)
    var other = signed
    other.head.sequence = 4
    #expect(!other.isValid)
    other = signed
    other.key = try desk.key("other").publicKey
    #expect(!other.isValid)
  }

  @Test func isInNoBackupAndNoExport() throws {
    let desk = try Desk()
    let office = try desk.office()
    try desk.enter(.synthetic("x"), office)
    try desk.copy("a.ledger", "b")
    let text = try String(contentsOfFile: desk.folder + "/a.ledger.key", encoding: .utf8)
    let secret = try #require(text.split(separator: " ").last?.prefix(64))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.folder + "/b"))
    #expect(bytes.range(of: Data(secret.utf8)) == nil)
  }
}

@Suite("Anchors outside the file") struct AnchorTests {
  @Test func aReleaseIsSignedAndFits() throws {
    let desk = try Desk()
    let office = try desk.office()
    try desk.enter(.synthetic("x"), office)
    let anchor = try desk.release(1, office)
    #expect(anchor.signed?.isValid == true)
    try desk.enter(.synthetic("y"), office)
    let outcome = try VerifyLedger(office.store, watch: office.watch).run()
    #expect(outcome.findings.isEmpty && outcome.notes.isEmpty && !outcome.uncovered.isEmpty)
    let compare = CompareAnchor(office.store, key: office.watch?.key?.publicKey)
    #expect(try compare.run("\(anchor.head)").since == 2)
    let file = try desk.write(Self.json(anchor), "site.json")
    #expect(try compare.run(file).head == anchor.head)
    let text = try desk.write("通报……\n账本锚点 \(anchor.head)（第 2 条）", "t.txt")
    #expect(try compare.run(text).head == anchor.head)
  }

  private static func json(_ anchor: Anchor) -> String {
    """
    {"month":"2023-01","ledger":{"entries":\(anchor.head.sequence),"head":"\(anchor.head.hash)",
    "key":"\(anchor.signed?.key ?? "")","signature":"\(anchor.signed?.signature ?? "")"}}
    """
  }

  @Test func aRollbackAndAForkAreTold() throws {
    let desk = try Desk()
    let office = try desk.office()
    try desk.enter(.synthetic("x"), office)
    try desk.copy("a.ledger", "old")
    let anchor = try desk.release(1, office)
    // An older backup in its place.
    let old = try desk.office("old")
    expect(.rolledBack) { _ = try CompareAnchor(old.store, key: nil).run("\(anchor.head)") }
    // And written on differently.
    try desk.enter(.synthetic("other"), old)
    _ = try desk.release(1, old)
    expect(.forked) { _ = try CompareAnchor(old.store, key: nil).run("\(anchor.head)") }
    #expect(try VerifyLedger(old.store, watch: old.watch).run().findings.isEmpty)
  }

  @Test func twoOfficesDoNotFitEachOther() throws {
    let desk = try Desk()
    let (one, two) = (try desk.office(), try desk.office("b.ledger", key: "b.key"))
    try desk.enter(.synthetic("另一家"), two)
    let (first, second) = (try desk.release(1, one), try desk.release(1, two))
    #expect(try CompareAnchor(one.store, key: nil).run("\(first.head)").since == 1)
    #expect(try CompareAnchor(two.store, key: nil).run("\(second.head)").since == 1)
    expect(.forked) { _ = try CompareAnchor(one.store, key: nil).run("\(second.head)") }
  }

  @Test func aSignatureOfAnotherHandIsTold() throws {
    let desk = try Desk()
    let office = try desk.office()
    var anchor = try desk.release(1, office)
    let compare = CompareAnchor(office.store, key: try desk.key().publicKey)
    let own = try desk.write(Self.json(anchor), "own.json")
    #expect(try compare.run(own).since == 1)
    anchor.signed = try SignedHead(anchor.head, by: desk.key("thief"))
    let other = try desk.write(Self.json(anchor), "other.json")
    expect(.otherKey) { _ = try compare.run(other) }
    anchor.signed?.key = try desk.key().publicKey
    let wrong = try desk.write(Self.json(anchor), "wrong.json")
    expect(.wrongSignature) { _ = try compare.run(wrong) }
  }

  @Test func aReplacedKeyAndAMissingSignatureAreTold() throws {
    let desk = try Desk()
    let office = try desk.office()
    _ = try desk.release(1, office)
    let other = try desk.office(key: "new.key")
    _ = try desk.release(2, other)
    let outcome = try VerifyLedger(other.store, watch: other.watch).run()
    #expect(outcome.findings.isEmpty)
    #expect(outcome.notes.contains { $0.chinese.contains("另一把密钥") })
    let month = try #require(Period.month(2023, 3))
    try office.change(.release, by: desk.caller) { books in
      [.release(Release(month: month, known: books.sequence, judgements: []))]
    }
    let unsigned = try VerifyLedger(office.store, watch: office.watch).run()
    #expect(unsigned.findings.contains { $0.what.chinese.contains("没有签名") })
  }

  @Test func whatIsNoAnchorIsAFault() throws {
    let desk = try Desk()
    let office = try desk.office()
    let file = try desk.write("没有锚点 12:34", "x")
    for text in ["12:34", "none.json", file] {
      expect(.notAnAnchor) { _ = try CompareAnchor(office.store, key: nil).run(text) }
    }
  }

  @Test func noSiteOfAnotherChainIsReplaced() throws {
    let desk = try Desk()
    let office = try desk.office()
    try desk.enter(.synthetic("x"), office)
    _ = try desk.release(1, office)
    try desk.copy("a.ledger", "old")
    let publish = { (office: Office, isReplacing: Bool) in
      try PublishSite(office, assets: nil).run(
        to: desk.folder + "/site", replacingOtherChain: isReplacing)
    }
    _ = try publish(office, false)
    let second = try desk.release(2, office)
    _ = try publish(office, false)
    let site = try CompareAnchor.read(desk.folder + "/site/site.json")
    #expect(site.head == second.head && site.key == second.signed?.key)
    let old = try desk.office("old")
    expect(.siteOfOtherChain) { _ = try publish(old, false) }
    #expect(try CompareAnchor.read(desk.folder + "/site/site.json").head == second.head)
    // Written on, it is as long and still another.
    _ = try desk.release(3, old)
    _ = try desk.release(4, old)
    expect(.siteOfOtherChain) { _ = try publish(old, false) }
    _ = try publish(old, true)
    _ = try publish(old, false)
  }
}

@Suite("A ledger under watch") struct WatchTests {
  private static let registry = Registry(
    name: "企业", unit: "家", key: ["编号"],
    fields: [Field(name: "编号", kind: .text), Field(name: "金额", kind: .number)])
  private static let tamper = "UPDATE \"台账:企业\" SET 金额 = 9 WHERE id = 1"

  /// A ledger with one row, checked.
  private func watched() throws -> (Desk, LedgerWatch) {
    let desk = try Desk()
    let office = try desk.office()
    let (key, path) = (try desk.key(), desk.path)
    try desk.enter(.registry(Self.registry), office)
    let store = try #require(office.store as? SQLiteLedger)
    let source = Source(
      id: "s", title: "表", issuer: "局", date: desk.day("2023-01-01"), grade: .departmental)
    try append(store, source)
    try store.close()
    let reading = try SQLiteLedger(path: path, readOnly: true, seal: key)
    return (desk, LedgerWatch(reading, path: path, key: key))
  }

  private func append(_ store: SQLiteLedger, _ source: Source) throws {
    _ = try store.importRecords(
      of: Self.registry, from: source, file: nil, onTopOf: store.head().sequence,
      by: Author(actor: "a")
    ) { sink in
      try sink.add(key: "1", values: [.text("1"), .number(1)])
    }
  }

  @Test func isCheckedOnceAndAgainWhereTheFileWasChanged() throws {
    let (desk, watch) = try watched()
    try watch.check()
    #expect(FileManager.default.fileExists(atPath: desk.path + ".verified"))
    try watch.check()
    try desk.tamper(Self.tamper)
    expect(.doesNotFit) { try watch.check() }
    expect(.doesNotFit) { try watch.check() }
  }

  @Test func aForgedMarkSkipsNothing() throws {
    let (desk, watch) = try watched()
    try watch.check()
    let mark = try String(contentsOfFile: desk.path + ".verified", encoding: .utf8)
    try desk.tamper(Self.tamper)
    expect(.doesNotFit) { try watch.check() }
    // As the file looks now, but without the key's code.
    let object = try JSONSerialization.jsonObject(with: Data(mark.utf8)) as? [String: Any]
    var forged = try #require(object)
    forged["file"] = watch.look
    try JSONSerialization.data(withJSONObject: forged)
      .write(to: URL(fileURLWithPath: desk.path + ".verified"))
    expect(.doesNotFit) { try watch.check() }
    try FileManager.default.removeItem(atPath: desk.path + ".verified")
    expect(.doesNotFit) { try watch.check() }
  }

  @Test func aReleaseAndABackupStop() throws {
    let (desk, watch) = try watched()
    try watch.check()
    try desk.tamper(Self.tamper)
    let office = try desk.office()
    let month = try #require(Period.month(2023, 1))
    expect(.doesNotFit) { try PublishMonth(office).run(month, basis: 0, by: desk.caller) }
    expect(.doesNotFit) { _ = try BackUp(office, by: desk.administrator) }
  }

  @Test func withoutAKeyEverythingIsCheckedEachTime() throws {
    let (desk, _) = try watched()
    let store = try SQLiteLedger(path: desk.path, readOnly: true)
    let watch = LedgerWatch(store, path: desk.path, key: nil)
    try watch.check()
    #expect(!FileManager.default.fileExists(atPath: desk.path + ".verified"))
    try desk.tamper(Self.tamper)
    expect(.doesNotFit) { try watch.check() }
  }
}

@Suite("Quotes and clocks are verified") struct VerifyLedgerTests {
  private let text = "区政府工作报告\n\n2023年，新增高新技术企业52家以上。\n"

  private func commitment(_ quote: String, _ report: String, start: Int) throws -> Commitment {
    Commitment(
      id: "P16", title: "高企",
      origins: [
        .init(
          report: report, start: start, end: start + quote.unicodeScalars.count, quote: quote,
          sentence: quote)
      ], kind: .target, period: try #require(Period.year(2023)))
  }

  private func findings(_ quote: String, start: Int, report: String? = nil) throws
    -> [LedgerFinding]
  {
    let desk = try Desk()
    let office = try desk.office()
    let bytes = Array(text.utf8)
    let sha256 = office.store.sha256(bytes)
    let commitment = try commitment(quote, report ?? sha256, start: start)
    try office.change(.plan, by: desk.caller, files: [bytes]) { _ in
      [
        .report(.init(sha256: sha256, name: "报告.txt", place: "某区", year: 2023, title: nil)),
        .commitment(commitment, decision: nil),
      ]
    }
    return try VerifyLedger(office.store, watch: office.watch).run().findings
  }

  @Test func aQuoteIsTheReportsOwn() throws {
    #expect(try findings("新增高新技术企业52家以上", start: 15).isEmpty)
    #expect(try findings("新增高新技术企业25家以上", start: 15).map(\.sequence) == [2])
    #expect(try findings("新增高新技术企业52家以上", start: 14).map(\.sequence) == [2])
    #expect(try findings("新增高新技术企业52家以上", start: 900).map(\.sequence) == [2])
    let other = String(repeating: "0", count: 64)
    #expect(try findings("新增高新技术企业52家以上", start: 15, report: other).map(\.sequence) == [2])
  }

  private func jumped() throws -> (Desk, Office) {
    let desk = try Desk()
    for day in ["2023-05-01", "2031-01-01"] {
      try desk.enter(.synthetic(day), try desk.office(on: day))
    }
    return (desk, try desk.office(on: "2023-05-04"))
  }

  @Test func aJumpIsMarkedAndMended() throws {
    let (desk, office) = try jumped()
    #expect(try MendClock(office).ahead() == [2...2])
    try desk.enter(.synthetic("y"), office)
    #expect(try VerifyLedger(office.store).run().notes.contains { $0.chinese.contains("第 2–2 条") })
    let before = try Knowledge.of(desk.day("2023-05-04")).sequence(
      asOf: desk.day("2023-05-04"), in: office.store)
    #expect(before == 1)
    try MendClock(office).run(
      from: 2, through: nil, time: Instant(startOf: desk.day("2023-05-03")), reason: "主板电池",
      by: desk.administrator)
    let after = try Knowledge.of(desk.day("2023-05-04")).sequence(
      asOf: desk.day("2023-05-04"), in: office.store)
    #expect(after == 4)
    let trail = try #require(try office.store.entries(after: 3, through: 4).first)
    #expect(trail.reason == "主板电池" && trail.actor == "root")
    let outcome = try VerifyLedger(office.store).run()
    #expect(outcome.findings.isEmpty)
    #expect(outcome.notes.contains { $0.chinese.contains("更正了第 2–2 条") })
  }

  @Test func nothingIsMendedThatIsNotAhead() throws {
    let (desk, office) = try jumped()
    let mend = MendClock(office)
    let time = Instant(startOf: desk.day("2023-05-02"))
    for from in [1, 5] {
      expect(.clockDoesNotFit) {
        try mend.run(from: from, through: nil, time: time, reason: "x", by: desk.administrator)
      }
    }
    // Later than now, or before what was recorded before it.
    for day in ["2023-06-01", "2023-04-01"] {
      expect(.clockDoesNotFit) {
        try mend.run(
          from: 2, through: nil, time: Instant(startOf: desk.day(day)), reason: "x",
          by: desk.administrator)
      }
    }
    // Material of a day to come: it is the clock at hand that is slow.
    let source = Source(
      id: "s", title: "表", issuer: "局", date: desk.day("2023-05-30"), grade: .departmental)
    try desk.enter(.source(source), office)
    expect(.clockDoesNotFit) {
      try mend.run(from: 2, through: nil, time: time, reason: "x", by: desk.administrator)
    }
  }
}
