import Foundation
import Testing

/// The DocC catalogues name files and symbols; both must be there.
@Suite("The catalogue says what is there")
struct CatalogueTests {
  static let pages = Repository.files.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }

  @Test("every target of ours has a page that is called after it")
  func everyTargetHasItsPage() {
    let targets = Set(
      Repository.files.filter { $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") }
        .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    #expect(!targets.isEmpty)
    for target in targets {
      let page = "Sources/\(target)/\(target).docc/\(target).md"
      #expect(Self.pages.contains(page), "\(page) is missing")
    }
  }

  @Test("files that a page names are there", arguments: pages)
  func filesExist(_ page: String) throws {
    let text = try Repository.text(page)
    for match in text.matches(of: /(?:Sources|Tests|Packs)\/[A-Za-z0-9_\/+.\-]*[A-Za-z0-9]/) {
      #expect(Repository.exists(String(match.output)), "\(match.output)")
    }
  }

  @Test("symbols of the page's own target are declared in it", arguments: pages)
  func linkedSymbolsExist(_ page: String) throws {
    let folder = String(page.prefix { $0 != "." })
    let target = String(folder.split(separator: "/").last ?? "")
    let source = Declarations(under: page.hasPrefix("Packs") ? "Packs" : "Sources/\(target)")
    for match in try Repository.text(page).matches(of: /``([^`]+)``/) {
      for name in String(match.output.1).split(separator: "/") where name != target {
        #expect(source.has(name.prefix { $0 != "(" }), "``\(match.output.1)``")
      }
    }
  }

  @Test("types of other targets are declared somewhere", arguments: pages)
  func namedTypesExist(_ page: String) throws {
    let names = try Repository.text(page).matches(of: /(?:^|[^`])`([A-Z][A-Za-z]+)`(?!`)/)
      .map { String($0.output.1) }
    for name in Set(names).subtracting(["Codable", "PackageResources", "Resources", "Templates"]) {
      #expect(
        Declarations.everywhere.has(name[...]) || Declarations.targets.contains(name), "\(name)")
    }
  }

  @Test("articles that a page leads to are there", arguments: pages)
  func articlesExist(_ page: String) throws {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    for match in try Repository.text(page).matches(of: /<doc:([A-Za-z]+)>/) {
      #expect(Self.pages.contains("\(folder)/\(match.output.1).md"), "\(match.output)")
    }
  }
}

/// The names that Swift files declare.
struct Declarations {
  private var names: Set<Substring> = []

  static let everywhere = Declarations(under: "Sources")
  static let targets = Set(
    Repository.files.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })

  init(under folder: String) {
    let word = /\b(?:struct|class|enum|protocol|actor|typealias|func|var|let|case)\s+([A-Za-z_]\w*)/
    for file in Repository.files where file.hasPrefix(folder + "/") && file.hasSuffix(".swift") {
      let text = (try? Repository.text(file)) ?? ""
      names.formUnion(text.matches(of: word).map(\.output.1))
    }
  }

  func has(_ name: Substring) -> Bool { names.contains(name) }
}
