import Domain
import Testing
import Tracking

@Suite("Light rules are data, without gaps and overlaps")
struct LightTests {
  typealias Rule = LightRules.Rule

  static func rules(_ name: String, _ source: String, _ lights: [(Light, [String: String])])
    -> LightRules
  {
    LightRules(
      name: name, source: source,
      lights: lights.map { light, when in
        Rule(light: light, when: when.compactMapValues { Interval($0) })
      })
  }

  static let yinchuan = rules(
    "银川 进度", "银川市 2025",
    [
      (.green, ["behindPoints": "<= 0"]), (.yellow, ["behindPoints": ">= 10, <= 30"]),
      (.red, ["behindPoints": "> 30"]),
    ])
  static let completed = rules(
    "银川 进度（本区补全）", "银川市 2025，本区补全",
    [
      (.green, ["behindPoints": "<= 0"]), (.blue, ["behindPoints": "> 0, < 10"]),
      (.yellow, ["behindPoints": ">= 10, <= 30"]), (.red, ["behindPoints": "> 30"]),
    ])
  static let start = rules(
    "银川 开工", "银川市 2025",
    [
      (.green, ["monthsNotStarted": "= 0"]),
      (.yellow, ["monthsNotStarted": ">= 1, < 3", "excused": "= 0"]),
      (.red, ["monthsNotStarted": ">= 3"]),
    ])
  static let startCompleted = rules(
    "银川 开工（本区补全）", "银川市 2025，本区补全",
    [
      (.green, ["monthsNotStarted": "= 0"]),
      (.green, ["monthsNotStarted": ">= 1, < 3", "excused": "= 1"]),
      (.yellow, ["monthsNotStarted": ">= 1, < 3", "excused": "= 0"]),
      (.red, ["monthsNotStarted": ">= 3"]),
    ])
  static let entered = rules(
    "银川 入库", "银川市 2025",
    [
      (.green, ["monthsNotEntered": "<= 1"]), (.yellow, ["monthsNotEntered": "> 1, <= 2"]),
      (.red, ["monthsNotEntered": "> 2"]),
    ])
  static let sanya = rules(
    "三亚 投资进度", "三亚市 2022",
    [
      (.green, ["behindShare": "<= 0"]), (.yellow, ["behindShare": "> 0, <= 50"]),
      (.red, ["behindShare": "> 50"]),
    ])
  static let monthly = rules(
    "三亚 月度", "三亚市 2022",
    [
      (.green, ["missedMonths": "= 0"]), (.yellow, ["missedMonths": "= 1"]),
      (.red, ["missedMonths": ">= 2"]),
    ])
  static let suqian = rules(
    "宿迁产发集团 三色督办单", "宿迁产业发展集团，本区补全",
    [
      (.green, ["daysOverdue": "< -30", "behindPoints": "<= 0"]),
      (.blue, ["daysOverdue": ">= -30, <= 0", "behindPoints": "<= 0"]),
      (.yellow, ["daysOverdue": "<= 0", "behindPoints": "> 0"]), (.red, ["daysOverdue": "> 0"]),
    ])
  /// The city's notices of 2020 and 2021 know two classes: 达到序时进度 and 未达序时进度 (a share below
  /// that of the time gone by, or a growth below its target).
  static let xuancheng = rules(
    "宣城 序时", "宣城市人民政府办公室《2021年1-3月份〈政府工作报告〉目标任务完成情况》2021年5月11日",
    [(.green, ["behindPoints": "<= 0"]), (.red, ["behindPoints": "> 0"])])

  @Test(
    "whole rule sets are accepted",
    arguments: [completed, startCompleted, entered, sanya, monthly, suqian, xuancheng])
  func accepted(_ rules: LightRules) {
    #expect(LightRulesCheck.check(rules) == [])
  }

