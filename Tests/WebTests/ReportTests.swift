import Domain
import Foundation
import Operations
import Publishing
import Testing

@testable import Web

/// Reports at the pages: read, adopt, and find the way from a sentence to its commitment and back.
@Suite struct ReportTests {
  /// A report of another year: what it says is read, nothing of it is in the ledger.
  static let next = """
    示例市示例区2024年政府工作报告

    一、2023年工作回顾

    2023年，全区新增高新技术企业60家，建成安置房2700套。

    二、2024年工作安排

    力争新增高新技术企业58家。加快3100套安置房建设。认定市级总部3家以上。推动老商埠焕发生机。
    """

  @Test func everyCommitmentAndItsSentenceLeadToEachOther() async throws {
    let site = try TestSite()
    let books = try site.office.books()
    let report = try #require(books.reports.first)
    try await site.run { browser in
      try await browser.signIn("ducha")
      let page = try await browser.get("/reports/\(report.sha256)")
      #expect(page.status == 200)
      var seen = 0
      for commitment in books.active
      where commitment.origins.contains(where: { $0.report == report.sha256 }) {
        seen += 1
        let id = commitment.id
        #expect(page.text.contains("id=\"c-\(id)\""), "\(id) has no sentence")
        #expect(page.text.contains("href=\"#c-\(id)\""), "\(id) does not lead to its sentence")
        #expect(page.text.contains("id=\"i-\(id)\""), "\(id) is not in the list")
        let ids = page.text.components(separatedBy: "data-ids=\"").dropFirst()
          .map { $0.prefix { $0 != "\"" }.split(separator: " ").map(String.init) }
        #expect(
          ids.contains { $0.contains { $0 == "i-\(id)" || $0.hasPrefix("i-\(id)~") } },
          "no words are marked for \(id)")
        #expect(page.text.contains("href=\"/commitments/\(id)\""))
      }
      #expect(seen > 80)
      let anchors = page.text.components(separatedBy: " id=\"").dropFirst()
        .map { String($0.prefix { $0 != "\"" }) }
      #expect(Set(anchors).count == anchors.count, "an id stands twice on the page")
    }
  }

  @Test func thePublicSeesWhatWasReleasedAndNoWorkOnIt() async throws {
    let site = try TestSite()
    let sha = try #require(try site.office.books().reports.first).sha256
    try await site.run { browser in
      let list = try await browser.get("/reports")
      #expect(list.status == 200 && list.text.contains(sha))
      #expect(!list.text.contains("/reports/new"))
      let page = try await browser.get("/reports/\(sha)")
      #expect(page.status == 200 && page.text.contains("c-P16"))
      #expect(!page.text.contains("/edit"))
      #expect(try await browser.get("/reports/" + String(repeating: "0", count: 64)).status == 404)
      let csv = try await browser.get("/api/v1/reports/\(sha)?format=csv")
      #expect(csv.status == 200 && csv.text.contains("P16"))
      #expect(try await browser.get("/api/v1/reports/\(sha)").text.contains("\"commitments\""))
    }
  }

  @Test(arguments: ["clerk", "head", "reader", "admin", ""])
  func onlyTheOfficeAdoptsAndEdits(_ login: String) async throws {
    let site = try TestSite()
    try await site.run { browser in
      if !login.isEmpty { try await browser.signIn(login) }
      let wanted = login.isEmpty ? 401 : 403
      for address in [
        "/reports/new", "/reports/draft/report-1", "/commitments/P16/edit",
        "/commitments/P16/merge", "/commitments/P16/split", "/commitments/P16/withdraw",
        "/office/plan", "/office/plan.yaml", "/office/units",
      ] {
        #expect(try await browser.get(address).status == wanted, "\(login) \(address)")
      }
      for address in [
        "/reports/new", "/reports/draft/report-1", "/reports/draft/report-1/remove",
        "/commitments/P16/edit", "/commitments/P16/merge", "/commitments/P16/split",
        "/commitments/P16/withdraw", "/office/plan/units", "/office/plan/issue",
      ] {
        #expect(try await browser.post(address, [:]).status == wanted, "\(login) \(address)")
      }
    }
    let office = site.office
    let before = try office.books().sequence
    let caller = login.isEmpty ? Caller.everyone : Caller(try office.books().accounts[login])
    #expect(throws: WorkFault.self) {
      try PlanSteps(office).withdraw("P16", ["reason": "x", "basis": "999"], by: caller)
    }
    #expect(throws: WorkFault.self) {
      _ = try AdoptDraft(office).start(nil, ["text": "x"], by: caller)
    }
    #expect(try office.books().sequence == before)
  }

  @Test func aReportIsAdoptedWithOneLeftOut() async throws {
    let site = try TestSite()
    let before = try site.office.books().sequence
    try await site.run { browser in
      try await browser.signIn("ducha")
      let form = try await browser.get("/reports/new")
      let sent = try await browser.post("/reports/new", ["text": Self.next], from: form)
      #expect(sent.status == 303)
      let address = try #require(sent.headers[.location])
      let draft = try await browser.get(address)
      #expect(draft.text.contains("新增高新技术企业58家") && draft.text.contains("2024-P16"))
      #expect(try site.office.books().sequence == before, "reading writes nothing")
      // Nobody else sees what waits.
      try await browser.signIn("admin")
      #expect(try await browser.get(address).status == 403)
      try await browser.signIn("ducha")
      var fields = Self.fields(draft.text)
      fields["title-2024-P16"] = "新增高新技术企业（2024）"
      fields["take-2024-P28"] = "no"
      let refused = try await browser.post(address, fields, from: draft)
      #expect(refused.status == 422)
      #expect(refused.text.contains("不采纳要写理由") && refused.text.contains("新增高新技术企业（2024）"))
      #expect(try site.office.books().sequence == before)
      fields["reason-2024-P28"] = "与市级任务重复，<b>由市里督办</b>"
      let adopted = try await browser.post(address, fields, from: refused)
      #expect(adopted.status == 303)
      let page = try await browser.get(try #require(adopted.headers[.location]))
      #expect(page.text.contains("与市级任务重复，&lt;b&gt;由市里督办"))
      #expect(try await browser.get(address).status == 404, "the draft is gone")
      let again = try await browser.post("/reports/new", ["text": Self.next], from: form)
      #expect(again.status == 422)
    }
    let books = try site.office.books()
    #expect(books.commitment("2024-P16")?.title == "新增高新技术企业（2024）")
    #expect(books.commitment("2024-P16")?.target?.value == Exact(58))
    #expect(books.commitment("2024-P16")?.predecessor?.id == "P16")
    #expect(books.commitment("2024-P28")?.state == .withdrawn)
    #expect(books.commitment("P16")?.target?.value == Exact(52), "last year's is untouched")
    let report = try #require(books.reports.last)
    #expect(try site.store.file(report.sha256) == Array(Self.next.utf8))
  }

  @Test func whatIsTypedWaitsAndTheSameFileLeadsBackToIt() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let form = try await browser.get("/reports/new")
      let sent = try await browser.post("/reports/new", ["text": Self.next], from: form)
      let address = try #require(sent.headers[.location])
      var fields = Self.fields(try await browser.get(address).text)
      fields["title-2024-P16"] = "改过的名称"
      fields["do"] = "save"
      #expect(try await browser.post(address, fields, from: form).status == 303)
      let again = try await browser.post("/reports/new", ["text": Self.next], from: form)
      #expect(again.headers[.location] == address)
      #expect(try await browser.get(address).text.contains("改过的名称"))
      let nothing = try await browser.post("/reports/new", ["text": " "], from: form)
      #expect(nothing.status == 422 && nothing.text.contains("请选择报告文件"))
      _ = try await browser.post(address + "/remove", [:], from: form)
      #expect(try await browser.get(address).status == 404)
    }
  }

  /// What a browser would send of a page: texts, and radios that are checked.
  static func fields(_ html: String) -> [String: String] {
    var fields: [String: String] = [:]
    for tag in html.components(separatedBy: "<input ").dropFirst() {
      let text = String(tag.prefix { $0 != ">" })
      guard let name = attribute("name", text), let value = attribute("value", text) else {
        continue
      }
      let isButton = ["radio", "checkbox"].contains(attribute("type", text) ?? "")
      if isButton, !text.contains(" checked") { continue }
      fields[name] = value
    }
    for tag in html.components(separatedBy: "<textarea ").dropFirst() {
      guard let name = attribute("name", tag), let start = tag.firstIndex(of: ">") else { continue }
      fields[name] = plain(String(tag[tag.index(after: start)...].prefix { $0 != "<" }))
    }
    for tag in html.components(separatedBy: "<select ").dropFirst() {
      guard let name = attribute("name", tag) else { continue }
      let options = (tag.components(separatedBy: "</select>").first ?? "")
        .components(separatedBy: "<option ").dropFirst()
      let chosen = options.first { $0.prefix { $0 != ">" }.hasSuffix(" selected") }
      fields[name] = (chosen ?? options.first).flatMap { attribute("value", $0) }
    }
    fields["csrf"] = nil
    return fields
  }

  private static func attribute(_ name: String, _ tag: String) -> String? {
    guard let start = (" " + tag).range(of: " \(name)=\"") else { return nil }
    return plain(String((" " + tag)[start.upperBound...].prefix { $0 != "\"" }))
  }

  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
      .replacingOccurrences(of: "&amp;", with: "&")
  }
}
