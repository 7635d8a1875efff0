import ArgumentParser
import Foundation
import Testing

@testable import duban

/// Every command line of the handbook is one that the program takes.
@Suite struct HandbookCommandTests {
  private static let lines: [String] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return ["docs/手册/一年.md", "docs/手册/安装和维护.md", "docs/handbook/README.md"].flatMap { name in
      let text = (try? String(contentsOf: root.appending(path: name), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("duban ") }
    }
  }()

  @Test func thereAreMany() { #expect(Self.lines.count > 20) }

  @Test(arguments: lines) func commandsAreTaken(_ line: String) throws {
    let words = line.split(separator: " ").dropFirst().map(String.init)
    do {
      _ = try Duban.parseAsRoot(words)
    } catch {
      Issue.record("\(line): \(Duban.message(for: error))")
    }
  }
}
