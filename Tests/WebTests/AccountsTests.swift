import Domain
import Foundation
import Testing

@testable import Operations
@testable import Publishing

@Suite struct AccountsTests {
  @Test func thePartsOfTheOverviewAddUp() async throws {
    let site = try TestSite()
    try await site.run { browser in
      for login in [nil, "ducha"] {
        if let login { try await browser.signIn(login) }
        let page = try await browser.get("/api/v1/overview")
        let json = try #require(
          try JSONSerialization.jsonObject(with: Data(page.bytes)) as? [String: Any])
        let counts = try #require(json["counts"] as? [String: Int])
        let rows = try #require(json["commitments"] as? [[String: Any]])
        #expect(counts.values.reduce(0, +) == rows.count { $0["kind"] as? String != "baseline" })
        #expect(counts.count == Judgement.State.allCases.count)
      }
    }
  }

  @Test func thePublicSeesTheLastReleaseAndNoLaterDay() async throws {
    let site = try TestSite()
    try await site.run { browser in
      #expect(try await browser.get("/").text.contains("2023-10-31"))
      #expect(try await browser.get("/?as-of=2023-12-01").status == 404)
      #expect(try await browser.get("/?as-of=2023-09-30").status == 404)
      try await browser.signIn("reader")
      #expect(try await browser.get("/?as-of=2023-12-01").status == 200)
    }
  }

  @Test func whatThePublicSeesOfAReleaseIsWhatWasReleased() throws {
    let site = try TestSite()
    let release = try #require(try site.office.books().releases.first)
    let day = try #require(Day("2023-10-31"))
    #expect(try site.office.accounts(asOf: day, by: .everyone).judgements == release.judgements)
  }

  @Test func aSentenceLeadsToItsCommitment() throws {
    let site = try TestSite()
    let outcome = try site.office.accounts(
      asOf: try #require(Day("2023-12-05")), by: site.caller(.reader))
    for commitment in outcome.commitments where !commitment.origins.isEmpty {
      for origin in commitment.origins {
        let found = ShowCommitments.search(origin.sentence, in: outcome.rows)
        #expect(found.contains { $0.commitment.id == commitment.id })
      }
      #expect(
        ShowCommitments.search(commitment.id, in: outcome.rows).first?.commitment.id
          == commitment.id)
    }
    #expect(ShowCommitments.search("没有这样的话", in: outcome.rows).isEmpty)
  }

  @Test func everyCommitmentHasAPageForEverybody() async throws {
    let site = try TestSite()
    let ids = try site.office.books().order
    try await site.run { browser in
      for login in [nil, "ducha"] {
        if let login { try await browser.signIn(login) }
        for id in ids {
          let page = try await browser.get("/commitments/\(id)")
          #expect(page.status == 200 && page.text.contains(id), "\(id)")
        }
      }
      for address in ["/commitments/none", "/data/%E6%9C%AA", "/%E6%9C%AA/none"] {
        let page = try await browser.get(address)
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"\(address)?lang=en\""), "the same in English")
      }
    }
  }
}

@Suite struct SuppressionTests {
  /// All ways to fill hidden cells that agree with what is shown: none of them may be the only one.
  @Test func noHiddenCountFollowsFromTheShownOnes() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let count = Int.random(in: 1...6, using: &generator)
      let values = (0..<count).map { _ in Int.random(in: 0...12, using: &generator) }
      let table = SuppressedTable("t", values.map { ("x", $0) }, least: 5)
      let hidden = table.rows.indices.filter { table.rows[$0].count.value == nil }
      for (row, value) in zip(table.rows, values) {
        #expect(row.count.value == nil || row.count.value == value)
        if value > 0, value < 5 { #expect(row.count.value == nil) }
      }
      guard !hidden.isEmpty, table.total.value != nil else { continue }
      #expect(hidden.count > 1, "a single hidden count follows from the total: \(values)")
      #expect(hidden.reduce(0) { $0 + values[$1] } >= 5, "\(values)")
    }
  }

  @Test func personsAreCountedInPublicAndNeverListed() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let page = try await browser.get(
        "/registries/人才".addingPercentEncoding(
          withAllowedCharacters: .urlPathAllowed) ?? "")
      #expect(page.status == 200 && page.text.contains("只公开汇总"))
    }
  }
}
