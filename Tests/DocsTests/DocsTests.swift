import Domain
import Foundation
import Testing

@Suite("Documentation says what is there")
struct DocsTests {
  @Test("every fault code has a heading in docs/faults.md", arguments: FaultCode.allCases)
  func faultIsExplained(_ code: FaultCode) throws {
    let headings = try Repository.text("docs/faults.md").split(separator: "\n")
      .filter { $0.hasPrefix("## ") }
    #expect(headings.contains { $0.hasPrefix("## \(code.rawValue) ") })
  }

  @Test("docs/faults.md has no code that the program does not have")
  func noInventedFault() throws {
    let known = Set(FaultCode.allCases.map(\.rawValue))
    for match in try Repository.text("docs/faults.md").matches(of: /\b[A-Z]\d{3}\b/) {
      #expect(known.contains(String(match.output)))
    }
  }

  static let markdown = Repository.files.filter { $0.hasSuffix(".md") }

  @Test("make targets that a page names exist", arguments: markdown)
  func makeTargetsExist(_ page: String) throws {
    let makefile = try Repository.text("Makefile")
    let targets = Set(
      makefile.matches(of: /(?m)^([a-z]+):/).map { String($0.output.1) })
    for match in try Repository.text(page).matches(of: /(?m)(?:`|^)make ([a-z]+)/) {
      #expect(targets.contains(String(match.output.1)), "make \(match.output.1)")
    }
  }

  @Test("both READMEs name the two commands", arguments: ["README.md", "README.zh-CN.md"])
  func readmeNamesTheCommands(_ page: String) throws {
    let text = try Repository.text(page)
    for command in ["make demo", "make test"] { #expect(text.contains(command)) }
  }

  /// Drawn from the finished page, so it comes after the words.
  @Test("links to files of the repository lead somewhere", arguments: markdown)
  func linksExist(_ page: String) throws {
    let folder = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
    for match in try Repository.text(page).matches(of: /\]\(([^)\s#]+)[^)]*\)/) {
      let link = String(match.output.1)
      guard !link.contains(":") else { continue }
      let path = String(folder.appendingPathComponent(link).standardizedFileURL.path.dropFirst())
      #expect(Repository.exists(path), "\(link)")
    }
  }

  @Test("no file names a path of one machine")
  func noMachinePaths() throws {
    // Put together here, so that this file does not hold them.
    let forbidden = ["work", "root", "home"].map { "/" + $0 + "/" }
    for file in Repository.files {
      guard let text = try? Repository.text(file) else { continue }
      for path in forbidden { #expect(!text.contains(path), "\(file) names \(path)") }
    }
  }
}
