import Foundation

/// One of the worked examples in CONTRIBUTING.md: what is added, the files that it touches, and the
/// lines that are added.
package struct WorkedExample: Sendable {
  /// `A registry`
  package let name: String
  /// The number of files that its heading tells.
  package let told: Int
  /// The files with a place in each that is there today.
  package let files: [(path: String, place: String)]
  /// The lines of its block of code, by the block's language.
  package let blocks: [String: String]

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the repository.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// All of them, in their order.
  package static func all() throws -> [WorkedExample] {
    let parts = try text("CONTRIBUTING.md").components(separatedBy: "\n### ").dropFirst()
    return parts.compactMap(WorkedExample.init)
  }

  package static func named(_ name: String) throws -> WorkedExample? {
    try all().first { $0.name == name }
  }

  /// Nil for a section without a number of files in its heading.
  private init?(_ section: String) {
    let lines = section.components(separatedBy: "\n")
    guard let heading = lines[0].wholeMatch(of: /(.+): (\d+) files?/) else { return nil }
    name = String(heading.output.1)
    told = Int(heading.output.2) ?? 0
    files = lines.compactMap { line in
      guard let match = line.prefixMatch(of: /\d+\. `([^`]+)`, at `([^`]+)`/) else { return nil }
      return (String(match.output.1), String(match.output.2))
    }
    blocks = Dictionary(
      section.matches(of: /(?s)```(\w+)\n(.*?)```/).map {
        (String($0.output.1), String($0.output.2))
      }, uniquingKeysWith: { first, _ in first })
  }
}
