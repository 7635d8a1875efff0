import DemoDistrict
import Domain
import Foundation
import Operations
import Storage
import Testing

/// The whole chain on the made-up district: pack, report, registries, ledger, judgement.
@Suite("The demo district is judged as its evidence says")
struct DemoTruthTests {
  /// Made once for all tests here; whoever runs them first waits.
  static let demo = Result { try Demo() }

  final class Demo: Sendable {
    let store: SQLiteLedger
    private let folder: String

    init() throws {
      folder = FileManager.default.temporaryDirectory.path + "/duban-demo-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      store = try SQLiteLedger(path: folder + "/demo.ledger")
      try MakeDemo(Office(store, access: store)).run()
    }
  }

  private func judged(_ day: Day) throws -> [String: Judgement] {
    let outcome = try JudgeAccounts(Self.demo.get().store).run(asOf: day)
    return Dictionary(outcome.judgements.map { ($0.commitment, $0) }) { $1 }
  }

  @Test("every row is judged as expected, late in the year and when all is known")
  func expected() throws {
    for day in Set(DemoDistrict.expected.map(\.asOf)) {
      let judgements = try judged(day)
      for expected in DemoDistrict.expected where expected.asOf == day {
        let id = expected.commitment
        let judgement = try #require(judgements[id], "\(id) is not judged")
        let allowed = [expected.state] + expected.tolerated
        #expect(
          allowed.contains(judgement.state), "\(id) \(day): \(judgement.state), not \(allowed)")
        if let text = expected.actual, let number = Exact(text), let actual = judgement.actual {
          // The expectation is in the measure's own unit, a judgement in the target's.
          let own = judgement.unit == "亿元" ? actual * Exact(10_000) : actual
          #expect(
            [actual, own].contains { $0.rounded(1) == number.rounded(1) }, "\(id) \(day): \(actual)"
          )
        }
      }
    }
  }

  @Test("what was recorded later is not known earlier, and is known now")
  func hindsight() throws {
    let store = try Self.demo.get().store
    let day = try #require(Day("2023-12-31"))
    let then = try JudgeAccounts(store).run(asOf: day, only: ["T1"]).judgements
    let now = try JudgeAccounts(store).run(asOf: day, knowing: .everything, only: ["T1"]).judgements
    #expect(then.first?.state != .notMet)
    #expect(now.first?.state == .notMet)
    #expect(now.first?.data == .revised)
  }

  @Test("a release stays as it was, and what changed since is a difference")
  func releases() throws {
    let store = try Self.demo.get().store
    let month = try #require(Period("2023-11"))
    let release = try #require(
      LedgerBooks(store).books.releases.first { $0.month == month })
    #expect(release.judgements.count >= 88)
    let comparison = try CompareRelease(store).run(month)
    #expect(comparison.release == release)
    #expect(comparison.today.first { $0.commitment == "B4" }?.actual == Exact(126_000))
  }

  @Test("the ledger of the demo fits, and says that it is synthetic")
  func fits() throws {
    let store = try Self.demo.get().store
    #expect(try store.verify(progress: nil) == nil)
    #expect(try LedgerBooks(store).books.synthetic == DemoDistrict.notice)
  }

  @Test("one project signed twice is found")
  func duplicates() throws {
    let groups = try FindDuplicates(Self.demo.get().store).run("招商项目")
    #expect(groups.contains { $0.keys.count == 2 })
  }
}

