import Domain
import Testing

@testable import Web

@Suite struct RouteTests {
  @Test func overviewIsServedToThePublic() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let page = try await browser.get("/")
      #expect(page.status == 200)
      #expect(page.text.contains("总览"))
      let policy = page.headers[.contentSecurityPolicy] ?? ""
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
    }
  }

  @Test func signingInAndOut() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let wrong = try await browser.post("/login", ["login": "ducha", "password": "guess"])
      #expect(wrong.status == 403)
      let right = try await browser.signIn("ducha")
      #expect(right.status == 303)
      #expect(try await browser.get("/").text.contains("ducha"))
      _ = try await browser.post("/logout", [:], from: browser.get("/"))
      #expect(try await browser.get("/").text.contains("/login"))
    }
  }

  @Test func aFormWithoutItsTokenIsRefused() async throws {
    let site = try TestSite()
    try await site.run { browser in
      _ = try await browser.get("/login")
      let answer = try await browser.send(
        "/login", .post, [.contentType: "application/x-www-form-urlencoded"],
        Array("login=ducha&password=\(TestSite.password)".utf8))
      #expect(answer.status == 403)
    }
  }
}
