import Domain
import Foundation
import Publishing
import Storage
import TestSupport
import Testing

@testable import Operations
@testable import Web

/// The public sees what the last release knew, to the byte, on every address.
///
/// Left out is `/metrics`, which only this machine gets. Nothing else is a clock: days that are left
/// for an answer follow the office's clock, which stands still here.
@Suite struct PublicViewTests {
  private let site: TestSite
  private let folder = FileManager.default.temporaryDirectory.appending(path: "view-\(UUID())")

  init() throws {
    site = try TestSite(today: "2024-02-05")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// What is known to the release of November: a bit of everything.
  private func prepare() throws {
    let author = Author(actor: "ducha", time: site.office.now)
    let facts = SourceFacts(
      title: "名单", issuer: "科技局", date: try found(Day("2023-11-01")), grade: .accepted)
    let csv =
      "证书编号,统一社会信用代码,名称,认定类型,发证日期,有效期至\n"
      + "G1,91370199100000040N,甲公司,首次认定,2023-10-10,2026-10-10\n"
      + "G2,913701991000005504,乙公司,首次认定,2023-10-11,2026-10-11\n"
    _ = try ImportRecords(site.office).run(
      Array(csv.utf8), name: "old.csv", into: "高新技术企业", source: facts, by: .commandLine("ducha"))
    try site.store.append(
      [
        .filing(
          Filing(
            commitment: "P17", month: found(Period("2023-11")), unit: "科技局", progress: "已认定十家企业",
            state: .filed, form: "a")),
        .filing(
          Filing(
            commitment: "P17", month: found(Period("2023-11")), unit: "科技局", progress: "已认定十家企业",
            state: .accepted, form: "a")),
        .objection(
          Objection(
            id: "Y2023-11-001", commitment: "P17", text: "数目不对", day: found(Day("2023-11-06")),
            state: .answered, answer: "已核对", answered: found(Day("2023-11-08")))),
      ], by: author)
    try site.release("2023-11")
  }

  // MARK: Looking at everything

  private func pages(_ name: String) throws -> [String: Data] {
    let root = folder.appending(path: name)
    _ = try PublishSite(
      Office(site.store, access: site.store, clock: site.office.clock), assets: nil
    )
    .run(to: root.path)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).reduce(into: [:]) {
      $0[$1] = try? Data(contentsOf: root.appending(path: $1))
    }
  }

  /// Addresses that no page leads to: errors, files, searches, what is not released.
  private func hidden(_ files: [String]) throws -> [String] {
    var all = Self.addresses
    for sha in files + (try site.office.books().reports.map(\.sha256)) {
      all += ["/files/" + sha, "/reports/" + sha]
    }
    for name in ["高新技术企业", "人才", "未台账"] {
      let path = "/registries/" + Links.encoded(name)
      all += Self.ofRegistry.map { path + $0 }
    }
    return all
  }

  private static let ofRegistry = [
    "", "/records.csv", "/records.xlsx", "/stages", "?q=" + Links.encoded("公司"),
    "?sort=" + Links.encoded("未栏"), "/records/G1", "/records/G2", "/records/G9",
  ]

  private static let addresses = [
    "/nothing", "/commitments/none", "/commitments/N1", "/commitments/M1", "/registries/none",
    "/data/none", "/releases/2023-12", "/search?q=" + Links.encoded("未"), "/search?q=P16",
    "/login", "/office", "/unit", "/system", "/calendar.ics", "/feed.atom", "/healthz",
    "/calendar.ics?unit=" + Links.encoded("科技局"), "/commitments/N1/object", "/chains",
    "/buildings", "/circles", "/compare", "/objections/receipts/none", "/?as-of=2023-10-31",
    "/?as-of=2023-09-30", "/?as-of=2024-01-31", "/commitments/P16?as-of=2023-10-31",
    "/api/v1/commitments?format=csv", "/api/v1/objections?format=csv", "/api/v1/openapi.json",
    "/data/" + Links.encoded("细颗粒物平均浓度"), "/data/" + Links.encoded("未指标"),
  ]

