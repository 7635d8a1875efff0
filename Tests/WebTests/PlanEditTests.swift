import Domain
import Foundation
import Operations
import Testing

@testable import Web

/// The plan at the pages: edit, merge, split, leave out, assign.
@Suite struct PlanEditTests {
  private func form(_ browser: Browser, _ address: String) async throws -> (
    page: Browser.Answer, fields: [String: String]
  ) {
    let page = try await browser.get(address)
    #expect(page.status == 200)
    return (page, ReportTests.fields(page.text))
  }

  /// What a change of an issued plan rests on.
  private func decide(_ fields: inout [String: String]) {
    fields["decision-document"] = "区政府常务会议纪要"
    fields["decision-authority"] = "区政府常务会议"
    fields["decision-date"] = "2023-11-28"
  }

  @Test func aFormThatIsSentBackUnchangedChangesNothing() async throws {
    let site = try TestSite()
    let books = try site.office.books()
    try await site.run { browser in
      try await browser.signIn("ducha")
      for commitment in books.active {
        let address = "/commitments/\(commitment.id)/edit"
        let (page, fields) = try await form(browser, address)
        let answer = try await browser.post(address, fields, from: page)
        #expect(answer.status == 303, "\(commitment.id): \(answer.status)")
      }
    }
    #expect(try site.office.books().sequence == books.sequence)
  }

