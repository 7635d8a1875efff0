import Domain
import Foundation
import Testing

@testable import Documents

@Suite("Hostile input")
struct HostileTests {
  /// Reads, and hands back the fault's code when there is one.
  private func code(_ bytes: [UInt8], _ name: String = "x") -> FaultCode? {
    do {
      try DocumentReader().read(bytes, name: name).checkInvariants()
      return nil
    } catch let fault as DocumentFault {
      return fault.code
    } catch {
      Issue.record("not a fault of documents: \(error)")
      return nil
    }
  }

  @Test("nothing to read", arguments: ["", " \n\t\r\n\u{3000}", "\u{FEFF}"])
  func empty(_ text: String) {
    #expect(code(Array(text.utf8)) == .emptyDocument)
  }

  @Test("random bytes of many sizes give a report or a fault", arguments: 1...12)
  func random(_ seed: Int) {
    var generator = Seeded(UInt64(seed))
    for size in [1, 2, 3, 7, 64, 255, 1_000, 4_097, 65_537] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = code(bytes)
      _ = code(Array("<html>".utf8) + bytes, "x.html")
      _ = code([0x50, 0x4B, 0x03, 0x04] + bytes, "x.docx")
      _ = code([0xEF, 0xBB, 0xBF] + bytes)
      _ = code([0xFF, 0xFE] + bytes)
    }
  }

  @Test("Chinese words and marks thrown together keep the invariants", arguments: 1...40)
  func shuffled(_ seed: Int) {
    let parts = [
      "一、", "（二）", "3.", "——", "一是", "各位代表", "：", "。", "，", "\n", "\n\n", "　　", "增长", "6%", "40",
      "余个", "“", "”", "下载", ">", "责任编辑：", "附件", "名词解释", "2025年", "1月5日", "记者", "摄", "\t", "以", "为",
    ]
    var generator = Seeded(UInt64(seed))
    let text = (0..<400).compactMap { _ in parts.randomElement(using: &generator) }.joined()
    _ = code(Array(text.utf8))
  }

  @Test("a line of 100 MB is one passage")
  func longLine() throws {
    let word = Array("地区生产总值增长百分之六，".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(100_000_000 + word.count)
    while bytes.count < 100_000_000 { bytes += word }
    let report = try DocumentReader().read(bytes, name: "long.txt")
    #expect(report.passages.count == 1)
    #expect(report.passages[0].range == 0..<bytes.count)
  }

  @Test("many torn lines cost no square of their number")
  func manyTornLines() throws {
    let line = "坚持项目为王。推进建设，完成投资12\n\n余亿元工程，加快进度，扩大\n\n"
    let report = try read(String(repeating: line, count: 20_000))
    #expect(report.repairs.count >= 20_000)
  }

  @Test("a file above the limit is refused")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: DocumentReader.limit + 1)
    #expect(code(bytes) == .tooLarge)
  }

  @Test("other formats are named", arguments: ["doc / xls / wps", "png"])
  func others(_ name: String) {
    let marks: [String: [UInt8]] = [
      "doc / xls / wps": [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "png": [0x89, 0x50, 0x4E, 0x47, 0x0D],
    ]
    let bytes = (marks[name] ?? []) + [UInt8](repeating: 0, count: 100)
    #expect(throws: DocumentFault.format(file: "x", found: name)) {
      try DocumentReader().read(bytes, name: "x")
    }
  }

  @Test("every fault has its sentences in both languages, and they differ")
  func sentences() {
    let faults: [DocumentFault] = [
      .unreadable(file: "a", reason: "r"), .empty(file: "a"), .encoding(file: "a"),
      .tooLarge(file: "a", bytes: 1, limit: 2), .archive(file: "a"),
      .missingPart(file: "a", part: "p"), .archiveLimit(file: "a", limit: .size(1)),
      .archiveLimit(file: "a", limit: .ratio(2)), .archiveLimit(file: "a", limit: .files(3)),
      .markup(file: "a", line: 3), .encrypted(file: "a"), .noText(file: "a"),
      .toolMissing(file: "a"), .damagedPDF(file: "a", reason: .unreadable),
      .damagedPDF(file: "a", reason: .time(3)), .format(file: "a", found: nil),
    ]
    for fault in faults {
      #expect(fault.sentence(.chinese) != fault.sentence(.english))
      #expect(fault.sentence(.chinese).count > 8 && fault.place?.file == "a")
    }
    #expect(Set(faults.map(\.code)).count == 13)
  }
}
