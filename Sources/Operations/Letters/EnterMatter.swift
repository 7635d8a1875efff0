import Domain
import Publishing
import Tracking

/// Matters that do not come from the report (会议议定事项, 领导批示, 人大建议): entered with their own
/// source, then judged, filed for and closed out like every other.
public struct EnterMatter: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Every matter that is not from the report, judged today; later ones apart.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func list(by caller: Caller) throws -> MattersPage {
    try office.require(.readInternal, by: caller)
    let outcome = try office.accounts(asOf: office.today, by: caller)
    let rows = outcome.rows.filter { $0.commitment.matter != nil }
    let judged = Set(rows.map(\.commitment.id))
    let later = try office.books().active.filter { $0.matter != nil && !judged.contains($0.id) }
    return MattersPage(rows, later: later)
  }

  /// The form for a new matter.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func form(by caller: Caller) throws -> MatterFormPage {
    try office.require(.plan, by: caller)
    return MatterFormPage(units: try office.books().units.map(\.name))
  }

  /// - Returns: the new commitment's id, `M1`.
  /// - Throws: ``WorkFault/form(_:)`` with everything that is wrong.
  @discardableResult
  public func run(_ typed: [String: String], by caller: Caller) throws -> String {
    try office.require(.plan, by: caller)
    let today = office.today
    let entries = try office.change(.plan, by: caller) { books in
      [.commitment(try Self.commitment(typed, books, today), decision: nil)]
    }
    guard case .commitment(let commitment, _)? = entries.first?.change else {
      throw WorkFault.notFound
    }
    return commitment.id
  }

  private static func commitment(
    _ typed: [String: String], _ books: Books, _ today: Day
  ) throws -> Commitment {
    var fields = MatterFields(typed, books)
    let (source, title) = (
      fields.source(), fields.text("title", 200, "请写明事项", "say what the matter is")
    )
    let units = fields.units()
    let deadline = fields.day("deadline")
    let milestones = fields.isUnverifiable ? [] : fields.milestones(before: deadline)
    let why =
      fields.isUnverifiable
      ? fields.text("why", 500, "请写明为什么无法核验", "say why it cannot be checked") : nil
    guard fields.problems.isEmpty, let source, let title, let deadline else {
      throw WorkFault.form(fields.problems)
    }
    guard let period = Period(source.day, deadline) else {
      throw WorkFault.form([
        FormProblem("deadline", "期限不能早于来源文件的日期", "the deadline is before the document's day")
      ])
    }
    return Commitment(
      id: next(books), title: title, kind: .task, theme: source.kind.rawValue, period: period,
      deadline: deadline, units: units, measure: milestones.isEmpty ? nil : .milestones(milestones),
      unverifiable: why, matter: source)
  }

  private static func next(_ books: Books) -> String {
    let numbers = books.order.compactMap { id in id.hasPrefix("M") ? Int(id.dropFirst()) : nil }
    return "M\((numbers.max() ?? 0) + 1)"
  }
}

/// The form's fields with what is wrong with them.
private struct MatterFields {
  private let typed: [String: String]
  private let books: Books
  private(set) var problems: [FormProblem] = []

  init(_ typed: [String: String], _ books: Books) {
    self.typed = typed
    self.books = books
  }

  var isUnverifiable: Bool { typed["test"] == "unverifiable" }

  private func plain(_ name: String) -> String { TextLimit.plain(typed[name] ?? "") }

  mutating func text(_ name: String, _ most: Int, _ chinese: String, _ english: String) -> String? {
    let text = plain(name)
    if let problem = TextLimit.problem(name, text, most: most, missing: Phrase(chinese, english)) {
      problems.append(problem)
      return nil
    }
    return text
  }

  mutating func day(_ name: String) -> Day? {
    if let day = Day(plain(name)) { return day }
    problems.append(FormProblem(name, "日期应形如 2023-12-31", "a day is written 2023-12-31"))
    return nil
  }

  mutating func source() -> MatterSource? {
    let kind = MatterSource.Kind(rawValue: plain("kind"))
    if kind == nil { problems.append(FormProblem("kind", "请选择来源", "choose where it comes from")) }
    let document = text("document", 200, "请写明文件名称或文号", "name the document or its number")
    let from = text("from", 100, "请写明由谁提出或决定", "say who decided or proposed it")
    let day = day("day")
    guard let kind, let document, let from, let day else { return nil }
    return MatterSource(kind: kind, document: document, from: from, day: day)
  }

  /// The lead first, then those that cooperate, set apart by 、 or commas.
  mutating func units() -> [String] {
    let lead = plain("lead")
    let others = plain("others").split { "、，,；; \n".contains($0) }.map(String.init)
    let known = Set(books.units.map(\.name))
    if lead.isEmpty { problems.append(FormProblem("lead", "请选择牵头单位", "choose the lead unit")) }
    for (field, unit) in [("lead", lead)] + others.map({ ("others", $0) })
    where !unit.isEmpty && !known.contains(unit) {
      problems.append(FormProblem(field, "没有“\(unit)”这个单位", "there is no unit \(unit)"))
    }
    return ([lead] + others).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  mutating func milestones(before deadline: Day?) -> [Measure.Milestone] {
    var milestones: [Measure.Milestone] = []
    for number in 1...MatterFormPage.milestones {
      let (title, proof) = (plain("step\(number)"), plain("proof\(number)"))
      let due = plain("due\(number)")
      guard !title.isEmpty || !proof.isEmpty || !due.isEmpty else { continue }
      if title.isEmpty {
        problems.append(FormProblem("step\(number)", "请写明这一步", "say what the step is"))
      }
      if proof.isEmpty {
        problems.append(
          FormProblem("proof\(number)", "请写明什么材料能证明它", "say what document proves it"))
      }
      let day = Day(due)
      if !due.isEmpty, day == nil {
        problems.append(
          FormProblem("due\(number)", "日期应形如 2023-12-31", "a day is written 2023-12-31"))
      } else if let day, let deadline, day > deadline {
        problems.append(
          FormProblem("due\(number)", "这一步不能晚于期限", "the step is after the deadline"))
      }
      milestones.append(.init(id: "s\(number)", title: title, proof: proof, due: day))
    }
    if milestones.isEmpty {
      problems.append(
        FormProblem(
          "step1", "请至少写一步及其证明材料，或者选“无法核验”并说明原因",
          "give at least one step with its proof, or say why it cannot be checked"))
    }
    return milestones
  }
}
