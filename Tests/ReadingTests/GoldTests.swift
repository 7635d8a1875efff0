import Documents
import Domain
import Foundation
import Testing

@testable import Reading

/// Floors on hand-made answers, where they lie beside the project.
@Suite struct GoldTests {
  static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared").standardized

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: "gold").path)
  }

  static let reports = [
    "jinan-shizhong-2023-news", "district-hulunbuir-hailar-2014", "province-shandong-2025",
    "state-council-2019",
  ]

  @Test(
    .enabled(if: isThere, "skipped: ../shared/gold is not here, so the floors were not measured"),
    arguments: reports)
  func statementsReachTheFloors(_ name: String) throws {
    let gold = try GoldStatement.load(Self.shared.appending(path: "gold/\(name).jsonl"))
    let read = try Self.read(name)
    let score = GoldScore(gold, read)
    #expect(score.quantity >= 0.97, "\(name) quantity \(score.quantity)")
    #expect(score.statement >= 0.92, "\(name) statement \(score.statement)")
    #expect(score.full >= 0.86, "\(name) full \(score.full)")
  }

  static func read(_ name: String) throws -> [GoldStatement] {
    let data = try Data(contentsOf: shared.appending(path: "corpus/\(name).txt"))
    let report = try DocumentReader().read([UInt8](data), name: "\(name).txt")
    let index = ScalarIndex(report.text, count: report.sourceCount)
    return try Reader().statements(in: report).map { GoldStatement($0, report, index) }
  }
}

/// A statement in the fields that are compared.
struct GoldStatement: Decodable {
  var start: Int
  var end: Int
  var indicator: String
  var relation: String
  var bound: String
  var value: Double
  var value2: Double?
  var unit: String
  var kind: String
  var period: String?

  static func load(_ file: URL) throws -> [GoldStatement] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(GoldStatement.self, from: Data($0.utf8))
    }
  }

  init(_ statement: Statement, _ report: Report, _ index: ScalarIndex) {
    let source = report.source(of: statement.range)
    start = index.scalars(before: source.lowerBound)
    end = index.scalars(before: source.upperBound)
    indicator = statement.indicator
    relation = statement.relation.rawValue
    bound = statement.bound.rawValue
    value = statement.value.rounded(4).double
    value2 = statement.value2?.double
    unit = statement.unit
    kind = statement.kind.rawValue
    period = statement.period
  }

  func overlap(_ other: GoldStatement) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }
}

/// F1 at each level, matched greedily, best pairs first.
struct GoldScore {
  var quantity = 0.0
  var statement = 0.0
  var full = 0.0

  init(_ gold: [GoldStatement], _ read: [GoldStatement]) {
    var pairs: [(level: Int, gold: Int, read: Int)] = []
    for (i, wanted) in gold.enumerated() {
      for (j, found) in read.enumerated() where wanted.overlap(found) > 0 {
        pairs.append((Self.level(wanted, found), i, j))
      }
    }
    pairs.sort { ($1.level, $0.gold, $0.read) < ($0.level, $1.gold, $1.read) }
    var usedGold: Set<Int> = []
    var usedRead: Set<Int> = []
    var hits = [0, 0, 0, 0]
    for pair in pairs where !usedGold.contains(pair.gold) && !usedRead.contains(pair.read) {
      usedGold.insert(pair.gold)
      usedRead.insert(pair.read)
      for level in 0...pair.level { hits[level] += 1 }
    }
    let total = Double(gold.count + read.count)
    (quantity, statement, full) = (
      2 * Double(hits[1]) / total, 2 * Double(hits[2]) / total, 2 * Double(hits[3]) / total
    )
  }

  /// 0 for the span alone, 1 with the quantity, 2 with the statement, 3 in full.
  private static func level(_ gold: GoldStatement, _ read: GoldStatement) -> Int {
    guard abs(gold.value - read.value) < 1e-9, gold.value2 == read.value2,
      plain(gold.unit) == plain(read.unit)
    else { return 0 }
    guard gold.kind == read.kind, gold.relation == read.relation, gold.bound == read.bound else {
      return 1
    }
    let samePeriod = gold.period == nil || gold.period == read.period
    return samePeriod && sameIndicator(plain(gold.indicator), plain(read.indicator)) ? 3 : 2
  }

  private static func plain(_ words: String) -> String {
    words.precomposedStringWithCompatibilityMapping.filter { !"的“”\"'‘’、,，()（）《》 　".contains($0) }
  }

  private static func sameIndicator(_ left: String, _ right: String) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return left == right }
    if left == right { return true }
    if min(left.count, right.count) >= 2, left.contains(right) || right.contains(left) {
      return true
    }
    var rest = Array(right)
    var common = 0
    for character in left {
      guard let index = rest.firstIndex(of: character) else { continue }
      rest.remove(at: index)
      common += 1
    }
    return 2 * Double(common) / Double(left.count + right.count) >= 0.7
  }
}
