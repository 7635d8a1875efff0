import Domain
import Testing
import Tracking

/// The same numbers in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("What holds of every judgement")
struct PropertyTests {
  private func date(_ dice: inout Dice) -> String {
    "\(day("2022-06-01").adding(days: Int.random(in: 0..<760, using: &dice)))"
  }

  private func world(_ dice: inout Dice) -> World {
    var world = World()
    for index in 0..<Int.random(in: 0..<60, using: &dice) {
      world.enterprise(
        "A\(index)", code: "C\(index % 20)", on: date(&dice),
        area: Int.random(in: 1..<90, using: &dice))
    }
    world.figure("社会消费品零售总额", "2023-01..2023-05", "5.5", published: "2023-06-24")
    return world
  }

  private let commitments = [
    promise("20", "家", certificates), promise("20", "家", certificates, bound: .about),
    promise(
      "10", "家",
      .count(.init(registry: "高新技术企业", dated: "发证日期", distinct: ["代码"], newness: .first))),
    promise("1000", "平方米", .sum(.init(registry: "高新技术企业", field: "面积", dated: "发证日期"))),
    promise("30", "家", .stock(.init(registry: "高新技术企业", from: "发证日期"))),
    promise("6", "%", .reported(.init(series: "社会消费品零售总额", form: .growth))),
    promise("5", "%", .growth(certificates)),
  ]

  /// What was left out may name later things; everything else may not.
  private func facts(_ judgement: Judgement) -> Judgement {
    var facts = judgement
    facts.leftOut = []
    facts.working = []
    return facts
  }

  @Test(
    "nothing later than the judged date and what was known changes a judgement", arguments: 0..<25)
  func noFuture(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var world = world(&dice)
    let (known, asOf) = (world.entries.count, "2023-07-31")
    let before = try commitments.map { facts(try world.judge($0, asOf, known: known)) }
    world.source("后来", .accepted, "2023-09-01")
    for index in 0..<20 { world.enterprise("L\(index)", on: date(&dice), source: "后来") }
    for index in 0..<20 { world.enterprise("K\(index)", on: date(&dice)) }
    world.figure("社会消费品零售总额", "2023-01..2023-06", "9", published: "2023-07-20")
    world.figure("社会消费品零售总额", "2023-01..2023-05", "8", published: "2023-09-01")
    let after = try commitments.map { facts(try world.judge($0, asOf, known: known)) }
    #expect(before == after)
  }

  @Test("more of what is counted never turns met into not met", arguments: 0..<25)
  func monotone(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var world = world(&dice)
    var met = [Bool](repeating: false, count: 4)
    for index in 0..<30 {
      for (which, commitment) in commitments.prefix(4).enumerated() {
        let now = try world.judge(commitment, "2023-12-31").value == .met
        #expect(!met[which] || now, "\(which)")
        met[which] = now
      }
      world.enterprise("M\(index)", code: "M\(index)", on: "2023-05-05", area: 100)
    }
    #expect(met.allSatisfy { $0 })
  }

  @Test("a target in another unit is judged the same", arguments: 1..<40)
  func units(_ value: Int) throws {
    var world = World()
    for index in 0..<20 { world.enterprise("A\(index)", on: "2023-05-05", area: 1000) }
    let area = Measure.sum(.init(registry: "高新技术企业", field: "面积", dated: "发证日期"))
    let plain = promise("\(value * 1000)", "平方米", area)
    let wan = promise("\(Exact(value, digits: 1))", "万平方米", area)
    for date in ["2023-06-30", "2023-12-31"] {
      let (a, b) = (try world.judge(plain, date), try world.judge(wan, date))
      #expect(a.value == b.value && a.pace == b.pace && a.state == b.state)
    }
    let count = promise("\(Exact(value, digits: 4))", "万家", certificates)
    #expect(
      try world.judge(count, "2023-12-31").value
        == world.judge(promise("\(value)", "家", certificates), "2023-12-31").value)
  }

  @Test("several workers judge the same, in the same order")
  func workers() async throws {
    var dice = Dice(state: 7)
    var world = world(&dice)
    for (index, commitment) in commitments.enumerated() {
      var own = commitment
      own.id = "P\(index)"
      world.adopt(own)
    }
    let judge = Judge(books: world.books, evidence: world.store)
    let one = try judge.judgeAll(asOf: day("2023-07-31"))
    #expect(one.map(\.commitment) == commitments.indices.map { "P\($0)" })
    #expect(try await judge.judgeAll(asOf: day("2023-07-31"), workers: 3) == one)
  }

  @Test("the counts of disjoint conditions add up to the whole", arguments: 0..<10)
  func partsAddUp(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var world = World()
    for index in 0..<40 {
      world.enterprise("A\(index)", on: date(&dice), type: Bool.random(using: &dice) ? "首次" : "复审")
    }
    func count(_ types: [String]) throws -> Exact {
      let measure = Measure.count(
        .init(registry: "高新技术企业", dated: "发证日期", where: [.isOne(field: "类型", of: types)]))
      return try world.judge(promise("1", "家", measure), "2023-12-31").actual ?? .zero
    }
    #expect(try count(["首次"]) + count(["复审"]) == count(["首次", "复审"]))
  }
}
