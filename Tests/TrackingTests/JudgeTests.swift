import Domain
import Testing
import Tracking

@Suite("Counts, stocks, sums and ratios are judged by rule")
struct JudgeTests {
  /// 41 certificates by the end of November, of 52.
  private func world(_ count: Int = 41) -> World {
    var world = World()
    for index in 0..<count { world.enterprise("GR\(index)", on: "2023-06-15", area: 1000) }
    return world
  }

  @Test("41 of 52 by the end of November is 78.8 %, 12.7 points behind 91.5 %")
  func golden() throws {
    let judgement = try world().judge(promise("52", "家", certificates), "2023-11-30")
    #expect(judgement.actual == Exact(41))
    #expect(judgement.target == Exact(52))
    #expect(judgement.data == .provisional)
    #expect(judgement.proof == .departmental)
    #expect(judgement.needed == Exact(11))
    #expect(judgement.state == .behind)
    guard case .behind(let by) = judgement.pace else { throw Missing() }
    #expect(by == (Exact(334, over: 365)! - Exact(41, over: 52)!) * Exact(100))
    #expect(by.fixed(1) == "12.7")
    let text = judgement.working.map(\.chinese).joined(separator: "\n")
    #expect(text.contains("41 家 ÷ 52 家 = 78.8 %"))
    #expect(text.contains("序时应达 91.5 %（334/365 天）"))
    #expect(text.contains("滞后 12.7 个百分点（按未舍入值相减）"))
  }

  @Test("a count is met as soon as it is reached, and not met only when the time is over")
  func accumulating() throws {
    let target = promise("41", "家", certificates)
    #expect(try world(41).judge(target, "2023-07-01").value == .met)
    #expect(try world(40).judge(target, "2023-07-01").state == .onPath)
    #expect(try world(40).judge(target, "2023-12-31").value == .notMet)
    let settling = promise("41", "家", certificates, settles: 2)
    let waiting = try world(40).judge(settling, "2024-01-31")
    #expect(waiting.state == .notYet || waiting.state == .behind)
    #expect(waiting.data == .provisional)
    #expect(try world(40).judge(settling, "2024-02-29").value == .notMet)
  }

  @Test(
    "bounds by the law's usage",
    arguments: [
      ("exact", false, 40, false), ("exact", false, 41, true), ("at_least", false, 41, true),
      ("at_least", true, 41, false), ("at_least", true, 42, true), ("about", true, 41, false),
      ("at_most", false, 41, true), ("at_most", false, 42, false), ("at_most", true, 41, false),
    ])
  func bounds(_ bound: String, _ strict: Bool, _ count: Int, _ met: Bool) throws {
    let bound = try #require(Statement.Bound(rawValue: bound))
    let target = promise("41", "家", certificates, bound: bound, strict: strict)
    #expect((try world(count).judge(target, "2023-12-31").value == .met) == met)
  }

  @Test("15,000 passes 1.5万家以上; 14,999 does not")
  func tenThousands() throws {
    for (count, met) in [(15_000, true), (14_999, false)] {
      let judgement = try world(count).judge(
        promise("1.5", "万家", certificates, bound: .atLeast), "2023-12-31")
      #expect((judgement.value == .met) == met)
      #expect(judgement.unit == "家")
      #expect(judgement.target == Exact(15_000))
    }
  }

  @Test("80.0 % fails 超过80%")
  func share() throws {
    let good = Measure.stock(
      .init(registry: "幼儿园", from: "认定日期", where: [.isOne(field: "等级", of: ["示范", "一类", "二类"])]))
    let share = Measure.ratio(.init(of: good, to: .stock(.init(registry: "幼儿园"))))
    for (of, met) in [(80, false), (81, true)] {
      var world = World()
      for index in 0..<100 {
        world.record(
          "幼儿园", "园\(index)",
          [
            .text("园\(index)"), .day(day("2022-09-01")), .text(index < of ? "二类" : "三类"),
            .number(100),
          ])
      }
      let target = promise("80", "%", share, bound: .atLeast, strict: true)
      let judgement = try world.judge(target, "2023-12-31")
      #expect(judgement.actual == Exact(of))
      #expect((judgement.value == .met) == met)
      #expect(try world.judge(target, "2023-11-30").state == (met ? .onPath : .onPath))
    }
  }