  @Test func titleUnitsAndDeadlineAreOneVersion() async throws {
    let site = try TestSite()
    let before = try site.office.books().sequence
    try await site.run { browser in
      try await browser.signIn("ducha")
      var (page, fields) = try await form(browser, "/commitments/P16/edit")
      fields["title"] = "新增高新技术企业（首次认定）"
      fields["with-1"] = "财政局"
      fields["deadline"] = "2023-11-30"
      fields["reason"] = "区长办公会要求"
      let refused = try await browser.post("/commitments/P16/edit", fields, from: page)
      #expect(refused.status == 422 && refused.text.contains("href=\"#f-decision-document\""))
      fields["decision-document"] = "区长办公会纪要"
      fields["decision-authority"] = "区政府"
      fields["decision-date"] = "2023-09-28"
      let saved = try await browser.post("/commitments/P16/edit", fields, from: page)
      #expect(saved.status == 303)
      (page, fields) = try await form(browser, "/commitments/P16/edit")
      fields["title"] = " "
      fields["deadline"] = "明天"
      fields["with-1"] = fields["lead"]
      let wrong = try await browser.post("/commitments/P16/edit", fields, from: page)
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("href=\"#f-deadline\"") && wrong.text.contains("明天"))
    }
    let books = try site.office.books()
    #expect(books.sequence == before + 1)
    let version = try #require(books.commitments["P16"]?.last)
    #expect(version.commitment.units.prefix(2) == ["科技局", "财政局"])
    #expect(version.reason == "区长办公会要求" && version.actor == "ducha")
    #expect(version.commitment.deadline == Day(year: 2023, month: 11, day: 30))
  }

  @Test func aTargetMovesOnlyByADecisionAndIsShownBefore() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let address = "/commitments/P28/edit"
      var (page, fields) = try await form(browser, address)
      fields["target-value"] = "2,500"
      let refused = try await browser.post(address, fields, from: page)
      #expect(refused.status == 422 && refused.text.contains("2,500"))
      #expect(refused.text.contains("href=\"#f-decision-document\""))
      fields["decision-document"] = "区人大常委会决议"
      fields["decision-authority"] = "区人大常委会"
      fields["decision-date"] = "2024-01-01"
      let later = try await browser.post(address, fields, from: page)
      #expect(later.status == 422 && later.text.contains("href=\"#f-decision-date\""))
      fields["decision-date"] = "2023-09-28"
      let preview = try await browser.post(address, fields, from: page)
      #expect(preview.status == 200 && preview.text.contains("保存前请看"))
      #expect(preview.text.contains("2,700 套") && preview.text.contains("2,500 套"))
      #expect(try site.office.books().commitment("P28")?.target?.value == Exact(2700))
      var seen = ReportTests.fields(preview.text)
      seen["target-value"] = "2400"
      let other = try await browser.post(address, seen, from: preview)
      #expect(other.status == 200, "another number was not seen yet")
      seen["target-value"] = "2500"
      #expect(try await browser.post(address, seen, from: preview).status == 303)
      #expect(try await browser.get(address).text.contains("区人大常委会"))
    }
    let books = try site.office.books()
    #expect(
      books.targetHistory("P28").map(\.commitment.target?.value) == [Exact(2700), Exact(2500)])
  }

  @Test func aStaleFormShowsBothAndOverwritesNothing() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let address = "/commitments/P16/edit"
      let (page, opened) = try await form(browser, address)
      var first = opened
      first["title"] = "别人先改的名称"
      #expect(try await browser.post(address, first, from: page).status == 303)
      var second = opened
      second["title"] = "我后改的名称"
      let stale = try await browser.post(address, second, from: page)
      #expect(stale.status == 409)
      #expect(stale.text.contains("别人先改的名称") && stale.text.contains("我后改的名称"))
      #expect(try site.office.books().commitment("P16")?.title == "别人先改的名称")
      let again = ReportTests.fields(stale.text)
      #expect(again["title"] == "我后改的名称")
      #expect(try await browser.post(address, again, from: stale).status == 303)
      #expect(try site.office.books().commitment("P16")?.title == "我后改的名称")
    }
  }

  @Test func aMeasureIsCheckedAtItsField() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let address = "/commitments/P16/edit"
      var (page, fields) = try await form(browser, address)
      fields["measure-kind"] = "yaml"
      fields["yaml"] = "count: {registry: 没有的台账, dated: 发证日期, newness: first, distinct: [名称]}"
      let unknown = try await browser.post(address, fields, from: page)
      #expect(unknown.status == 422 && unknown.text.contains("href=\"#f-yaml\""))
      fields["yaml"] = "count:\n  registry: 高新技术企业\n  dates: 发证日期"
      let misspelt = try await browser.post(address, fields, from: page)
      #expect(misspelt.status == 422 && misspelt.text.contains("dates"))
      fields["measure-kind"] = "count"
      fields["count-where"] = "认定类型 大概是 首次认定"
      let condition = try await browser.post(address, fields, from: page)
      #expect(condition.status == 422 && condition.text.contains("href=\"#f-count-where\""))
      fields["count-where"] = "认定类型 = 首次认定"
      decide(&fields)
      let preview = try await browser.post(address, fields, from: page)
      #expect(preview.status == 200 && preview.text.contains("保存前请看"))
      let seen = ReportTests.fields(preview.text)
      #expect(try await browser.post(address, seen, from: preview).status == 303)
    }
    guard case .count(let count)? = try site.office.books().commitment("P16")?.measure else {
      Issue.record("P16 is not counted")
      return
    }
    #expect(count.where == [.isOne(field: "认定类型", of: ["首次认定"])])
  }

  @Test func twoAreMergedAndSayWhere() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      var (page, fields) = try await form(browser, "/commitments/P16/merge")
      let none = try await browser.post("/commitments/P16/merge", fields, from: page)
      #expect(none.status == 422 && none.text.contains("href=\"#f-reason\""))
      fields["id"] = "P17"
      fields["reason"] = "同一件事"
      let undecided = try await browser.post("/commitments/P16/merge", fields, from: page)
      #expect(undecided.status == 422)
      #expect(undecided.text.contains("href=\"#f-decision-document\""))
      decide(&fields)
      #expect(try await browser.post("/commitments/P16/merge", fields, from: page).status == 303)
      let gone = try await browser.get("/commitments/P17/edit")
      #expect(gone.status == 422 && gone.text.contains("P16"))
    }
    let books = try site.office.books()
    #expect(books.commitment("P17")?.state == .merged(into: "P16"))
    #expect(books.commitment("P16")?.origins.count == 2)
    #expect(books.commitments["P17"]?.last?.reason == "同一件事")
  }

  @Test func aSplitNeedsADecision() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let address = "/commitments/P28/split"
      var (page, fields) = try await form(browser, address)
      fields["part1-title"] = "东片安置房"
      fields["part2-title"] = "西片安置房"
      (fields["part1-value"], fields["part2-value"]) = ("1500", "1000")
      fields["reason"] = "分两个责任单位"
      let less = try await browser.post(address, fields, from: page)
      #expect(less.status == 422 && less.text.contains("href=\"#f-decision-document\""))
      #expect(less.text.contains("东片安置房"))
      fields["part2-value"] = "1200"
      fields["part2-unit"] = "财政局"
      decide(&fields)
      #expect(try await browser.post(address, fields, from: page).status == 303)
    }
    let books = try site.office.books()
    #expect(books.commitment("P28")?.state == .split(into: ["P28a", "P28b"]))
    #expect(books.commitment("P28b")?.target?.value == Exact(1200))
    #expect(books.commitment("P28b")?.units.first == "财政局")
  }

  @Test func oneIsLeftOutWithItsReasonInPublic() async throws {
    let site = try TestSite()
    let sha = try #require(try site.office.books().reports.first).sha256
    try await site.run { browser in
      try await browser.signIn("ducha")
      let address = "/commitments/P12/withdraw"
      var (page, fields) = try await form(browser, address)
      #expect(try await browser.post(address, fields, from: page).status == 422)
      fields["reason"] = "市里统一认定"
      #expect(try await browser.post(address, fields, from: page).status == 422)
      decide(&fields)
      #expect(try await browser.post(address, fields, from: page).status == 303)
      let report = try await browser.get("/reports/\(sha)")
      #expect(report.text.contains("市里统一认定") && report.text.contains("id=\"i-P12\""))
      let one = try await browser.get("/commitments/P12")
      #expect(one.text.contains("撤下") && one.text.contains("区政府常务会议纪要"))
      #expect(try await browser.get("/").text.contains("另有 1 项经决定撤下、并入"))
    }
    // The public sees it with the next release, not before.
    try await site.run { browser in
      let report = try await browser.get("/reports/\(sha)")
      #expect(report.status == 200 && !report.text.contains("市里统一认定"))
    }
    #expect(try site.office.books().commitment("P12")?.state == .withdrawn)
  }

  @Test func aYearIsIssuedOnceAtThePlan() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let page = try await browser.get("/office/plan")
      #expect(page.text.contains("下达计划"))
      let fields = [
        "issue-year": "2023", "issue-document": "区政发〔2023〕2号", "issue-date": "2023-02-10",
      ]
      let later = fields.merging(["issue-date": "2024-02-10"]) { $1 }
      #expect(try await browser.post("/office/plan/issue", later, from: page).status == 422)
      #expect(try await browser.post("/office/plan/issue", fields, from: page).status == 303)
      #expect(try await browser.post("/office/plan/issue", fields, from: page).status == 422)
      #expect(try await browser.get("/office/plan").text.contains("区政发〔2023〕2号"))
    }
    #expect(try site.office.books().plan.issues.map(\.value.year) == [2023])
  }

  @Test func unitsAreGivenToManyAtOnce() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let (page, fields) = try await form(browser, "/office/plan?lacks=measure")
      let basis = ["basis": fields["basis"] ?? "", "lacks": "measure", "as": "lead"]
      let none = try await browser.post("/office/plan/units", basis, from: page)
      #expect(none.status == 422 && none.text.contains("href=\"#f-unit\""))
      let one = basis.merging(["id": "Q5", "unit": "财政局"]) { $1 }
      let saved = try await browser.post("/office/plan/units", one, from: page)
      #expect(saved.status == 303)
      let stale = try await browser.post("/office/plan/units", one, from: page)
      #expect(stale.status == 409 && stale.text.contains("Q5 现在的责任单位：财政局"))
      let file = try await browser.get("/office/plan.yaml")
      #expect(file.status == 200 && file.text.contains("id: Q5"))
      #expect(try await browser.get("/office/units").text.contains("财政局"))
    }
    #expect(try site.office.books().commitment("Q5")?.units.prefix(2) == ["财政局", "发改局"])
  }
}
