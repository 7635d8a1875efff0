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

  /// The same books once the plan was issued.
  private func issued(_ change: (inout World) -> Void = { _ in }) -> Books {
    books { world in
      world.add(.issued(PlanIssue(year: 2023, day: day("2023-02-10"))))
      change(&world)
    }
  }

  private func edit(
    _ books: Books, _ id: String = "P16", decision: Decision? = nil,
    _ change: (inout Commitment) -> Void
  ) throws -> [Change] {
    try PlanEdit.edit(books, id, decision: decision, today: today, change)
  }

  @Test("a target moves only with a decision that is whole and not of the future")
  func target() throws {
    let new = Target(value: Exact(40), unit: "家")
    #expect(throws: TrackingFault.targetWithoutDecision("P16")) {
      try edit(issued()) { $0.target = new }
    }
    #expect(try edit(books()) { $0.target = new }.count == 1)
    var late = decision
    late.date = day("2023-09-01")
    #expect(throws: TrackingFault.decisionLater("P16", date: late.date, today: today)) {
      try edit(issued(), decision: late) { $0.target = new }
    }
    var nameless = decision
    nameless.authority = " "
    #expect(throws: TrackingFault.decisionIncomplete("P16")) {
      try edit(issued(), decision: nameless) { $0.target = new }
    }
    let changes = try edit(issued(), decision: decision) { $0.target = new }
    guard case .commitment(let changed, let kept) = changes.first else {
      Issue.record("no change")
      return
    }
    #expect(changed.target == new && kept == decision)
    let history = issued { $0.adopt(changed, decision: kept) }.targetHistory("P16")
    #expect(history.map(\.commitment.target?.value) == [Exact(52), Exact(40)])
    #expect(try edit(issued()) { $0.target = Target(value: Exact(52), unit: "家") }.isEmpty)
  }

  /// Each stored key of a commitment with a change of it, whether it can move a verdict.
  private static let keys:
    [(key: String, guarded: Bool, change: @Sendable (inout Commitment) -> Void)] = [
      ("title", false, { $0.title = "别名" }), ("english", false, { $0.english = "x" }),
      (
        "origins", true,
        { $0.origins = [.init(report: "x", start: 0, end: 1, quote: "约", sentence: "约")] }
      ),
      ("kind", true, { $0.kind = .baseline }), ("theme", false, { $0.theme = "科技" }),
      ("period", true, { $0.period = span("2023..2024") }),
      ("deadline", true, { $0.deadline = day("2023-11-30") }),
      ("target", true, { $0.target?.tolerance = Tolerance(value: Exact(9), kind: .percent) }),
      ("strength", false, { $0.strength = .aim }), ("nature", false, { $0.nature = .expected }),
      ("units", false, { $0.units = ["工信局"] }),
      ("measure", true, { $0.measure = .stock(.init(registry: "高新技术企业")) }),
      ("unverifiable", true, { ($0.measure, $0.unverifiable) = (nil, "口径不明") }),
      ("path", true, { $0.path = .annual }), ("settles", true, { $0.settles = 12 }),
      ("proof", true, { $0.proof = .selfReported }),
      ("predecessor", true, { $0.predecessor = .init(year: 2022, id: "P9") }),
      (
        "matter", true,
        { $0.matter = .init(kind: .meeting, document: "纪要", from: "区政府", day: day("2023-01-01")) }
      ),
      ("state", true, { $0.state = .withdrawn }), ("note", false, { $0.note = "备注" }),
    ]

  @Test("every stored key is either free or guarded, and no other is there")
  func everyKey() throws {
    let stored = Mirror(reflecting: promise("52", "家", certificates)).children.compactMap(\.label)
    #expect(Set(stored) == Set(Self.keys.map(\.key) + ["id"]))
    #expect(Set(Self.keys.filter { !$0.guarded }.map(\.key)) == PlanParts.free)
    for (key, guarded, change) in Self.keys {
      var changed = try #require(books().commitment("P16"))
      change(&changed)
      let item = [PlanDiff.Item(changed)]
      #expect(try PlanDiff.changes(from: books(), to: item, today: today).count == 1, "\(key)")
      let decided = [PlanDiff.Item(changed, decision: decision)]
      #expect(try PlanDiff.changes(from: issued(), to: decided, today: today).count == 1, "\(key)")
      if guarded {
        let error = #expect(throws: TrackingFault.self, "\(key)") {
          try PlanDiff.changes(from: issued(), to: item, today: today)
        }
        #expect(error?.code == .undecidedChange, "\(key)")
      } else {
        #expect(try PlanDiff.changes(from: issued(), to: item, today: today).count == 1, "\(key)")
      }
    }
  }

  @Test("the targets of parts cannot be lowered through the measure either")
  func parts() throws {
    func all(_ value: Int) -> Measure {
      .all([
        .init(title: "甲", target: Target(value: Exact(value), unit: "家"), measure: certificates)
      ])
    }
    let books = issued { world in
      var whole = promise("52", "家", all(30))
      whole.target = nil
      world.adopt(whole)
    }
    #expect(throws: TrackingFault.undecided("P16", parts: [.measure])) {
      try edit(books) { $0.bind(all(20)) }
    }
    #expect(throws: TrackingFault.undecided("P16", parts: [.measure])) {
      try edit(books) { $0.bind(certificates) }
    }
    let changes = try edit(books, decision: decision) { $0.bind(all(20)) }
    #expect(commitments(changes).first?.measure == all(20))
  }

  @Test("merged, split and withdrawn ones are no longer edited")
  func states() throws {
    let merged = try PlanEdit.merge(books(), ["P17"], into: "P16", today: today)
    #expect(commitments(merged).map(\.state) == [.active, .merged(into: "P16")])
    #expect(commitments(merged).first?.origins.count == 1)
    let after = books { world in for one in commitments(merged) { world.adopt(one) } }
    #expect(throws: TrackingFault.notActive("P17", state: "并入 P16")) {
      try edit(after, "P17") { $0.title = "别的" }
    }
    #expect(throws: TrackingFault.selfMerge("P16")) {
      try PlanEdit.merge(books(), ["P16"], into: "P16", today: today)
    }
    #expect(throws: TrackingFault.unknownCommitment("X")) {
      try PlanEdit.merge(books(), ["X"], into: "P16", today: today)
    }
    #expect(throws: TrackingFault.self) {
      try PlanEdit.withdraw(books(), "P16", reason: " ", today: today)
    }
    let gone = try PlanEdit.withdraw(books(), "P16", reason: "上级取消", today: today)
    #expect(commitments(gone).map(\.state) == [.withdrawn])
    #expect(throws: TrackingFault.undecided("P16", parts: [.withdrawal])) {
      try PlanEdit.withdraw(issued(), "P16", reason: "难", today: today)
    }
    #expect(throws: TrackingFault.self) {
      try PlanEdit.merge(issued(), ["P17"], into: "P16", today: today)
    }
  }

  @Test("a split gives two or more with ids of their own, keeps the sentence and the number")
  func split() throws {
    func part(_ id: String, _ value: String = "5") -> Commitment {
      var part = promise(value, "家", certificates)
      part.id = id
      return part
    }
    func split(_ parts: [Commitment], _ decision: Decision? = nil) throws -> [Change] {
      try PlanEdit.split(issued(), "P17", into: parts, decision: decision, today: today)
    }
    let changes = try split([part("P17a"), part("P17b")], decision)
    #expect(commitments(changes).last?.state == .split(into: ["P17a", "P17b"]))
    #expect(commitments(changes).first?.origins.first?.quote == "十家")
    #expect(throws: TrackingFault.splitTooSmall("P17")) { try split([part("P17a")]) }
    #expect(throws: TrackingFault.idTaken("P16")) { try split([part("P17a"), part("P16")]) }
    let less = [part("P17a", "3"), part("P17b", "4")]
    #expect(throws: TrackingFault.undecided("P17", parts: [.splitting])) { try split(less) }
    #expect(try split(less, decision).count == 3)
  }

  @Test("units once each, deadlines inside time, paths that rise, predecessors without a cycle")
  func rules() throws {
    #expect(throws: TrackingFault.unitTwice("P16", unit: "科技局")) {
      try edit(books()) { $0.units = ["科技局", "工信局", "科技局"] }
    }
    let units = try edit(books()) { $0.units = ["工信局", "科技局"] }
    #expect(commitments(units).first?.units == ["工信局", "科技局"])
    let known = books { $0.add(.unit(WorkUnit(name: "科技局", kind: .department))) }
    #expect(throws: TrackingFault.unknownUnit("P16", unit: "火星局")) {
      try edit(known) { $0.units = ["火星局"] }
    }
    #expect(throws: TrackingFault.self) {
      try edit(books()) { $0.move(deadline: day("2022-12-31")) }
    }
    let longer = try edit(books()) { $0.move(deadline: day("2024-03-31")) }
    #expect(commitments(longer).first?.period.last == day("2024-03-31"))
    #expect(throws: TrackingFault.brokenPath("P16")) {
      try edit(books()) { $0.path = .nodes([.init(day: day("2023-06-30"), percent: Exact(101))]) }
    }
    let chained = books { world in
      var second = promise("10", "家", certificates)
      second.id = "P17"
      second.predecessor = .init(year: 2022, id: "P16")
      world.adopt(second)
    }
    #expect(throws: TrackingFault.predecessorCycle("P16")) {
      try edit(chained) { $0.predecessor = .init(year: 2022, id: "P17") }
    }
    #expect(throws: TrackingFault.predecessorCycle("P16")) {
      try edit(books()) { $0.predecessor = .init(year: 2022, id: "P16") }
    }
  }

  @Test("a plan file changes only what it changes")
  func diff() throws {
    let books = issued()
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
