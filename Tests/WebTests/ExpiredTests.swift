import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Operations
@testable import Publishing
@testable import Web

/// A session runs out while somebody types: after signing in again all of it is in the form.
@Suite struct ExpiredTests {
  private static let text = "先前写下的一段文字 <b>&\"'"
  private static let shown = "先前写下的一段文字 &lt;b&gt;&amp;&quot;&#39;"

  /// Types, loses the session, sends, signs in again; gives the page that comes then.
  private func again(
    _ browser: Browser, _ site: TestSite, _ role: Role, _ page: String, sentTo: String? = nil,
    typing fields: [String: String], meanwhile: () throws -> Void = {}
  ) async throws -> Browser.Answer {
    let login = try found(TestSite.logins[role])
    try await browser.signIn(login)
    let form = try await browser.get(page)
    #expect(form.status == 200, "\(page)")
    try SignIn(site.office).end(cookie: found(await browser.cookie("duban")))
    let sent = try await browser.post(sentTo ?? page, fields, from: form)
    #expect(sent.status == 401 && sent.text.contains("已经留存"), "\(page): \(sent.status)")
    #expect(sent.value("draft") != "", "\(page)")
    try meanwhile()
    let back = try await browser.post(
      "/login",
      [
        "login": login, "password": TestSite.password, "draft": sent.value("draft"),
        "to": sent.value("to"),
      ], from: sent)
    #expect(back.status == 303, "\(page)")
    let answer = try await browser.get(found(back.headers[.location]))
    #expect(answer.status == 200 && answer.text.contains("已恢复"), "\(page)")
    return answer
  }

  private static let forms: [(role: Role, page: String, sentTo: String?, field: String)] = [
    (.clerk, "/unit/filings/Q14/2023-11", nil, "progress"),
    (.clerk, "/unit/filings/Q14/2023-11", nil, "next"),
    (.supervisor, "/commitments/P16/edit", nil, "english"),
    (.supervisor, "/commitments/P16/edit", nil, "decision-document"),
    (.supervisor, "/commitments/P16/split", nil, "part1-title"),
    (.supervisor, "/commitments/P16/merge", nil, "reason"),
    (.supervisor, "/commitments/P16/withdraw", nil, "reason"),
    (.supervisor, "/office/matters/new", "/office/matters", "title"),
    (.supervisor, "/office/reminders", nil, "text"),
    (.supervisor, "/office/plan", "/office/plan/issue", "issue-document"),
    (.supervisor, "/reports/new", nil, "text"),
    (.supervisor, "/data/import", nil, "issuer"),
    (.supervisor, "/registries/" + Links.encoded("高新技术企业") + "/import", nil, "title"),
    (.head, "/unit/closing/Q14", nil, "note"),
    (.administrator, "/system/units", nil, "english"),
    (.administrator, "/system/accounts/clerk", nil, "name"),
    (.administrator, "/system/tokens", nil, "name"),
    (.administrator, "/system/settings", nil, "office"),
    (.administrator, "/system/accounts", nil, "name"),
  ]

  @Test(arguments: forms.indices) func whatWasTypedIsInTheFormAgain(_ index: Int) async throws {
    let (role, page, sentTo, field) = Self.forms[index]
    let site = try TestSite()
    try await site.run { browser in
      let before = try site.store.head().sequence
      let answer = try await again(
        browser, site, role, page, sentTo: sentTo, typing: [field: Self.text])
      #expect(answer.text.contains(Self.shown), "\(page) \(field)")
      #expect(!answer.text.contains("没有地方填"), "\(page) \(field)")
      #expect(try site.store.head().sequence == before)
    }
  }

  /// The form that comes back can be sent: as if the session had never ended.
  @Test func itCanBeSentThen() async throws {
    let site = try TestSite()
    let path = "/unit/filings/Q14/2023-11"
    try await site.run { browser in
      let answer = try await again(
        browser, site, .clerk, path, typing: ["progress": "办法已起草", "open": "yes"])
      let sent = try await browser.post(
        path,
        [
          "form": answer.value("form"), "basis": answer.value("basis"), "open": "yes",
          "progress": "办法已起草",
        ], from: answer)
      #expect(sent.status == 303)
    }
    let filings = try site.office.books().filings.values.flatMap { $0 }.map(\.value)
    #expect(filings.map(\.progress) == ["办法已起草"])
  }

  /// Forms of the head and the office stand on a page with several; their addresses are no pages.
  @Test func reasonsForReturning() async throws {
    let site = try TestSite()
    let path = "/unit/filings/Q14/2023-11"
    try await site.run { browser in
      try await browser.signIn("clerk")
      let page = try await browser.get(path)
      let sent = try await browser.post(
        path,
        [
          "form": page.value("form"), "basis": page.value("basis"), "open": "yes",
          "progress": "办法已起草",
        ], from: page)
      #expect(sent.status == 303)
    }
    try await site.run { browser in
      let answer = try await again(
        browser, site, .head, path, sentTo: path + "/return", typing: ["reason": Self.text])
      #expect(answer.text.contains(Self.shown) && !answer.text.contains("没有地方填"))
      let done = try await browser.post(
        path + "/confirm", ["basis": answer.value("basis")], from: answer)
      #expect(done.status == 303)
    }
    try await site.run { browser in
      let review = "/office/filings/Q14/2023-11"
      let answer = try await again(
        browser, site, .supervisor, review, sentTo: review + "/return",
        typing: ["reason": Self.text, "unit": "科技局"])
      #expect(answer.text.contains(Self.shown) && !answer.text.contains("没有地方填"))
      #expect(answer.text.contains("<details open>"))
    }
  }

