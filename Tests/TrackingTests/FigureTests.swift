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
