import Domain
import Foundation
import Testing

@testable import Reading

/// Every task rule reads its own examples and leaves its counter-examples alone.
@Suite struct TasksCorpusTests {
  static let rules = [
    "verb-first", "verb-last", "governed", "manner", "effect", "lists", "lead-in", "vague", "title",
  ]

  @Test(arguments: rules) func readsItsExamples(_ rule: String) throws {
    let reader = try Reader()
    let lines = try Self.lines(of: rule)
    #expect(lines.contains { $0.hasPrefix("+") }, "\(rule) has no example")
    for line in lines { Self.check(line, reader) }
  }

  private static func lines(of rule: String) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "TaskCorpus/\(rule).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("+") || $0.hasPrefix("-") }.map(String.init)
  }

  private static func check(_ line: String, _ reader: Reader) {
    let fields = line.dropFirst().split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let report = plan(fields[0])
    let read = reader.tasks(in: report, statements: reader.statements(in: report)).map {
      ($0.vague ? "~" : "") + report.string($0.range)
    }
    #expect(read == Array(fields.dropFirst()), "\(fields[0])")
  }

  /// The text as the only passage of a section that plans.
  static func plan(_ text: String) -> Report {
    let bytes = Array(text.utf8)
    return Report(
      name: "example", year: 2024, text: bytes,
      passages: [Passage(range: 0..<bytes.count, section: 0, number: 1)],
      sections: [Section(level: 1, label: "二、", title: "2024年工作安排", parent: nil)])
  }
}

/// The parts of a task that are written out.
@Suite struct TasksFieldTests {
  private func tasks(_ text: String) throws -> [WorkTask] {
    let reader = try Reader()
    let report = TasksCorpusTests.plan(text)
    return reader.tasks(in: report, statements: reader.statements(in: report))
  }

  @Test func splitsVerbAndObject() throws {
    let task = try #require(try tasks("力争建成青石桥").first)
    #expect(task.verb == "建成")
    #expect(task.object == "青石桥")
    #expect(task.project == "青石桥")
    #expect(task.modality == "力争")
    #expect(task.id == 1)
  }

  @Test func fillsInASharedVerb() throws {
    let read = try tasks("完成6条道路的改造、9处河道的整治")
    #expect(read.map(\.verb) == ["完成", "完成"])
  }

  @Test(arguments: [
    ("年内开工柳湾水厂", "2024-12"), ("上半年启动柳湾水厂", "2024-06"), ("9月底前完成柳湾征收", "2024-09"),
    ("到2027年建成柳湾水厂", "2027"),
  ])
  func readsDeadlines(_ text: String, _ deadline: String) throws {
    #expect(try tasks(text).first?.deadline == deadline)
  }

  @Test func listsTheStatementsOfItsClause() throws {
    let task = try #require(try tasks("新建学校3所").first)
    #expect(task.statements == [1])
  }

  @Test func givesNoneForAReview() throws {
    var report = TasksCorpusTests.plan("建成学校3所，启动柳湾水厂")
    report.sections[0].title = "2023年工作回顾"
    #expect(try Reader().tasks(in: report, statements: []).isEmpty)
  }

  @Test func survivesHostileText() throws {
    for text in ["", "，，，", "加快", "对", "“", "启动（", "一是", "完成、、、", "将将将要要", "\u{FFFD}启动"] {
      _ = try tasks(text)
    }
    let broken = Report(
      name: "x", year: 2024, text: [0xE5, 0x90, 0xE5, 0x8A, 0xA0, 0xFF],
      passages: [Passage(range: 0..<6)])
    _ = try Reader().tasks(in: broken, statements: [])
  }
}
