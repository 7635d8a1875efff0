import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Operations
@testable import Web

/// Who gets through to which route: role by role, route by route. A route that is not in this table
/// fails, and so does a line without a route.
@Suite struct RightsTests {
  private static let table: [(rule: Act, routes: [String])] = [
    (
      .readPublic,
      [
        "GET /", "GET /commitments", "GET /commitments/:id", "GET /search", "GET /data",
        "GET /data/:series", "GET /releases", "GET /releases/:month", "GET /registries",
        "GET /registries/:name", "GET /registries/:name/stages", "GET /chains", "GET /buildings",
        "GET /registries/:name/records.csv",
        "GET /registries/:name/records.xlsx", "GET /registries/:name/records/:key",
        "GET /reports", "GET /reports/:sha", "GET /compare", "GET /compare/:id", "GET /objections",
        "GET /objections/receipts/:token",
        "GET /circles", "GET /circles/:id",
        "GET /feed.atom",
        "GET /calendar.ics", "GET /files/:sha256", "GET /login", "POST /login", "POST /logout",
      ]
    ),
    (.object, ["GET /commitments/:id/object", "POST /commitments/:id/object"]),
    (
      .readInternal,
      [
        "GET /filings/:id/:month/:unit", "GET /office/notices", "GET /office/notices/:id",
        "GET /office/notices/:id/docx", "GET /office/matters",
      ]
    ),
    (.ownAccount, ["GET /account", "POST /account"]),
    (
      .file,
      [
        "GET /unit", "GET /unit/sign", "POST /unit/sign", "GET /unit/filings/:id/:month",
        "POST /unit/filings/:id/:month", "GET /unit/filings/:id/:month/confirm",
        "GET /unit/filings/:id/:month/return", "GET /unit/closing/:id",
      ]
    ),
    (
      .confirm,
      [
        "POST /unit/filings/:id/:month/confirm", "POST /unit/filings/:id/:month/return",
        "POST /unit/closing/:id",
      ]
    ),
    (
      .plan,
      [
        "GET /office/matters/new", "POST /office/matters", "GET /reports/new", "POST /reports/new",
        "GET /reports/draft/:id", "POST /reports/draft/:id", "POST /reports/draft/:id/remove",
        "GET /commitments/:id/edit", "POST /commitments/:id/edit", "GET /commitments/:id/merge",
        "POST /commitments/:id/merge", "GET /commitments/:id/split", "POST /commitments/:id/split",
        "GET /commitments/:id/withdraw", "POST /commitments/:id/withdraw", "GET /office/plan",
        "GET /office/plan.yaml", "GET /office/units", "POST /office/plan/units",
        "POST /office/plan/issue",
      ]
    ),
    (
      .keepEvidence,
      ["/registries/:name", "/data"].flatMap {
        [
          "GET \($0)/import", "POST \($0)/import", "GET \($0)/import/:id", "POST \($0)/import/:id",
          "GET \($0)/import/:id/remove", "POST \($0)/import/:id/remove",
        ]
      }
    ),
    (
      .supervise,
      [
        "GET /office/bulletin", "GET /office/bulletin/docx", "GET /office/bulletin/xlsx",
        "GET /office/quarterly",
        "GET /office/quarterly/docx", "GET /office/quarterly/xlsx", "GET /office/reminders",
        "POST /office/reminders", "GET /office/objections", "GET /office/objections/:id",
        "POST /office/objections/:id", "GET /office", "GET /office/closing",
        "GET /office/closing/:id", "POST /office/closing/:id", "GET /office/filings/:id/:month",
        "GET /office/filings/:id/:month/accept", "POST /office/filings/:id/:month/accept",
        "GET /office/filings/:id/:month/return", "POST /office/filings/:id/:month/return",
        "GET /office/filings/:id/:month/unlock", "POST /office/filings/:id/:month/unlock",
      ]
    ),
    (.release, ["GET /office/release", "POST /office/release"]),
    (
      .readTrail,
      [
        "GET /system", "GET /system/roles", "GET /system/rules", "GET /system/trail",
        "GET /system/units",
      ]
    ),
    (
      .administer,
      [
        "POST /system/units", "GET /system/accounts", "POST /system/accounts",
        "GET /system/accounts/:login", "POST /system/accounts/:login", "GET /system/tokens",
        "POST /system/tokens", "GET /system/tokens/end", "POST /system/tokens/end",
        "GET /system/settings", "POST /system/settings", "GET /system/verify",
        "POST /system/verify", "GET /system/backup", "POST /system/backup",
      ]
    ),
  ]

  private static let rules: [String: Act] = table.reduce(into: [:]) { rules, line in
    for route in line.routes { rules[route] = line.rule }
  }

  @Test func everyRouteIsInTheTableOnce() {
    let routes = Routes.all.map { "\($0.method.rawValue) \($0.path)" }
    #expect(Set(routes).count == routes.count)
    #expect(Set(routes).subtracting(Self.rules.keys).sorted() == [])
    #expect(Set(Self.rules.keys).subtracting(routes).sorted() == [])
  }

  /// Really asked, by everybody: who may not is led to sign in or refused, who may is not.
  @Test(arguments: [nil] + Role.allCases.map(Optional.some))
  func everyoneGetsThroughWhereTheTableSaysSo(_ role: Role?) async throws {
    let site = try TestSite()
    let sha = try found(site.office.books().reports.first?.sha256)
    let caller = try role.map(site.caller) ?? .everyone
    try await site.run { browser in
      if let login = role.flatMap({ TestSite.logins[$0] }) { try await browser.signIn(login) }
      for (route, act) in Self.rules.sorted(by: { $0.key < $1.key })
      where !["POST /login", "POST /logout"].contains(route) {
        let parts = route.split(separator: " ").map(String.init)
        let address = Self.address(parts[1], sha)
        let answer =
          parts[0] == "GET"
          ? try await browser.get(address) : try await browser.post(address, [:])
        let refused = [401, 403].contains(answer.status)
        #expect(
          refused == !caller.may(act), "\(route) as \(role?.rawValue ?? "public"): \(answer.status)"
        )
        if refused { #expect(answer.status == (role == nil ? 401 : 403), "\(route)") }
        #expect(answer.status < 500, "\(route): \(answer.status)")
      }
    }
  }

  private static func address(_ path: String, _ sha: String) -> String {
    let values = [
      ":id": "P16", ":month": "2023-10", ":name": "高新技术企业", ":series": "地区生产总值",
      ":sha256": String(repeating: "0", count: 64), ":sha": sha, ":key": "GR1", ":unit": "科技局",
      ":login": "reader",
    ]
    let parts = path.split(separator: "/").map { values[String($0)] ?? String($0) }
    return "/" + parts.joined(separator: "/")
  }
}
