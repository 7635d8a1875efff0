import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Operations
@testable import Web

/// Files that people attach: what is taken, and who gets them back.
@Suite struct FileTests {
  static let pdf = Array("%PDF-1.7\n1 0 obj".utf8)

  @Test(arguments: [
    ("a.pdf", pdf, true), ("a.PDF", pdf, true), ("a.docx", pdf, false), ("pdf", pdf, false),
    ("a.txt", Array("验收".utf8), true), ("a.csv", [0xD1, 0xE9, 0xCA, 0xD5, 0x0D, 0x0A], true),
    ("a.txt", [], false), ("a.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 1], false),
    ("a.html", Array("<html>".utf8), false), ("a.svg", Array("<svg/>".utf8), false),
    ("a.xlsx", [0x50, 0x4B, 3, 4, 0, 0], false), ("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0], true),
    ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], true),
    ("a.pdf", [0x4D, 0x5A, 0x90, 0], false),
  ])
  func whatIsTaken(_ name: String, _ bytes: [UInt8], _ isTaken: Bool) {
    let taken = (try? TakeAttachments.check(name, bytes)) != nil
    #expect(taken == isTaken)
  }

  @Test func largeFilesAreRefusedAndNothingIsKept() throws {
    let site = try TestSite()
    let large = Self.pdf + [UInt8](repeating: 0x20, count: TakeAttachments.limit)
    #expect(throws: WorkFault.fileTooLarge(name: "b.pdf", limit: TakeAttachments.limit)) {
      try TakeAttachments.check("b.pdf", large)
    }
    var answer = FileProgress.Answer.sample
    answer.files = [("a.pdf", Self.pdf), ("b.pdf", large)]
    #expect(throws: WorkFault.self) {
      try FileProgress(site.office).run(
        answer, on: "P16", month: found(Period("2023-11")), by: site.caller(.clerk))
    }
    #expect(try site.store.file(site.store.sha256(Self.pdf)) == nil)
  }

  @Test func filesAreForThoseWhoSeeWhatTheyBelongTo() async throws {
    let site = try TestSite()
    let html = Array("<script>alert(1)</script>".utf8)
    let proof = try site.store.keep(Self.pdf)
    let stray = try site.store.keep(Array("stray".utf8))
    let page = try site.store.keep(html)
    let author = Author(actor: "督查室")
    try site.store.append(
      [
        .filing(
          Filing(
            commitment: "P16", month: found(Period("2023-11")), unit: "科技局", progress: "",
            attachments: [
              Attachment(sha256: proof, name: "验收 单.pdf", size: Self.pdf.count),
              Attachment(sha256: page, name: "a.html", size: html.count),
            ], state: .filed, form: "f"))
      ], by: author)
    try await site.run { browser in
      #expect(try await browser.get("/files/\(proof)").status == 404)
      try await browser.signIn("reader")
      let file = try await browser.get("/files/\(proof)")
      #expect(file.status == 200 && file.bytes == Self.pdf)
      #expect(file.headers[.contentType] == "application/pdf")
      #expect(file.headers[.xContentTypeOptions] == "nosniff")
      #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
      let text = try await browser.get("/files/\(page)")
      #expect(text.headers[.contentType] == "application/octet-stream")
      for address in ["/files/\(stray)", "/files/0", "/files/..%2F..%2Fetc%2Fpasswd"] {
        #expect(try await browser.get(address).status == 404)
      }
    }
  }

  @Test func thePublicGetsPublishedSourcesOfWhatWasReleased() async throws {
    let site = try TestSite()
    func source(_ id: String, _ grade: Grade, _ text: String) throws -> String {
      let sha256 = try site.store.keep(Array(text.utf8))
      try site.store.append(
        [
          .source(
            Source(
              id: id, title: id, issuer: "统计局", date: found(Day("2023-11-01")), grade: grade,
              sha256: sha256))
        ], by: Author(actor: "督查室"))
      return sha256
    }
    let released = try source("公报", .published, "a")
    let own = try source("自己的", .departmental, "b")
    try site.release("2023-11", on: "2023-12-04")
    let later = try source("后来的", .published, "c")
    try await site.run { browser in
      #expect(try await browser.get("/files/\(released)").status == 200)
      #expect(try await browser.get("/files/\(own)").status == 404)
      #expect(try await browser.get("/files/\(later)").status == 404)
      try await browser.signIn("clerk")
      #expect(try await browser.get("/files/\(later)").status == 200)
    }
  }
}
