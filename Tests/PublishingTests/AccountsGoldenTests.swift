import Domain
import Foundation
import Testing

@testable import Publishing

/// Tables of the accounts against files that were looked at by a person.
///
/// `DUBAN_RECORD=1 swift test --filter AccountsGoldenTests` writes them anew; look at the difference.
struct AccountsGoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var bytes: @Sendable () throws -> [UInt8]
    var testDescription: String { file }
  }

  private typealias Fixture = AccountsFixture

  private static func judged(
    _ file: String, _ format: SheetFormat, _ language: Language = .chinese, _ width: Int = 120,
    _ synthetic: String? = Fixture.synthetic
  ) -> Case {
    Case(file: file) {
      try AccountsExporter(format: format, language: language, width: width, synthetic: synthetic)
        .bytes(Fixture.rows, Fixture.heading)
    }
  }

  static let cases: [Case] = [
    judged("judged.80.txt", .table, .chinese, 80), judged("judged.120.txt", .table),
    judged("judged.200.txt", .table, .chinese, 200, nil),
    judged("judged.en.120.txt", .table, .english), judged("judged.csv", .csv),
    judged("judged.jsonl", .jsonl), judged("judged.en.csv", .csv, .english, 80, nil),
    Case(file: "show.txt") {
      ShowCommitment(width: 100, synthetic: Fixture.synthetic).text(Fixture.account)
    },
    Case(file: "show.en.80.txt") {
      ShowCommitment(language: .english, width: 80).text(Fixture.account)
    },
    Case(file: "show.jsonl") { ShowCommitment().json(Fixture.account) },
    Case(file: "plan.140.txt") {
      try PlanExporter(format: .table, width: 140).bytes(
        Fixture.planRows, place: "甲市乙区", year: 2023)
    },
    Case(file: "plan.csv") {
      try PlanExporter(format: .csv, synthetic: Fixture.synthetic).bytes(
        Fixture.planRows, place: "甲市乙区", year: 2023)
    },
    Case(file: "plan.jsonl") {
      try PlanExporter(format: .jsonl).bytes(Fixture.planRows, place: "甲市乙区", year: 2023)
    },
    Case(file: "records.txt") {
      try RecordsExporter(format: .table, width: 100).bytes(
        Fixture.records, of: Fixture.registry, total: 41)
    },
    Case(file: "records.csv") {
      try RecordsExporter(format: .csv).bytes(Fixture.records, of: Fixture.registry)
    },
    Case(file: "records.jsonl") {
      try RecordsExporter(format: .jsonl).bytes(Fixture.records, of: Fixture.registry)
    },
    Case(file: "differences.txt") {
      try ReleaseDiff(format: .table).bytes(
        Fixture.release, now: Fixture.rows.prefix(3).map(\.judgement), titles: ["T1": "地区生产总值增长"])
    },
    Case(file: "differences.jsonl") {
      try ReleaseDiff(format: .jsonl).bytes(
        Fixture.release, now: Fixture.rows.prefix(3).map(\.judgement), titles: [:])
    },
    Case(file: "points.txt") {
      try ScoresTable(format: .table).bytes(
        Fixture.points, rules: Fixture.scoreRules, Fixture.heading)
    },
  ]

  @Test(arguments: cases)
  func staysAsItWas(_ golden: Case) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(golden.file)")
    let bytes = try Data(golden.bytes())
    if ProcessInfo.processInfo.environment["DUBAN_RECORD"] != nil { try bytes.write(to: file) }
    #expect(
      try String(decoding: Data(contentsOf: file), as: UTF8.self)
        == String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [40, 60, 80, 100, 120, 160, 200], Language.allCases)
  func noLineIsWiderThanTheScreen(_ width: Int, _ language: Language) throws {
    let table = try AccountsExporter(format: .table, language: language, width: width)
      .bytes(Fixture.rows, Fixture.heading)
    let body = String(decoding: table, as: UTF8.self).components(separatedBy: "\n")
    let show = ShowCommitment(language: language, width: width).text(Fixture.account)
    let lines =
      body + String(decoding: show, as: UTF8.self).components(separatedBy: "\n")
    for line in lines where !line.hasPrefix("（") && !line.hasPrefix("(") {
      #expect(DisplayWidth.of(line) <= max(width, 60), "\(line)")
    }
  }
}