  /// Everything that can be reached from the home page, in both languages; of commitments and
  /// registries some. The site that is written has all of them.
  private func crawl(_ browser: Browser, _ files: [String]) async throws -> [String: Data] {
    var waiting = ["/", "/?lang=en"]
    for address in try hidden(files) {
      waiting += [address, address + (address.contains("?") ? "&" : "?") + "lang=en"]
    }
    var seen: [String: Data] = [:]
    while let address = waiting.popLast() {
      guard seen[address] == nil else { continue }
      let answer = try await browser.get(address)
      seen[address] = Data("\(answer.status)\n".utf8) + answer.bytes
      try #require(seen.count < 2000, "pages lead on without end, to \(address.prefix(200))")
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      waiting += SiteLinks.addresses(answer.bytes).map { String($0.prefix { $0 != "#" }) }
        .filter(Self.isLookedAt)
    }
    return seen
  }

  private static let registries = ["高新技术企业", "人才", "楼宇"].map { Links.encoded($0) }
  private static let commitments = ["P16", "P17", "P18", "P30", "P39", "T9"]

  /// Tables in every order and part are the same records again; one of each is looked at.
  private static func isLookedAt(_ address: String) -> Bool {
    let halves = address.split(separator: "?", maxSplits: 1)
    let query = halves.count > 1 ? halves[1] : ""
    guard address.hasPrefix("/"), !address.hasPrefix("/static/"),
      ["", "lang=en", "format=csv", "format=csv&lang=en"].contains(query)
    else { return false }
    let parts = halves[0].split(separator: "/").map(String.init)
    for (kind, some) in [("commitments", commitments), ("registries", registries)] {
      guard let place = parts.firstIndex(of: kind), parts.count > place + 1 else { continue }
      return some.contains(parts[place + 1])
    }
    return true
  }

  // MARK: Tests

  @Test func whatIsNotReleasedChangesNoByte() async throws {
    try prepare()
    let new = EveryKind(site: site, word: "未")
    let before = try await site.run { try await crawl($0, new.files) }
    let site1 = try pages("a")
    #expect(before.count > 150, "\(before.count) addresses")
    let kinds = try new.enter()
    #expect(kinds == Set(Change.Kind.allCases).subtracting([.release]))
    // The server that was looked at before, and one that has kept nothing.
    for server in [site.server, try WebServer(fresh())] {
      let after = try await TestSite.run(server) { try await crawl($0, new.files) }
      #expect(Set(after.keys) == Set(before.keys))
      for (address, bytes) in before where after[address] != bytes {
        Issue.record("\(address): \(Self.difference(bytes, after[address] ?? Data()))")
      }
    }
    let site2 = try pages("b")
    #expect(Set(site2.keys) == Set(site1.keys))
    for (path, bytes) in site1 where site2[path] != bytes {
      Issue.record("\(path): \(Self.difference(bytes, site2[path] ?? Data()))")
    }
  }

