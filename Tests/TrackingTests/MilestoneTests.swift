import Domain
import Testing
import Tracking

@Suite("Milestones and parts")
struct MilestoneTests {
  let steps: Measure = .milestones([
    .init(id: "申报", title: "上报请示", proof: "请示文号", due: day("2023-06-30")),
    .init(id: "批复", title: "省批复", proof: "批复文号"),
  ])

  private var promise: Commitment {
    Commitment(id: "Q18", title: "申报省级经济开发区", kind: .task, period: span("2023"), measure: steps)
  }

  @Test("each needs its document; a missed day is behind, all proved is met")
  func milestones() throws {
    var world = World()
    #expect(try world.judge(promise, "2023-05-31").data == .noneDue)
    #expect(try world.judge(promise, "2023-05-31").state == .notYet)
    let missed = try world.judge(promise, "2023-07-31")
    #expect(missed.data == .late)
    #expect(missed.pace == .behind(by: Exact(50)))
    world.prove("Q18", "申报", "2023-06-20", "证书公告")
    let half = try world.judge(promise, "2023-07-31")
    #expect(half.actual == Exact(1))
    #expect(half.pace == .on)
    #expect(try world.judge(promise, "2023-12-31").value == .notMet)
    world.prove("Q18", "批复", "2023-11-20", "部门台账")
    let whole = try world.judge(promise, "2023-11-30")
    #expect(whole.value == .met)
    #expect(whole.proof == .departmental)
  }

  @Test(
    "no future proof, none from outside the period, none by word of mouth",
    arguments: [
      ("2023-06-20", "未来公告", LeftOut.Reason.sourceLater),
      ("2023-08-20", "证书公告", .sourceLater), ("2022-06-20", "证书公告", .outsidePeriod),
      ("2023-06-20", "口头汇报", .tooWeak), ("2023-06-20", "没有这份", .tooWeak),
    ])
  func refused(_ date: String, _ source: String, _ reason: LeftOut.Reason) throws {
    var world = World()
    world.source("未来公告", .accepted, "2023-09-01")
    world.prove("Q18", "申报", date, source)
    let judgement = try world.judge(promise, "2023-07-31")
    #expect(judgement.actual == .zero)
    #expect(judgement.leftOut == [LeftOut(reason: reason, count: 1, examples: ["申报"])])
  }

  @Test("a proof recorded later is not known yet; a correction replaces it")
  func recorded() throws {
    var world = World()
    let before = world.entries.count
    world.prove("Q18", "申报", "2023-06-20", "证书公告")
    let judgement = try world.judge(promise, "2023-07-31", known: before)
    #expect(judgement.actual == .zero)
    #expect(judgement.leftOut.map(\.reason) == [.recordedLater])
    let wrong = world.entries.count
    world.prove("Q18", "申报", "2022-06-20", "证书公告")
    #expect(try world.judge(promise, "2023-07-31").actual == .zero)
    #expect(try world.judge(promise, "2023-07-31", known: wrong).actual == Exact(1))
  }

  @Test("done when every part is; the weakest source decides; parts add up")
  func parts() throws {
    var world = World()
    for index in 0..<7 { world.enterprise("A\(index)", on: "2023-03-01", source: "证书公告") }
    for index in 0..<2 { world.enterprise("B\(index)", on: "2023-03-01", type: "复审") }
    func part(_ title: String, _ type: String, _ value: Int) -> Measure.Part {
      .init(
        title: title, target: Target(value: Exact(value), unit: "家"),
        measure: .count(
          .init(
            registry: "高新技术企业", dated: "发证日期", where: [.isOne(field: "类型", of: [type])])))
    }
    var whole = promise
    whole.measure = .all([part("首次", "首次", 7), part("复审", "复审", 3)])
    let open = try world.judge(whole, "2023-06-30")
    #expect(open.actual == Exact(1))
    #expect(open.target == Exact(2))
    #expect(open.proof == .departmental)
    #expect(open.state == .onPath)
    #expect(try world.judge(whole, "2023-11-30").state == .behind)
    #expect(try world.judge(whole, "2023-12-31").value == .notMet)
    world.enterprise("B9", on: "2023-03-01", type: "复审")
    #expect(try world.judge(whole, "2023-06-30").value == .met)
    #expect(open.working.contains { $0.chinese.hasPrefix("【复审】") })
  }

  @Test("an amendment counts from its entry on")
  func amended() throws {
    var world = World()
    let first = Tests.count(52)
    let before = world.adopt(first)
    world.add(.issued(PlanIssue(year: 2023, day: day("2022-12-31"))))
    var changed = first
    changed.target = Target(value: Exact(40), unit: "家")
    world.adopt(
      changed,
      decision: Decision(document: "议定〔2023〕3号", authority: "常委会", date: day("2023-08-01")))
    let judge = Judge(books: world.books, evidence: world.store)
    #expect(try judge.judgeAll(asOf: day("2023-12-31")).map(\.change) == [.amended])
    #expect(try judge.judgeAll(asOf: day("2023-12-31")).map(\.target) == [Exact(40)])
    let then = try judge.judgeAll(asOf: day("2023-12-31"), known: before)
    #expect(then.map(\.change) == [.original])
    #expect(then.map(\.target) == [Exact(52)])
  }

  enum Tests {
    static func count(_ value: Int) -> Commitment {
      TrackingTests.promise("\(value)", "家", certificates)
    }
  }
}