/// The hard cases that the demo district holds, each caught where a reader sees it.
extension DemoTruthTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    var id: String
    var commitment: String
    var day: String
    var state: Judgement.State?
    var actual: String?
    var leftOut: LeftOut.Reason?
    var atLeast = 1

    var testDescription: String { "\(id) \(commitment) \(day)" }
  }

  static let cases = [
    Planted(id: "revision-turns", commitment: "T1", day: "2024-11-30", state: .met, actual: "6"),
    Planted(
      id: "revision-turns", commitment: "T1", day: "2024-12-31", state: .notMet, actual: "5.8"),
    Planted(
      id: "boundary-at-least", commitment: "T2", day: "2024-12-31", state: .met, actual: "12"),
    Planted(id: "two-currencies", commitment: "T6", day: "2024-12-31", state: .met, actual: "12.4"),
    Planted(
      id: "exact-boundary", commitment: "P11", day: "2024-12-31", state: .met, actual: "15000"),
    Planted(
      id: "signed-twice", commitment: "P14", day: "2024-12-31", state: .notMet, actual: "197",
      leftOut: .sameThing, atLeast: 6),
    Planted(
      id: "agreement-only", commitment: "P14", day: "2024-12-31", leftOut: .notYetThere, atLeast: 38
    ),
    Planted(
      id: "renewals", commitment: "P16", day: "2024-12-31", state: .met, actual: "53",
      leftOut: .notFirst, atLeast: 41),
    Planted(
      id: "entered-later", commitment: "P16", day: "2023-12-31", state: .notYet, actual: "34",
      leftOut: .recordedLater, atLeast: 19),
    Planted(
      id: "outside-period", commitment: "P16", day: "2024-12-31", leftOut: .outsidePeriod,
      atLeast: 8),
    Planted(id: "struck-off", commitment: "P17", day: "2024-12-31", actual: "426"),
    Planted(id: "corrected-later", commitment: "P19", day: "2024-03-15", state: .met),
    Planted(id: "exactly-90", commitment: "P19", day: "2024-12-31", state: .notMet, actual: "90"),
    Planted(id: "more-than-40", commitment: "P20", day: "2024-12-31", state: .met, actual: "41"),
    Planted(
      id: "self-reported", commitment: "P22", day: "2024-12-31", state: .notMet, actual: "9",
      leftOut: .tooWeak, atLeast: 3),
    Planted(
      id: "said-to-be-finished", commitment: "P28", day: "2024-12-31", state: .notMet,
      actual: "2484", leftOut: .notYetThere, atLeast: 3),
    Planted(
      id: "last-year-again", commitment: "P29", day: "2024-12-31", leftOut: .outsidePeriod,
      atLeast: 3),
    Planted(
      id: "last-year-tips", commitment: "P31", day: "2024-12-31", state: .notMet, actual: "108",
      leftOut: .outsidePeriod, atLeast: 9),
    Planted(
      id: "one-part-short", commitment: "P33", day: "2024-12-31", state: .notMet, actual: "19"),
    Planted(id: "no-filing", commitment: "P34", day: "2024-12-31", state: .notMet, actual: "7"),
    Planted(id: "exactly-80", commitment: "P38", day: "2024-12-31", state: .notMet, actual: "80"),
    Planted(id: "carried-over", commitment: "Q18", day: "2024-12-31", state: .met),
  ]

  @Test("a planted case is caught", arguments: cases)
  func caught(_ planted: Planted) throws {
    #expect(DemoDistrict.planted.contains { $0.id == planted.id })
    let day = try #require(Day(planted.day))
    let outcome = try JudgeAccounts(Self.demo.get().store).run(
      asOf: day, only: [planted.commitment])
    let judgement = try #require(outcome.judgements.first)
    if let state = planted.state { #expect(judgement.state == state) }
    if let actual = planted.actual {
      #expect(judgement.actual?.rounded(1) == Exact(actual), "\(judgement.actual ?? .zero)")
    }
    if let reason = planted.leftOut {
      let count = judgement.leftOut.first { $0.reason == reason }?.count ?? 0
      #expect(count >= planted.atLeast, "\(judgement.leftOut)")
      #expect(!judgement.working.isEmpty)
    }
  }

  @Test("late figures are called late, an amended target amended")
  func lateAndAmended() throws {
    let day = try #require(Day("2023-11-30"))
    let outcome = try JudgeAccounts(Self.demo.get().store).run(asOf: day, only: ["T7", "P12"])
    #expect(outcome.judgements.first { $0.commitment == "T7" }?.data == .late)
    let headquarters = try #require(outcome.rows.first { $0.commitment.id == "P12" })
    #expect(headquarters.judgement.change == .amended)
    #expect(headquarters.firstTarget?.value == Exact(10))
    #expect(headquarters.decision != nil)
  }

  @Test("what comes back in a later year names what it was")
  func carriedOver() throws {
    let books = try LedgerBooks(Self.demo.get().store).books
    #expect(books.commitment("2025-Q18")?.predecessor?.id == "Q18")
  }
}
