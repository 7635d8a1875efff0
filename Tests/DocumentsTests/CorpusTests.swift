import Domain
import Foundation
import Testing

@testable import Documents

@Suite("The corpus", .enabled(if: Corpus.isPresent, Corpus.skipped))
struct CorpusTests {
  /// The place as the report itself gives it, where the index adds places above it.
  private static let own = ["内蒙古呼伦贝尔市海拉尔区": "海拉尔区"]

  @Test("place, year and kind are those of the index")
  func index() throws {
    let index = String(decoding: try Corpus.bytes("INDEX.tsv"), as: UTF8.self)
    for line in index.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t").map(String.init)
      let report = try Corpus.report(fields[0])
      #expect(report.place == Self.own[fields[1]] ?? fields[1], "\(fields[0])")
      #expect(report.year == Int(fields[2]), "\(fields[0])")
      #expect(report.kind == .workReport, "\(fields[0])")
    }
  }

  @Test("every report keeps the invariants and every sentence of its body")
  func whole() throws {
    for file in Corpus.texts {
      let report = try Corpus.report(file)
      report.checkInvariants()
      let kept = report.passages.map { report.string($0.range) }.joined()
      for line in report.string(0..<report.sourceCount).split(separator: "\n")
      where line.count > 80 {
        #expect(kept.contains(line.trimmingCharacters(in: .whitespaces)), "\(file): \(line)")
      }
    }
  }

  @Test("only the torn sentences are mended")
  func repairs() throws {
    var counts: [String: Int] = [:]
    for file in Corpus.texts { counts[file] = try Corpus.report(file).repairs.count }
    let mended = counts.filter { $0.value > 0 }
    #expect(
      mended == [
        "jinan-shizhong-2023-news.txt": 3, "province-sichuan-2026.txt": 6,
        "province-tianjin-2026.txt": 1,
      ])
  }

  @Test("a news account: place, year, kind, and three torn sentences whole")
  func news() throws {
    let report = try Corpus.report("jinan-shizhong-2023-news.txt")
    #expect(report.place == "济南市市中区" && report.year == 2023 && report.kind == .news)
    let body = report.words(.body)
    for words in ["以商圈载体重塑", "加快40余个低效楼宇", "有序开展12个项目约1466亩的土地出让"] {
      #expect(body.contains { $0.contains(words) }, "\(words)")
    }
    #expect(report.words(.heading).count == 5)
  }

  @Test(
    "a Word document gives what its text gives",
    arguments: ["guangxi", "hubei", "jiangsu", "liaoning", "shandong", "sichuan", "zhejiang"])
  func docx(_ place: String) throws {
    let word = try Corpus.report("docx/province-\(place)-2025.docx")
    let text = try Corpus.report("province-\(place)-2025.txt")
    #expect(word.dump == text.dump)
  }
}
