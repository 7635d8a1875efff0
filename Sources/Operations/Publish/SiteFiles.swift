import Domain
import Foundation
import Publishing

/// Every file of a static site: each public page in both languages with its data beside it.
struct SiteFiles {
  private let view: View
  private let vendorFiles: [SiteFile]
  private let renderer: PageRenderer

  init(_ view: View, assets: String?) throws {
    self.view = view
    vendorFiles = Self.vendorFiles(assets)
    renderer = try PageRenderer()
  }

  func all(_ progress: Domain.Progress?) throws -> [SiteFile] {
    let pages = try view.isEmpty ? unreleased : pages()
    let total = pages.count * Language.allCases.count
    var files = Assets.all.map { ("static/" + $0.name, $0.bytes) } + vendorFiles
    for (number, page) in pages.enumerated() {
      for (turn, language) in Language.allCases.enumerated() {
        files += try self.files(page.path, page.make(), language)
        progress?(number * Language.allCases.count + turn + 1, total)
      }
    }
    return files + feed()
  }

  private struct Planned {
    var path: String
    var make: () throws -> any Page
  }

  /// Before the first release every page of the navigation says so.
  private var unreleased: [Planned] {
    Tab.open.map { tab in Planned(path: tab.path) { UnreleasedPage(tab) } }
  }

  private func pages() throws -> [Planned] {
    let (view, books) = (view, view.books)
    var pages = [
      Planned(path: "/") { try ShowOverview(view).run() },
      Planned(path: "/commitments") { try ShowCommitments(view).run(.init()) },
      Planned(path: "/data") { try ShowSeries(view).list() },
      Planned(path: "/releases") { try ShowReleases(view).list() },
      Planned(path: "/registries") { try ShowRegistries(view).list() },
      Planned(path: "/reports") { try ShowReports(view).list() },
      Planned(path: "/objections") { ShowObjections(view).list() },
      Planned(path: "/circles") { try ShowCircle(view).list() },
    ]
    pages += books.order.map { id in
      Planned(path: "/commitments/" + id) { try ShowCommitmentPage(view).run(id) }
    }
    pages += try ShowCircle(view).mapped().map { id in
      Planned(path: "/circles/" + id) { try ShowCircle(view).one(id) }
    }
    pages += books.series.keys.sorted().map { name in
      Planned(path: "/data/" + name) { try ShowSeries(view).run(name) }
    }
    pages += books.releases.map(\.month.description).sorted().map { month in
      Planned(path: "/releases/" + month) { try ShowReleases(view).run(month) }
    }
    pages += registries(books)
    pages += try ShowReports(view).seen().map(\.sha256).map { sha in
      Planned(path: "/reports/" + sha) { try ShowReports(view).one(sha) }
    }
    return pages
  }

  private func registries(_ books: Books) -> [Planned] {
    let view = view
    var pages = books.registries.keys.sorted().map { name in
      Planned(path: "/registries/" + name) {
        try ShowRegistries(view).run(Browsing(registry: name), page: 1)
      }
    }
    pages += books.registries.values.filter { $0.fields.contains { $0.kind == .stages } }
      .map(\.name).sorted().map { name in
        Planned(path: "/registries/\(name)/stages") { try ShowViews(view).stages(name) }
      }
    if ShowViews.hasChains(books) {
      pages.append(Planned(path: "/chains") { try ShowViews(view).chains() })
    }
    if ShowViews.hasBuildings(books) {
      pages.append(Planned(path: "/buildings") { try ShowViews(view).buildings() })
    }
    return pages
  }

  private func files(
    _ path: String, _ page: any Page, _ language: Language
  ) throws -> [SiteFile] {
    let frame = frame(path, language)
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
    return try ShowRegistries(view).csv(Browsing(registry: name), language: language)
  }

  private func frame(_ path: String, _ language: Language) -> Frame {
    var frame = view.frame(language, .site(language, from: path), path: path)
    frame.hasVendorFiles = !vendorFiles.isEmpty
    return frame
  }

  private func feed() -> [SiteFile] {
    Language.allCases.map { language in
      let feed = ShowChanges(view).run(language)
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
