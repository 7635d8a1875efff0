import Domain
import Publishing

/// The supervision office's desk for a month, and the page on which one commitment's answers are
/// looked at.
public struct ShowOfficeDesk: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameter month: the last one before today when nil.
  public func run(_ month: Period?, by caller: Caller) throws -> OfficeDeskPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    let month = try DeskMonth.checked(month, office)
    let outcome = try office.accounts(DeskView.month(month, office))
    let groups = books.active.compactMap { commitment -> OfficeDeskPage.Group? in
      let filings = Self.answers(commitment, month, books).compactMap(\.filing)
      return filings.isEmpty ? nil : OfficeDeskPage.Group(commitment, filings)
    }
    let lists = Self.units(books).map { DueList(books, unit: $0, month: month) }
    return OfficeDeskPage(
      month, by: month.last.adding(days: books.settings.filingDay), groups: groups,
      units: lists.filter { !$0.asked.isEmpty }.map(OfficeDeskPage.UnitCount.init),
      rows: outcome.rowsByID, isReleased: books.releases.contains { $0.month == month },
      closings: books.closings.values.filter { $0.last?.value.step == .requested }.count)
  }

  public func review(_ id: String, month: Period, by caller: Caller) throws -> ReviewPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    let month = try DeskMonth.checked(month, office)
    guard let commitment = books.commitment(id) else { throw WorkFault.notFound }
    let outcome = try office.accounts(DeskView.month(month, office))
    return ReviewPage(
      commitment, month: month, answers: Self.answers(commitment, month, books),
      row: outcome.rowsByID[id], people: books.people)
  }

  private static func answers(
    _ commitment: Commitment, _ month: Period, _ books: Books
  ) -> [ReviewPage.Answer] {
    commitment.units.map { unit in
      let key = Filing.Key(commitment: commitment.id, month: month, unit: unit)
      return .init(unit: unit, filing: books.filings[key]?.last)
    }
  }

  /// Declared units in their order, then others that commitments name.
  private static func units(_ books: Books) -> [String] {
    books.active.flatMap(\.units).reduce(into: books.units.map(\.name)) { names, unit in
      if !names.contains(unit) { names.append(unit) }
    }
  }
}
