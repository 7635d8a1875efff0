import Domain
import Foundation
import Testing

@testable import Reconciling

/// Each rule finds what it is for and leaves its neighbour alone.
@Suite struct LintTests {
  private func rules(_ plan: [String], earlier: ReportReading? = nil) throws -> [String] {
    try Lint().findings(Reports.made(2025, review: ["经济平稳运行。"], plan: plan), earlier: earlier)
      .map(\.rule)
  }

  @Test(arguments: [
    ("不断优化营商环境。", "no-end-state"), ("引进一批优质企业。", "indefinite-number"),
    ("逐步完善养老服务体系。", "no-deadline"), ("新增高新技术产品20个。", "ambiguous-new"),
    ("建设安置房2700套。", "ambiguous-build"),
  ])
  func promisesThatNobodyCouldCheck(_ text: String, _ rule: String) throws {
    #expect(try rules(["（一）抓好落实。\(text)"]).contains(rule), "\(text)")
  }

  @Test(arguments: ["6月底前建成青龙湾湿地公园。", "建成安置房2700套。", "城镇新增就业5000人以上。"])
  func promisesThatCanBeChecked(_ text: String) throws {
    let severe = try Lint().findings(
      Reports.made(2025, plan: ["（一）抓好落实。\(text)"])
    ).filter { $0.severity > .note }
    #expect(severe.map(\.rule) == [], "\(text)")
  }

  @Test func twoTargetsContradict() throws {
    let plan = [
      "今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，一般公共预算收入增长3%。",
      "（一）扩大投资。确保固定资产投资增长10%。",
    ]
    #expect(try rules(plan).contains("contradicts"))
    #expect(try !rules([plan[0]]).contains("contradicts"))
  }

  @Test func weakerSofterAndDropped() throws {
    let earlier = try Reports.made(
      2024,
      plan: ["今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇登记失业率控制在4%以内，粮食产量20万吨。"])
    let plan = ["今年主要预期目标是：地区生产总值增长5%，固定资产投资增长8%，城镇登记失业率控制在4.5%以内。"]
    let found = try Lint().findings(Reports.made(2025, plan: plan), earlier: earlier)
    #expect(found.filter { $0.rule == "weaker-than-last-year" }.count == 2)
    let dropped = found.filter { $0.rule == "dropped-since-last-year" }
    #expect(dropped.count == 1 && dropped[0].message.chinese.contains("粮食"))
  }

  /// Every vague task has one finding of the rules for vague ones, and no other task has.
  @Test func vagueTasksAndFindingsAreTheSame() throws {
    let reading = try Reports.made(
      2025, plan: ["（一）抓好落实。不断优化营商环境，引进一批优质企业，建成青龙湾湿地公园，加强作风建设。"])
    let rules: Set<String> = ["no-end-state", "indefinite-number", "no-deadline"]
    let found = try Lint().findings(reading).filter {
      rules.contains($0.rule) && $0.severity > .note
    }
    #expect(found.map(\.range) == reading.tasks.filter(\.vague).map(\.range))
    #expect(!found.isEmpty)
  }
}
