import Domain
import Publishing
import Tracking

/// The form of one matter of the caller's unit for a month.
public struct ShowFilingForm: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Throws: ``WorkFault/notFound``, and ``WorkFault/notAllowed(_:)`` for a matter of other units.
  public func run(_ id: String, month: Period, by caller: Caller) throws -> FilingFormPage {
    try page(id, month, caller) { FilingFormPage.Typed($0.current, form: Secrets.text()) }
  }

  /// The same with what was typed, after it was refused. A stale form goes on from what is there
  /// now, which is shown beside it.
  public func again(
    _ answer: FileProgress.Answer, fault: WorkFault, on id: String, month: Period, by caller: Caller
  ) throws -> FilingFormPage {
    let waiting = try HeldFiles(office).names(answer.form, by: caller)
    return try page(id, month, caller) { item in
      var typed = FilingFormPage.Typed(form: answer.form)
      typed.value = answer.value
      typed.progress = answer.progress
      typed.next = answer.next
      typed.kept = Set(answer.kept)
      typed.isOpen = answer.isOpen
      typed.waiting = waiting
      typed.basis = answer.basis
      if case .stale(_, let now) = fault {
        typed.basis = now
        typed.isStale = true
      }
      typed.problems = DeskProblems(fault)
      typed.isForm = true
      return typed
    }
  }

  /// The same after the head's reason was refused.
  public func again(
    reason: String, fault: WorkFault, on id: String, month: Period, by caller: Caller
  ) throws -> FilingFormPage {
    try page(id, month, caller) { item in
      var typed = FilingFormPage.Typed(item.current, form: Secrets.text())
      typed.reason = reason
      typed.problems = DeskProblems(fault)
      return typed
    }
  }

  private func page(
    _ id: String, _ month: Period, _ caller: Caller,
    _ typed: (DueList.Item) -> FilingFormPage.Typed
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
      mayConfirm: caller.may(.confirm, for: unit), people: books.people, typed: typed(item))
  }
}
