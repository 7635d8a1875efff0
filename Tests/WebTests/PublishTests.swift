import Domain
import Foundation
import FoundationXML
import Publishing
import Storage
import Testing

@testable import Operations

/// The static site: what it holds, and what keeps it from being written.
@Suite struct PublishTests {
  private let site: TestSite
  private let folder: URL

  init() throws {
    site = try TestSite()
    folder = FileManager.default.temporaryDirectory.appending(path: "duban-site-\(UUID())")
  }

  private func publish(_ name: String) throws -> PublishSite.Summary {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try PublishSite(site.office, assets: nil).run(to: folder.appending(path: name).path)
  }

  private func files(_ name: String) throws -> [String: Data] {
    let root = folder.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.reduce(into: [:]) { files, path in
      var isFolder: ObjCBool = false
      let file = root.appending(path: path)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
    }
  }

  @Test func sameLedgerGivesTheSameBytes() throws {
    _ = try publish("a")
    _ = try publish("b/c")
    let first = try files("a")
    #expect(try files("b/c") == first)
    // Again into its own folder.
    _ = try publish("a")
    #expect(try files("a") == first)
  }

  @Test func everyPageHasBothLanguagesAndItsSum() throws {
    let summary = try publish("a")
    let files = try files("a")
    #expect(summary.files == files.count)
    #expect(summary.pages == files.keys.count { $0.hasSuffix(".html") })
    let pages = files.keys.filter { $0.hasSuffix(".html") && !$0.hasPrefix("en/") }
    for page in pages { #expect(files["en/" + page] != nil, "\(page)") }
    for id in try site.office.books().order { #expect(files["commitments/\(id).html"] != nil) }
    let manifest = String(decoding: try found(files["manifest.txt"]), as: UTF8.self)
    let sums = manifest.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    #expect(
      Set(sums.map { $0[1].dropFirst() }.map(String.init)).union(["manifest.txt"])
        == Set(files.keys))
    for sum in sums {
      let file = try found(files[String(sum[1].dropFirst())])
      #expect(site.store.sha256([UInt8](file)) == String(sum[0]))
    }
  }

  @Test func promisesOfMinutesWithoutRoadsHaveNoMapAndSaySo() throws {
    _ = try publish("a")
    let files = try files("a")
    let list = String(decoding: try found(files["circles.html"]), as: UTF8.self)
    #expect(list.contains("路网、设施或人口还没有登记"))
    for id in ["P39", "P40"] {
      #expect(list.contains("commitments/\(id).html"))
      #expect(files["circles/\(id).html"] == nil)
      let page = try found(files["commitments/\(id).html"])
      #expect(!String(decoding: page, as: UTF8.self).contains("circles/\(id)"))
    }
  }

  @Test func noPageAsksForAScriptThatIsNotThere() throws {
    let assets = folder.appending(path: "assets")
    try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
    func publish() throws -> [String: Data] {
      let path = folder.appending(path: "a").path
      _ = try PublishSite(site.office, assets: assets.path).run(to: path)
      return try files("a")
    }
    func asks(_ files: [String: Data]) -> Bool {
      String(decoding: files["commitments/P16.html"] ?? Data(), as: UTF8.self)
        .contains("static/vendor/echarts.min.js")
    }
    let names = ["echarts.min.js", "leaflet.js", "leaflet.css"]
    for name in names.dropLast() { try Data("1".utf8).write(to: assets.appending(path: name)) }
    let part = try publish()
    #expect(!part.keys.contains { $0.hasPrefix("static/vendor/") } && !asks(part))
    try Data("1".utf8).write(to: assets.appending(path: names[2]))
    let whole = try publish()
    #expect(names.allSatisfy { whole["static/vendor/" + $0] != nil } && asks(whole))
  }

  @Test func brokenLinksAreFound() throws {
    let html = Array("<a href=\"there.html\">a</a><a href=\"../no.html\">b</a>".utf8)
    let links = SiteLinks(["en/a.html", "en/there.html"])
    #expect(throws: OperationFault.brokenLink(file: "en/a.html", address: "../no.html")) {
      try links.check([("en/a.html", html)])
    }
    let good = Array("<a href=\"there.html#x\">a</a><a href=\"%E4%B8%AD.html\">b</a>".utf8)
    try SiteLinks(["en/there.html", "en/中.html"]).check([("en/a.html", good)])
  }

  @Test func whatIsNotPublicIsFound() throws {
    try KeepAccounts(site.office).save(
      Account(login: "wang", name: "科技局 王工", role: .clerk, unit: "科技局"),
      password: TestSite.password, by: .commandLine("督查室"))
    // A name counts from the release on that knew the account.
    try SiteSecrets(site.office.publicView()).check([("a.html", Array("<td>科技局 王工</td>".utf8))])
    try site.release("2023-11")
    let secrets = try SiteSecrets(site.office.publicView())
    try secrets.check([("a.html", Array("<td>督查工作台</td>".utf8))])
    #expect(throws: OperationFault.self) {
      try secrets.check([("a.html", Array("<td>科技局 王工</td>".utf8))])
    }
    #expect(throws: OperationFault.self) {
      try secrets.check([("a.csv", Array("1,科技局 王工\r\n".utf8))])
    }
  }

  @Test func anotherFolderIsLeftAlone() throws {
    let other = folder.appending(path: "other")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: other.appending(path: "mine.txt"))
    #expect(throws: OperationFault.foreignFolder(path: other.path)) { try publish("other") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["mine.txt"])
  }

  @Test func beforeTheFirstReleaseTheSiteSaysThatThereIsNone() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try SQLiteLedger(path: folder.path + ".ledger")
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".ledger") }
    func publish(_ name: String) throws -> [String: Data] {
      _ = try PublishSite(Office(store, access: store), assets: nil).run(
        to: folder.appending(path: name).path)
      return try files(name)
    }
    let empty = try publish("x")
    let home = String(decoding: try found(empty["index.html"]), as: UTF8.self)
    #expect(home.contains("尚未发布") && !home.contains("1970"))
    #expect(empty["en/objections.html"] != nil)
    try TestSite.begin(Office(store, access: store))
    #expect(try publish("x") == empty)
  }

  @Test func theFeedTellsOfReleasesAndIsXML() async throws {
    try await site.run { browser in
      let answer = try await browser.get("/feed.atom?lang=en")
      #expect(answer.status == 200)
      #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
      let parser = XMLParser(data: Data(answer.bytes))
      #expect(parser.parse())
      #expect(answer.text.components(separatedBy: "<entry>").count == 2)
      #expect(answer.text.contains("Release 2023-10"))
    }
  }
}
