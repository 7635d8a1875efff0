import Domain
import Foundation
import HTTPTypes
import Publishing
import Testing

@testable import Operations
@testable import Web

/// What is kept for everybody is what each of them would have got.
@Suite struct KeptTests {
  private static let paths = [
    "/commitments", "/search", "/registries", "/registries/高新技术企业", "/releases", "/data",
    "/registries/高新技术企业/records.csv",
  ].map { Links.encoded($0, keeping: "/") }

  /// One server keeps, the other does not; no request may tell them apart.
  @Test func randomQueriesGetTheirOwnAnswers() async throws {
    let site = try TestSite()
    let plain = try WebServer(site.office, kept: KeptPages(most: 0))
    try await site.run { keeping in
      try await plain.application().test(.router) { client in
        let without = Browser(client: client)
        var random = Seeded(7)
        for round in 0..<300 {
          let path = try found(Self.paths.randomElement(using: &random))
          let address = path + "?" + Self.query(path, &random)
          let kept = try await keeping.get(address)
          let made = try await without.get(address)
          #expect(kept.status == made.status && kept.bytes == made.bytes, "\(round) \(address)")
        }
      }
    }
  }

  /// Few values, so that many requests are alike, and some that mean harm.
  private static func query(_ path: String, _ random: inout Seeded) -> String {
    let names = ["q", "kind", "unit", "state", "sort", "page", "=名称", "lang", "x"]
    let values = ["task", "en", "zh", "1", "2", "task&unit=科技局", "名称", "", "科技局", "a\u{301}"]
    let pairs = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      (
        name: names.randomElement(using: &random) ?? "",
        value: values.randomElement(using: &random) ?? ""
      )
    }
    let sent = AddressTests.written(pairs, &random)
    return Int.random(in: 0..<40, using: &random) == 0 ? sent + "&q=%00" : sent
  }

  @Test func aSeparatorInAValuePoisonsNothing() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let poisoned = try await browser.get("/commitments?kind=task%26unit%3Dnobody")
      let honest = try await browser.get("/commitments?kind=task&unit=nobody")
      let again = try await browser.get("/commitments?unit=nobody&x=y&kind=task&kind=target")
      #expect(poisoned.text.contains("href=\"/commitments/"))
      #expect(!honest.text.contains("href=\"/commitments/P"))
      #expect(again.text == honest.text)
    }
  }

  @Test func whatIsNotKnownNeitherReachesThePageNorIsKept() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let plain = try await browser.get("/commitments")
      let noisy = try await browser.get("/commitments?utm=<b>&format=csv&%3Cscript%3E=1")
      #expect(plain.bytes == noisy.bytes)
    }
  }

  @Test func aShelfStaysWithinItsBytesAndKeepsWhatIsAskedFor() {
    let shelf = Shelf<Int, [UInt8]>(most: 4000) { $1.count }
    shelf[0] = [UInt8](repeating: 0, count: 100)
    for key in 1..<500 {
      shelf[key] = [UInt8](repeating: 1, count: 100)
      #expect(shelf[0] != nil && shelf[key] != nil)
    }
    #expect((0..<500).count { shelf[$0] != nil } <= 60)
    shelf[900] = [UInt8](repeating: 2, count: 1001)
    #expect(shelf[900] == nil)
  }
}
