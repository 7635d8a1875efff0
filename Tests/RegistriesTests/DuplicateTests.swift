import Domain
import Testing

@testable import Registries

@Suite("Likely duplicates")
struct DuplicateTests {
  private let registry = Registry(
    name: "项目", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text, required: true), Field(name: "投资方", kind: .text),
      Field(name: "地块", kind: .text), Field(name: "金额", kind: .number, unit: "万元"),
    ],
    duplicates: [.init(same: ["投资方", "地块"]), .init(similar: "投资方")])

  private func record(_ key: String, _ investor: String, _ site: String) -> Record {
    Record(
      key: key,
      values: [.text(key), .text(investor), site.isEmpty ? .none : .text(site), .number(1)])
  }

  @Test("same investor and site; same name without its kind of company")
  func groups() {
    let records = [
      record("1", "云溪重工有限公司", "甲地"), record("2", "东山纺织厂", "乙地"),
      record("3", "云溪重工（集团）股份有限公司", "丙地"), record("4", "东山 纺织厂", "乙地"),
      record("5", "南湖学院", ""), record("6", "济南市云溪重工有限责任公司", "丁地"),
    ]
    let plain = LikelyDuplicates(registry).groups(records)
    #expect(plain.map(\.keys) == [["1", "3"], ["2", "4"]])
    #expect(plain[1].why.chinese == "投资方、地块相同；投资方去掉公司形式后相同")
    let placed = LikelyDuplicates(registry, places: ["济南市", "济南"]).groups(records)
    #expect(placed.map(\.keys) == [["1", "3", "6"], ["2", "4"]])
  }

  @Test("empty values are like nothing, and a name is never stripped to nothing")
  func empty() {
    let records = [record("1", "有限公司", ""), record("2", "集团公司", ""), record("3", "集团", "")]
    #expect(LikelyDuplicates(registry).groups(records).isEmpty)
  }

  @Test("many records are gone through once")
  func many() {
    let records = (0..<50_000).map { record("\($0)", "第\($0 / 2)号有限公司", "") }
    #expect(LikelyDuplicates(registry).groups(records).count == 25_000)
  }
}
