import Domain
import Publishing

/// One step of closing a matter out: the lead unit's head asks (申请办结), the supervision office
/// verifies, closes, strikes off, returns or carries over.
public struct TakeClosingStep: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What was typed.
  public struct Answer: Sendable {
    /// The step that is taken.
    public var step: Closing.Step
    /// What is asked, found or decided; required.
    public var note = ""
    /// How it was verified; required for that step.
    public var method: Closing.Method?
    /// Id of the commitment that takes it up; required for carrying over.
    public var successor = ""
    /// Files that came with the form.
    public var files: [(name: String, bytes: [UInt8])] = []
    /// The entry of the last step that the page showed; 0 for none.
    public var basis = 0

    /// A step with nothing typed yet.
    public init(_ step: Closing.Step) { self.step = step }
  }

  /// Who may take a step: the lead unit's head asks, everything else is the office's.
  public static func act(_ step: Closing.Step) -> Act { step == .requested ? .confirm : .supervise }

  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/stale(since:now:)``, ``WorkFault/wrongStep(_:)``.
  public func run(_ answer: Answer, on id: String, by caller: Caller) throws {
    let act = Self.act(answer.step)
    let lead = try office.books().commitment(id)?.units.first
    try office.require(act, for: act.isForUnit ? lead ?? "" : nil, by: caller)
    try office.change(
      act, for: act.isForUnit ? lead : nil, by: caller, files: answer.files.map(\.bytes)
    ) { books in
      guard let commitment = books.commitment(id), commitment.state == .active,
        commitment.kind != .baseline, commitment.units.first == lead
      else { throw WorkFault.notFound }
      let closing = self.closing(answer, id)
      let steps = books.closings[id] ?? []
      if Self.isRepeat(steps, closing, answer.basis, caller) { return [] }
      guard (steps.last?.note.sequence ?? 0) == answer.basis else {
        throw WorkFault.stale(since: answer.basis, now: steps.last?.note.sequence ?? 0)
      }
      guard Closing.Step.after(steps.last?.value.step).contains(answer.step) else {
        throw WorkFault.wrongStep(
          Phrase("现在不能办这一步，请看本页的办理经过", "this step cannot be taken now; see the steps so far"))
      }
      let isMissed = try state(of: id) == .notMet
      let problems = Self.problems(closing, answer, commitment, isMissed, books)
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      return [.closing(closing)]
    }
  }

  private func state(of id: String) throws -> Judgement.State? {
    try office.accounts(DeskView.now(office)).judgements.first { $0.commitment == id }?.state
  }

  private func closing(_ answer: Answer, _ id: String) -> Closing {
    let successor = TextLimit.plain(answer.successor)
    return Closing(
      commitment: id, step: answer.step, note: TextLimit.plain(answer.note),
      method: answer.step == .verified ? answer.method : nil,
      attachments: answer.files.map {
        Attachment(sha256: office.store.sha256($0.bytes), name: $0.name, size: $0.bytes.count)
      },
      successor: answer.step == .carriedOver && !successor.isEmpty ? successor : nil)
  }

  /// The same form sent twice.
  private static func isRepeat(
    _ steps: [Books.Noted<Closing>], _ closing: Closing, _ basis: Int, _ caller: Caller
  ) -> Bool {
    guard let last = steps.last, last.note.sequence != basis else { return false }
    return (steps.dropLast().last?.note.sequence ?? 0) == basis && last.value == closing
      && last.note.actor == caller.account?.login
  }

  private static func problems(
    _ closing: Closing, _ answer: Answer, _ commitment: Commitment, _ isMissed: Bool, _ books: Books
  ) -> [FormProblem] {
    var problems: [FormProblem] = []
    if closing.step == .verified, closing.method == nil {
      problems.append(FormProblem("method", "请选择核验方式", "choose how it was verified"))
    }
    let empty = Phrase("请写明情况，它会留在办理经过里", "say what was found or decided; it stays in the record")
    if let problem = TextLimit.problem("note", closing.note, most: TextLimit.note, missing: empty) {
      problems.append(problem)
    } else if closing.step == .closed, isMissed, !saysMissed(closing.note) {
      problems.append(
        FormProblem(
          "note", "佐证研判为未兑现：办结说明须写明“未兑现”及原因",
          "evidence judges this as not met: the note has to say “not met”, and why"))
    }
    if closing.step == .carriedOver { problems += successorProblems(closing, commitment, books) }
    problems += FormProblem.files(answer.files)
    return problems
  }

  private static func saysMissed(_ note: String) -> Bool {
    note.contains("未兑现") || note.lowercased().contains("not met")
  }

  /// A matter goes on in one that is in the ledger and begins later.
  private static func successorProblems(
    _ closing: Closing, _ commitment: Commitment, _ books: Books
  ) -> [FormProblem] {
    let next = closing.successor.flatMap(books.commitment)
    if let next, next.state == .active, next.period.first > commitment.period.last { return [] }
    return [
      FormProblem(
        "successor", "请填接续事项的编号；它须是已经入账的下一年事项",
        "give the number of the commitment that takes it up: one of the next year, in the ledger")
    ]
  }
}
