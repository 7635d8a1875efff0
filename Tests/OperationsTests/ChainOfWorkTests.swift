import Domain
import Storage
import Testing

@testable import Operations

/// The way of a filing, of a matter and of an objection from hand to hand, and who may not pass it on.
@Suite("From hand to hand")
struct ChainOfWorkTests {
  private let folder: Folder
  private let own: Office
  private let key: Filing.Key

  private static let day = Day("2029-12-10") ?? today
  private static let month = Period.month(2029, 11) ?? year

  private let clerk = Self.caller(.clerk, "甲局")
  private let head = Self.caller(.head, "甲局")
  private let supervisor = Self.caller(.supervisor, nil)
  private let stranger = Self.caller(.clerk, "乙局")

  init() throws {
    folder = try Folder()
    own = office(try folder.ledger(), on: Self.day)
    key = Filing.Key(commitment: "P1", month: Self.month, unit: "甲局")
    try own.furnish()
    try own.plan("P1")
  }

  private static func caller(_ role: Role, _ unit: String?) -> Caller {
    Caller(Account(login: "\(role)\(unit ?? "")", name: "\(role)", role: role, unit: unit))
  }

  private func answer(_ words: String, basis: Int = 0, form: Int = 1) -> FileProgress.Answer {
    var answer = FileProgress.Answer()
    (answer.progress, answer.isOpen, answer.basis) = (words, true, basis)
    answer.form = "form-of-the-test-\(1000 + form)"
    return answer
  }

  private func last() throws -> Books.Noted<Filing> {
    try found(try own.books().filings[key]?.last)
  }

  private func file(_ words: String = "已上线", basis: Int = 0, form: Int = 1) throws {
    try FileProgress(own).run(
      answer(words, basis: basis, form: form), on: "P1", month: Self.month, by: clerk)
  }

