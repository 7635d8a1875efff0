import Domain
import Testing
import Tracking

@Suite("Travel times are judged like any other measure")
struct CoverageTests {
  /// Everybody who lives east of a line reaches a place.
  private struct EastReaches: TravelTimes {
    var fault: (any Fault)?

    func circle(_ question: TravelQuestion) throws -> Circle {
      if let fault { throw fault }
      let people = question.people.map { place in
        Circle.Inhabited(
          place: place, joint: nil, time: place.point.longitude > 117 ? 600 : nil, nearest: 0,
          secondTime: nil, second: nil, supply: nil)
      }
      return Circle(
        terms: question.terms, facilities: [], people: people,
        coverage: Coverage(
          people.map { ($0.place.people, $0.time) }, minutes: question.terms.minutes),
        resilience: Coverage([], minutes: 1), subdistricts: [], problems: [], nodeTimes: [])
    }
  }

  private struct Lost: Fault {
    var code: FaultCode { .elsewhere }
    var place: FaultPlace? { nil }
    func sentence(_ language: Language) -> String { language == .chinese ? "不在此地" : "elsewhere" }
  }

  private static let hospitals = Registry(
    name: "医院", unit: "所", key: ["名称"],
    fields: [
      Field(name: "名称", kind: .text), Field(name: "级别", kind: .choice, choices: ["三级", "一级"]),
      Field(name: "位置", kind: .place), Field(name: "开办", kind: .date),
    ])
  private static let cells = Registry(
    name: "网格", unit: "格", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text), Field(name: "经度", kind: .number, unit: "度", digits: 3),
      Field(name: "纬度", kind: .number, unit: "度", digits: 3),
      Field(name: "人口", kind: .number, unit: "人"),
    ])

  private func world(roads: Bool = true) -> World {
    var world = World()
    world.add(.registry(Self.hospitals))
    world.add(.registry(Self.cells))
    if roads { world.add(.roads(RoadNetwork(name: "路网", sha256: "0", source: "图"))) }
    world.record(
      "医院", "甲", [.text("甲"), .text("三级"), .text("117.1,36.6"), .day(day("2023-03-01"))])
    world.record(
      "医院", "乙", [.text("乙"), .text("一级"), .text("某路"), .day(day("2023-03-01"))])
    for (key, x, people) in [("1", 117_200, 300), ("2", 116_900, 100)] {
      world.record("网格", key, [.text(key), .number(x), .number(36_600), .number(people)])
    }
    world.record("网格", "3", [.text("3"), .none, .none, .number(100)])
    return world
  }

  private func coverage(_ mode: String = "步行") -> Measure.Coverage {
    Measure.Coverage(
      facilities: "医院", from: "开办", population: "网格", people: "人口", mode: mode, minutes: 30)
  }

  private func judge(
    _ world: World, _ coverage: Measure.Coverage, atLeast share: String = "60",
    asOf date: String = "2023-12-31", travel: (any TravelTimes)? = EastReaches()
  ) throws -> Judgement {
    let commitment = promise(share, "%", .coverage(coverage), bound: .atLeast)
    return try Judge(books: world.books, evidence: world.store, travel: travel)
      .judge(commitment, asOf: day(date))
  }

  @Test("the share counts people without a point as left out, and settles at the deadline")
  func share() throws {
    let judgement = try judge(world(), coverage())
    #expect(judgement.actual == Exact(60) && judgement.unit == "%")
    #expect(judgement.value == .met)
    #expect(try judge(world(), coverage(), atLeast: "61").value == .notMet)
    #expect(try judge(world(), coverage(), atLeast: "61", asOf: "2023-06-30").pace != .on)
    // Before the first hospital opened there was none.
    let early = try judge(world(), coverage(), asOf: "2023-02-01")
    #expect(early.actual == nil && early.state == .notYet)
  }

  @Test("without roads, mode or fitting points nothing is judged, and why is said")
  func missing() throws {
    #expect(try judge(world(roads: false), coverage()).actual == nil)
    #expect(try judge(world(), coverage(), travel: nil).actual == nil)
    #expect(try judge(world(), coverage("飞行")).actual == nil)
    let lost = try judge(world(), coverage(), travel: EastReaches(fault: Lost()))
    #expect(lost.value == .notYet(Phrase("不在此地", "elsewhere")))
  }

  @Test("only facilities of the level count, and those without a point are told")
  func levels() throws {
    var high = coverage()
    high.where = [.isOne(field: "级别", of: ["三级"])]
    #expect(try judge(world(), high).working.allSatisfy { !$0.chinese.contains("1 处设施未计入") })
    let all = try judge(world(), coverage())
    #expect(all.working.contains { $0.chinese.contains("1 处设施未计入") })
    high.where = [.isOne(field: "级别", of: ["一级"])]
    #expect(try judge(world(), high).actual == nil)
  }

  @Test("candidates are records with a point; of the facilities those that are open, at any level")
  func candidates() throws {
    var world = world()
    for (name, opened) in [("丙", "2023-04-01"), ("丁", "2024-04-01")] {
      world.record(
        "医院", name, [.text(name), .text("一级"), .text("117.2,36.6"), .day(day(opened))])
    }
    var high = coverage()
    high.where = [.isOne(field: "级别", of: ["三级"])]
    let gatherer = CoverageGatherer(books: world.books, evidence: world.store)
    func keys(_ registry: String, _ measure: Measure.Coverage) throws -> [String] {
      try gatherer.candidates(
        of: registry, measure, for: promise("60", "%", .coverage(measure)),
        asOf: day("2023-12-31"), known: .max, seen: day("2023-12-31")
      ).map(\.key)
    }
    #expect(try keys("医院", high) == ["丙", "甲"])
    #expect(try keys("网格", high) == ["1", "2"])
    high.facilities = "网格"
    #expect(try keys("医院", high) == ["丁", "丙", "甲"])
  }

  @Test("records of what happened are the value, the model stands beside it")
  func recorded() throws {
    var measure = coverage("救护车")
    measure.records = .init(registry: "高新技术企业", dated: "发证日期", field: "面积", interval: "受理至到达")
    var world = world()
    for (key, area) in [("a", 20), ("b", 30), ("c", 31)] {
      world.enterprise(key, on: "2023-05-01", area: area)
    }
    let judgement = try judge(world, measure)
    #expect(judgement.actual?.rounded(1) == exact("66.7"))
    #expect(judgement.working.contains { $0.chinese.contains("受理至到达") })
    #expect(judgement.working.contains { $0.chinese.contains("模型") && $0.chinese.contains("60 %") })
  }

  @Test("what a coverage names must be declared and make sense")
  func check() {
    let books = world().books
    func faults(_ measure: Measure.Coverage) -> [FaultCode] {
      MeasureCheck.check(
        .coverage(measure), for: promise("1", "%", nil), registries: books.registries,
        series: books.series
      ).map(\.code)
    }
    #expect(faults(coverage()) == [])
    #expect(faults(coverage("飞行")) == [.wrongEvidenceKind])
    var wrong = coverage()
    (wrong.people, wrong.from, wrong.hour, wrong.minutes) = ("编号", "级别", 25, 0)
    #expect(faults(wrong).count == 4)
    wrong = coverage()
    wrong.facilities = "没有"
    #expect(faults(wrong) == [.unknownEvidence])
    wrong = coverage()
    (wrong.population, wrong.people) = ("医院", nil)
    #expect(faults(wrong) == [.wrongEvidenceKind])
  }

  @Test("whose number counts is the declared one, else one of a usual name, and it is printed")
  func people() {
    func population(_ fields: [Field]) -> Registry {
      Registry(name: "小区", unit: "个", key: ["编号"], fields: fields)
    }
    let (code, x) = (Field(name: "编号", kind: .text), Field(name: "经度", kind: .number))
    let (floors, people) = (Field(name: "层数", kind: .number), Field(name: "常住人口", kind: .number))
    var measure = Measure.Coverage(
      facilities: "医院", population: "小区", mode: "步行", minutes: 15)
    #expect(measure.peopleColumn(of: population([code, x, floors, people])) == "常住人口")
    #expect(measure.peopleColumn(of: population([code, x, floors])) == "层数")
    #expect(measure.peopleColumn(of: population([code, x])) == nil)
    let words = MeasureWords(
      registries: ["小区": population([code, x, floors, people])], series: [:])
    let period = span("2023")
    #expect(words.phrase(.coverage(measure), in: period).chinese.contains("小区·常住人口"))
    measure.people = "层数"
    #expect(words.phrase(.coverage(measure), in: period).chinese.contains("小区·层数"))
  }
}
