import Domain
import Testing
import Tracking

@Suite("Published figures")
struct FigureTests {
  let growth = Measure.reported(.init(series: "地区生产总值", form: .growth))

  @Test("before the deadline a rate is not yet judged, but its pace is")
  func pace() throws {
    var world = World()
    world.figure("地区生产总值", "2023-01..2023-09", "5.6", published: "2023-10-20")
    let judgement = try world.judge(promise("6", "%", growth), "2023-11-30")
    #expect(judgement.state == .behind)
    #expect(judgement.pace == .behind(by: exact("0.4")))
    #expect(judgement.actual == exact("5.6"))
    #expect(judgement.needed == nil)
    var annual = promise("6", "%", growth)
    annual.path = .annual
    #expect(try world.judge(annual, "2023-11-30").pace == .none)
  }

  @Test("the whole period's figure settles it; without it the data is late, not the promise broken")
  func late() throws {
    var world = World()
    world.figure("地区生产总值", "2023-01..2023-09", "6.4", published: "2023-10-20")
    let early = try world.judge(promise("6", "%", growth), "2024-01-15")
    #expect(early.data == .provisional)
    #expect(early.value != .met && early.value != .notMet)
    let late = try world.judge(promise("6", "%", growth), "2024-02-15")
    #expect(late.data == .late)
    #expect(late.value != .met && late.value != .notMet)
    world.figure("地区生产总值", "2023", "6.0", vintage: .preliminary, published: "2024-01-20")
    let settled = try world.judge(promise("6", "%", growth), "2024-02-15")
    #expect(settled.value == .met)
    #expect(settled.data == .provisional)
  }

  @Test("a revision turns the verdict, and only from its publication on")
  func revision() throws {
    var world = World()
    world.figure("地区生产总值", "2023", "6.1", vintage: .preliminary, published: "2024-01-20")
    world.figure("地区生产总值", "2023", "5.9", vintage: .final, published: "2024-12-28")
    let before = try world.judge(promise("6", "%", growth), "2024-11-30")
    #expect(before.value == .met)
    #expect(before.leftOut.map(\.reason) == [.sourceLater])
    let after = try world.judge(promise("6", "%", growth), "2024-12-31")
    #expect(after.value == .notMet)
    #expect(after.data == .revised)
    #expect(after.working.contains { $0.chinese.contains("此前为 6.1 %") })
  }

  @Test("real and nominal growth, 人民币 and 美元, levels and growth are not mixed")
  func bases() throws {
    var world = World()
    world.figure("地区生产总值", "2023", "9", price: .current, published: "2024-01-20")
    #expect(try world.judge(promise("6", "%", growth), "2024-01-25").actual == nil)
    world.figure("进出口总额", "2023", "15", currency: "美元", published: "2024-01-20")
    world.figure("进出口总额", "2023", "11", currency: "人民币", published: "2024-01-20")
    let trade = Measure.reported(.init(series: "进出口总额", form: .growth))
    #expect(try world.judge(promise("12", "%", trade), "2024-01-25").value == .notMet)
    world.figure("社会消费品零售总额", "2023", "600", form: .level, published: "2024-01-20")
    let retail = Measure.reported(.init(series: "社会消费品零售总额", form: .growth))
    #expect(try world.judge(promise("6", "%", retail), "2024-01-25").actual == nil)
  }

  @Test("a silent January is not late; a missing spring is")
  func silentMonths() throws {
    var world = World()
    let retail = promise(
      "6", "%", .reported(.init(series: "社会消费品零售总额", form: .growth)))
    #expect(try world.judge(retail, "2023-03-15").data == .noneDue)
    #expect(try world.judge(retail, "2023-04-01").data == .late)
    world.figure("社会消费品零售总额", "2023-01..2023-02", "7", published: "2023-03-24")
    #expect(try world.judge(retail, "2023-04-01").data == .provisional)
    #expect(try world.judge(retail, "2023-06-01").data == .late)
  }

  @Test("a level that builds up has a path; single months are no cumulative figures")
  func levels() throws {
    var world = World()
    let target = promise(
      "100", "亿元", .reported(.init(series: "社会消费品零售总额", form: .level)),
      path: .halves(first: 60))
    world.figure("社会消费品零售总额", "2023-06", "99", form: .level, published: "2023-07-24")
    #expect(try world.judge(target, "2023-07-31").actual == nil)
    world.figure("社会消费品零售总额", "2023-01..2023-06", "50", form: .level, published: "2023-07-24")
    let judgement = try world.judge(target, "2023-07-31")
    #expect(judgement.required == Exact(60))
    #expect(judgement.pace == .behind(by: Exact(10)))
  }

  @Test("without a stored source a figure does not count")
  func sourceless() throws {
    var world = World()
    world.figure("地区生产总值", "2023", "7", published: "2024-01-20", source: "不存在")
    let judgement = try world.judge(promise("6", "%", growth), "2024-01-25")
    #expect(judgement.actual == nil)
    #expect(judgement.leftOut.map(\.reason) == [.tooWeak])
  }

  @Test("what was recorded later is named and does not count")
  func recordedLater() throws {
    var world = World()
    let known = world.figure("地区生产总值", "2023", "5.9", published: "2024-01-20")
    world.figure("地区生产总值", "2023", "6.1", published: "2024-01-21")
    let judgement = try world.judge(promise("6", "%", growth), "2024-01-25", known: known)
    #expect(judgement.value == .notMet)
    #expect(judgement.leftOut.map(\.reason) == [.recordedLater])
  }
}

