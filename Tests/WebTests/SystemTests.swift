import Domain
import Foundation
import Publishing
import Storage
import Testing

@testable import Operations
@testable import Web

/// 系统: accounts, settings, the trail, backup.
@Suite struct SystemTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func admin() throws -> Caller { try site.caller(.administrator) }

  @Test func anAccountIsMadeChangedAndClosedInTheLedger() async throws {
    let fields = [
      "login": "wang", "name": "商务局 王工", "role": "clerk", "unit": "商务局",
      "password": TestSite.password,
    ]
    try await site.run { browser in
      try await browser.signIn("admin")
      #expect(try await browser.post("/system/accounts", fields).status == 303)
      // The same login again, a head without a unit, a short password: all at once.
      let answer = try await browser.post(
        "/system/accounts", ["login": "wang", "name": "", "role": "head", "password": "short"])
      #expect(answer.status == 422)
      #expect(answer.text.contains("已有这个用户名"))
      #expect(
        try await browser.post(
          "/system/accounts/wang",
          ["name": "商务局 王工", "role": "clerk", "unit": "商务局", "active": "no"]
        ).status == 303)
      #expect(try await browser.signIn("wang").status != 303)
    }
    let account = try found(site.office.books().accounts["wang"])
    #expect(!account.isActive && account.unit == "商务局")
    #expect(try site.store.entries(after: 0, through: nil).last?.actor == "admin")
  }

  @Test func theLastAdministratorStaysOne() throws {
    let keep = KeepSystem(site.office)
    for typed in [
      ["name": "a", "role": "reader"], ["name": "a", "role": "administrator", "active": "no"],
    ] {
      #expect(throws: WorkFault.self) { try keep.saveAccount("admin", typed, by: admin()) }
    }
    #expect(try site.office.books().accounts["admin"]?.isActive == true)
    try keep.saveAccount(
      nil,
      ["login": "second", "name": "b", "role": "administrator", "password": TestSite.password],
      by: admin())
    try keep.saveAccount("admin", ["name": "a", "role": "reader"], by: admin())
    #expect(try site.office.books().accounts["admin"]?.role == .reader)
  }

  @Test func anAccountOfAnOldPageDoesNotOverwrite() async throws {
    let path = "/system/accounts/reader"
    try await site.run { browser in
      try await browser.signIn("admin")
      let page = try await browser.get(path)
      var fields = ["name": "甲", "role": "reader", "active": "yes", "basis": page.value("basis")]
      #expect(try await browser.post(path, fields).status == 303)
      (fields["name"], fields["role"]) = ("reader", "supervisor")
      let stale = try await browser.post(path, fields)
      #expect(stale.status == 409 && stale.text.contains("别人已经改过"))
      fields["basis"] = stale.value("basis")
      #expect(try await browser.post(path, fields).status == 303)
    }
    #expect(try site.office.books().accounts["reader"]?.role == .supervisor)
  }

  @Test func settingsOfAnOldPageDoNotOverwrite() async throws {
    try await site.run { browser in
      try await browser.signIn("admin")
      let page = try await browser.get("/system/settings")
      let basis = try found(page.text.firstMatch(of: /name="basis" value="([^"]*)"/)?.1)
      var fields = [
        "office": "督查室", "filing": "8", "objection": "7", "cell": "5", "reminder": "14",
        "basis": String(basis),
      ]
      #expect(try await browser.post("/system/settings", fields).status == 303)
      fields["filing"] = "10"
      let stale = try await browser.post("/system/settings", fields)
      #expect(stale.status == 409)
      #expect(stale.text.contains(#"value="10""#))
    }
    #expect(try site.office.books().settings.filingDay == 8)
  }

  @Test func theTrailTellsWhoDidWhat() throws {
    let show = ShowSystem(site.office)
    let frame = Frame(asOf: site.office.today, today: site.office.today, links: .served())
    let all = try show.trail([:], page: 1, by: admin())
    #expect(all.rows.count == 50 && all.after != nil)
    #expect(all.rows.first?.first?.text.chinese == "\(try site.store.head().sequence)")
    let about = try show.trail(["about": "P16"], page: 1, by: admin())
    #expect(!about.rows.isEmpty)
    for row in about.rows { #expect(row[3].text.chinese.contains("P16")) }
    #expect(about.csv(frame)?.isEmpty == false)
    let past = try show.trail([:], page: 10_000, by: admin())
    #expect(past.rows.isEmpty)
  }

  @Test func aBackupIsAWholeLedger() throws {
    let backup = try BackUp(site.office, by: admin())
    var bytes: [UInt8] = []
    while let piece = try backup.next() { bytes += piece }
    #expect(bytes.count == backup.size)
    let path = FileManager.default.temporaryDirectory.appending(path: "b-\(UUID()).ledger").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let copy = try SQLiteLedger(path: path, readOnly: true)
    #expect(try copy.head().hash == site.store.head().hash)
    #expect(try copy.verify(progress: nil) == nil)
    #expect(throws: WorkFault.notAllowed(.administer)) {
      try BackUp(site.office, by: site.caller(.supervisor))
    }
  }

  @Test func unitsAreAddedAndTheRolesTableIsTheRules() throws {
    let keep = KeepSystem(site.office)
    try keep.saveUnit(["name": "档案馆", "kind": "other", "english": "Archives"], by: admin())
    #expect(try site.office.books().units.contains { $0.name == "档案馆" && $0.english == "Archives" })
    #expect(throws: WorkFault.self) { try keep.saveUnit(["name": "", "kind": "x"], by: admin()) }
    let roles = try ShowSystem(site.office).roles(by: admin())
    #expect(roles.rows.count == Act.allCases.count)
    #expect(roles.columns.count == Role.allCases.count + 2)
  }
}
