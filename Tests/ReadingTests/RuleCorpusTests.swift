import Domain
import Foundation
import Testing

@testable import Reading

/// Every rule reads its own examples and leaves its counter-examples alone.
@Suite struct RuleCorpusTests {
  @Test(arguments: Rule.allCases) func readsItsExamples(_ rule: Rule) throws {
    let lines = try RuleExample.lines(of: rule)
    #expect(lines.contains { $0.isExample }, "\(rule.rawValue) has no example")
    #expect(lines.contains { !$0.isExample }, "\(rule.rawValue) has no counter-example")
    let reader = try Reader()
    for line in lines { line.check(reader, rule) }
  }
}

/// One line of a rule's corpus.
struct RuleExample {
  var isExample: Bool
  var era: Era
  var year: Int
  var text: String
  var quantity: String?
  var indicator = ""
  var expected: [String] = []

  static func lines(of rule: Rule) throws -> [RuleExample] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Corpus/\(rule.rawValue).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("+") || $0.hasPrefix("-") }.map { try RuleExample(String($0)) }
  }

  init(_ line: String) throws {
    isExample = line.hasPrefix("+")
    let fields = line.dropFirst().split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let head = fields[0].split(separator: " ")
    year = try #require(Int(head[1]))
    era = Era(kind: head[0] == "plan" ? .plan : .review, period: nil)
    text = fields[1]
    quantity = fields.count > 2 ? fields[2] : nil
    if fields.count > 3 { indicator = fields[3] }
    if fields.count > 4 { expected = fields[4].split(separator: " ").map(String.init) }
  }

  func check(_ reader: Reader, _ rule: Rule) {
    let report = report()
    let read = reader.statements(in: report)
    let mine = read.filter {
      $0.rule == rule.rawValue && (quantity == nil || report.string($0.range) == quantity)
    }
    guard isExample else {
      #expect(mine.isEmpty, "\(rule.rawValue) must not read: \(text)")
      return
    }
    let found = mine.map { shape($0) }
    #expect(
      found.contains(wanted), "\(text): wanted \(wanted), read \(found) of \(read.map { $0.rule })")
  }

  /// Whether the rule reads an example as it says.
  func isRead(by reader: Reader, _ rule: Rule) -> Bool {
    let report = report()
    return reader.statements(in: report).contains {
      $0.rule == rule.rawValue && report.string($0.range) == quantity && shape($0) == wanted
    }
  }

  private var wanted: String {
    let unit = expected[3] == "-" ? "" : expected[3]
    let kind = expected.count > 4 ? expected[4] : era.kind == .plan ? "target" : "claim"
    return ([indicator] + expected[0...2] + [unit, kind]).joined(separator: " ")
  }

  private func shape(_ statement: Statement) -> String {
    var value = statement.value.shown(most: 4)
    if let second = statement.value2 { value += "..\(second)" }
    return [
      statement.indicator, statement.relation.rawValue, statement.bound.rawValue, value,
      statement.unit, statement.kind.rawValue,
    ].joined(separator: " ")
  }

  /// The text as the only passage of a section that reviews or plans.
  private func report() -> Report {
    let bytes = Array(text.utf8)
    let title = era.kind == .plan ? "\(year)年工作安排" : "\(year - 1)年工作回顾"
    return Report(
      name: "example", year: year, text: bytes,
      passages: [Passage(range: 0..<bytes.count, section: 0, number: 1)],
      sections: [Section(level: 1, label: "一、", title: title, parent: nil)])
  }
}
