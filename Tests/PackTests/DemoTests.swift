import DemoDistrict
import Domain
import Foundation
import Testing

/// The demo's numbers, checked by another way than the program's own.
@Suite struct DemoTests {
  let pack: Pack

  init() throws { pack = try Pack.district.get() }

  /// Everything that the numbered rows ask for but the ambulance calls, which are many.
  static let needed: Set<String> = [
    "市场主体", "四上企业", "金融机构", "总部企业", "招商项目", "到账记录", "高新技术企业", "科技型中小企业", "技术合同", "楼宇",
    "楼宇季报", "人才", "征收户", "片区", "征收拆迁项目", "地块出让", "安置房", "老旧小区", "低效地块", "土地流转合同", "家庭承包地",
    "民生实事", "民生实事部件", "学校建设项目", "学校", "幼儿园", "典型案例",
  ]

  private func evidence(_ day: Day, of names: Set<String> = needed) throws -> Evidence {
    try Evidence(try Pack.steps.get(), of: names, registries: pack.byName, on: day)
  }

  @Test func theEvidenceGivesTheExpectedNumbers() throws {
    let year = try #require(Period("2023"))
    let seen = try Dictionary(
      uniqueKeysWithValues: Set(DemoDistrict.expected.map(\.asOf)).map { ($0, try evidence($0)) })
    for expected in DemoDistrict.expected {
      guard let actual = expected.actual,
        let measure = pack.templates.first(where: { $0.id == expected.commitment })?.measure
      else { continue }
      let value = seen[expected.asOf]?.value(measure, year)
      #expect(value?.rounded(1) == Exact(actual), "\(expected.commitment) on \(expected.asOf)")
    }
  }

  /// The end states follow from the report's own numbers, part by part.
  @Test func theEndStatesFollowFromTheReport() throws {
    let year = try #require(Period("2023"))
    let end = try #require(Day("2024-12-31"))
    let evidence = try evidence(end)
    var finder = try Finder(pack.report, name: "demo-report.txt")
    let found = finder.find(pack.templates)
    for expected in DemoDistrict.expected where expected.asOf == end {
      let template = try #require(pack.templates.first { $0.id == expected.commitment })
      guard let kept = kept(template, found, evidence, year) else { continue }
      #expect(expected.state == (kept ? .met : .notMet), "\(expected.commitment)")
    }
  }

  private func kept(
    _ template: Template, _ found: [Finder.Found], _ evidence: Evidence, _ period: Period
  ) -> Bool? {
    if case .all(let parts) = template.measure {
      return parts.allSatisfy { reaches(evidence.value($0.measure, period), $0.target, 1) }
    }
    if template.id == "P12" { return nil }
    let statements = found.filter { $0.id == template.id }.compactMap(\.statement)
    guard !statements.isEmpty else { return nil }
    let measures =
      template.parts?.map { ($0.measure, $0.tolerance) }
      ?? [template.measure].compactMap { $0 }.map { ($0, template.tolerance) }
    return zip(statements, measures).allSatisfy { statement, measure in
      let target = Target(
        value: statement.value, bound: statement.bound, strict: statement.strict,
        unit: statement.unit,
        tolerance: measure.1)
      return reaches(evidence.value(measure.0, period), target, factor(statement.unit, measure.0))
    }
  }

  /// What the measure's number is in one of the target's unit.
  private func factor(_ unit: String, _ measure: Measure) -> Exact {
    switch unit {
    case "万家", "亿元", "万平方米": Exact(10_000)
    case "亩": if case .sum = measure { Exact(2000, over: 3) ?? .zero } else { Exact(1) }
    default: Exact(1)
    }
  }

  private func reaches(_ value: Exact?, _ target: Target, _ factor: Exact) -> Bool {
    guard let value else { return false }
    let aim = target.value * factor
    if target.bound == .about, let tolerance = target.tolerance {
      let slack = aim * tolerance.value * Exact(1, digits: 2)
      return (value - aim).magnitude <= slack
    }
    return target.strict == true ? value > aim : value >= aim
  }

  private func reaches(_ value: Exact?, _ target: Target, _ factor: Int) -> Bool {
    reaches(value, target, Exact(factor))
  }

  @Test func baselinesAreWhatTheReportSays() throws {
    let evidence = try evidence(
      try #require(Day("2023-01-31")), of: ["市场主体", "四上企业"])
    let last = try #require(Period("2022"))
    func value(_ id: String) throws -> Exact? {
      try #require(pack.templates.first { $0.id == id }).measure.flatMap {
        evidence.value($0, last)
      }
    }
    #expect(try value("B4") == Exact(126_000))
    #expect(try value("B5") == Exact(1122))
    #expect(try value("B2") == Exact("5.0"))
    #expect(try value("B3") == Exact(490))
  }

  @Test func aDifferentReadingOfNewWouldTipIt() throws {
    let evidence = try evidence(
      try #require(Day("2024-12-31")), of: ["高新技术企业", "招商项目", "楼宇", "低效地块"])
    let year = try #require(Period("2023"))
    func count(_ id: String, _ change: (inout Measure.Count) -> Void) throws -> Exact? {
      guard case .count(var it) = try #require(pack.templates.first { $0.id == id }).measure else {
        return nil
      }
      change(&it)
      return evidence.value(.count(it), year)
    }
    #expect(try count("P16") { $0.newness = .gross } == Exact(94))
    #expect(try count("P14") { $0.distinct = nil } == Exact(203))
    #expect(try count("P14") { $0.dated = "进度.签约" }.map { $0 > Exact(200) } == true)
    #expect(try count("P20") { $0.where = [.isOne(field: "低效认定", of: ["是"])] } == Exact(43))
    let outside = evidence.value(
      .count(.init(registry: "低效地块", dated: "启动日期")), try #require(Period("2022-01..2023-12")))
    #expect(outside == Exact(117))
  }

  @Test func aMistypedContractHidesThatNinetyIsNotExceeded() throws {
    let measure = try #require(pack.templates.first { $0.id == "P19" }?.measure)
    let year = try #require(Period("2023"))
    let before = try evidence(try #require(Day("2024-02-29")), of: ["技术合同"]).value(measure, year)
    #expect(before.map { $0 > Exact(900_000) } == true)
  }

  @Test func aRevisionTurnsTheGrowthOfTheYear() throws {
    let measure = try #require(pack.templates.first { $0.id == "T1" }?.measure)
    let year = try #require(Period("2023"))
    #expect(try evidence(try #require(Day("2024-11-30")), of: []).value(measure, year) == Exact(6))
    #expect(
      try evidence(try #require(Day("2024-12-31")), of: []).value(measure, year) == Exact("5.8"))
  }
}