  @Test func aReleaseShowsWhatItKnewAndNothingElse() async throws {
    try prepare()
    let new = EveryKind(site: site, word: "未发布的事")
    _ = try new.enter()
    let old = try await october()
    try site.release("2023-12")
    #expect(try await october() == old, "what an earlier release knew has changed")
    let release = try found(try site.office.books().releases.last)
    let published = try pages("c")
    let names = published.keys.compactMap { $0.wholeMatch(of: /commitments\/(\w+)\.html/)?.1 }
    #expect(Set(names.map(String.init)).isSuperset(of: release.judgements.map(\.commitment)))
    #expect(names.contains("M1") && names.contains("N1"))
    let all = published.filter { !$0.key.hasPrefix("static/") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    let shown = try found(all["commitments/P16.html"])
    #expect(shown.contains(new.word + "accepted"), "a filing that was accepted")
    #expect(all["objections.html"]?.contains(new.word) == true)
    #expect(all["index.html"]?.contains(new.word) == true)
    for secret in ["person", "note", "notice", "waiting", "filed"].map({ new.word + $0 }) {
      for (path, text) in all where text.contains(secret) { Issue.record("\(path): \(secret)") }
    }
    for (path, text) in all where text.contains("actor-") { Issue.record("\(path): actor") }
  }

  /// Data of the release of October, as it was.
  private func october() async throws -> [Data] {
    try await TestSite.run(WebServer(fresh())) { browser in
      var all: [Data] = []
      for path in ["overview", "commitments/P16", "data", "registries", "reports", "objections"] {
        all.append(Data(try await browser.get("/api/v1/\(path)?as-of=2023-10-31").bytes))
      }
      return all
    }
  }

  @Test func beforeTheFirstReleaseEveryPageSaysSo() async throws {
    let store = try SQLiteLedger(path: folder.appending(path: "new.ledger").path)
    let office = Office(store, access: store)
    func look() async throws -> [String: Data] {
      try await TestSite.run(WebServer(office)) { browser in
        var all: [String: Data] = [:]
        for path in Routes.all.filter({ $0.act == .readPublic && $0.isKept }).map(\.path) {
          for language in ["zh", "en"] {
            let answer = try await browser.get("\(path)?lang=\(language)")
            #expect(answer.status == 200, "\(path)")
            #expect(answer.text.contains(language == "en" ? "Nothing released" : "尚未发布"))
            all[path + language] = Data(answer.bytes)
          }
        }
        #expect(try await browser.get("/api/v1/overview").status == 200)
        #expect(try await browser.get("/feed.atom").status == 200)
        return all
      }
    }
    let before = try await look()
    try TestSite.begin(office)
    #expect(try await look() == before)
  }

  @Test func nobodyOutsideObjectsToWhatHeCannotSee() throws {
    try prepare()
    _ = try EveryKind(site: site, word: "未").enter()
    #expect(throws: WorkFault.notFound) {
      try RaiseObjection(site.office).run(
        "N1", text: "x", contact: "", in: site.office.publicView())
    }
  }

  private func fresh() -> Office {
    Office(site.store, access: site.store, clock: site.office.clock)
  }

  /// Where two answers part.
  private static func difference(_ old: Data, _ new: Data) -> String {
    let place =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func around(_ data: Data) -> String {
      String(decoding: data.dropFirst(max(0, place - 60)).prefix(160), as: UTF8.self)
    }
    return "\(around(old)) → \(around(new))"
  }
}

/// Every way into the books of the whole ledger is known.
@Suite struct OnlyViewsTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Folders of Operations in which something is shown to everybody: nothing in them asks the ledger
  /// by itself.
  private static let shown = [
    "Accounts", "Circles/ShowCircle.swift", "Publish", "Reconciling", "Registries", "Views",
    "Reports/ShowReports.swift", "Access/ShowFile.swift", "Letters/ShowCalendar.swift",
    "Letters/ShowObjections.swift",
  ]

  @Test func whatIsShownIsMadeOfAView() throws {
    for place in Self.shown {
      for file in try Self.files("Sources/Operations/" + place) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for way in [".books()", "books(fresh", ".store.", "LedgerStore"]
        where text.contains(way) && !Self.exceptions.contains(file.lastPathComponent) {
          Issue.record("\(file.lastPathComponent) uses \(way)")
        }
      }
    }
  }

  /// Writes a folder, and reads no ledger but to name its sums.
  private static let exceptions: Set = ["PublishSite.swift"]

  /// Files of Web that may ask for the books of the whole ledger, and why.
  private static let web = [
    // Counts for this machine alone.
    "WatchRoutes.swift"
  ]

  @Test func theWebMakesItsPagesOfViews() throws {
    for file in try Self.files("Sources/Web") {
      let text = try String(contentsOf: file, encoding: .utf8)
      if text.contains(".books("), !Self.web.contains(file.lastPathComponent) {
        Issue.record("\(file.lastPathComponent)")
      }
    }
  }

  private static func files(_ place: String) throws -> [URL] {
    let root = root.appending(path: place)
    guard place.hasSuffix(".swift") == false else { return [root] }
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") }.map { root.appending(path: $0) }
  }
}
