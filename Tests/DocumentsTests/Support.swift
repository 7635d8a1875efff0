import Documents
import Domain
import Foundation
import Testing

/// The texts that these tests read.
enum Fixture {
  /// The bytes of a file in `Fixtures`.
  static func bytes(_ path: String) throws -> [UInt8] {
    let url = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/\(path)")
    return [UInt8](try Data(contentsOf: #require(url)))
  }

  /// A fixture, read.
  static func report(_ folder: String) throws -> Report {
    try DocumentReader().read(bytes("\(folder)/source.txt"), name: "source.txt")
  }
}

/// A report of a string.
func read(_ text: String, name: String = "report.txt") throws -> Report {
  try DocumentReader().read(Array(text.utf8), name: name)
}

/// The corpus beside the package, where it is present.
enum Corpus {
  static let skipped: Comment = "skipped: there is no ../shared/corpus beside the package"

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
  }

  static func report(_ file: String) throws -> Report {
    try DocumentReader().read(bytes(file), name: file)
  }

  /// The text files, sorted.
  static var texts: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }
}

extension Report {
  /// Role and words of every passage, and its section path, as golden tests show them.
  var dump: [String] {
    passages.map { passage in
      let path = path(of: passage.section).map { $0.label + $0.title }.joined(separator: " › ")
      return "\(passage.role.rawValue) [\(path)] \(string(passage.range))"
    }
  }

  func words(_ role: Passage.Role) -> [String] {
    passages.filter { $0.role == role }.map { string($0.range) }
  }

  /// What must hold for every report, whatever it was read from.
  func checkInvariants() {
    for (index, passage) in passages.enumerated() {
      #expect(passage.number == index + 1)
      #expect(!passage.range.isEmpty && passage.range.upperBound <= text.count)
      let source = source(of: passage.range)
      #expect(source.lowerBound >= 0 && source.upperBound <= sourceCount)
      if let section = passage.section { #expect(sections.indices.contains(section)) }
      let words = string(passage.range)
      #expect(words == words.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    for (index, section) in sections.enumerated() {
      #expect((1...4).contains(section.level))
      if let parent = section.parent { #expect(parent < index) }
    }
    for repair in repairs {
      #expect(passages.indices.contains(repair.passage))
      #expect(repair.removed.upperBound <= sourceCount)
    }
    for piece in origin {
      #expect(piece.start >= sourceCount && piece.start < text.count)
      #expect(text[piece.start] == text[piece.source] || text[piece.start] == 0x20)
    }
  }
}
