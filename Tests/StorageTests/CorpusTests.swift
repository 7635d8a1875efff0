import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// The statements of many reports as one table, and finding Chinese words inside sentences.
@Suite struct CorpusTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "corpus-\(UUID()).sqlite").path

  private func report(_ place: String, _ year: Int, _ sentences: [String]) -> CorpusReport {
    var report = CorpusReport(
      file: "\(place)-\(year).txt", place: place, year: year, kind: .workReport)
    for (index, text) in sentences.enumerated() {
      report.sentences.append(.init(passage: index + 1, text: text))
      report.rows.append(
        .init(
          statement: Statement(
            id: index + 1, range: 0..<1, clause: 0..<1, sentence: 0..<1, passage: 0,
            indicator: "地区生产总值", relation: .growth, bound: .about, value: 6, unit: "%",
            kind: .target, modality: "力争", rule: "test"),
          sentence: index, standard: nil, start: 0, end: 1))
    }
    return report
  }

  private func corpus(_ reports: [CorpusReport]) throws -> CorpusReader {
    let writer = try CorpusWriter(path)
    try writer.add(reports)
    let count = try writer.finish()
    #expect(count.reports == reports.count)
    return try CorpusReader(path)
  }

  @Test func wordsInsideSentencesAreFoundAndNothingElse() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sentences = ["做强产业链条，培育链主企业", "产业，链条分开写", "GDP增长6%左右", "建设产业园"]
    let reader = try corpus([report("甲省", 2024, sentences)])
    func found(_ words: String) throws -> [CorpusTable.Value] {
      try reader.statements(CorpusQuery(search: words)).rows.map { row in
        row[
          try #require(reader.statements(CorpusQuery(limit: 1)).columns.firstIndex(of: "sentence"))]
      }
    }
    #expect(try found("产业链") == [.text(sentences[0])])
    #expect(try found("产业").count == 3)
    #expect(try found("链").count == 2)
    #expect(try found("产业 企业") == [.text(sentences[0])])
    #expect(try found("gdp增长").count == 1)
    #expect(try found("6%").count == 1)
    #expect(try found("没有").isEmpty)
    #expect(try found("%").count == 1)
  }

  @Test func queriesNarrowAndQuestionsAnswer() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = try corpus([
      report("甲省", 2024, ["增长6%"]), report("乙省", 2024, ["增长5%"]), report("甲省", 2025, ["增长7%"]),
    ])
    #expect(try reader.statements(CorpusQuery(place: "甲")).rows.count == 2)
    #expect(try reader.statements(CorpusQuery(place: "甲", years: 2025...2025)).rows.count == 1)
    #expect(try reader.statements(CorpusQuery(strength: "确保")).rows.isEmpty)
    #expect(try reader.answer(.growthTargets).rows.count == 3)
    #expect(throws: StorageFault.self) { try reader.rows("DELETE FROM reports") }
    #expect(throws: StorageFault.self) { try reader.rows("SELECT nothing FROM nowhere") }
  }

  /// A target of 2024, what the next report claims, and an indicator that no dictionary knows.
  @Test func targetsStandBesideClaimsOfTheNextYear() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    func row(
      _ indicator: String, _ value: Exact, _ kind: Domain.Statement.Kind, _ period: String,
      bound: Domain.Statement.Bound = .exact, standard: String?
    ) -> CorpusReport.Row {
      CorpusReport.Row(
        statement: Statement(
          range: 0..<1, clause: 0..<1, sentence: 0..<1, passage: 0, indicator: indicator,
          relation: .growth, bound: bound, value: value, unit: "%", kind: kind, period: period,
          rule: "test"), sentence: 0, standard: standard, start: 0, end: 1)
    }
    var earlier = CorpusReport(file: "a.txt", place: "甲省", year: 2024, kind: .workReport)
    var later = CorpusReport(file: "b.txt", place: "甲省", year: 2025, kind: .workReport)
    earlier.sentences = [.init(passage: 1, text: "目标")]
    later.sentences = [.init(passage: 1, text: "结果")]
    earlier.rows = [
      row("生产总值", 5, .target, "2024", bound: .about, standard: "地区生产总值"),
      row("投资", 8, .target, "2024", standard: "固定资产投资"),
      row("社零", 6, .target, "2024", standard: "社会消费品零售总额"),
      row("怪指标", 6, .target, "2024", standard: nil), row("怪指标", 7, .claim, "2023", standard: nil),
    ]
    later.rows = [
      row("生产总值", Exact(45, digits: 1), .claim, "2024", standard: "地区生产总值"),
      row("投资", Exact(79, digits: 1), .claim, "2024", standard: "固定资产投资"),
      row("投资", 30, .claim, "2021-2025", standard: "固定资产投资"),
    ]
    let writer = try CorpusWriter(path)
    try writer.add(
      indicators: [
        "地区生产总值", "固定资产投资", "社会消费品零售总额",
      ].map { Indicator(name: $0, unit: "亿元", direction: .up, basis: .nominal, source: "test") })
    try writer.add([earlier, later])
    _ = try writer.finish()
    let reader = try CorpusReader(path)
    let table = try reader.answer(.targetsAndClaims)
    let verdict = try #require(table.columns.firstIndex(of: "verdict"))
    #expect(table.rows.map { $0[verdict] } == [.text("kept"), .text("missed"), .text("silent")])
    let shares = try reader.answer(.sharesKept)
    let targets = try #require(shares.columns.firstIndex(of: "targets"))
    #expect(shares.rows.map { $0[targets] } == [.integer(1), .integer(1), .integer(1)])
    #expect(try reader.answer(.unknownIndicators).rows.map { $0[0] } == [.text("怪指标")])
  }

  @Test func anotherFileIsNotReplacedAndNothingHalfIsLeft() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: StorageFault.exists(file: path)) { try CorpusWriter(path) }
    #expect(throws: StorageFault.notACorpus(file: path)) { try CorpusReader(path) }
    try FileManager.default.removeItem(atPath: path)
    let writer = try CorpusWriter(path)
    try writer.add([report("甲省", 2024, ["增长6%"])])
    writer.abandon()
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test(arguments: [("产业链", "产业 业链 链"), ("A区，b1", "a 区 b1"), ("", "")])
  func pairsOfCharacters(_ text: String, _ pairs: String) {
    var bytes: [UInt8] = []
    CharacterPairs.index(text, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).lowercased() == pairs)
  }
}
