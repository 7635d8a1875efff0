import Domain
import Foundation
import HTTPTypes
import Publishing
import Testing

@testable import Operations

/// Tables that come in by a page: who may, what is refused, what is lost (nothing).
@Suite struct ImportTests {
  private let site: TestSite
  private let target = ImportTable.Target.registry("高新技术企业")
  private let typed = ["issuer": "科技局", "date": "2023-12-01", "grade": "验收或第三方"]
  private static let head = "证书编号,统一社会信用代码,名称,认定类型,发证日期,有效期至,技术领域\n"
  private static let row =
    "GR202399100001,91370199100000040N,霁知云公司,首次认定,2023-11-20,2026-11-20,电子信息\n"

  init() throws { site = try TestSite() }

  private func start(_ text: String, _ role: Role = .supervisor) throws -> String {
    try ImportTable(site.office).start(
      target, ("表.csv", Array(text.utf8)), typed, by: site.caller(role))
  }

  private func basis() throws -> Int { try site.office.books().evidence(known: .max) }

  @Test(arguments: Role.allCases) func onlyTheOfficeImports(_ role: Role) throws {
    let text = Self.head + Self.row
    if role == .supervisor {
      _ = try start(text, role)
    } else {
      #expect(throws: WorkFault.notAllowed(.keepEvidence)) { try start(text, role) }
    }
  }

  @Test func previewRecordsNothing() throws {
    let head = try site.store.head().sequence
    let id = try start(Self.head + Self.row)
    let page = try ImportTable(site.office).preview(target, id, by: site.caller(.supervisor))
    #expect(json(page).contains(#""added": 1"#))
    #expect(try site.store.head().sequence == head)
  }

  @Test func problemsKeepEverythingOut() throws {
    let head = try site.store.head().sequence
    let bad = Self.row.replacing("2023-11-20", with: "2023-11-31")
    let id = try start(Self.head + Self.row + bad.replacing("100001", with: "100002"))
    let page = try ImportTable(site.office).preview(target, id, by: site.caller(.supervisor))
    let csv = String(decoding: page.csv(frame) ?? [], as: UTF8.self)
    #expect(csv.contains("发证日期"))
    #expect(csv.split(separator: "\r\n").count == 2)
    #expect(throws: WorkFault.self) {
      try ImportTable(site.office).run(target, id, basis: basis(), by: site.caller(.supervisor))
    }
    #expect(try site.store.head().sequence == head)
  }

  @Test func aTableIsRecordedOnce() throws {
    let importing = ImportTable(site.office)
    let id = try start(Self.head + Self.row)
    let batch = try importing.run(target, id, basis: basis(), by: site.caller(.supervisor))
    #expect(batch.added == 1)
    #expect(throws: WorkFault.notFound) {
      try importing.run(target, id, basis: basis(), by: site.caller(.supervisor))
    }
    let again = try start(Self.head + Self.row)
    let second = try importing.run(target, again, basis: basis(), by: site.caller(.supervisor))
    #expect(second.added + second.changed == 0 && second.unchanged == 1)
  }

  @Test func otherEvidenceBetweenIsShownNotOverwritten() throws {
    let importing = ImportTable(site.office)
    let (first, second) = (
      try start(Self.head + Self.row),
      try start(Self.head + Self.row.replacing("电子信息", with: "新材料"))
    )
    let basis = try basis()
    try importing.run(target, first, basis: basis, by: site.caller(.supervisor))
    #expect(throws: WorkFault.self) {
      try importing.run(target, second, basis: basis, by: site.caller(.supervisor))
    }
    let page = try importing.preview(target, second, isStale: true, by: site.caller(.supervisor))
    #expect(json(page).contains(#""changed": 1"#))
  }

  @Test func aFileThatIsNoTableIsRefusedWithItsPlace() throws {
    #expect(throws: WorkFault.self) {
      try ImportTable(site.office).start(
        target, ("表.xlsx", [0x89, 0x50, 0x4E, 0x47]), typed, by: site.caller(.supervisor))
    }
    #expect(throws: WorkFault.self) {
      try ImportTable(site.office).start(target, nil, [:], by: site.caller(.supervisor))
    }
  }

  @Test func othersDoNotSeeAnUpload() async throws {
    let id = try start(Self.head + Self.row)
    try await site.run { browser in
      try await browser.signIn("admin")
      let answer = try await browser.get("/registries/高新技术企业/import/\(id)")
      #expect(answer.status == 403)
    }
  }

  private func json(_ page: ImportPreviewPage) -> String {
    String(decoding: page.data(frame)?.bytes ?? [], as: UTF8.self)
  }

  private var frame: Frame {
    Frame(asOf: Day(number: 0), today: Day(number: 0), links: .served())
  }
}
