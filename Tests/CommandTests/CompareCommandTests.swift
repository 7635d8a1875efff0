import Foundation
import Testing

/// Reports against each other and against themselves, from the command line.
@Suite("Comparing reports from the command line")
struct CompareCommandTests {
  private static let earlier = """
    甲市乙区政府工作报告（2024年）

    二、2024年工作安排

    今年主要预期目标是：地区生产总值增长6%以上，城镇新增就业5000人。

    （一）抓项目。开工建设青龙湾湿地公园，不断优化营商环境。
    """
  private static let later = """
    甲市乙区政府工作报告（2025年）

    一、2024年工作回顾

    2024年，地区生产总值增长5%，城镇新增就业5200人。

    二、2025年工作安排

    （一）抓项目。开工建设青龙湾湿地公园。
    """

  private func reports(_ folder: Folder) throws -> (String, String) {
    (
      try folder.file("yiqu-2024.txt", Self.earlier), try folder.file("yiqu-2025.txt", Self.later)
    )
  }

  private struct Line: Decodable {
    struct Span: Decodable {
      var start: Int
      var end: Int
      var text: String
    }
    var place: String
    var promise: Span
    var claim: Span?
    var verdict: String
    var note: String
    var isCarriedOver: Bool

    enum CodingKeys: String, CodingKey {
      case place, promise, claim, verdict, note
      case isCarriedOver = "carried_over"
    }
  }

  @Test func jsonlHasTheShapeOfTheContract() throws {
    let folder = try Folder()
    let (earlier, later) = try reports(folder)
    let command = try Command.run(["reconcile", earlier, later, "--format", "jsonl"])
    #expect(command.status == 0, "\(command.errors)")
    let lines = try command.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.verdict) == ["missed", "kept", "missed"])
    #expect(lines.allSatisfy { $0.place == "yiqu" })
    #expect(lines[0].note.hasPrefix("Q ") && !lines[2].note.hasPrefix("Q "))
    #expect(lines[2].isCarriedOver)
    let text = Array(Self.earlier.unicodeScalars)
    for line in lines {
      let words = String(String.UnicodeScalarView(text[line.promise.start..<line.promise.end]))
      #expect(words == line.promise.text)
    }
  }

  @Test func aFolderGivesTheSameAsItsTwoFiles() throws {
    let folder = try Folder()
    let (earlier, later) = try reports(folder)
    for format in ["jsonl", "csv", "html", "table"] {
      let two = try Command.run(["reconcile", earlier, later, "--format", format])
      let all = try Command.run(["reconcile", folder.path, "--format", format])
      #expect(two.output == all.output && !two.output.isEmpty, "\(format)")
    }
  }

  @Test func wrongOrderAndNothingToCompareAreFaults() throws {
    let folder = try Folder()
    let (earlier, later) = try reports(folder)
    let reversed = try Command.run(["reconcile", later, earlier])
    #expect(reversed.status == 65 && reversed.errors.contains("O114"))
    let alone = try Command.run(["reconcile", earlier])
    #expect(alone.status == 65 && alone.errors.contains("O115"))
  }

  @Test func lintTellsByItsStatusAndItsCaret() throws {
    let folder = try Folder()
    let (earlier, later) = try reports(folder)
    let found = try Command.run(["lint", earlier])
    #expect(found.status == 1)
    #expect(found.output.contains("no-end-state") && found.output.contains("^^^^"))
    let clean = try Command.run(["lint", later, "--severity", "error"])
    #expect(clean.status == 0, "\(clean.output)")
    let missing = try Command.run(["lint", folder.path + "/nothing.txt"])
    #expect(missing.status == 65)
  }

  @Test func sarifIsOneObjectWithEveryFinding() throws {
    let folder = try Folder()
    let (earlier, _) = try reports(folder)
    let lines = try Command.run(["lint", earlier, "--format", "jsonl"]).output
      .split(separator: "\n").count
    let sarif = try Command.run(["lint", earlier, "--format", "sarif"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    let runs = try #require(object["runs"] as? [[String: Any]])
    #expect((runs[0]["results"] as? [Any])?.count == lines && lines > 0)
  }

  @Test func auditIsCalmOnACleanReport() throws {
    let folder = try Folder()
    let (_, later) = try reports(folder)
    let command = try Command.run(["audit", later])
    #expect(command.status == 0, "\(command.output)")
  }
}
