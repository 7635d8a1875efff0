import Domain
import Testing

@Suite("What a registry is asked without having declared it")
struct DerivedCheckTests {
  private func registry(
    _ name: String, key: [String] = ["编号"], _ fields: [Field], checks: [Registry.Check]? = nil
  ) -> Registry {
    Registry(name: name, unit: "个", key: key, fields: fields, checks: checks)
  }

  private func field(_ name: String, _ kind: Field.Kind, _ unit: String? = nil) -> Field {
    Field(name: name, kind: kind, unit: unit)
  }

  private func building(of: String = "楼宇") -> Field {
    Field(name: "楼宇", kind: .reference, registry: of)
  }

  private func names(_ registry: Registry, beside others: Registry...) -> [String] {
    let all = Dictionary((others + [registry]).map { ($0.name, $0) }) { $1 }
    return registry.allChecks(among: all).map(\.name)
  }

  @Test("dates, amounts and rates by the names of their fields; other names ask nothing")
  func within() {
    let works = registry("工程", [field("编号", .text), field("开工日期", .date), field("竣工日期", .date)])
    #expect(names(works).contains("开工日期至竣工日期过快"))
    let papers = registry("认定", [field("认定文号", .text), field("认定日期", .date)])
    #expect(names(papers) == ["认定文号年份"])
    let floors = registry(
      "楼宇", [field("已租面积", .number, "平方米"), field("可租面积", .number, "平方米")])
    #expect(names(floors) == ["已租面积超过可租面积"])
    #expect(names(registry("杂项", [field("编号", .text), field("备注", .text)])).isEmpty)
  }

  @Test("leases of a building are added up, its returns of each quarter are not")
  func totals() {
    let building = registry("楼宇", [field("编号", .text), field("可租面积", .number, "平方米")])
    let area = field("租赁面积", .number, "平方米")
    let leases = registry("入驻企业", [field("编号", .text), self.building(), area])
    #expect(names(building, beside: leases) == ["入驻企业租赁面积合计超过可租面积"])
    let end = field("季末日期", .date)
    let dated = registry("入驻情况", key: ["楼宇", "季末日期"], [self.building(), end, area])
    #expect(names(building, beside: dated).isEmpty)
    let named = registry("楼宇季报", [field("编号", .text), self.building(), area])
    #expect(names(building, beside: named).isEmpty)
    let monthly = registry(
      "入驻情况", key: ["楼宇", "月份"], [self.building(), field("月份", .text), area])
    #expect(names(building, beside: monthly).isEmpty)
  }

  @Test("a declared check of the same columns stands alone")
  func declared() {
    let papers = registry(
      "认定", [field("认定文号", .text), field("认定日期", .date)],
      checks: [.init(name: "年份相符", rule: .year(.init(of: "认定文号", on: "认定日期")))])
    #expect(names(papers) == ["年份相符"])
  }
}
