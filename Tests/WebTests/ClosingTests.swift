import Domain
import TestSupport
import Testing

@testable import Operations
@testable import Web

@Suite struct ClosingTests {
  private typealias Step = Closing.Step

  @Test func everyStepAfterEveryStepByEverybody() throws {
    let site = try TestSite()
    var count = 0
    let ids = try site.office.books().active.filter {
      $0.units.first == "科技局" && $0.kind != .baseline
    }.map(\.id)
    let before: [Step?] = [nil] + Step.allCases.map { $0 }
    for role in Role.allCases {
      for last in before {
        for step in Step.allCases where step != .carriedOver {
          let id = ids[count % ids.count]
          count += 1
          try put(last, id, site)
          let taken = try site.office.books().closings[id]?.last?.value.step
          let isFirst = last == nil && taken != nil
          let may = step == .requested ? role == .head : role == .supervisor
          let allowed = may && !isFirst && Step.after(last).contains(step)
          let size = try site.office.books().sequence
          let fault = fault(step, id, try site.caller(role), site)
          guard !isFirst else { continue }
          #expect((fault == nil) == allowed, "\(role) \(step) after \(last?.rawValue ?? "nothing")")
          #expect(try site.office.books().sequence == size + (allowed ? 1 : 0))
        }
      }
    }
  }

  @Test func onlyTheLeadUnitAsks() throws {
    let site = try TestSite()
    try KeepAccounts(site.office).save(
      Account(login: "helper", name: "工信局", role: .head, unit: "工信局"),
      password: TestSite.password, by: .commandLine("督查室"))
    let helper = Caller(try site.office.books().accounts["helper"])
    #expect(fault(.requested, "Q14", helper, site) == .notAllowed(.confirm))
    #expect(fault(.requested, "Q14", try site.caller(.head), site) == nil)
  }

  @Test func whatEvidenceJudgesNotMetIsClosedOnlyWithAWordOnIt() async throws {
    let site = try TestSite(today: "2024-06-05")
    try site.addCertificate()
    let ducha = try site.caller(.supervisor)
    let state = try site.office.accounts(DeskView.now(site.office)).rowsByID["P16"]?.judgement.state
    #expect(state == .notMet)
    #expect(fault(.requested, "P16", try site.caller(.head), site) == nil)
    #expect(fault(.verified, "P16", ducha, site) == nil)
    let silent = fault(.closed, "P16", ducha, site, note: "同意办结")
    guard case .form(let problems) = silent else {
      Issue.record("\(String(describing: silent))")
      return
    }
    #expect(problems.map(\.field) == ["note"])
    #expect(fault(.closed, "P16", ducha, site, note: "未兑现：受政策调整影响，同意办结") == nil)
    let after = try site.office.accounts(DeskView.now(site.office)).rowsByID["P16"]?.judgement.state
    #expect(after == .notMet, "closing changes no judgement")
    try await site.run { browser in
      try await browser.signIn("ducha")
      let page = try await browser.get("/office/closing/P16")
      #expect(page.text.contains("未兑现") && page.text.contains("受政策调整影响"))
      #expect(try await browser.get("/office/closing").text.contains("受政策调整影响"))
    }
  }

  @Test func aUnitFindsWhatItHasToCloseAfterTheYear() async throws {
    let site = try TestSite(today: "2024-03-20")
    try await site.run { browser in
      try await browser.signIn("head")
      let desk = try await browser.get("/unit")
      #expect(desk.text.contains("/unit/closing/Q14"))
      #expect(!desk.text.contains("/unit/filings/Q14"), "and is asked for nothing more")
      let page = try await browser.get("/unit/closing/Q14")
      let asked = try await browser.post(
        "/unit/closing/Q14", ["step": "requested", "note": "已印发", "basis": "0"], from: page)
      #expect(asked.status == 303)
    }
  }

  @Test func carryingOverNeedsAMatterOfTheNextYear() throws {
    let site = try TestSite()
    let ducha = try site.caller(.supervisor)
    for successor in ["", "P99", "P16", "P17"] {
      let fault = fault(.carriedOver, "P16", ducha, site, successor: successor)
      guard case .form(let problems) = fault else {
        Issue.record("\(successor)")
        continue
      }
      #expect(problems.map(\.field) == ["successor"])
    }
    let old = try #require(site.office.books().commitment("P16"))
    var next = old
    next.id = "N16"
    next.period = try found(Period("2024"))
    next.deadline = next.period.last
    try site.store.append([.commitment(next, decision: nil)], by: Author(actor: "ducha"))
    #expect(fault(.carriedOver, "P16", ducha, site, successor: "N16") == nil)
    #expect(try site.office.books().closings["P16"]?.last?.value.successor == "N16")
  }

  @Test func aStalePageTakesNoStepAndTheSameFormTwiceIsOne() throws {
    let site = try TestSite()
    let head = try site.caller(.head)
    var answer = TakeClosingStep.Answer(.requested)
    answer.note = "已完成"
    try TakeClosingStep(site.office).run(answer, on: "Q14", by: head)
    try TakeClosingStep(site.office).run(answer, on: "Q14", by: head)
    #expect(try site.office.books().closings["Q14"]?.count == 1)
    var late = TakeClosingStep.Answer(.returned)
    late.note = "材料不全"
    #expect(throws: WorkFault.self) {
      try TakeClosingStep(site.office).run(late, on: "Q14", by: site.caller(.supervisor))
    }
  }

  @Test func verifyingSaysHow() async throws {
    let site = try TestSite()
    #expect(fault(.requested, "Q14", try site.caller(.head), site) == nil)
    try await site.run { browser in
      try await browser.signIn("ducha")
      let page = try await browser.get("/office/closing/Q14")
      let fields = ["step": "verified", "note": "看过印发文件", "basis": page.value("basis")]
      let wrong = try await browser.post("/office/closing/Q14", fields, from: page)
      #expect(wrong.status == 422 && wrong.text.contains("看过印发文件"))
      #expect(wrong.text.contains("请选择核验方式"))
      let right = try await browser.post(
        "/office/closing/Q14", fields.merging(["method": "查阅资料"]) { $1 }, from: page)
      #expect(right.status == 303)
    }
    let last = try #require(site.office.books().closings["Q14"]?.last)
    #expect(last.value.step == .verified && last.value.method == .papers)
    #expect(last.note.actor == "ducha")
  }

  // MARK: -

  private func put(_ step: Step?, _ id: String, _ site: TestSite) throws {
    guard let step else { return }
    try site.store.append(
      [.closing(Closing(commitment: id, step: step, note: "先前"))], by: Author(actor: "setup"))
  }

  /// Takes a step from the page as it is now.
  private func fault(
    _ step: Step, _ id: String, _ caller: Caller, _ site: TestSite, note: String = "未兑现，情况说明",
    successor: String = ""
  ) -> WorkFault? {
    do {
      var answer = TakeClosingStep.Answer(step)
      answer.note = note
      answer.method = .papers
      answer.successor = successor
      answer.basis = try site.office.books().closings[id]?.last?.note.sequence ?? 0
      try TakeClosingStep(site.office).run(answer, on: id, by: caller)
      return nil
    } catch let fault as WorkFault {
      return fault
    } catch {
      return .badRequest
    }
  }
}
