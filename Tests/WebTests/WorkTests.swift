import Domain
import Publishing
import TestSupport
import Testing

@testable import Operations
@testable import Web

/// From the clerk's form to the released month, through the pages.
@Suite struct WorkTests {
  private static let form = "/unit/filings/Q14/2023-11"
  private static let key = Filing.Key(
    commitment: "Q14", month: Period("2023-11") ?? .init(Day(number: 0), Day(number: 0))!,
    unit: "科技局")

  /// Fields as the page has them, with what somebody types.
  private func fields(_ page: Browser.Answer, _ typed: [String: String]) -> [String: String] {
    ["form": page.value("form"), "basis": page.value("basis"), "open": "yes"]
      .merging(typed) { $1 }
  }

  private func state(_ site: TestSite) throws -> [Filing.State] {
    try site.office.books().filings[Self.key, default: []].map(\.value.state)
  }

  @Test func fromTheClerkToTheReleasedMonth() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("clerk")
      let desk = try await browser.get("/unit")
      #expect(desk.text.contains("2023年11月") && desk.text.contains("健全科创型企业梯度培育机制"))
      let signed = try await browser.post(
        "/unit/sign", ["id": "Q14", "month": "2023-11"], from: desk)
      #expect(signed.status == 303)
      let page = try await browser.get(Self.form)
      let sent = try await browser.post(
        Self.form, self.fields(page, ["progress": "办法已起草"]), from: page)
      #expect(sent.status == 303)
    }
    try await site.run { browser in
      try await browser.signIn("head")
      #expect(try await browser.get("/unit").text.contains("待您确认"))
      let page = try await browser.get(Self.form)
      let done = try await browser.post(
        Self.form + "/confirm", ["basis": page.value("basis")], from: page)
      #expect(done.status == 303)
    }
    let review = "/office/filings/Q14/2023-11"
    try await site.run { browser in
      try await browser.signIn("ducha")
      let desk = try await browser.get("/office")
      #expect(desk.text.contains(review) && desk.text.contains("办法已起草"))
      let page = try await browser.get(review)
      let back: [String: String] = ["unit": "科技局", "basis": page.value("basis")]
      let without = try await browser.post(review + "/return", back, from: page)
      #expect(without.status == 422 && without.text.contains("请写明理由"))
      let with = try await browser.post(
        review + "/return", back.merging(["reason": "请附办法全文"]) { $1 }, from: page)
      #expect(with.status == 303)
    }
    try await site.run { browser in
      try await browser.signIn("clerk")
      #expect(try await browser.get("/unit").text.contains("请附办法全文"))
      let page = try await browser.get(Self.form)
      #expect(page.text.contains("办法已起草") && page.text.contains("请附办法全文"))
      let sent = try await browser.post(
        Self.form, self.fields(page, ["progress": "办法已印发，全文见附件"]), from: page)
      #expect(sent.status == 303)
    }
    try await site.run { browser in
      try await browser.signIn("head")
      let page = try await browser.get(Self.form)
      _ = try await browser.post(
        Self.form + "/confirm", ["basis": page.value("basis")], from: page)
    }
    try await site.run { browser in
      try await browser.signIn("ducha")
      let page = try await browser.get(review)
      let done = try await browser.post(
        review + "/accept", ["unit": "科技局", "basis": page.value("basis")], from: page)
      #expect(done.status == 303)
      let history = try await browser.get("/filings/Q14/2023-11/科技局".escaped)
      #expect(history.text.contains("请附办法全文") && history.text.contains("办法已起草"))
      let draft = try await browser.get("/office/release?month=2023-11")
      let out = try await browser.post(
        "/office/release", ["month": "2023-11", "basis": draft.value("basis")], from: draft)
      #expect(out.status == 303)
    }
    #expect(
      try state(site) == [.filed, .confirmed, .returned, .filed, .confirmed, .accepted])
    let release = try #require(site.office.books().releases.last)
    #expect(release.month == Period("2023-11"))
    let judged = try JudgeAccounts(site.store).run(
      asOf: release.month.last, knowing: .entry(release.known))
    #expect(release.judgements == judged.judgements, "what is released is what was judged")
  }

  @Test func theSameFormTwiceIsOneFiling() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("clerk")
      let page = try await browser.get(Self.form)
      let fields = self.fields(page, ["progress": "办法已起草"])
      #expect(try await browser.post(Self.form, fields, from: page).status == 303)
      let again = try await browser.post(Self.form, fields, from: page)
      #expect(again.status == 303, "told that it is there")
      let changed = try await browser.post(
        Self.form, fields.merging(["progress": "另一种说法"]) { $1 }, from: page)
      #expect(changed.status == 409, "other words on an old form are not dropped silently")
      #expect(changed.text.contains("另一种说法") && changed.text.contains("办法已起草"))
    }
    #expect(try state(site) == [.filed])
  }

  @Test func aStaleFormShowsBoth() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("clerk")
      let old = try await browser.get(Self.form)
      let other = try await browser.get(Self.form)
      _ = try await browser.post(
        Self.form, self.fields(other, ["progress": "同事先报的内容"]), from: other)
      let answer = try await browser.post(
        Self.form, self.fields(old, ["progress": "我写的内容", "next": "下月完成"]), from: old)
      #expect(answer.status == 409)
      for words in ["同事先报的内容", "我写的内容", "下月完成"] {
        #expect(answer.text.contains(words), "\(words)")
      }
      #expect(try site.office.books().filings[Self.key]?.count == 1, "nothing is overwritten")
      let sent = try await browser.post(
        Self.form, self.fields(answer, ["progress": "合在一起的内容"]), from: answer)
      #expect(sent.status == 303, "and from there it goes on")
    }
    #expect(try site.office.books().filings[Self.key]?.last?.value.progress == "合在一起的内容")
  }

  @Test func whatIsTypedOnAFormThatClosedMeanwhileIsShown() async throws {
    let site = try TestSite()
    let (clerk, head) = (try site.caller(.clerk), try site.caller(.head))
    try await site.run { browser in
      try await browser.signIn("clerk")
      let page = try await browser.get(Self.form)
      var first = FileProgress.Answer.sample
      first.progress = "先报的"
      try FileProgress(site.office).run(first, on: "Q14", month: Self.key.month, by: clerk)
      let basis = try #require(site.office.books().filings[Self.key]?.last?.note.sequence)
      try ConfirmFiling(site.office).run(Self.key, basis: basis, by: head)
      let answer = try await browser.post(
        Self.form, self.fields(page, ["progress": "来不及报的"]), from: page)
      #expect(answer.status == 409)
      #expect(answer.text.contains("来不及报的") && answer.text.contains("先报的"))
    }
  }

  @Test func wrongFieldsAreNamedAllAtOnceAndNothingIsLost() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("clerk")
      let address = "/unit/filings/P16/2023-11"
      let page = try await browser.get(address)
      let long = String(repeating: "长", count: 2001)
      var fields = self.fields(page, ["value": "四十六<b>", "progress": "", "next": long])
      fields["open"] = nil
      let answer = try await browser.post(address, fields, from: page)
      #expect(answer.status == 422)
      for field in ["value", "progress", "next", "open"] {
        #expect(answer.text.contains("href=\"#f-\(field)\""), "\(field) is linked")
        #expect(answer.text.contains("id=\"f-\(field)\""), "\(field) is there")
      }
      #expect(answer.text.contains("四十六&lt;b&gt;") && answer.text.contains(long))
      #expect(!answer.text.contains("四十六<b>"))
    }
    #expect(try site.office.books().filings.isEmpty)
  }

  @Test func aFormNeverSaysWhatWouldBeNeeded() async throws {
    let site = try TestSite()
    try site.addCertificate()
    try await site.run { browser in
      try await browser.signIn("clerk")
      let page = try await browser.get("/unit/filings/P16/2023-11")
      #expect(page.text.contains("佐证显示 1 家"))
      for hint in ["序时", "滞后", "每月需", "差 "] { #expect(!page.text.contains(hint), "\(hint)") }
    }
  }

  @Test func aClaimStandsBesideTheEvidenceAndChangesNothing() async throws {
    let site = try TestSite()
    try site.addCertificate()
    let key = Filing.Key(commitment: "P16", month: Self.key.month, unit: "科技局")
    let before = try site.office.accounts(DeskView.month(key.month, site.office)).judgements
    var answer = FileProgress.Answer.sample
    answer.value = "1，046"
    try FileProgress(site.office)
      .run(answer, on: "P16", month: key.month, by: site.caller(.clerk))
    let basis = try #require(site.office.books().filings[key]?.last?.note.sequence)
    try ConfirmFiling(site.office).run(key, basis: basis, by: site.caller(.head))
    try await site.run { browser in
      try await browser.signIn("ducha")
      for address in ["/office?month=2023-11", "/office/filings/P16/2023-11"] {
        let page = try await browser.get(address)
        #expect(page.text.contains("填报称 1,046 家") && page.text.contains("佐证显示 1 家"))
      }
      let review = try await browser.get("/office/filings/P16/2023-11")
      #expect(review.text.contains("填报称 1,046 家，佐证显示 1 家"))
    }
    let after = try site.office.accounts(DeskView.month(key.month, site.office)).judgements
    #expect(before == after, "a filing is no evidence")
  }

  @Test func filesGoWithTheFormAndWaitWhereItIsWrong() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("clerk")
      let page = try await browser.get(Self.form)
      var fields = self.fields(page, ["csrf": page.csrf, "progress": ""])
      let wrong = try await browser.upload(
        Self.form, fields, ["纪要.txt": Array("会议纪要".utf8), "坏.pdf": Array("no".utf8)])
      #expect(wrong.status == 422 && wrong.text.contains("坏.pdf"))
      #expect(wrong.text.contains("纪要.txt"))
      fields["progress"] = "已开会"
      #expect(try await browser.upload(Self.form, fields, [:]).status == 303)
    }
    let filing = try #require(site.office.books().filings[Self.key]?.last?.value)
    #expect(filing.attachments.map(\.name) == ["纪要.txt"])
    let kept = try site.store.file(filing.attachments[0].sha256)
    #expect(kept == Array("会议纪要".utf8))
    let other = try HeldFiles(site.office).names(filing.form, by: site.caller(.clerk))
    #expect(other.isEmpty, "nothing waits any more")
  }

  @Test func aReleaseThatNobodyLookedAtIsRefused() async throws {
    let site = try TestSite()
    let ducha = try site.caller(.supervisor)
    let month = Self.key.month
    let basis = try site.office.books().evidence(known: .max)
    let source = Source(
      id: "S1", title: "新到材料", issuer: "统计局", date: try found(Day("2023-12-01")),
      grade: .published)
    try site.store.append([.source(source)], by: Author(actor: "ducha"))
    #expect(throws: WorkFault.self) {
      try PublishMonth(site.office).run(month, basis: basis, by: ducha)
    }
    let now = try site.office.books().evidence(known: .max)
    try PublishMonth(site.office).run(month, basis: now, by: ducha)
    try PublishMonth(site.office).run(month, basis: now, by: ducha)
    #expect(try site.office.books().releases.filter { $0.month == month }.count == 1)
    #expect(throws: WorkFault.notFound) {
      try PublishMonth(site.office).run(
        found(Period("2023-12")), basis: now, by: ducha)
    }
  }

  @Test func thePublicSeesNothingOfIt() async throws {
    let site = try TestSite()
    try FileProgress(site.office)
      .run(.sample, on: "Q14", month: Self.key.month, by: site.caller(.clerk))
    try await site.run { browser in
      for address in [
        "/unit", "/unit/filings/Q14/2023-11", "/unit/closing/Q14", "/office",
        "/office/filings/Q14/2023-11", "/office/release", "/office/closing", "/office/closing/Q14",
        "/filings/Q14/2023-11/科技局".escaped, "/api/v1/unit", "/api/v1/office",
        "/api/v1" + "/filings/Q14/2023-11/科技局".escaped,
      ] {
        let page = try await browser.get(address)
        #expect(page.status == 401, "\(address)")
        #expect(!page.text.contains(FileProgress.Answer.sample.progress))
      }
    }
  }

  @Test func whatPagesShowIsThereAsDataToo() async throws {
    let site = try TestSite()
    try FileProgress(site.office)
      .run(.sample, on: "Q14", month: Self.key.month, by: site.caller(.clerk))
    try await site.run { browser in
      try await browser.signIn("clerk")
      let words = FileProgress.Answer.sample.progress
      let history = "/api/v1" + "/filings/Q14/2023-11/科技局".escaped
      for address in ["/api/v1/unit", history, history + "?format=csv"] {
        let answer = try await browser.get(address)
        #expect(answer.status == 200 && answer.text.contains(words), "\(address)")
      }
      let csv = try await browser.get("/api/v1/unit?format=csv&lang=en")
      #expect(csv.text.contains("Q14") && csv.text.contains("claimed"))
    }
  }
}
