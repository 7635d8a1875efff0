import Domain
import Foundation
import Publishing

/// Every file of a static site: each public page in both languages with its data beside it.
struct SiteFiles {
  private let office: Office
  private let day: Day
  private let vendorFiles: [SiteFile]
  private let renderer: PageRenderer

  init(_ office: Office, asOf day: Day, assets: String?) throws {
    self.office = office
    self.day = day
    vendorFiles = Self.vendorFiles(assets)
    renderer = try PageRenderer()
  }

  func all(_ progress: Domain.Progress?) throws -> [SiteFile] {
    let pages = try pages()
    let total = pages.count * Language.allCases.count
    var files = Assets.all.map { ("static/" + $0.name, $0.bytes) } + vendorFiles
    for (number, page) in pages.enumerated() {
      for (turn, language) in Language.allCases.enumerated() {
        files += try self.files(page.path, page.make(), language)
        progress?(number * Language.allCases.count + turn + 1, total)
      }
    }
    return try files + feed()
  }

  private struct Planned {
    var path: String
    var make: () throws -> any Page
  }

  private func pages() throws -> [Planned] {
    let books = try office.books()
    let everyone = Caller.everyone
    var pages = [
      Planned(path: "/") { try ShowOverview(office).run(asOf: day, by: everyone) },
      Planned(path: "/commitments") {
        try ShowCommitments(office).run(.init(), asOf: day, by: everyone)
      },
      Planned(path: "/data") { try ShowSeries(office).list(asOf: day, by: everyone) },
      Planned(path: "/releases") { try ShowReleases(office).list(by: everyone) },
      Planned(path: "/registries") { try ShowRegistries(office).list(asOf: day, by: everyone) },
      Planned(path: "/reports") { try ShowReports(office).list(asOf: day, by: everyone) },
      Planned(path: "/objections") { try AnswerObjection(office).list(by: everyone) },
      Planned(path: "/circles") { try ShowCircle(office).list(asOf: day, by: everyone) },
    ]
    pages += books.order.map { id in
      Planned(path: "/commitments/" + id) {
        try ShowCommitmentPage(office).run(id, asOf: day, by: everyone)
      }
    }
    pages += try ShowCircle(office).mapped(asOf: day, by: everyone).map { id in
      Planned(path: "/circles/" + id) { try ShowCircle(office).one(id, asOf: day, by: everyone) }
    }
    pages += books.series.keys.sorted().map { name in
      Planned(path: "/data/" + name) { try ShowSeries(office).run(name, asOf: day, by: everyone) }
    }
    pages += books.releases.map(\.month.description).sorted().map { month in
      Planned(path: "/releases/" + month) { try ShowReleases(office).run(month, by: everyone) }
    }
    pages += registries(books)
    pages += books.reports.map(\.sha256).map { sha in
      Planned(path: "/reports/" + sha) { try ShowReports(office).one(sha, asOf: day, by: everyone) }
    }
    return pages
  }

  private func registries(_ books: Books) -> [Planned] {
    let everyone = Caller.everyone
    var pages = books.registries.keys.sorted().map { name in
      Planned(path: "/registries/" + name) {
        try ShowRegistries(office).run(
          Browsing(registry: name), page: 1, asOf: day, by: everyone)
      }
    }
    pages += books.registries.values.filter { $0.fields.contains { $0.kind == .stages } }
      .map(\.name).sorted().map { name in
        Planned(path: "/registries/\(name)/stages") {
          try ShowViews(office).stages(name, asOf: day, by: everyone)
        }
      }
    if books.registries[ShowViews.chains.chain] != nil {
      pages.append(
        Planned(path: "/chains") { try ShowViews(office).chains(asOf: day, by: everyone) })
    }
    if books.registries[ShowViews.buildings.building] != nil {
      pages.append(
        Planned(path: "/buildings") { try ShowViews(office).buildings(asOf: day, by: everyone) })
    }
    return pages
  }

  private func files(
    _ path: String, _ page: any Page, _ language: Language
  ) throws -> [SiteFile] {
    let frame = try frame(path, language)
    func file(_ ending: String) -> String { Links.file(of: path, ending: ending, language) }
    var files: [SiteFile] = [(file("html"), renderer.html(page, frame))]
    if let data = page.data(frame) { files.append((file("json"), data.bytes)) }
    if let csv = try whole(path, language) ?? page.csv(frame) { files.append((file("csv"), csv)) }
    return files
  }

  /// A table's file has every record, though its page shows the first.
  private func whole(_ path: String, _ language: Language) throws -> [UInt8]? {
    guard path.hasPrefix("/registries/"), !path.hasSuffix("/stages") else { return nil }
    let name = String(path.dropFirst("/registries/".count))
    return try ShowRegistries(office).csv(
      Browsing(registry: name), language: language, asOf: day, by: .everyone)
  }

  private func frame(_ path: String, _ language: Language) throws -> Frame {
    let books = try office.books()
    let report = books.reports.last
    var frame = Frame(
      language: language, place: report?.place, year: report?.year, asOf: day, today: day,
      caller: .everyone, links: .site(language, from: path), path: path,
      synthetic: books.synthetic)
    frame.unitNames = books.unitNames
    frame.hasVendorFiles = !vendorFiles.isEmpty
    return frame
  }

  private func feed() throws -> [SiteFile] {
    try Language.allCases.map { language in
      let feed = try ShowChanges(office).run(language, asOf: day)
      return (Links.file(of: "/feed", ending: "atom", language), feed.bytes(.site))
    }
  }

  /// None at all where one of them is missing: no page may ask for what is not there.
  private static func vendorFiles(_ assets: String?) -> [SiteFile] {
    guard let assets else { return [] }
    let names = ["echarts.min.js", "leaflet.js", "leaflet.css"]
    let files = names.compactMap { name in
      FileManager.default.contents(atPath: assets + "/" + name)
        .map { ("static/vendor/" + name, [UInt8]($0)) }
    }
    return files.count == names.count ? files : []
  }
}