/// Whose figures count, and which of several.
extension FigureTests {
  private func declared(_ publisher: String?, currency: String? = nil) -> World {
    var world = World()
    world.add(
      .series(
        Series(
          name: "财政收入", unit: "亿元", currency: currency, publisher: publisher, cadence: .month)))
    world.add(.unit(WorkUnit(name: "招商局", kind: .department)))
    return world
  }

  private var income: Commitment {
    promise("6", "%", .reported(.init(series: "财政收入", form: .growth)))
  }

  @Test("a figure of another is listed and does not count")
  func others() throws {
    var world = declared("区统计局、市统计局")
    world.figure("财政收入", "2023", "5.2", published: "2024-01-20", publisher: "示例区统计局")
    world.figure("财政收入", "2023", "6.5", published: "2024-02-20", publisher: "财政局")
    let judgement = try world.judge(income, "2024-03-31")
    #expect(judgement.actual == exact("5.2"))
    #expect(judgement.leftOut.map(\.reason) == [.otherPublisher])
    #expect(judgement.findings?.map(\.kind) == [.otherPublisher])
    #expect(judgement.working.contains { $0.chinese.contains("示例区统计局发布的") })
    world.figure("财政收入", "2023", "6.1", published: "2024-03-01", publisher: "市统计局")
    #expect(try world.judge(income, "2024-03-31").actual == exact("6.1"))
  }

  @Test("without a declared publisher a statistics body counts, a unit of the place does not")
  func undeclared() throws {
    var world = declared(nil)
    world.figure("财政收入", "2023", "6.5", published: "2024-01-20", publisher: "区招商局")
    #expect(try world.judge(income, "2024-03-31").actual == nil)
    world.figure("财政收入", "2023", "5.5", published: "2024-01-21", publisher: "国家统计局示例调查队")
    let judgement = try world.judge(income, "2024-03-31")
    #expect(judgement.actual == exact("5.5"))
    #expect(judgement.working.contains { $0.chinese.contains("国家统计局示例调查队发布的") })
  }

  @Test("a preliminary figure never covers a final or revised one, however late it is")
  func vintages() throws {
    for vintage in [Observation.Vintage.final, .revised] {
      var world = declared(nil)
      world.figure("财政收入", "2023", "5.2", vintage: vintage, published: "2024-01-20")
      world.figure("财政收入", "2023", "6.3", vintage: .preliminary, published: "2024-03-20")
      let judgement = try world.judge(income, "2024-03-31")
      #expect(judgement.actual == exact("5.2") && judgement.value == .notMet)
      #expect(judgement.findings?.map(\.kind) == [.contradiction])
      #expect(!judgement.working.contains { $0.chinese.contains("此前为") })
    }
  }

  @Test("two figures of one day contradict each other until one is corrected")
  func contradiction() throws {
    var world = declared(nil)
    world.figure("财政收入", "2023", "5.2", vintage: .preliminary, published: "2024-01-20")
    world.figure("财政收入", "2023", "6.5", vintage: .preliminary, published: "2024-01-20")
    let judgement = try world.judge(income, "2024-03-31")
    #expect(judgement.actual == nil && judgement.data == .provisional)
    guard case .notYet(let why) = judgement.value else {
      Issue.record("settled by one of two")
      return
    }
    #expect(why.chinese.contains("矛盾"))
    #expect(judgement.findings?.map(\.kind) == [.contradiction])
    world.figure("财政收入", "2023", "6.5", vintage: .final, published: "2024-03-01")
    #expect(try world.judge(income, "2024-03-31").value == .met)
  }

  @Test("the same figure again, and a later figure of the same vintage, are no contradiction")
  func repeated() throws {
    var world = declared(nil)
    world.figure("财政收入", "2023", "6.5", vintage: .preliminary, published: "2024-01-20")
    world.figure("财政收入", "2023", "6.50", vintage: .preliminary, published: "2024-01-20")
    world.figure("财政收入", "2023", "6.2", vintage: .preliminary, published: "2024-01-25")
    let judgement = try world.judge(income, "2024-03-31")
    #expect(judgement.value == .met && judgement.actual == exact("6.2"))
    #expect(judgement.findings == nil)
  }

  @Test("what does not say its currency answers no measure that asks for one where both are there")
  func basis() throws {
    let asked = promise(
      "6", "%", .reported(.init(series: "财政收入", form: .growth, currency: "人民币")))
    var single = declared(nil, currency: "人民币")
    single.figure("财政收入", "2023", "6.5", published: "2024-01-20")
    #expect(try single.judge(asked, "2024-03-31").value == .met)
    single.figure("财政收入", "2023", "9", currency: "美元", published: "2024-01-20")
    let both = try single.judge(asked, "2024-03-31")
    #expect(both.actual == nil && both.leftOut.map(\.reason) == [.basisUnstated])
    var none = declared(nil)
    none.figure("财政收入", "2023", "6.5", published: "2024-01-20")
    #expect(try none.judge(asked, "2024-03-31").actual == nil)
    #expect(try none.judge(income, "2024-03-31").value == .met)
  }

  @Test("a document that became stronger is told where it counts")
  func raised() throws {
    var world = declared(nil)
    world.figure("财政收入", "2023", "6.5", published: "2024-01-20")
    #expect(try world.judge(income, "2024-03-31").findings == nil)
    world.source("统计月报", .accepted, "2023-02-20")
    let judgement = try world.judge(income, "2024-03-31")
    #expect(judgement.findings?.map(\.kind) == [.raisedGrade])
    #expect(judgement.value == .met)
  }
}
