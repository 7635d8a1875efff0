import Documents
import Domain
import Foundation
import Testing

@testable import Reading

/// Work tasks against the two annotated reports; skipped, saying so, where the corpus is not there.
@Suite(.enabled(if: TaskGold.isPresent, "no annotated corpus beside the package"))
struct TasksFloorTests {
  @Test(arguments: [
    TaskGold(name: "jinan-shizhong-2023-news", f1: 0.90, vague: 0.94),
    TaskGold(name: "district-hulunbuir-hailar-2015", f1: 0.92, vague: 0.94),
  ])
  func staysAboveTheFloor(_ gold: TaskGold) throws {
    let score = try gold.score()
    #expect(score.f1 >= gold.f1, "\(gold.name) F1 \(score.f1)")
    #expect(score.vague >= gold.vague, "\(gold.name) vague \(score.vague)")
  }
}

/// An annotated report and the floors that reading must keep.
struct TaskGold: Sendable, CustomTestStringConvertible {
  var name: String
  var f1: Double
  var vague: Double

  var testDescription: String { name }

  /// `../shared` beside the package.
  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
  }

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "gold").path)
  }

  struct Row: Decodable {
    var start: Int
    var end: Int
    var vague: Bool
  }

  /// Spans match where intersection over union is a half or more; each reading counts once.
  func score() throws -> (f1: Double, vague: Double) {
    let gold = try rows()
    let read = try self.read()
    var used: Set<Int> = []
    var agreed = 0
    for row in gold {
      let best = read.indices.filter { !used.contains($0) }
        .max { Self.overlap(row, read[$0]) < Self.overlap(row, read[$1]) }
      guard let best, Self.overlap(row, read[best]) >= 0.5 else { continue }
      used.insert(best)
      if read[best].vague == row.vague { agreed += 1 }
    }
    let f1 = 2 * Double(used.count) / Double(gold.count + read.count)
    return (f1, Double(agreed) / Double(max(used.count, 1)))
  }

  private static func overlap(_ a: Row, _ b: Row) -> Double {
    let shared = min(a.end, b.end) - max(a.start, b.start)
    guard shared > 0 else { return 0 }
    return Double(shared) / Double(a.end - a.start + b.end - b.start - shared)
  }

  private func rows() throws -> [Row] {
    let file = Self.folder.appending(path: "gold/\(name).tasks.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  private func read() throws -> [Row] {
    let file = Self.folder.appending(path: "corpus/\(name).txt")
    let report = try DocumentReader().read(Array(Data(contentsOf: file)), name: "\(name).txt")
    let reader = try Reader()
    let index = ScalarIndex(report.text, count: report.sourceCount)
    return reader.tasks(in: report, statements: []).map { task in
      let source = report.source(of: task.range)
      return Row(
        start: index.scalars(before: source.lowerBound),
        end: index.scalars(before: source.upperBound), vague: task.vague)
    }
  }
}
