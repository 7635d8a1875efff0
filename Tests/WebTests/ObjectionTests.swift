import Domain
import Testing

@testable import Operations

@Suite struct ObjectionTests {
  @Test func aCitizenObjectsAndReadsTheAnswer() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let empty = try await browser.post("/commitments/P16/object", ["text": ""])
      #expect(empty.status == 422 && empty.text.contains("请写明"))
      let sent = try await browser.post(
        "/commitments/P16/object", ["text": "数目不对<b>", "contact": "13900000000"])
      #expect(sent.status == 303)
      // He has a receipt; nobody else sees that there is anything before the next release.
      let receipt = try await browser.get(try found(sent.headers[.location]))
      #expect(receipt.text.contains("Y2023-12-001") && receipt.text.contains("数目不对&lt;b&gt;"))
      let other = "/objections/receipts/" + Secrets.text()
      #expect(try await browser.get(other).status == 404)
      #expect(!(try await browser.get("/objections").text.contains("Y2023-12-001")))
    }
    #expect(try site.store.contact(of: "Y2023-12-001") == "13900000000")
    try await site.run { browser in
      try await browser.signIn("ducha")
      let form = try await browser.get("/office/objections/Y2023-12-001")
      #expect(form.text.contains("13900000000") && form.text.contains("数目不对&lt;b&gt;"))
      let basis = String(
        try site.office.books().objections["Y2023-12-001"]?.last?.note.sequence ?? 0)
      let old = try await browser.post(
        "/office/objections/Y2023-12-001", ["answer": "已核对", "basis": "1"], from: form)
      #expect(old.status == 409 && old.text.contains("已核对"))
      let done = try await browser.post(
        "/office/objections/Y2023-12-001", ["answer": "已核对，无误", "basis": basis], from: form)
      #expect(done.status == 303)
    }
    try await site.run { browser in
      #expect(!(try await browser.get("/objections").text.contains("已核对")))
      try site.release("2023-11")
      let list = try await browser.get("/objections")
      #expect(list.text.contains("已核对，无误") && !list.text.contains("13900000000"))
      #expect(try await browser.get("/commitments/P16").text.contains("已核对，无误"))
      #expect(try await browser.get("/office/objections").status == 401)
    }
  }

  @Test func whatAProgramFillsInIsPassedOver() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let sent = try await browser.post(
        "/commitments/P16/object", ["text": "buy", "website": "http://x"])
      #expect(sent.status == 303)
    }
    #expect(try site.office.books().objections.isEmpty)
  }
}