  /// Choices, boxes and radios come back as texts do.
  @Test func whatWasChosen() async throws {
    let site = try TestSite()
    let kind = try found(MatterSource.Kind.allCases.last).rawValue
    try await site.run { browser in
      let matter = try await again(
        browser, site, .supervisor, "/office/matters/new", sentTo: "/office/matters",
        typing: [
          "kind": kind, "lead": "科技局", "test": "unverifiable", "why": Self.text,
          "due6": "2023-12-09",
        ])
      #expect(matter.text.contains("value=\"\(kind)\" selected>"))
      #expect(matter.text.contains("<option selected>科技局<"))
      #expect(matter.text.contains("value=\"unverifiable\" checked>"))
      #expect(!matter.text.contains("value=\"milestones\" checked>"))
      #expect(matter.text.contains("name=\"due6\" value=\"2023-12-09\""))
    }
    try await site.run { browser in
      let edit = try await again(
        browser, site, .supervisor, "/commitments/P16/edit",
        typing: ["target-strict": "yes", "measure-kind": "none", "unverifiable": Self.text])
      #expect(edit.text.contains("name=\"target-strict\" value=\"yes\" checked"))
      #expect(edit.text.contains("name=\"measure-kind\" value=\"none\" checked>"))
    }
    try await site.run { browser in
      let plan = try await again(
        browser, site, .supervisor, "/office/plan", sentTo: "/office/plan/units",
        typing: ["id": "P16", "unit": "财政局"])
      #expect(plan.text.contains("name=\"id\" value=\"P16\" checked>"))
      #expect(plan.text.contains("value=\"财政局\" selected>"))
      #expect(!plan.text.contains("<details class=\"issue\" open>"))
    }
  }

  /// Forms for what somebody else has begun: an objection, a step of closing out.
  @Test func answersOfTheOffice() async throws {
    let site = try TestSite()
    let id = try RaiseObjection(site.office).run(
      "P16", text: "数目不对", contact: "",
      in: site.office.view(asOf: found(site.office.lastDay(for: .everyone)), by: .everyone)
    ).id
    var request = TakeClosingStep.Answer(.requested)
    request.note = "已办结"
    try TakeClosingStep(site.office).run(request, on: "Q14", by: site.caller(.head))
    try await site.run { browser in
      for (what, field) in [("answer", "answer"), ("withhold", "reason")] {
        let page = try await again(
          browser, site, .supervisor, "/office/objections/" + id,
          typing: ["what": what, field: Self.text])
        #expect(page.text.components(separatedBy: Self.shown).count == 2, "\(what)")
      }
      let closing = try await again(
        browser, site, .supervisor, "/office/closing/Q14",
        typing: ["step": "verified", "note": Self.text])
      #expect(closing.text.contains("name=\"step\" value=\"verified\" checked>"))
      #expect(closing.text.contains(Self.shown))
    }
  }

  /// The filing was passed on meanwhile: what was typed is shown, though its form is gone.
  @Test func whatHasNoPlaceAnyMoreIsShown() async throws {
    let site = try TestSite()
    let month = try found(Period("2023-11"))
    try await site.run { browser in
      let page = try await again(
        browser, site, .clerk, "/unit/filings/Q14/2023-11", typing: ["progress": Self.text]
      ) {
        try FileProgress(site.office).run(
          .sample, on: "Q14", month: month, by: site.caller(.clerk))
        let key = Filing.Key(commitment: "Q14", month: month, unit: "科技局")
        let basis = try site.office.books().filings[key]?.last?.note.sequence ?? 0
        try ConfirmFiling(site.office).run(key, basis: basis, by: site.caller(.head))
      }
      #expect(page.text.contains("没有地方填") && page.text.contains(Self.shown))
      #expect(!page.text.contains("name=\"progress\""))
    }
  }

  /// Nobody else gets to see it.
  @Test func itIsNobodyElses() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let form = try await browser.get("/commitments/P16/withdraw")
      try SignIn(site.office).end(cookie: found(await browser.cookie("duban")))
      let sent = try await browser.post(
        "/commitments/P16/withdraw", ["reason": Self.text], from: form)
      let back = try await browser.post(
        "/login",
        [
          "login": "admin", "password": TestSite.password, "draft": sent.value("draft"),
          "to": sent.value("to"),
        ], from: sent)
      let answer = try await browser.get(found(back.headers[.location]))
      #expect(!answer.text.contains(Self.shown))
    }
  }
}
