import Domain
import Storage
import TestSupport
import Testing

/// What checks add up between two registries, against the same added up by hand.
@Suite("Sums by day are those of the day")
struct SweepTests {
  private let folder = Folder()

  private struct Lease {
    var key: String
    var house: String?
    var area: Int?
    var from: Day?
    var until: Day?

    func counts(_ house: String?, on day: Day?) -> Bool {
      guard let house, house == self.house, let day, let from, from <= day else { return false }
      return until.map { $0 > day } ?? true
    }

    var row: [FieldValue] {
      [
        .text(key), house.map(FieldValue.text) ?? .none, area.map { .number($0) } ?? .none,
        from.map(FieldValue.day) ?? .none, until.map(FieldValue.day) ?? .none,
      ]
    }
  }

  private struct House {
    var key: String
    var area: Int
    var told: Day?

    var row: [FieldValue] {
      [.text(key), .number(area), .text(key), told.map(FieldValue.day) ?? .none]
    }
  }

  /// Few days, so that many begin and end on the same one; some end before they begin.
  private func leases(_ random: inout SeededGenerator) -> [Lease] {
    func date(_ random: inout SeededGenerator) -> Day? {
      Bool.random(using: &random) || Bool.random(using: &random)
        ? Day(number: 19_400 + .random(in: 0..<12, using: &random)) : nil
    }
    return (0..<40).map { number in
      Lease(
        key: "租\(number)", house: ["甲", "乙", "丙", nil].randomElement(using: &random) ?? nil,
        area: number % 9 == 0 ? nil : .random(in: 0...9, using: &random),
        from: date(&random), until: date(&random))
    }
  }

  private static func sum(_ leases: [Lease], _ house: String?, on day: Day?) -> Int? {
    let areas = leases.filter { $0.counts(house, on: day) }.compactMap(\.area)
    return areas.isEmpty ? nil : areas.reduce(0, +)
  }

  private static let rented = Registry(
    name: "租约", unit: "份", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text), Field(name: "楼", kind: .text),
      Field(name: "面积", kind: .number, unit: "亩"), Field(name: "起", kind: .date),
      Field(name: "止", kind: .date),
    ])

  private static let houses = Registry(
    name: "楼", unit: "栋", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text, required: true),
      Field(name: "面积", kind: .number, unit: "亩"), Field(name: "楼名", kind: .text),
      Field(name: "日", kind: .date),
    ], duplicates: [],
    checks: [
      .init(
        name: "超租",
        rule: .total(
          .init(
            registry: "租约", by: "楼", field: "面积", from: "起", until: "止", atMost: "面积"))),
      .init(
        name: "全部",
        rule: .total(.init(registry: "租约", by: "楼", field: "面积", atMost: "面积"))),
      .init(
        name: "不符",
        rule: .tally(
          .init(
            is: "面积", own: "楼名", on: "日", registry: "租约", by: "楼", field: "面积",
            from: "起", until: "止", within: Exact(1)))),
    ])

  @Test(arguments: 0..<30)
  func asByHand(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let leases = leases(&random)
    let houses = ["甲", "乙", "丙", "丁"].map { key in
      House(
        key: key, area: .random(in: 0...40, using: &random),
        told: key == "丁" ? nil : Day(number: 19_400 + .random(in: 0..<12, using: &random)))
    }
    let ledger = try SQLiteLedger(path: folder("\(seed).ledger"))
    try ledger.append([.registry(Self.rented), .registry(Self.houses)], by: author)
    try ledger.add(leases.map { ($0.key, $0.row) }, to: Self.rented)
    try ledger.add(houses.map { ($0.key, $0.row) }, to: Self.houses)
    let doubts = try ledger.doubts(of: "楼", known: .max)
    func named(_ name: String) -> Set<String> {
      Set(doubts.first { $0.check == name }?.groups.map { $0.own[0] } ?? [])
    }
    let over = houses.filter { house in
      leases.contains { lease in
        lease.house == house.key
          && Self.sum(leases, house.key, on: lease.from) ?? 0 > house.area
      }
    }
    #expect(named("超租") == Set(over.map(\.key)))
    let whole = houses.filter { house in
      leases.filter { $0.house == house.key }.compactMap(\.area).reduce(0, +) > house.area
    }
    #expect(named("全部") == Set(whole.map(\.key)))
    let wrong = houses.filter { house in
      Self.sum(leases, house.key, on: house.told).map {
        100 * abs(house.area - $0) > house.area
      } ?? false
    }
    #expect(named("不符") == (2 * wrong.count < houses.count ? Set(wrong.map(\.key)) : []))
  }
}
