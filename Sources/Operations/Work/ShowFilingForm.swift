import Domain
import Publishing
import Tracking

/// The form of one matter of the caller's unit for a month.
public struct ShowFilingForm: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameter form: the form that was sent before and comes again; nil for a new one.
  /// - Throws: ``WorkFault/notFound``, and ``WorkFault/notAllowed(_:)`` for a matter of other units.
  public func run(
    _ id: String, month: Period, form: String? = nil, by caller: Caller
  ) throws -> FilingFormPage {
    let unit = try caller.unit(for: .file)
    let books = try office.books()
    let key = Filing.Key(commitment: id, month: month, unit: unit)
    let item = try FileProgress.item(key, books, today: office.today)
    let outcome = try office.accounts(DeskView.month(month, office))
    let words = MeasureWords(registries: books.registries, series: books.series)
    return FilingFormPage(
      item, month: month, unit: unit, by: DueList(books, unit: unit, month: month).by,
      row: outcome.rowsByID[id],
      measure: item.commitment.measure.map { words.phrase($0, in: item.commitment.period) },
      mayConfirm: caller.may(.confirm, for: unit), people: books.people,
      form: form ?? Secrets.text(),
      waiting: try form.map { try HeldFiles(office).names($0, by: caller) } ?? [])
  }
}
