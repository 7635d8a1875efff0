import Domain
import Foundation
import Testing

@testable import Web

/// The handbook speaks only of what is there.
@Suite struct HandbookTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let pages: [URL] = ["docs/手册", "docs/handbook"].flatMap { folder in
    let path = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { path.appending(path: $0) }
  }

  @Test func thereAreItsPages() { #expect(Self.pages.count == 5) }

  @Test(arguments: pages) func linksAndPicturesAreThere(_ page: URL) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)]+)\)/) {
      let target = page.deletingLastPathComponent().appending(path: String(match.1))
      #expect(
        FileManager.default.fileExists(atPath: target.path), "\(page.lastPathComponent): \(match.1)"
      )
    }
  }

  @Test(arguments: pages) func addressesAreRoutes(_ page: URL) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let known = Routes.all.map(\.path) + ["/healthz", "/metrics", "/api/v1/openapi.json"]
    for match in text.matches(of: /`(\/[^` ]*)`/) {
      let parts = match.1.split(separator: "/")
      let fits = known.contains { route in
        let wanted = route.split(separator: "/")
        return wanted.count == parts.count
          && zip(wanted, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
      }
      #expect(fits, "\(page.lastPathComponent): \(match.1)")
    }
  }
}
