import Domain
import Storage
import Testing

@testable import Operations

/// How an office decides, and decides again.
@Suite struct OfficeTests {
  private let folder: Folder
  private let store: SQLiteLedger
  private let own: Office

  init() throws {
    folder = try Folder()
    store = try folder.ledger()
    own = office(store)
    try own.furnish()
  }

  /// Somebody else writes.
  private func interfere() throws {
    try office(store).change(.plan, by: setup) { _ in [.synthetic("别人")] }
  }

  @Test func itIsDecidedAgainOnNewerBooks() throws {
    var seen: [Int] = []
    try own.change(.plan, by: setup) { books in
      seen.append(books.sequence)
      if seen.count < 3 { try interfere() }
      return [.unit(WorkUnit(name: "新局", kind: .department))]
    }
    #expect(seen.count == 3 && seen == seen.sorted() && Set(seen).count == 3)
    #expect(try own.books().sequence == (seen.last ?? 0) + 1)
  }

  @Test func whoIsAlwaysSlowerIsToldSo() throws {
    let head = try store.head().sequence
    var times = 0
    #expect(throws: WorkFault.stale(since: head, now: head + Office.mostDecisions)) {
      try own.change(.plan, by: setup) { _ in
        times += 1
        try interfere()
        return [.unit(WorkUnit(name: "新局", kind: .department))]
      }
    }
    #expect(times == Office.mostDecisions)
    #expect(try own.books().units.count == 3)
  }

  @Test func filesAreKeptOnlyWithWhatNamesThem() throws {
    try own.change(.plan, by: setup, files: [[1, 2, 3]]) { _ in [] }
    #expect(try store.file(store.sha256([1, 2, 3])) == nil)
  }

  @Test func whoMayNotIsNotAsked() throws {
    let reader = Caller(Account(login: "r", name: "r", role: .reader))
    #expect(throws: WorkFault.notAllowed(.plan)) {
      try own.change(.plan, by: reader) { _ in
        Issue.record("it was decided")
        return []
      }
    }
    #expect(throws: WorkFault.notAllowed(.keepEvidence)) {
      try RemoveRecords(own).run(["x"], of: "事项", by: reader, reason: "误录")
    }
    #expect(throws: WorkFault.notSignedIn) {
      try ReleaseMonth(own).run(try found(.month(2029, 1)), by: .everyone)
    }
  }

  @Test func theCommandLineMayDoEverythingUnderItsOwnName() throws {
    for act in Act.allCases { #expect(setup.may(act, for: "甲局")) }
    let entries = try own.change(.plan, by: .commandLine("李四"), reason: "试") { _ in
      [.synthetic("x")]
    }
    #expect(entries.first?.actor == "李四" && entries.first?.reason == "试")
  }
}
