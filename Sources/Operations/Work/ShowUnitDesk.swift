import Domain
import Publishing

/// The desk of the caller's unit for a month.
public struct ShowUnitDesk: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameter month: the last one before today when nil.
  /// - Throws: ``WorkFault/notFound`` for what is no month, or has not begun.
  public func run(_ month: Period?, by caller: Caller) throws -> UnitDeskPage {
    let unit = try caller.unit(for: .file)
    let books = try office.books()
    let month = try DeskMonth.checked(month, office)
    let outcome = try office.accounts(DeskView.month(month, office))
    return UnitDeskPage(
      DueList(books, unit: unit, month: month), rows: outcome.rowsByID,
      unsigned: DueList.toSign(books, unit: unit, on: office.today),
      led: books.active.filter { $0.kind != .baseline && $0.units.first == unit },
      closings: books.closings.compactMapValues(\.last), today: office.today,
      mayConfirm: caller.may(.confirm, for: unit), people: books.people)
  }
}

/// The month that a desk shows.
enum DeskMonth {
  static func checked(_ month: Period?, _ office: Office) throws -> Period {
    guard let month = month ?? DueList.month(before: office.today), month.first.day == 1,
      month.last == month.first.endOfMonth, month.first <= office.today
    else { throw WorkFault.notFound }
    return month
  }
}