  @Test("clerk, head, office: each step by the one whose it is, and by nobody else")
  func filing() throws {
    try file()
    let filed = try last()
    #expect(filed.value.state == .filed && filed.value.progress == "已上线")
    for other in [clerk, stranger, supervisor] {
      #expect(throws: WorkFault.self) {
        try ConfirmFiling(own).run(key, basis: filed.note.sequence, by: other)
      }
    }
    #expect(throws: WorkFault.self) {
      try AcceptFiling(own).run(key, basis: filed.note.sequence, by: supervisor)
    }
    try ConfirmFiling(own).run(key, basis: filed.note.sequence, by: head)
    let confirmed = try last()
    #expect(confirmed.value.state == .confirmed && confirmed.note.actor == "head甲局")
    #expect(throws: WorkFault.self) {
      try AcceptFiling(own).run(key, basis: confirmed.note.sequence, by: head)
    }
    try AcceptFiling(own).run(key, basis: confirmed.note.sequence, by: supervisor)
    #expect(try last().value.state == .accepted)
    #expect(try own.books().filings[key]?.count == 3)
  }

  @Test("a form that is sent twice is one filing, and the same button twice is one step")
  func twice() throws {
    try file()
    try file()
    #expect(try own.books().filings[key]?.count == 1)
    let basis = try last().note.sequence
    try ConfirmFiling(own).run(key, basis: basis, by: head)
    try ConfirmFiling(own).run(key, basis: basis, by: head)
    #expect(try own.books().filings[key]?.count == 2)
  }

  @Test("whoever comes from an older page is told so, and nothing is overwritten")
  func stale() throws {
    try file()
    let first = try last().note.sequence
    #expect(throws: WorkFault.stale(since: 0, now: first)) { try file("另一个", form: 2) }
    try file("改过的", basis: first, form: 3)
    let newest = try last().note.sequence
    #expect(throws: WorkFault.stale(since: first, now: newest)) {
      try ConfirmFiling(own).run(key, basis: first, by: head)
    }
    #expect(try last().value.progress == "改过的")
  }

  @Test("going back needs a reason, which the unit reads; then it files again")
  func returning() throws {
    try file()
    let filed = try last().note.sequence
    #expect(throws: WorkFault.self) {
      try ReturnFiling(own).run(key, reason: "  ", basis: filed, by: head)
    }
    #expect(throws: WorkFault.self) {
      try ReturnFiling(own).run(key, reason: "缺数", basis: filed, by: supervisor)
    }
    try ReturnFiling(own).run(key, reason: " 缺数\r\n", basis: filed, by: head)
    let returned = try last()
    #expect(returned.value.state == .returned && returned.value.reason == "缺数")
    try file("补上了", basis: returned.note.sequence, form: 2)
    #expect(try last().value.reason == nil)
  }

  @Test("an accepted filing is corrected only where the office unlocks it, with a reason")
  func unlocking() throws {
    try file()
    try ConfirmFiling(own).run(key, basis: last().note.sequence, by: head)
    try AcceptFiling(own).run(key, basis: last().note.sequence, by: supervisor)
    let accepted = try last().note.sequence
    #expect(throws: WorkFault.self) { try file("改", basis: accepted, form: 2) }
    #expect(throws: WorkFault.self) {
      try UnlockFiling(own).run(key, reason: "", basis: accepted, by: supervisor)
    }
    try UnlockFiling(own).run(key, reason: "数有误", basis: accepted, by: supervisor)
    try file("改", basis: last().note.sequence, form: 3)
    #expect(try last().value.progress == "改")
  }

  @Test("what a form lacks is said all at once, and nothing is filed")
  func problems() throws {
    var empty = FileProgress.Answer()
    empty.form = "form-of-the-test-0000"
    do {
      try FileProgress(own).run(empty, on: "P1", month: Self.month, by: clerk)
      Issue.record("an empty form was taken")
    } catch WorkFault.form(let problems) {
      #expect(Set(problems.map(\.field)) == ["progress", "open"])
    }
    #expect(throws: WorkFault.notAllowed(.file)) {
      try FileProgress(own).run(answer("x"), on: "P1", month: Self.month, by: stranger)
    }
    #expect(throws: WorkFault.notFound) {
      try FileProgress(own).run(answer("x"), on: "P9", month: Self.month, by: clerk)
    }
    #expect(throws: WorkFault.foreignForm) {
      var short = answer("x")
      short.form = "short"
      try FileProgress(own).run(short, on: "P1", month: Self.month, by: clerk)
    }
    #expect(try own.books().filings.isEmpty)
  }

  private func step(
    _ step: Closing.Step, _ note: String = "情况属实", basis: Int, method: Closing.Method? = nil,
    by caller: Caller
  ) throws -> Int {
    var answer = TakeClosingStep.Answer(step)
    (answer.note, answer.method, answer.basis) = (note, method, basis)
    try TakeClosingStep(own).run(answer, on: "P1", by: caller)
    return try found(try own.books().closings["P1"]?.last?.note.sequence)
  }

  @Test("a matter is asked for, verified, closed and struck off, in this order and by whom it is")
  func closing() throws {
    #expect(throws: WorkFault.self) { try step(.requested, basis: 0, by: clerk) }
    #expect(throws: WorkFault.self) {
      try step(.verified, basis: 0, method: .papers, by: supervisor)
    }
    let asked = try step(.requested, basis: 0, by: head)
    #expect(throws: WorkFault.self) { try step(.verified, basis: asked, by: supervisor) }
    #expect(throws: WorkFault.self) { try step(.closed, basis: asked, by: supervisor) }
    let verified = try step(.verified, basis: asked, method: .onSite, by: supervisor)
    #expect(throws: WorkFault.stale(since: asked, now: verified)) {
      try step(.returned, basis: asked, by: supervisor)
    }
    let closed = try step(.closed, basis: verified, by: supervisor)
    _ = try step(.struckOff, basis: closed, by: supervisor)
    let steps = try found(try own.books().closings["P1"]).map(\.value)
    #expect(steps.map(\.step) == [.requested, .verified, .closed, .struckOff])
    #expect(steps.map(\.method) == [nil, .onSite, nil, nil])
    #expect(throws: WorkFault.self) { try step(.requested, basis: 0, by: head) }
  }

  @Test("a matter goes on only in one of a later year that is in the ledger")
  func carryingOver() throws {
    var answer = TakeClosingStep.Answer(.carriedOver)
    (answer.note, answer.successor) = ("转下年", "P2")
    #expect(throws: WorkFault.self) {
      try TakeClosingStep(own).run(answer, on: "P1", by: supervisor)
    }
    let next = try found(Period.year(2030))
    try own.change(.plan, by: setup) { _ in
      [
        .commitment(
          Commitment(id: "P2", title: "接续", kind: .task, period: next, units: ["甲局"]), decision: nil
        )
      ]
    }
    try TakeClosingStep(own).run(answer, on: "P1", by: supervisor)
    #expect(try own.books().closings["P1"]?.last?.value.successor == "P2")
  }

  @Test("somebody objects to a published line; its words are public only with the answer's release")
  func objecting() throws {
    let later = office(try found(own.store as? SQLiteLedger), on: today)
    let november = Self.month
    let december = try found(Period.month(2029, 12))
    #expect(try later.view(asOf: today, by: .everyone).isEmpty)
    try ReleaseMonth(later).run(november, by: setup)
    let seen = try later.view(asOf: today, by: .everyone)
    #expect(seen.books.commitment("P1") != nil && seen.day == november.last)
    let raised = try RaiseObjection(later).run("P1", text: "没有上线", contact: "139", in: seen)
    #expect(raised.id == "Y2030-01-001")
    #expect(throws: WorkFault.self) {
      try RaiseObjection(later).run("P1", text: "", contact: "", in: seen)
    }
    #expect(try later.access.contact(of: raised.id) == "139")
    let basis = try found(try later.books().objections[raised.id]?.last?.note.sequence)
    #expect(throws: WorkFault.self) {
      try AnswerObjection(later).answer(raised.id, "已核实", basis: basis, by: clerk)
    }
    try AnswerObjection(later).answer(raised.id, "已核实", basis: basis, by: supervisor)
    #expect(try later.view(asOf: today, by: .everyone).books.objections.isEmpty)
    try ReleaseMonth(later).run(december, by: setup)
    let answered = try later.view(asOf: today, by: .everyone).books.objections[raised.id]
    #expect(answered?.last?.value.answer == "已核实" && answered?.last?.note.actor == "")
  }

  @Test("a month is released once, and not before it is over")
  func releasing() throws {
    let later = office(try found(own.store as? SQLiteLedger), on: today)
    try ReleaseMonth(later).run(Self.month, by: setup)
    #expect(throws: OperationFault.self) { try ReleaseMonth(later).run(Self.month, by: setup) }
    let january = try found(Period.month(2030, 1))
    #expect(throws: OperationFault.self) { try ReleaseMonth(later).run(january, by: setup) }
    #expect(throws: OperationFault.self) { try ReleaseMonth(later).run(year, by: setup) }
    for caller in [clerk, head, Caller.everyone] {
      #expect(throws: WorkFault.self) { try ReleaseMonth(later).run(Self.month, by: caller) }
    }
    #expect(try later.books().releases.count == 1)
  }
}
