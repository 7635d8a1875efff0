import Domain
import Testing
import Tracking

@Suite("Statistics and scores")
struct StatisticsTests {
  @Test("two-year averages: +81.5 % is 34.7 %; +9.1 % allows 4.4 and 4.5, and not 4.6")
  func twoYears() throws {
    let first = try #require(TwoYearAverage.interval(published: exact("81.5"), decimals: 1))
    #expect(first.allows(exact("34.7"), decimals: 1))
    #expect(!first.allows(exact("34.9"), decimals: 1))
    let second = try #require(TwoYearAverage.interval(published: exact("9.1"), decimals: 1))
    #expect(second.allows(exact("4.4"), decimals: 1))
    #expect(second.allows(exact("4.5"), decimals: 1))
    #expect(!second.allows(exact("4.3"), decimals: 1))
    #expect(!second.allows(exact("4.6"), decimals: 1))
    #expect(second.lower < 4.45 && second.upper > 4.45)
    #expect(TwoYearAverage.rate(Exact(-101)) == nil)
  }

  @Test("差异系数 of 鸠江 2023: 1.643162 over 5.515273 is 0.297929")
  func variation() throws {
    let published = Variation(mean: 5.515273, deviation: 1.643162)
    let coefficient = try #require(published.coefficient)
    #expect(abs(coefficient - 0.297929) < 0.000001)
    let own = try #require(Variation([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(own.mean == 5 && own.deviation == 2)
    #expect(try #require(Variation([1, 3], weights: [3, 1])).mean == 1.5)
    #expect(Variation([]) == nil)
    #expect(Variation([1, 2], weights: [1]) == nil)
  }

  @Test("the vote of 龙游: 152 of 182, abstentions in the total")
  func vote() {
    let vote = Composition([.init("满意", 152), .init("基本满意", 30), .init("不满意", 0), .init("弃权", 0)])
    #expect(vote.whole == 182)
    #expect(vote.share("满意")?.fixed(2) == "83.52")
    let abstained = Composition([.init("满意", 152), .init("基本满意", 30), .init("弃权", 18)])
    #expect(abstained.share("满意") == Exact(76))
  }

  @Test("金寨 2025: five classes make 222; 72.97 is printed as 72.9 so that the column adds up")
  func jinzhai() {
    let states = Composition(
      whole: 222,
      [
        .init("完成", 24), .init("超进度", 10), .init("达进度", 162), .init("欠进度", 17), .init("其它", 9),
      ])
    #expect(states.remainder == 0)
    #expect(states.share("达进度")?.fixed(2) == "72.97")
    let printed = ["完成": "10.8", "超进度": "4.5", "达进度": "72.9", "欠进度": "7.7", "其它": "4.1"]
      .mapValues(exact)
    #expect(printed.values.reduce(.zero, +) == Exact(100))
    #expect(states.misprints(printed, decimals: 1) == ["达进度"])
  }

  @Test("a table of 45 whose classes give 44 leaves one out, and one of 50 leaves three")
  func remainder() {
    let province = Composition(
      whole: 45, [.init("提前完成", 24), .init("超序时", 9), .init("按序时", 11)])
    #expect(province.remainder == 1)
    let city = Composition(whole: 50, [.init("提前完成", 14), .init("超序时", 7), .init("按序时", 26)])
    #expect(city.remainder == 3)
  }

  static let quzhou = ScoreRules(
    name: "衢州", source: "衢州市综合考核", base: Exact(10), floor: .zero, cap: Exact(12),
    above: .init(every: Exact(1), points: Exact(1)), below: .init(every: Exact(1), points: Exact(1))
  )

  @Test(
    "衢州: base for meeting, +1 for each 1 % up to +2, −1 for each 1 % down to nothing",
    arguments: [
      ("100", "10"), ("101", "11"), ("110", "12"), ("99", "9"), ("95.5", "5.5"), ("80", "0"),
    ])
  func scores(_ actual: String, _ points: String) {
    #expect(Scoring.points(Self.quzhou, actual: exact(actual), target: Exact(100)) == exact(points))
  }

  @Test("all or nothing, whole steps, points of a rate")
  func otherScores() {
    var all = Self.quzhou
    all.allOrNothing = true
    #expect(Scoring.points(all, actual: Exact(99), target: Exact(100)) == .zero)
    #expect(Scoring.points(all, actual: Exact(100), target: Exact(100)) == Exact(10))
    var steps = Self.quzhou
    steps.below = .init(every: Exact(10), points: Exact(1), stepwise: true)
    #expect(Scoring.points(steps, actual: Exact(91), target: Exact(100)) == Exact(10))
    #expect(Scoring.points(steps, actual: Exact(90), target: Exact(100)) == Exact(9))
    #expect(Scoring.points(steps, actual: Exact(71), target: Exact(100)) == Exact(8))
    let rate = Scoring.points(
      Self.quzhou, actual: exact("5.5"), target: Exact(6), isRate: true)
    #expect(rate == exact("9.5"))
  }

  @Test("a unit's account adds up: what is scored and what is still open")
  func totals() throws {
    var world = World()
    for index in 0..<52 { world.enterprise("A\(index)", on: "2023-01-10") }
    var second = promise("60", "家", certificates)
    second.id = "P17"
    let commitments = [promise("52", "家", certificates), second]
    let judgements = try commitments.map { try world.judge($0, "2023-06-30") }
    let totals = Scoring.totals(judgements, of: commitments) { _ in Self.quzhou }
    #expect(totals == [.init(unit: "科技局", points: Exact(10), scored: 1, open: 1)])
  }

  @Test("paths: days, 60/40, nodes, the year's end only")
  func paths() {
    func share(_ path: Path, _ date: String) -> Exact? {
      Schedule(path: path, period: span("2023")).share(at: day(date))
    }
    #expect(share(.linear, "2023-11-30") == Exact(33400, over: 365))
    #expect(share(.halves(first: 60), "2023-06-30") == Exact(60))
    #expect(share(.halves(first: 60), "2023-09-30") == Exact(80))
    let nodes = Path.nodes([
      .init(day: day("2023-03-31"), percent: Exact(10)),
      .init(day: day("2023-09-30"), percent: Exact(70)),
    ])
    #expect(share(nodes, "2023-03-31") == Exact(10))
    #expect(share(nodes, "2023-09-30") == Exact(70))
    #expect(share(nodes, "2023-12-31") == Exact(100))
    #expect(share(.annual, "2023-12-30") == nil)
    #expect(share(.annual, "2023-12-31") == Exact(100))
    #expect(share(.linear, "2022-12-31") == .zero)
    for path in [Path.linear, .halves(first: 60), nodes] {
      var before = Exact.zero
      for number in day("2022-12-30").number...day("2024-01-02").number {
        let now = Schedule(path: path, period: span("2023")).share(at: Day(number: number)) ?? .zero
        #expect(now >= before && now <= Exact(100))
        before = now
      }
    }
  }

  @Test("months left count parts of a month by its days")
  func monthsLeft() {
    func left(_ date: String) -> Exact {
      Schedule.monthsLeft(after: day(date), to: day("2023-12-31"))
    }
    #expect(left("2023-11-30") == Exact(1))
    #expect(left("2022-12-31") == Exact(12))
    #expect(left("2023-12-31") == .zero)
    #expect(left("2023-11-15") == Exact(1) + Exact(16, over: 31)!)
  }
}
