import Domain
import Foundation
import Testing
import Tracking

@testable import Operations

/// The plan cannot be bent, by whichever way in.
@Suite("The plan cannot be bent")
struct PlanGuardTests {
  private static let report = """
    2029年政府工作报告

    2029年，新增高新技术企业52家，改造老旧小区20个。完成植树10万棵。

    """
  private let folder: Folder
  private let desk: Office

  init() throws {
    folder = try Folder()
    desk = office(try folder.ledger())
    try adopt(Self.report, year: 2029)
  }

  @discardableResult
  private func adopt(
    _ text: String, year: Int, decision: Decision? = nil
  ) throws -> [Commitment] {
    try AdoptReport(desk, options: .init(place: "某区", year: year, kind: .workReport)).adopt(
      Array(text.utf8), name: "报告.txt", templates: [], decision: decision, by: setup
    ).commitments
  }

  private let decision = Decision(
    document: "区政府常务会议纪要", authority: "区政府常务会议", date: Day("2030-01-10") ?? today)

  private func refused(_ code: FaultCode, _ work: () throws -> Void) {
    do {
      try work()
      Issue.record("not refused: \(code)")
    } catch let fault as any Fault {
      #expect(fault.code == code)
    } catch { Issue.record("\(error)") }
  }

  @Test("a draft is free; once issued each way in needs a decision")
  func waysIn() throws {
    let edit = EditPlan(desk)
    var settings = EditPlan.Settings()
    settings.settles = 3
    try edit.set("N1", to: settings, by: setup)
    try IssuePlan(desk).run(2029, by: setup)
    refused(.alreadyIssued) { try IssuePlan(desk).run(2029, by: setup) }
    let changes: [(inout EditPlan.Settings) -> Void] = [
      { $0.settles = 9 }, { $0.deadline = Day("2030-03-31") }, { $0.unverifiable = "说不清" },
      { $0.kind = .baseline }, { $0.path = .annual }, { $0.proof = .selfReported },
      { $0.predecessor = .init(year: 2028, id: "P1") }, { $0.period = Period("2029..2030") },
    ]
    for change in changes {
      var settings = EditPlan.Settings()
      change(&settings)
      refused(.undecidedChange) { try edit.set("N1", to: settings, by: setup) }
    }
    refused(.undecidedChange) { try edit.withdraw("N1", by: setup, reason: "难") }
    refused(.undecidedChange) { try edit.merge(["N2"], into: "N1", by: setup, reason: "同") }
    refused(.undecidedChange) {
      try edit.split("N1", into: [("a", "甲"), ("b", "乙")], by: setup, reason: "分")
    }
    var free = EditPlan.Settings()
    free.title = "换个名称"
    try edit.set("N1", to: free, by: setup)
    try edit.withdraw("N2", decision: decision, by: setup, reason: "上级取消")
    let outcome = try JudgeAccounts(desk.store).run(asOf: today, knowing: .everything)
    #expect(outcome.departures.map(\.commitment.id) == ["N2"])
    #expect(outcome.judgements.allSatisfy { $0.change == .original })
    let turns = PlanTurns(outcome.books).all(of: "N1")
    #expect(turns.map(\.marks) == [[.draft]] && turns.first?.part == .settles)
  }

  @Test("another year's report is a set of its own")
  func nextYear() throws {
    let before = try desk.books().active
    let next = try adopt(
      Self.report.replacing("2029", with: "2030").replacing("52", with: "60"), year: 2030)
    #expect(next.map(\.id) == before.map { "2030-\($0.id)" })
    #expect(Array(try desk.books().active.prefix(before.count)) == before)
  }

  @Test("a second report of the year is compared, and changes nothing without a decision")
  func secondReport() throws {
    let other = Self.report.replacing("52家", with: "40家")
    let before = try desk.books()
    do {
      try adopt(other, year: 2029)
      Issue.record("adopted")
    } catch let fault as OperationFault {
      #expect(fault.code == .secondReport)
      #expect(fault.sentence(.chinese).contains("52") && fault.sentence(.chinese).contains("40"))
    }
    #expect(try desk.books().sequence == before.sequence)
    refused(.alreadyAdopted) { try adopt(Self.report, year: 2029) }
    refused(.secondReport) { try adopt(Self.report + "\n", year: 2029) }
    try IssuePlan(desk).run(2029, by: setup)
    let changed = try adopt(other, year: 2029, decision: decision)
    let id = try #require(changed.first?.id)
    #expect(id == "N1")
    #expect(changed.count == 1 && changed.first?.target?.value == Exact(40))
    #expect(PlanTurns(try desk.books()).issued(of: id)?.first?.decision == decision)
  }

  @Test("a plan file's quotes are the stored report's own words, and its measures are checked")
  func planFile() throws {
    let files = PlanFiles(desk)
    let text = String(decoding: try PlanFiles.whole(desk.store), as: UTF8.self)
    func take(_ text: String) throws -> Int {
      try files.take(Array(text.utf8), name: "plan.yaml", by: setup)
    }
    #expect(try take(text) == 0)
    #expect(try CheckQuotes(desk.store).faults(in: desk.books()).isEmpty)
    refused(.quoteDiffers) {
      _ = try take(text.replacing("新增高新技术企业52家", with: "新增高新技术企业42家"))
    }
    let sha = try #require(try desk.books().reports.first?.sha256)
    let elsewhere = String(repeating: "a", count: 64)
    refused(.quoteWithoutReport) {
      _ = try take(
        text.replacing("report: \(sha)", with: "report: \(elsewhere)")
          .replacing("report: \"\(sha)\"", with: "report: \(elsewhere)"))
    }
    refused(.unknownEvidence) {
      _ = try take(
        """
        commitments:
        - id: N1
          title: 高企
          kind: target
          period: 2029
          measure: {count: {registry: 没有的台账, dated: 日期}}
        """)
    }
  }

  @Test("one measure that cannot answer makes its own commitment 口径失效 and nothing else")
  func void() throws {
    // As a ledger of before may have it: no way in lets it pass any more.
    try desk.change(.plan, by: setup) { _ in
      [
        .commitment(
          Commitment(
            id: "X1", title: "件数", kind: .target, period: year,
            target: Target(value: Exact(3), unit: "件"),
            measure: .count(.init(registry: "已改名的台账", dated: "日期"))), decision: nil)
      ]
    }
    let outcome = try JudgeAccounts(desk.store).run(asOf: today, knowing: .everything)
    let judgement = try #require(outcome.judgements.first { $0.commitment == "X1" })
    #expect(judgement.state == .unverifiable)
    #expect(judgement.working.first?.chinese.hasPrefix("口径失效") == true)
    #expect(outcome.judgements.count == outcome.commitments.count)
  }
}
