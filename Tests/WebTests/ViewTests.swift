import Domain
import Foundation
import Testing

@testable import Operations
@testable import Publishing
@testable import Web

/// Pipelines, chains and buildings against what was counted by hand.
@Suite struct ViewTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func load(_ registry: String, _ csv: String) throws {
    _ = try ImportRecords(site.office).run(
      Array(csv.utf8), name: "t.csv", into: registry,
      source: SourceFacts(issuer: "商务局", date: try found(Day("2023-11-01"))),
      by: .commandLine("ducha"))
  }

  private func json(_ page: any Page) throws -> [String: Any] {
    let frame = Frame(asOf: site.office.today, today: site.office.today, links: .served())
    let bytes = try found(page.data(frame)).bytes
    return try found(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func medians() {
    #expect(StagesPage.median([]) == nil)
    #expect(StagesPage.median([3]) == 3)
    #expect(StagesPage.median([5, 1, 9]) == 5)
    #expect(StagesPage.median([1, 2, 4, 9]) == 3)
  }

  private func view() throws -> Operations.View {
    try site.office.view(asOf: site.office.today, by: site.caller(.supervisor))
  }

  @Test func stagesCountWhereEachRecordStands() throws {
    try load(
      "地块出让",
      "宗地号,项目,用途,面积,进度.公告,进度.成交,进度.签合同\n"
        + "Z1,东片,住宅,100,2023-01-01,2023-02-01,2023-03-01\nZ2,东片,住宅,100,2023-01-01,2023-02-10,\n"
        + "Z3,东片,商服,100,2023-11-20,,\nZ4,东片,商服,100,,,\n")
    let page = try ShowViews(view()).stages("地块出让")
    let stages = try found(try json(page)["stages"] as? [[String: Any]])
    #expect(stages.map { $0["standing"] as? String } == ["1", "1", "1"])
    #expect(stages.map { $0["moved_30_days"] as? String } == ["1", "0", "0"])
    // 31 and 40 days from the first to the second.
    #expect(stages[0]["median_days_to_next"] as? String == "35")
  }

  @Test func chainsShowTheirGaps() throws {
    try load(
      "产业链", "产业链编号,名称,类别,牵头单位\nC1,汽车制造,都市工业,工信局\n")
    try load(
      "链上企业",
      "产业链,统一社会信用代码,名称,环节,规上,入链日期,出链日期\n"
        + "C1,91370199100000040N,甲公司,上游,是,2022-01-01,\n"
        + "C1,913701991000005504,乙公司,上游,否,2022-01-01,2023-01-01\n"
        + "C1,9137019910000106XR,丙公司,下游,否,2023-01-01,\n")
    try load(
      "链条缺口",
      "缺口编号,产业链,缺口内容,列入日期,补齐日期\nG1,C1,缺电池,2023-01-01,\nG2,C1,缺轮胎,2023-01-01,2023-06-01\n")
    let page = try ShowViews(view()).chains()
    let chains = try found(try json(page)["chains"] as? [[String: Any]])
    let links = try found(chains.first?["links"] as? [[String: Any]])
    let counts = Dictionary(
      links.compactMap { link -> (String, Int)? in
        guard let name = link["name"] as? String, let count = link["count"] as? Int else {
          return nil
        }
        return (name, count)
      }
    ) { $1 }
    #expect(counts == ["上游": 1, "中游": 0, "下游": 1, "配套": 0])
    let gaps = try found(chains.first?["gaps"] as? [[String: Any]])
    #expect(gaps.count { $0["closed"] is NSNull } == 1)
  }
}
