import Domain
import Foundation
import HTTPTypes
import Publishing
import Testing

@testable import Operations
@testable import Web

/// Forms with values that nobody means well by: a clear answer, nothing half done, nothing that runs.
@Suite struct HostileTests {
  private static let values = [
    "", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "../../etc/passwd",
    "'; DROP TABLE entry;--", "{{{body}}}", "[[a|b]]", "\u{202E}\u{0000E000}", "9999-99-99", "-1",
    "1e999",
    "９９９９９９９９９９９９９９９９９９９９", String(repeating: "长", count: 15_000),
  ]

  private static let names = [
    "name", "login", "password", "role", "unit", "kind", "english", "days", "token", "office",
    "telephone", "filing", "objection", "cell", "reminder", "basis", "text", "contact", "reason",
    "answer", "what", "title", "document", "from", "day", "deadline", "lead", "others", "test",
    "step1", "proof1", "due1", "why", "line", "as", "due", "value", "progress", "next", "form",
    "open",
    "month", "id", "issuer", "date", "grade", "sheet", "year", "place", "step", "note", "method",
    "successor", "measure-kind", "target-value", "with-1", "theme", "do", "to",
  ]

  private static let act: @Sendable (Route) -> Role = { route in
    switch route.act {
    case .administer, .readTrail: .administrator
    case .file, .confirm: .head
    default: .supervisor
    }
  }

  @Test(arguments: values.indices) func nothingBreaksAndNothingRuns(_ index: Int) async throws {
    let value = Self.values[index]
    let site = try TestSite()
    let sha = try found(site.office.books().reports.first?.sha256)
    for role in [Role.administrator, .head, .supervisor] {
      try await site.run { browser in
        try await browser.signIn(found(TestSite.logins[role]))
        for route in Routes.all where route.method == .post && Self.act(route) == role {
          if ["/logout", "/login", "/account"].contains(route.path) { continue }
          let before = try site.store.head().sequence
          let fields = Dictionary(Self.names.map { ($0, value) }) { $1 }
          let answer = try await browser.post(Self.address(route.path, sha), fields)
          #expect(answer.status < 500, "\(route.path) \(index): \(answer.status)")
          #expect(!answer.text.contains("<script>alert"), "\(route.path)")
          #expect(!answer.text.contains("<img src=x"), "\(route.path)")
          let after = try site.store.head().sequence
          #expect(after == before || answer.status == 303, "\(route.path): \(answer.status)")
        }
      }
    }
    #expect(try site.store.verify(progress: nil) == nil)
  }

  /// To Swift a quote with a combining mark behind it is one character and no quote; to a browser it
  /// ends the attribute.
  @Test(arguments: ["\"", "'", "<", ">", "&"]) func marksBehindSignsHideNothing(
    _ sign: String
  ) async throws {
    let site = try TestSite()
    let mark = "\u{301} onfocus=x"
    let hidden = Array((sign + mark).utf8)
    try await site.run { browser in
      let words = Links.encoded("x" + sign + mark)
      for path in ["/commitments", "/search", "/registries/" + Links.encoded("高新技术企业")] {
        let answer = try await browser.get("\(path)?q=\(words)")
        #expect(answer.status == 200 && answer.text.contains("onfocus=x"), "\(path)")
        #expect(answer.bytes.firstRange(of: hidden) == nil, "\(path)")
      }
    }
  }

  @Test func whatIsNoPageTakesNoForms() async throws {
    let site = try TestSite()
    try await site.run { browser in
      for path in ["/healthz", "/metrics", "/api/v1/openapi.json", "/static/site.css"] {
        let answer = try await browser.send(path, .post, [:], [])
        #expect(answer.status == 405 && answer.headers[.allow] == "GET, HEAD", "\(path)")
      }
    }
  }

  @Test func formsWithoutTheirTokenAreRefused() async throws {
    let site = try TestSite()
    let sha = try found(site.office.books().reports.first?.sha256)
    try await site.run { browser in
      try await browser.signIn("ducha")
      let before = try site.store.head().sequence
      for route in Routes.all where route.method == .post {
        let answer = try await browser.send(
          Self.address(route.path, sha), .post,
          [.contentType: "application/x-www-form-urlencoded"], Array("csrf=wrong&text=x".utf8))
        #expect(
          answer.status == 403 || answer.status == 409 || answer.status == 400,
          "\(route.path): \(answer.status)")
      }
      #expect(try site.store.head().sequence == before)
    }
  }

  @Test func bodiesThatAreNoFormsAreRefused() async throws {
    let site = try TestSite()
    try await site.run { browser in
      try await browser.signIn("ducha")
      let bodies: [(String, [UInt8])] = [
        ("application/json", Array("{}".utf8)), ("text/plain", Array("csrf=1".utf8)),
        ("application/x-www-form-urlencoded", [0x61, 0x3D, 0xFF, 0xFE]),
        ("application/x-www-form-urlencoded", Array("a=%00".utf8)),
        ("multipart/form-data; boundary=x", Array("--x\r\nbroken".utf8)),
      ]
      for (type, body) in bodies {
        let answer = try await browser.send("/office/matters", .post, [.contentType: type], body)
        #expect((400..<500).contains(answer.status), "\(type): \(answer.status)")
      }
      let large = [UInt8](repeating: 0x61, count: 1 << 17)
      let answer = try await browser.send(
        "/office/matters", .post, [.contentType: "application/x-www-form-urlencoded"], large)
      #expect(answer.status == 413)
    }
  }

  private static func address(_ path: String, _ sha: String) -> String {
    let values = [
      ":id": "P16", ":month": "2023-10", ":name": "高新技术企业", ":sha": sha, ":login": "reader",
    ]
    let parts = path.split(separator: "/").map { values[String($0)] ?? String($0) }
    return "/" + parts.joined(separator: "/")
  }
}
