import Domain
import Publishing
import Tracking

/// Merging, splitting and leaving out at a page, each with a reason.
public struct PlanSteps: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// The form of a step as it stands before anything is typed.
  public func page(
    _ step: PlanStepPage.Step, _ id: String, by caller: Caller
  ) throws -> PlanStepPage {
    try office.require(.plan, by: caller)
    let books = try office.books()
    let version = try EditCommitment.version(id, books)
    var values = Self.suggested(step, version.commitment)
    values["basis"] = String(version.sequence)
    return PlanStepPage(
      step, version.commitment, values: values, others: books.active.filter { $0.id != id },
      units: books.units.map(\.name))
  }

  /// Two parts with the whole's title to begin with.
  private static func suggested(
    _ step: PlanStepPage.Step, _ commitment: Commitment
  ) -> [String: String] {
    guard step == .split else { return [:] }
    return [
      "part1-id": commitment.id + "a", "part2-id": commitment.id + "b",
      "part1-title": commitment.title, "part2-title": commitment.title,
      "part1-value": commitment.target?.value.description ?? "",
    ]
  }

  /// Lets a commitment take those in that were ticked.
  ///
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/stale(since:now:)``.
  public func merge(
    _ others: [String], into id: String, _ typed: [String: String], by caller: Caller
  ) throws {
    try run(id, typed, caller, missing: others.isEmpty ? [Self.noOthers] : []) { books in
      try PlanEdit.merge(
        books, others, into: id, decision: try Self.decision(typed), today: office.today)
    }
  }

  private static let noOthers = FormProblem(
    "id", "请勾选要并入的事项", "tick what is to become part of it")

  /// Leaves a commitment out, with the reason that was typed.
  ///
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/stale(since:now:)``.
  public func withdraw(_ id: String, _ typed: [String: String], by caller: Caller) throws {
    let reason = Fields(values: typed)["reason"]
    try run(id, typed, caller) { books in
      try PlanEdit.withdraw(
        books, id, reason: reason, decision: try Self.decision(typed), today: office.today)
    }
  }

  private static func decision(_ typed: [String: String]) throws -> Decision? {
    do throws(PlanProblems) {
      return try Fields(values: typed).decision()
    } catch { throw WorkFault.form(error.all) }
  }

  /// Splits a commitment into the parts that were typed, two at least.
  ///
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/stale(since:now:)``.
  public func split(_ id: String, _ typed: [String: String], by caller: Caller) throws {
    try run(id, typed, caller) { books in
      let whole = try EditCommitment.version(id, books).commitment
      let fields = Fields(values: typed)
      var problems: [FormProblem] = []
      var parts: [Commitment] = []
      var decision: Decision?
      for row in 1...PlanStepPage.parts {
        do throws(PlanProblems) {
          if let part = try Self.part(row, of: whole, fields) { parts.append(part) }
        } catch { problems += error.all }
      }
      do throws(PlanProblems) { decision = try fields.decision() } catch { problems += error.all }
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      return try PlanEdit.split(
        books, id, into: parts, decision: decision, today: office.today)
    }
  }

  /// One row; nil where nothing is typed in it.
  private static func part(
    _ row: Int, of whole: Commitment, _ fields: Fields
  ) throws(PlanProblems) -> Commitment? {
    let (id, title) = (fields["part\(row)-id"], fields["part\(row)-title"])
    if id.isEmpty, title.isEmpty { return nil }
    var problems: [FormProblem] = []
    for (name, value) in [("id", id), ("title", title)] where value.isEmpty {
      problems.append(
        FormProblem("part\(row)-\(name)", "每一部分要有编号和名称", "a part has an id and a title"))
    }
    guard problems.isEmpty else { throw PlanProblems(problems) }
    var part = whole
    (part.id, part.title, part.english) = (id, title, nil)
    part.target = try fields.number("part\(row)-value").flatMap { value in
      var target = whole.target
      target?.value = value
      return target
    }
    if let unit = fields.optional("part\(row)-unit") {
      part.units = [unit] + whole.units.filter { $0 != unit }
    }
    return part
  }

  /// Checks basis and reason, and appends; what the plan's rules refuse is said at the form.
  private func run(
    _ id: String, _ typed: [String: String], _ caller: Caller, missing: [FormProblem] = [],
    _ make: (Books) throws -> [Change]
  ) throws {
    try office.require(.plan, by: caller)
    var problems = missing
    let reason = Fields(values: typed)["reason"]
    if reason.isEmpty { problems.append(FormProblem("reason", "请写明理由", "give the reason")) }
    try office.change(.plan, by: caller, reason: reason) { books in
      try EditCommitment.checkBasis(typed, try EditCommitment.version(id, books))
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      do {
        return try make(books)
      } catch let fault as TrackingFault {
        throw WorkFault.form([FormProblem(Self.field(of: fault), fault.bothWords)])
      }
    }
  }

  private static func field(of fault: TrackingFault) -> String {
    switch fault {
    case .splitTooSmall: "part2-id"
    case .idTaken: "part1-id"
    case .selfMerge, .unknownCommitment, .notActive: "id"
    case .empty: "reason"
    case .unitTwice, .unknownUnit: "part1-unit"
    default: EditCommitment.field(of: fault)
    }
  }
}
