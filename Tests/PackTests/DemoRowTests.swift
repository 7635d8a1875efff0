import DemoDistrict
import Domain
import Foundation
import Testing

/// What every row and step of the demo must be, whatever it says.
@Suite struct DemoRowTests {
  let pack: Pack
  let demo: DemoDistrict

  init() throws {
    pack = try Pack.district.get()
    demo = try Pack.demo.get()
  }

  @Test func stepsStandInOrderAndAreTheSameEveryTime() throws {
    let steps = try Pack.steps.get()
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.time <= $1.time })
    guard case .synthetic = try #require(steps.first).action else {
      Issue.record("the first step does not mark the ledger as synthetic")
      return
    }
    for name in ["招商项目", "高新技术企业", "人才", "征收户"] {
      let again = DemoDistrict(registries: pack.byName, series: pack.seriesByName)
      #expect(demo.csv(of: name) == again.csv(of: name))
    }
    let texts = { (steps: [DemoStep]) in steps.map { "\($0.time) \($0.actor) \($0.reason)" } }
    #expect(texts(steps) == texts(demo.steps()))
  }

  @Test func everyRegistryOfThePackHasRows() throws {
    var counts: [String: Int] = [:]
    for case .records(let registry, _, let rows) in try Pack.steps.get().map(\.action) {
      counts[registry, default: 0] += rows.count
    }
    #expect(Set(pack.byName.keys).subtracting(counts.keys) == [])
  }

  @Test func rowsFitTheirRegistries() throws {
    for step in try Pack.steps.get() {
      guard case .records(let name, let source, let rows) = step.action else { continue }
      #expect(source.date <= step.time.day)
      guard !["市场主体", "急救派车记录", "技术合同"].contains(name) || step.time.day == Day("2023-03-31")
      else { continue }
      try check(rows, of: try #require(pack.byName[name]), on: step.time.day)
    }
  }

  private func check(_ rows: DemoRows, of registry: Registry, on day: Day) throws {
    let columns = registry.columns
    var keys: Set<String> = []
    var faults: Set<String> = []
    var count = 0
    try rows.each { key, values in
      count += 1
      if !keys.insert(key).inserted { faults.insert("twice in a batch: \(key)") }
      if values.count != columns.count { faults.insert("width") }
      for (value, column) in zip(values, columns) {
        let field = registry.fields[column.field]
        if !fits(value, column, field) { faults.insert("\(column.name): \(value)") }
        if field.checker == .creditCode, case .text(let code) = value, !Self.isCreditCode(code) {
          faults.insert("code \(code)")
        }
        if field.kind == .stages, case .day(let date) = value, date > day {
          faults.insert("\(column.name) has not happened")
        }
      }
      faults.formUnion(Self.disorder(values, columns, registry))
    }
    #expect(count == rows.count)
    #expect(faults.sorted().prefix(5) == [], "\(registry.name) on \(day)")
  }

  private func fits(_ value: FieldValue, _ column: RegistryColumn, _ field: Field) -> Bool {
    switch value {
    case .none: field.required != true
    case .day: column.type == .day
    case .number: column.type == .number
    case .text(let text):
      column.type == .text && !text.isEmpty && field.choices.map { $0.contains(text) } ?? true
    }
  }

  /// Later stages are not before earlier ones.
  private static func disorder(
    _ values: [FieldValue], _ columns: [RegistryColumn], _ registry: Registry
  ) -> [String] {
    var last: [Int: Day] = [:]
    return zip(values, columns).compactMap { value, column in
      guard registry.fields[column.field].kind == .stages, case .day(let day) = value else {
        return nil
      }
      defer { last[column.field] = day }
      return last[column.field].map { $0 > day } == true
        ? "\(column.name) before the stage before" : nil
    }
  }

  /// GB 32100-2015: the sum of the first seventeen, each with its weight, and the check character
  /// is 0 modulo 31.
  static func isCreditCode(_ code: String) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    guard code.count == 18 else { return false }
    var (sum, weight) = (0, 1)
    for (index, character) in code.enumerated() {
      guard let value = alphabet.firstIndex(of: character) else { return false }
      sum += value * (index == 17 ? 1 : weight)
      weight = weight * 3 % 31
    }
    return sum % 31 == 0
  }

  /// The standard's own example, and one with two characters exchanged.
  @Test func theCheckOfCodesIsTheStandards() {
    #expect(Self.isCreditCode("91350100M000100Y43"))
    #expect(!Self.isCreditCode("91350100M000010Y43"))
  }

  /// A reference leads to a row that was entered by the same closing.
  @Test func referencesLeadToRows() throws {
    var (keys, wanted) = ([String: Set<String>](), [String: Set<String>]())
    var day: Day?
    for step in try Pack.steps.get() {
      if let last = day, step.time.day > last {
        for (to, texts) in wanted {
          #expect(texts.subtracting(keys[to] ?? []).sorted().prefix(3) == [], "\(to) by \(last)")
        }
      }
      guard case .records(let name, _, let rows) = step.action, let registry = pack.byName[name],
        !["市场主体", "急救派车记录", "技术合同"].contains(name)
      else { continue }
      day = step.time.day
      let references = registry.columns.enumerated().compactMap { index, column in
        registry.fields[column.field].registry.map { (index, $0) }
      }
      try rows.each { key, values in
        keys[name, default: []].insert(key)
        for (index, to) in references {
          if case .text(let text) = values[index] { wanted[to, default: []].insert(text) }
        }
      }
    }
  }

  @Test func csvHasTheReportsOwnSizes() throws {
    let bytes = try #require(demo.csv(of: "市场主体", on: Day("2022-12-31")))
    #expect(bytes.count { $0 == 0x0A } == 126_001)
    #expect(demo.csv(of: "没有这本台账") == nil)
    let header = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    #expect(header.hasPrefix("统一社会信用代码,名称,主体类型,成立日期,注销日期"))
  }

  @Test func growsInStepWithTheScale() {
    func count(_ scale: Int) -> Int {
      var total = 0
      let demo = DemoDistrict(registries: pack.byName, series: pack.seriesByName, scale: scale)
      for case .records("市场主体", _, let rows) in demo.steps().map(\.action) { total += rows.count }
      return total
    }
    let (one, two) = (count(1), count(2))
    #expect(one > 150_000 && abs(two - 2 * one) < 40)
  }

  @Test func everyMonthlySeriesHasTwoYears() throws {
    var months: [String: Set<Period>] = [:]
    for case .observations(let list, _) in try Pack.steps.get().map(\.action) {
      for one in list where one.form == .growth {
        months[one.series, default: []].insert(one.period)
      }
    }
    for series in pack.series where series.cadence == .month {
      #expect(months[series.name, default: []].count >= 24, "\(series.name)")
    }
  }

  @Test func everyPlantedCaseNamesACommitment() {
    let ids = Set(pack.templates.map(\.id))
    let planted = DemoDistrict.planted
    #expect(Set(planted.map(\.id)).count == planted.count)
    #expect(planted.allSatisfy { ids.contains($0.commitment) })
    let numbered = pack.templates.filter { $0.id.hasPrefix("T") || $0.id.hasPrefix("P") }.map(\.id)
    for day in Set(DemoDistrict.expected.map(\.asOf)) {
      #expect(DemoDistrict.expected.filter { $0.asOf == day }.map(\.commitment) == numbered)
    }
  }
}