  @Test("30%左右 holds from 28.5 to 31.5, and says so")
  func about() throws {
    let tolerance = Tolerance(value: Exact(5), kind: .percent)
    for (value, met) in [("28.4", false), ("28.5", true), ("31.5", true), ("31.6", false)] {
      var world = World()
      world.figure("地区生产总值", "2023", value, published: "2024-01-20")
      world.store.sources["统计月报"]?.date = day("2024-01-20")
      let measure = Measure.reported(.init(series: "地区生产总值", form: .growth))
      let target = promise("30", "%", measure, bound: .about, tolerance: tolerance)
      let judgement = try world.judge(target, "2024-02-29")
      #expect((judgement.value == .met) == met, "\(value)")
      #expect(judgement.working.contains { $0.chinese.contains("28.5 至 31.5") })
    }
  }

  @Test("what is shown beside a bound never lies on its other side")
  func shownBesideBounds() throws {
    let tolerance = Tolerance(value: Exact(5), kind: .percent)
    for (value, shown) in [("28.496", "28.496"), ("28.5", "28.5"), ("31.5000001", "31.5000001")] {
      var world = World()
      world.figure("地区生产总值", "2023", value, published: "2024-01-20")
      world.store.sources["统计月报"]?.date = day("2024-01-20")
      let measure = Measure.reported(.init(series: "地区生产总值", form: .growth))
      let judgement = try world.judge(
        promise("30", "%", measure, bound: .about, tolerance: tolerance), "2024-02-29")
      #expect(judgement.working.contains { $0.chinese.contains("\(shown) % − 30 %") })
      #expect(judgement.beside.contains(exact("28.5")) && judgement.beside.contains(exact("31.5")))
    }
  }

  @Test("左右 without a declared tolerance is half a point on growth and 5 % of a share")
  func usualTolerance() throws {
    let growth = Measure.reported(.init(series: "地区生产总值", form: .growth))
    for (value, met) in [("5.4", false), ("5.5", true), ("6.5", true), ("6.51", false)] {
      var world = World()
      world.figure("地区生产总值", "2023", value, published: "2024-01-20")
      world.store.sources["统计月报"]?.date = day("2024-01-20")
      let judgement = try world.judge(promise("6", "%", growth, bound: .about), "2024-02-29")
      #expect((judgement.value == .met) == met, "\(value)")
    }
  }

  @Test("a measure whose unit does not convert into the target's cannot be judged, and says why")
  func unitsApart() throws {
    let judgement = try world().judge(promise("41", "公里", certificates), "2023-12-31")
    guard case .unverifiable(let why) = judgement.value else { throw Missing() }
    #expect(why.chinese == "口径失效")
    let working = judgement.working.map(\.chinese).joined()
    #expect(working.contains("公里") && working.contains("家"))
  }

  @Test("a ratio without a denominator says so instead of dividing")
  func emptyDenominator() throws {
    let share = Measure.ratio(
      .init(of: .stock(.init(registry: "幼儿园")), to: .stock(.init(registry: "幼儿园"))))
    let judgement = try World().judge(promise("80", "%", share), "2023-12-31")
    #expect(judgement.actual == nil)
    #expect(judgement.state == .notYet)
  }

  @Test("107万平方米 is judged in its own unit")
  func sums() throws {
    let measure = Measure.sum(.init(registry: "高新技术企业", field: "面积", dated: "发证日期"))
    var world = World()
    for index in 0..<107 { world.enterprise("A\(index)", on: "2023-03-01", area: 10_000) }
    let judgement = try world.judge(promise("107", "万平方米", measure), "2023-12-31")
    #expect(judgement.actual == Exact(107))
    #expect(judgement.unit == "万平方米")
    #expect(judgement.value == .met)
    let mu = try world.judge(promise("1605", "亩", measure), "2023-12-31")
    #expect(mu.value == .met)
    #expect(mu.actual == Exact(1605))
  }

