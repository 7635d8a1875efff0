import Domain
import Publishing

/// The office's part in objections: seeing them, answering, withholding with a reason. The public sees
/// what came of it with the next release.
public struct AnswerObjection: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Characters of an answer at most.
  public static let longest = 3000

  /// Every objection with how long it has waited.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func desk(by caller: Caller) throws -> ObjectionDeskPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    return ObjectionDeskPage(
      ObjectionLine.all(books, isInside: true), today: office.today,
      answerDays: books.settings.objectionDays)
  }

  /// The form for one objection.
  ///
  /// - Throws: ``WorkFault/notFound`` where there is none, ``WorkFault/notAllowed(_:)``.
  public func form(_ id: String, by caller: Caller) throws -> AnswerPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    guard let noted = books.objections[id]?.last else { throw WorkFault.notFound }
    let rows = try office.accounts(asOf: office.today, by: caller).rows
    return AnswerPage(
      ObjectionLine(noted.value, books, isInside: true),
      row: rows.first { $0.commitment.id == noted.value.commitment },
      contact: try office.access.contact(of: id), basis: noted.note.sequence, today: office.today)
  }

  /// Answers; the objection's own words become public with it.
  ///
  /// - Parameter basis: the entry of the version that the form showed.
  public func answer(_ id: String, _ text: String, basis: Int, by caller: Caller) throws {
    try settle(id, field: "answer", text, basis: basis, by: caller) { objection in
      objection.state = .answered
      objection.answer = text
      objection.reason = nil
    }
  }

  /// Leaves it out of public view; that there was one, and why, stays public.
  public func withhold(_ id: String, reason: String, basis: Int, by caller: Caller) throws {
    try settle(id, field: "reason", reason, basis: basis, by: caller) { objection in
      objection.state = .withheld
      objection.reason = reason
      objection.answer = nil
    }
  }

  private func settle(
    _ id: String, field: String, _ text: String, basis: Int, by caller: Caller,
    _ edit: (inout Objection) -> Void
  ) throws {
    let length = text.unicodeScalars.count
    guard (1...Self.longest).contains(length) else {
      throw WorkFault.form([
        length == 0
          ? FormProblem(field, "请填写", "this is needed")
          : FormProblem(field, "不超过 \(Self.longest) 个字", "at most \(Self.longest) characters")
      ])
    }
    let day = office.today
    try office.change(.supervise, by: caller) { books in
      guard let noted = books.objections[id]?.last else { throw WorkFault.notFound }
      guard noted.note.sequence == basis else {
        throw WorkFault.stale(since: basis, now: noted.note.sequence)
      }
      var objection = noted.value
      edit(&objection)
      objection.answered = day
      return [.objection(objection)]
    }
  }

}