  @Test("as published, 银川 has no light for less than 10 points behind, nor for an excused delay")
  func gaps() {
    guard case .lightGap(let name, let example) = LightRulesCheck.check(Self.yinchuan).first else {
      Issue.record("no gap was found")
      return
    }
    #expect(name == "银川 进度")
    #expect(example == "behindPoints = 5")
    #expect(
      LightRulesCheck.check(Self.start) == [
        .lightGap("银川 开工", example: "excused = 1, monthsNotStarted = 1")
      ])
  }

  @Test("an overlap is named with its point and lights; equal lights do not clash")
  func overlaps() {
    let ends = Self.rules(
      "两端", "", [(.green, ["behindPoints": "<= 10"]), (.red, ["behindPoints": ">= 10"])])
    #expect(
      LightRulesCheck.check(ends) == [
        .lightOverlap("两端", example: "behindPoints = 10", lights: [.green, .red])
      ])
    let published = Self.rules(
      "宿迁 原文", "",
      [
        (.blue, ["daysOverdue": ">= -30, <= 0"]), (.yellow, ["behindPoints": "> 0"]),
        (.red, ["daysOverdue": "> 0"]),
      ])
    #expect(Set(LightRulesCheck.check(published).map(\.code)) == [.lightGap, .lightOverlap])
    let same = Self.rules(
      "同灯", "", [(.green, ["behindPoints": "<= 10"]), (.green, ["behindPoints": ">= 10"])])
    #expect(LightRulesCheck.check(same) == [])
  }

  @Test("an open point between two spans is a gap; unknown facts and no rules are refused")
  func edges() {
    let open = Self.rules(
      "点", "", [(.green, ["behindPoints": "< 10"]), (.red, ["behindPoints": "> 10"])])
    #expect(LightRulesCheck.check(open) == [.lightGap("点", example: "behindPoints = 10")])
    let whole = Self.rules(
      "整", "", [(.green, ["missedMonths": "< 2"]), (.red, ["missedMonths": ">= 2"])])
    #expect(LightRulesCheck.check(whole) == [])
    let strange = Self.rules("怪", "", [(.green, ["心情": "any"])])
    #expect(LightRulesCheck.check(strange) == [.unknownFact("怪", fact: "心情")])
    #expect(LightRulesCheck.check(Self.rules("空", "", [])).map(\.code) == [.lightGap])
  }

  @Test(
    "accepted rules give every fact exactly one light",
    arguments: [completed, sanya, suqian, xuancheng])
  func everyFactHasALight(_ rules: LightRules) {
    for points in stride(from: -400, through: 1200, by: 3) {
      for days in [-90, -31, -30, -1, 0, 1, 40] {
        let facts: LightFacts = [
          .behindPoints: Exact(points, digits: 1), .behindShare: Exact(points, digits: 1),
          .daysOverdue: Exact(days),
        ]
        let held = rules.lights.filter { rule in
          rule.when.allSatisfy { name, interval in
            LightRules.Fact(rawValue: name).flatMap { facts[$0] }.map(interval.contains) ?? false
          }
        }
        #expect(held.count == 1)
        #expect(rules.light(for: facts) == held.first?.light)
      }
    }
  }

  @Test("the light follows from the judgement, month by month; what nobody can judge is grey")
  func lights() throws {
    var world = World()
    for index in 0..<5 { world.enterprise("A\(index)", on: "2023-01-10") }
    let target = promise("12", "家", certificates)
    func light(_ rules: LightRules, _ date: String, _ commitment: Commitment) throws -> Light? {
      try Judge(books: world.books, evidence: world.store, lights: rules)
        .judge(commitment, asOf: day(date)).light
    }
    #expect(try light(Self.monthly, "2023-05-31", target) == .green)
    #expect(try light(Self.monthly, "2023-06-30", target) == .yellow)
    #expect(try light(Self.monthly, "2023-07-31", target) == .red)
    #expect(try light(Self.completed, "2023-06-30", target) == .blue)
    #expect(try light(Self.completed, "2023-11-30", target) == .red)
    #expect(try light(Self.sanya, "2023-12-31", target) == .red)
    #expect(try light(Self.completed, "2023-06-30", promise("1", "家", nil)) == .grey)
  }

  @Test("a start that is due and missing; an entry that does not follow")
  func stages() throws {
    var world = World()
    let project = Commitment(
      id: "Q27", title: "路网", kind: .task, period: span("2023"),
      measure: .milestones([
        .init(id: "开工", title: "开工", proof: "施工许可", due: day("2023-03-31")),
        .init(id: "纳统", title: "纳统", proof: "入库通知"),
      ]))
    func light(_ rules: LightRules, _ date: String, excused: Set<String> = []) throws -> Light? {
      try Judge(books: world.books, evidence: world.store, lights: rules, excused: excused)
        .judge(project, asOf: day(date)).light
    }
    #expect(try light(Self.startCompleted, "2023-02-28") == .green)
    #expect(try light(Self.startCompleted, "2023-03-31") == .yellow)
    #expect(try light(Self.startCompleted, "2023-03-31", excused: ["Q27"]) == .green)
    #expect(try light(Self.startCompleted, "2023-05-31") == .red)
    world.prove("Q27", "开工", "2023-04-10", "证书公告")
    #expect(try light(Self.startCompleted, "2023-05-31") == .green)
    #expect(try light(Self.entered, "2023-05-31") == .green)
    #expect(try light(Self.entered, "2023-06-30") == .yellow)
    #expect(try light(Self.entered, "2023-07-31") == .red)
  }
}
