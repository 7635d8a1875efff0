import Dispatch
import Domain
import Foundation
import HTTPTypes
import Publishing
import Synchronization
import Testing

@testable import Operations
@testable import Web

/// However much is asked for of one kind, the others are answered.
@Suite struct LaneTests {
  private static let table = "/registries/" + Links.encoded("高新技术企业") + "/records.xlsx"

  /// Work that holds a whole lane, those who wait too, until it is let go.
  private final class Hold: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let count = Mutex(0)

    func fill(_ lane: Lane) {
      while let place = try? lane.place() {
        count.withLock { $0 += 1 }
        Task {
          try await lane.more { self.gate.wait() }
          withExtendedLifetime(place) {}
        }
      }
    }

    func letGo() {
      for _ in 0..<count.withLock({ $0 }) { gate.signal() }
    }
  }

  @Test func whoIsTurnedAwayIsToldWhenToTryAgain() async throws {
    let site = try TestSite()
    let lanes = site.server.dispatcher.lanes
    try await site.run { browser in
      let hold = Hold()
      hold.fill(lanes.exports)
      let before = lanes.exports.now.refused
      let refused = try await browser.get(Self.table)
      #expect(refused.status == 503 && refused.headers[.retryAfter] == "10")
      #expect(refused.text.contains("请在 10 秒后再试") && refused.text.contains("try again in 10"))
      #expect(try await browser.get("/healthz").status == 200)
      #expect(try await browser.get("/").status == 200)
      #expect(try await browser.get("/metrics").status != 503)
      #expect(lanes.exports.now.refused == before + 1)
      hold.letGo()
      while lanes.exports.now.taken > 0 { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await browser.get(Self.table).status == 200)
    }
  }

  @Test func withEveryLaneFullTheServerStillSaysThatItLives() async throws {
    let site = try TestSite()
    let lanes = site.server.dispatcher.lanes
    try await site.run { browser in
      _ = try await browser.get("/releases")
      let hold = Hold()
      for lane in [lanes.pages, lanes.exports, lanes.work] { hold.fill(lane) }
      #expect(try await browser.get("/commitments").status == 503)
      let data = try await browser.get("/api/v1/commitments")
      #expect(data.status == 503 && data.text.contains("\"code\": \"W125\""))
      #expect(try await browser.get("/no/such/page").status == 503)
      #expect(try await browser.get("/healthz").status == 200)
      // What is ready needs no lane of pages.
      #expect(try await browser.get("/releases").status == 200)
      hold.letGo()
    }
  }

  @Test func aWorkbookIsMadeOnceForEachRelease() async throws {
    let site = try TestSite()
    let lanes = site.server.dispatcher.lanes
    try await site.run { browser in
      let first = try await browser.get(Self.table)
      let rows = try await browser.get(Self.table.replacing("xlsx", with: "csv"))
      let hold = Hold()
      hold.fill(lanes.exports)
      let again = try await browser.get(Self.table + "?x=y")
      #expect(first.status == 200 && again.status == 200 && first.bytes == again.bytes)
      #expect(
        again.headers[.contentDisposition] == first.headers[.contentDisposition]
          && again.headers[.contentType] == first.headers[.contentType])
      #expect(try await browser.get(Self.table.replacing("xlsx", with: "csv")).bytes == rows.bytes)
      #expect(try await browser.get(Self.table + "?q=a").status == 503)
      // An edit changes nothing that the release knows; another release does.
      try site.office.change(.administer, by: site.caller(.administrator)) { books in
        [.settings(books.settings)]
      }
      #expect(try await browser.get(Self.table).status == 200)
      try PublishMonth(site.office).run(
        found(Period("2023-11")), basis: site.office.books().evidence(known: .max),
        by: site.caller(.supervisor))
      #expect(try await browser.get(Self.table).status == 503)
      hold.letGo()
    }
  }

  @Test func thoseWhoAreSignedInGetTheirOwnTable() async throws {
    let site = try TestSite()
    try await site.run { browser in
      _ = try await browser.get(Self.table)
      try await browser.signIn("ducha")
      let hold = Hold()
      hold.fill(site.server.dispatcher.lanes.exports)
      #expect(try await browser.get(Self.table).status == 503)
      hold.letGo()
    }
  }

  @Test func aStreamKeepsItsPlaceUntilItEnds() async throws {
    let lane = Lane("test", threads: 1, waiting: 1, pause: 3)
    let one = try lane.place()
    var two: Lane.Place? = try lane.place()
    #expect(throws: WorkFault.busy(seconds: 3)) { try lane.place() }
    #expect(try await lane.more { 5 } == 5)
    withExtendedLifetime(two) {}
    two = nil
    #expect(try await lane.run { 6 } == 6)
    withExtendedLifetime(one) {}
    #expect(lane.now.refused == 1)
  }
}
