import Domain
import Testing

@testable import Registries

@Suite("Likely duplicates")
struct DuplicateTests {
  private let registry = Registry(
    name: "项目", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text, required: true), Field(name: "名称", kind: .text),
      Field(name: "投资方", kind: .text), Field(name: "选址", kind: .place),
    ],
    duplicates: [.init(same: ["投资方", "选址"]), .init(similar: "名称")])

  private func record(_ key: String, _ name: String?, _ investor: String?, _ site: String?)
    -> Record
  {
    let values = [key, name, investor, site].map { $0.map(FieldValue.text) ?? .none }
    return Record(key: key, values: values)
  }

  private func keys(_ records: [Record]) -> [[String]] {
    LikelyDuplicates(registry).groups(records).map(\.keys)
  }

  @Test("the same investor on the same site")
  func investorAndSite() {
    #expect(
      keys([
        record("1", "云川一期", "甲", "东路1号"), record("2", "星河", "甲", "东路2号"),
        record("3", "海棠", "甲", "东路1号"),
      ]) == [["1", "3"]])
  }

  @Test(
    "names that differ only in the ending that companies have",
    arguments: [
      "云川科技股份有限公司", "云川科技有限责任公司", "云川科技（集团）有限公司", "云川科技 有限公司",
    ])
  func endings(_ name: String) {
    #expect(
      keys([record("1", "云川科技有限公司", nil, nil), record("2", name, nil, nil)]) == [["1", "2"]])
  }

  @Test("different names and empty fields are like no other")
  func different() {
    #expect(
      keys([
        record("1", "云川科技有限公司", nil, nil), record("2", "云山科技有限公司", nil, nil),
        record("3", nil, nil, nil), record("4", nil, nil, nil),
      ]) == [])
  }
}

@Suite("Single months out of cumulative figures")
struct DerivedMonthTests {
  private func level(_ period: String, _ value: String, _ published: String) throws -> Observation {
    Observation(
      series: "社零", period: try #require(Period(period)), form: .level,
      value: try #require(Exact(value)), vintage: .preliminary,
      published: try #require(Day(published)), source: "s")
  }

  @Test("months are differences, marked as derived, and add up to the last figure")
  func differences() throws {
    let figures = [
      try level("2023-01..2023-02", "80.5", "2023-03-24"),
      try level("2023-01..2023-03", "121", "2023-04-24"),
      try level("2023-01..2023-05", "200.2", "2023-06-24"),
    ]
    let months = DerivedMonths.months(from: figures)
    #expect(
      months.map(\.period.description) == ["2023-01..2023-02", "2023-03", "2023-04..2023-05"])
    #expect(months.map(\.value.description) == ["80.5", "40.5", "79.2"])
    #expect(months.dropFirst().allSatisfy { $0.derived == true })
    #expect(months.map(\.value).reduce(.zero, +) == figures.last?.value)
  }

  @Test("a revision takes the place of the first figure")
  func revised() throws {
    let months = DerivedMonths.months(from: [
      try level("2023-01..2023-02", "80", "2023-03-24"),
      try level("2023-01..2023-02", "82", "2023-05-24"),
      try level("2023-01..2023-03", "121", "2023-04-24"),
    ])
    #expect(months.map(\.value.description) == ["82", "39"])
  }
}
