import Documents
import Domain
import Testing

@Suite("Torn sentences")
struct RepairTests {
  @Test("blank lines and a caption block, golden")
  func news() throws {
    let report = try Fixture.report("torn-news")
    report.checkInvariants()
    #expect(report.repairs.map(\.kind) == [.interruption, .blankLine, .blankLine])
    let body = report.words(.body)
    #expect(body.contains { $0.hasPrefix("东岗区将以港口物流、冷链仓储") && $0.hasSuffix("60亿元。") })
    #expect(body.contains { $0.contains("改造提升35个老旧小区") && $0.contains("有序实施9个积水点治理") })
    #expect(body.contains("区长赵一凡作政府工作报告。"))
    #expect(report.kind == .news && report.place == "临河市东岗区")
  }

  @Test("a mended passage leads back to the source, with what was left out")
  func origin() throws {
    let report = try Fixture.report("torn-news")
    let repair = try #require(report.repairs.first)
    let passage = report.passages[repair.passage]
    let source = report.sourceString(passage.range)
    #expect(source.hasPrefix("东岗区将以港口物") && source.contains("区长赵一凡") && source.hasSuffix("60亿元。"))
    #expect(report.string(repair.removed).contains("第四次会议开幕"))
  }

  @Test("lines of fixed width become paragraphs, across a page number")
  func wrapped() throws {
    let report = try Fixture.report("wrapped")
    report.checkInvariants()
    #expect(report.repairs.allSatisfy { $0.kind == .wrappedLine })
    #expect(report.words(.body).count == 3)
    #expect(report.words(.body).contains { $0.contains("园区承载能力不断增强，重点产业链") })
    #expect(report.words(.heading) == ["一、2033年工作回顾", "二、2034年工作安排"])
    #expect(report.year == 2034 && report.place == "青石市")
  }

  @Test(
    "one break, mended",
    arguments: [
      ("全年新增就业3", "万人，城镇登记失业率控制在4%以内。"),
      ("今年将加快产业转型，推进科技创新，完善“一核两", "翼”布局，建成园区3个。"),
      ("坚持项目为王。全年实施重点项目56个，", "完成投资120亿元。"),
      ("提升城市品质。推进老旧小区改造，新增停车位1200", "个，新建公园4处。"),
    ])
  func single(_ first: String, _ second: String) throws {
    let report = try read("政府工作报告\n各位代表：\n经济稳中向好。\n\(first)\n\n\(second)\n生态持续改善。")
    #expect(report.words(.body).contains(first + second))
    #expect(report.repairs.count == 1)
  }

  @Test("a forgotten full stop joins nothing")
  func forgottenStop() throws {
    let report = try read(
      "政府工作报告\n各位代表：\n提升城市品质。推进老旧小区改造，新建公园4处，完成绿化提升\n推动乡村振兴。建成高标准农田3万亩。")
    #expect(report.repairs.isEmpty && report.words(.body).count == 2)
  }

  @Test(
    "what looks torn and is not",
    arguments: [
      "稳中求进，奋力谱写新篇章\n2030年，全市地区生产总值增长6%。",
      "（一）加快转型升级，做强工业\n工业增加值增长7%。",
      "民生实事项目\n新建学校2所\n新建公园3个\n改造道路5条",
      "指标\t目标\n地区生产总值\t6%\n城镇新增就业\t5万人",
      "今年重点做好以下工作：\n个体工商户新增2万户。",
    ])
  func lists(_ text: String) throws {
    let report = try read("政府工作报告\n各位代表：\n经济稳中向好。\n\(text)\n生态持续改善。")
    #expect(report.repairs.isEmpty)
  }
}
