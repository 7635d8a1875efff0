import Domain
import Testing

@testable import Reconciling

/// Figures that do not fit are found, and rounded ones that do are left alone.
@Suite struct AuditTests {
  private func rules(
    _ review: [String], plan: [String] = [], earlier: ReportReading? = nil
  ) throws -> [String] {
    try Audit().findings(Reports.made(2025, review: review, plan: plan), earlier: earlier)
      .map(\.rule)
  }

  @Test func levelGrowthAndLastYearsLevel() throws {
    let earlier = try Reports.made(2024, review: ["2023年，社会消费品零售总额完成287.9亿元，增长6%。"])
    let fits = "2024年，社会消费品零售总额达到309亿元，增长7.5%。"
    #expect(try rules([fits], earlier: earlier) == [])
    // A new scope may explain three points, no more.
    #expect(try rules(["2024年，社会消费品零售总额达到309亿元，增长9.9%。"], earlier: earlier) == [])
    #expect(
      try rules(["2024年，社会消费品零售总额达到309亿元，增长13%。"], earlier: earlier) == ["level-growth"])
    #expect(
      try rules(["2024年，社会消费品零售总额达到259亿元，增长7.5%。"], earlier: earlier) == ["level-growth"])
  }

  @Test func aTargetsLevelAndGrowth() throws {
    let review = "2024年，社会消费品零售总额完成287.9亿元，增长6%。"
    #expect(try rules([review], plan: ["今年主要预期目标是：社会消费品零售总额增长7.5%，达到309亿元。"]) == [])
    #expect(
      try rules([review], plan: ["今年主要预期目标是：社会消费品零售总额增长7.5%，达到339亿元。"])
        == ["level-growth"])
  }

  @Test func averageGrowth() throws {
    let right = "社会消费品零售总额由2010年的162.4亿元增加到2015年的287.9亿元，年均增长12.1%。"
    let wrong = "社会消费品零售总额由2010年的162.4亿元增加到2015年的287.9亿元，年均增长15.1%。"
    #expect(try rules([right]).contains("average-growth") == false)
    #expect(try rules([wrong]).contains("average-growth"))
  }

  @Test func oneFigureTwice() throws {
    let same = ["2024年，固定资产投资增长8.2%，成效明显。", "2024年，固定资产投资增长8.2%，好于预期。"]
    let rounded = ["2024年，社会消费品零售总额达到320亿元。", "2024年，社会消费品零售总额达到320.4亿元。"]
    let differs = ["2024年，固定资产投资增长8.2%，成效明显。", "2024年，固定资产投资增长6.2%，好于预期。"]
    let elsewhere = ["2024年，固定资产投资增长8.2%，成效明显。", "2024年，高新区固定资产投资增长16.2%。"]
    #expect(try rules(same) == [])
    #expect(try rules(rounded) == [])
    #expect(try rules(differs) == ["given-twice"])
    #expect(try rules(elsewhere) == [])
  }

  @Test(arguments: [
    ("三次产业结构调整为5.1:38.6:56.3。", []), ("三次产业结构调整为5.1:38.6:46.3。", ["structure-sum"]),
    ("三次产业结构调整为5：39：57。", []),
  ])
  func thePartsOfTheStructure(_ text: String, _ expected: [String]) throws {
    #expect(try rules(["2024年，\(text)"]) == expected)
  }

  @Test func sharesAboveTheWhole() throws {
    #expect(try rules(["2024年，自来水普及率达到102%。"]) == ["share-above-whole"])
    #expect(try rules(["2024年，自来水普及率达到99%，完成计划的102%。"]) == [])
  }

  @Test(arguments: [
    ("新建学校12所，其中小学8所、中学4所。", []), ("新建学校12所，其中小学15所。", ["part-above-total"]),
    ("新建学校12所，其中小学8所、中学7所。", ["parts-above-total"]),
  ])
  func partsAgainstTheirTotal(_ text: String, _ expected: [String]) throws {
    #expect(try rules(["2024年，\(text)"]) == expected)
  }

  @Test func whatTheTargetIsSaidToHaveBeen() throws {
    let earlier = try Reports.made(2024, plan: ["今年主要预期目标是：城镇新增就业6000人，地区生产总值增长8%。"])
    let right = "2024年，城镇新增就业6300人，完成6000人的年度目标任务。"
    let wrong = "2024年，城镇新增就业6300人，完成5000人的年度目标任务。"
    #expect(try rules([right], earlier: earlier) == [])
    #expect(try rules([wrong], earlier: earlier) == ["target-restated"])
  }

  @Test func allMetThoughSomeWereNot() throws {
    let earlier = try Reports.made(2024, plan: ["今年主要预期目标是：固定资产投资增长8%。"])
    let blanket = "2024年，圆满完成了年初确定的各项目标任务。"
    #expect(
      try rules([blanket, "2024年，固定资产投资增长6%。"], earlier: earlier) == ["all-met"])
    #expect(try rules([blanket, "2024年，固定资产投资增长8%。"], earlier: earlier) == [])
  }
}