  @Test("gross, net and first-time are three numbers")
  func newness() throws {
    var world = World()
    world.enterprise("A", code: "甲", on: "2020-05-01")
    world.enterprise("B", code: "甲", on: "2023-05-01", type: "复审")
    world.enterprise("C", code: "乙", on: "2023-06-01")
    world.enterprise("D", code: "丙", on: "2019-06-01", cancelled: "2023-03-01")
    func count(_ newness: Measure.Newness) throws -> Exact? {
      try world.judge(
        promise(
          "1", "家",
          .count(
            .init(
              registry: "高新技术企业", dated: "发证日期", distinct: ["代码"], newness: newness,
              ended: "取消日期"))), "2023-12-31"
      ).actual
    }
    #expect(try count(.gross) == Exact(2))
    #expect(try count(.first) == Exact(1))
    #expect(try count(.net) == Exact(1))
  }

  @Test("growth of a count is against the same days of the year before")
  func growth() throws {
    var world = World()
    for index in 0..<10 { world.enterprise("A\(index)", on: "2022-03-01") }
    for index in 0..<5 { world.enterprise("L\(index)", on: "2022-12-01") }
    for index in 0..<12 { world.enterprise("B\(index)", on: "2023-04-01") }
    let target = promise("15", "%", .growth(certificates), bound: .atLeast)
    #expect(try world.judge(target, "2023-06-30").actual == Exact(20))
    #expect(try world.judge(target, "2023-12-31").actual == Exact(-20))
  }

  @Test("what is left out is named: outside the period, too weak, not there yet, source later")
  func leftOut() throws {
    var world = world(3)
    world.enterprise("去年", on: "2022-11-01")
    world.enterprise("自报", on: "2023-05-01", source: "口头汇报")
    world.enterprise("受理", on: nil, claimed: "2023-05-01")
    world.source("年底公告", .accepted, "2023-12-30")
    world.enterprise("晚证", on: "2023-05-01", source: "年底公告")
    let measure = Measure.count(
      .init(registry: "高新技术企业", dated: "发证日期", claimed: "受理日期"))
    let judgement = try world.judge(promise("4", "家", measure), "2023-11-30")
    #expect(judgement.actual == Exact(3))
    #expect(
      Set(judgement.leftOut.map(\.reason)) == [
        .outsidePeriod, .tooWeak, .notYetThere, .sourceLater,
      ])
    #expect(try world.judge(promise("4", "家", measure), "2023-12-31").value == .met)
  }

  @Test("an exact fall is met by falling as far; up is not")
  func fall() throws {
    for (value, met) in [("-3.2", true), ("-3", true), ("-2.9", false), ("3", false)] {
      var world = World()
      world.figure("地区生产总值", "2023", value, published: "2024-01-20")
      world.store.sources["统计月报"]?.date = day("2023-01-20")
      let measure = Measure.reported(.init(series: "地区生产总值", form: .growth))
      #expect((try world.judge(promise("-3", "%", measure), "2024-03-01").value == .met) == met)
    }
  }

  @Test("a figure of last year agrees when it rounds to what was said")
  func baseline() throws {
    let target = promise("1.2", "万家", certificates, kind: .baseline)
    #expect(try world(12_499).judge(target, "2023-12-31").value == .met)
    #expect(try world(12_600).judge(target, "2023-12-31").value == .notMet)
  }

  @Test("no measure, and one that nothing can answer, say so in public")
  func unjudged() throws {
    var plain = promise("1", "家", nil)
    plain.unverifiable = "没有完成标准"
    #expect(try World().judge(plain, "2023-12-31").state == .unverifiable)
    let coverage = Measure.coverage(
      .init(facilities: "医疗机构", population: "人口", mode: "驾车", minutes: 30))
    let void = try World().judge(promise("90", "%", coverage), "2024-12-31")
    #expect(void.state == .unverifiable)
    #expect(void.working.first?.chinese.hasPrefix("口径失效：T121") == true)
  }

  struct Missing: Error {}
}
