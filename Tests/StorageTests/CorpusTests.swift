import Domain
import Foundation
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
