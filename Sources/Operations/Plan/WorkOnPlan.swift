import Domain
import Publishing
import Tracking

/// The plan as the office works on it: what is missing, units for many at once, the whole as a file.
public struct WorkOnPlan: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// The same where what was typed could not be taken; it gets what the units of those that were
  /// ticked have become meanwhile.
  public func page(again typed: inout FormValues, by caller: Caller) throws -> OfficePlanPage {
    if typed.isStale {
      let basis = typed.all("basis").last.flatMap { Int($0) } ?? 0
      typed.problems += Self.changed(typed.all("id"), since: basis, try office.books())
    }
    return try page(lacks: typed.value("lacks"), by: caller)
  }

  private static func changed(
    _ ids: [String], since basis: Int, _ books: Books
  ) -> [FormProblem] {
    ids.compactMap { id in
      guard let version = books.commitments[id]?.last, version.sequence > basis else { return nil }
      let units = version.commitment.units.joined(separator: "、")
      return FormProblem(
        "id", "\(id) 现在的责任单位：\(units.isEmpty ? "没有" : units)",
        "\(id) now has: \(units.isEmpty ? "no unit" : units)")
    }
  }

  /// - Parameter lacks: `unit`, `measure` or `deadline`; anything else shows all.
  public func page(lacks: String = "", by caller: Caller) throws -> OfficePlanPage {
    let books = try office.books()
    try office.require(.plan, by: caller)
    let words = MeasureWords(registries: books.registries, series: books.series)
    let rows = books.active.filter { $0.kind != .baseline }.map { commitment in
      OfficePlanPage.Row(
        commitment, measure: commitment.measure.map { words.phrase($0, in: commitment.period) })
    }
    return OfficePlanPage(
      rows: rows, units: books.units.map(\.name),
      filter: ["unit", "measure", "deadline"].contains(lacks) ? lacks : "",
      basis: books.sequence, issued: books.plan.issues.map(\.value),
      open: IssuePlan.open(books))
  }

  /// Issues the plan of a year.
  ///
  /// - Throws: ``WorkFault/form(_:)`` with what is wrong.
  public func issue(_ typed: [String: String], by caller: Caller) throws {
    try office.require(.plan, by: caller)
    let fields = Fields(values: typed)
    let (year, day) = (Int(fields["issue-year"]), Day(fields["issue-date"]))
    guard let year else {
      throw WorkFault.form([FormProblem("issue-year", "请选择年度", "choose the year")])
    }
    guard day != nil || fields["issue-date"].isEmpty else {
      throw WorkFault.form([.day("issue-date")])
    }
    do {
      try IssuePlan(office).run(
        year, document: fields.optional("issue-document"), day: day, by: caller)
    } catch let fault as OperationFault {
      throw WorkFault.form([FormProblem("issue-date", fault.bothWords)])
    }
  }

  /// Gives each of several commitments a unit, in one transaction.
  ///
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/stale(since:now:)`` where one of them has changed.
  public func assign(
    _ ids: [String], _ typed: [String: String], by caller: Caller
  ) throws {
    let fields = Fields(values: typed)
    let unit = fields["unit"]
    var problems: [FormProblem] = []
    if ids.isEmpty {
      problems.append(FormProblem("id", "请勾选事项", "tick the commitments"))
    }
    if unit.isEmpty { problems.append(FormProblem("unit", "请选择单位", "choose a unit")) }
    try office.change(.plan, by: caller, reason: fields.optional("reason")) { books in
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      let basis = Int(fields["basis"]) ?? 0
      let newest = ids.compactMap { books.commitments[$0]?.last?.sequence }.max() ?? 0
      guard newest <= basis else { throw WorkFault.stale(since: basis, now: newest) }
      do {
        return try ids.flatMap {
          try Self.assigned(unit, fields["as"], $0, books, today: office.today)
        }
      } catch let fault as TrackingFault {
        throw WorkFault.form([
          FormProblem(fault.code == .badUnits ? "unit" : "id", fault.bothWords)
        ])
      }
    }
  }

  /// A new lead moves the old one to the first of those who cooperate.
  private static func assigned(
    _ unit: String, _ role: String, _ id: String, _ books: Books, today: Day
  ) throws -> [Change] {
    var units = books.commitment(id)?.units ?? []
    if role == "with", !units.isEmpty {
      guard !units.contains(unit) else { return [] }
      units.append(unit)
    } else {
      units = [unit] + units.filter { $0 != unit }
    }
    return try PlanEdit.edit(books, id, today: today) { $0.units = units }
  }

  /// Every unit with what it leads.
  public func units(by caller: Caller) throws -> PlanUnitsPage {
    try office.require(.plan, by: caller)
    let books = try office.books()
    let active = books.active.filter { $0.kind != .baseline }
    return PlanUnitsPage(
      books.units.map { unit in
        PlanUnitsPage.Row(
          unit, leads: active.filter { $0.units.first == unit.name },
          cooperates: active.count { $0.units.dropFirst().contains(unit.name) })
      })
  }

  /// The whole plan as `plan.yaml`, to be edited and imported again.
  public func file(by caller: Caller) throws -> [UInt8] {
    try office.require(.plan, by: caller)
    return try PlanFiles.whole(office.store)
  }
}
