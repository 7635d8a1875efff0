import Domain
import Testing
import Tracking

@Suite("Plans are edited by rule")
struct PlanTests {
  let today = day("2023-08-31")
  let decision = Decision(document: "议定〔2023〕3号", authority: "区人大常委会", date: day("2023-08-01"))

  private func books(_ change: (inout World) -> Void = { _ in }) -> Books {
    var world = World()
    world.adopt(promise("52", "家", certificates))
    var other = promise("10", "家", certificates)
    other.id = "P17"
    other.origins = [.init(report: "ab", start: 1, end: 4, quote: "十家", sentence: "新增十家。")]
    world.adopt(other)
    change(&world)
    return world.books
  }

  private func commitments(_ changes: [Change]) -> [Commitment] {
    changes.compactMap { if case .commitment(let one, _) = $0 { one } else { nil } }
  }

  @Test("a target moves only with a decision that is whole and not of the future")
  func target() throws {
    let new = Target(value: Exact(40), unit: "家")
    #expect(throws: TrackingFault.targetWithoutDecision("P16")) {
      try PlanEdit.setTarget(books(), "P16", new, decision: nil, today: today)
    }
    var late = decision
    late.date = day("2023-09-01")
    #expect(throws: TrackingFault.decisionLater("P16", date: late.date, today: today)) {
      try PlanEdit.setTarget(books(), "P16", new, decision: late, today: today)
    }
    var nameless = decision
    nameless.authority = " "
    #expect(throws: TrackingFault.decisionIncomplete("P16")) {
      try PlanEdit.setTarget(books(), "P16", new, decision: nameless, today: today)
    }
    let changes = try PlanEdit.setTarget(books(), "P16", new, decision: decision, today: today)
    guard case .commitment(let changed, let kept) = changes.first else {
      Issue.record("no change")
      return
    }
    #expect(changed.target == new && kept == decision)
    let history = books { $0.adopt(changed, decision: kept) }.targetHistory("P16")
    #expect(history.map(\.commitment.target?.value) == [Exact(52), Exact(40)])
    let same = try PlanEdit.setTarget(
      books(), "P16", Target(value: Exact(52), unit: "家"), decision: nil, today: today)
    #expect(same.isEmpty)
  }

  @Test("the targets of parts cannot be lowered through the measure either")
  func parts() throws {
    func all(_ value: Int) -> Measure {
      .all([
        .init(title: "甲", target: Target(value: Exact(value), unit: "家"), measure: certificates)
      ])
    }
    let books = books { world in
      var whole = promise("52", "家", all(30))
      whole.target = nil
      world.adopt(whole)
    }
    #expect(throws: TrackingFault.targetWithoutDecision("P16")) {
      try PlanEdit.setMeasure(books, "P16", all(20), today: today)
    }
    #expect(throws: TrackingFault.targetWithoutDecision("P16")) {
      try PlanEdit.setMeasure(books, "P16", certificates, today: today)
    }
    let changes = try PlanEdit.setMeasure(books, "P16", all(20), decision: decision, today: today)
    #expect(commitments(changes).first?.measure == all(20))
  }

  @Test("merged, split and withdrawn ones are no longer edited")
  func states() throws {
    let merged = try PlanEdit.merge(books(), ["P17"], into: "P16")
    #expect(commitments(merged).map(\.state) == [.active, .merged(into: "P16")])
    #expect(commitments(merged).first?.origins.count == 1)
    let after = books { world in for one in commitments(merged) { world.adopt(one) } }
    #expect(throws: TrackingFault.notActive("P17", state: "并入 P16")) {
      try PlanEdit.retitle(after, "P17", "别的")
    }
    #expect(throws: TrackingFault.selfMerge("P16")) {
      try PlanEdit.merge(books(), ["P16"], into: "P16")
    }
    #expect(throws: TrackingFault.unknownCommitment("X")) {
      try PlanEdit.merge(books(), ["X"], into: "P16")
    }
    #expect(throws: TrackingFault.self) { try PlanEdit.withdraw(books(), "P16", reason: " ") }
    let gone = try PlanEdit.withdraw(books(), "P16", reason: "上级取消")
    #expect(commitments(gone).map(\.state) == [.withdrawn])
  }

  @Test("a split gives two or more with ids of their own, keeps the sentence and the number")
  func split() throws {
    func part(_ id: String, _ value: String = "5") -> Commitment {
      var part = promise(value, "家", certificates)
      part.id = id
      return part
    }
    func split(_ parts: [Commitment], _ decision: Decision? = nil) throws -> [Change] {
      try PlanEdit.split(books(), "P17", into: parts, decision: decision, today: today)
    }
    let changes = try split([part("P17a"), part("P17b")])
    #expect(commitments(changes).first?.state == .split(into: ["P17a", "P17b"]))
    #expect(commitments(changes).last?.origins.first?.quote == "十家")
    #expect(throws: TrackingFault.splitTooSmall("P17")) { try split([part("P17a")]) }
    #expect(throws: TrackingFault.idTaken("P16")) { try split([part("P17a"), part("P16")]) }
    let less = [part("P17a", "3"), part("P17b", "4")]
    #expect(throws: TrackingFault.targetWithoutDecision("P17")) { try split(less) }
    #expect(try split(less, decision).count == 3)
  }

  @Test("units once each, deadlines inside time, paths that rise, predecessors without a cycle")
  func rules() throws {
    #expect(throws: TrackingFault.unitTwice("P16", unit: "科技局")) {
      try PlanEdit.setUnits(books(), "P16", lead: "科技局", cooperating: ["工信局", "科技局"])
    }
    let units = try PlanEdit.setUnits(books(), "P16", lead: "工信局", cooperating: ["科技局"])
    #expect(commitments(units).first?.units == ["工信局", "科技局"])
    let known = books { $0.add(.unit(WorkUnit(name: "科技局", kind: .department))) }
    #expect(throws: TrackingFault.unknownUnit("P16", unit: "火星局")) {
      try PlanEdit.setUnits(known, "P16", lead: "火星局")
    }
    #expect(throws: TrackingFault.self) {
      try PlanEdit.setDeadline(books(), "P16", day("2022-12-31"))
    }
    let longer = try PlanEdit.setDeadline(books(), "P16", day("2024-03-31"))
    #expect(commitments(longer).first?.period.last == day("2024-03-31"))
    #expect(throws: TrackingFault.brokenPath("P16")) {
      try PlanEdit.setPath(
        books(), "P16", .nodes([.init(day: day("2023-06-30"), percent: Exact(101))]))
    }
    let chained = books { world in
      var second = promise("10", "家", certificates)
      second.id = "P17"
      second.predecessor = .init(year: 2022, id: "P16")
      world.adopt(second)
    }
    #expect(throws: TrackingFault.predecessorCycle("P16")) {
      try PlanEdit.setPredecessor(chained, "P16", .init(year: 2022, id: "P17"))
    }
    #expect(throws: TrackingFault.predecessorCycle("P16")) {
      try PlanEdit.setPredecessor(books(), "P16", .init(year: 2022, id: "P16"))
    }
  }

  @Test("a plan file changes only what it changes")
  func diff() throws {
    let books = books()
    let all = books.active.map { PlanDiff.Item($0) }
    #expect(try PlanDiff.changes(from: books, to: all, today: today).isEmpty)
    #expect(try PlanDiff.changes(from: books, to: [], today: today).isEmpty)
    var moved = books.active[0]
    moved.title = "新名"
    #expect(
      try PlanDiff.changes(from: books, to: [.init(moved)], today: today) == [
        .commitment(moved, decision: nil)
      ])
    moved.target?.value = Exact(1)
    #expect(throws: TrackingFault.targetWithoutDecision("P16")) {
      try PlanDiff.changes(from: books, to: [.init(moved)], today: today)
    }
    #expect(
      try PlanDiff.changes(from: books, to: [.init(moved, decision: decision)], today: today) == [
        .commitment(moved, decision: decision)
      ])
    #expect(throws: TrackingFault.idTaken("P16")) {
      try PlanDiff.changes(from: books, to: [all[0], all[0]], today: today)
    }
  }
}
