import Domain
import Tracking

/// Freezes a month's judgements; a release never changes.
public struct ReleaseMonth: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Judges the last day of the month with all that is known now, and appends that.
  ///
  /// - Throws: a `Fault` when the month is not over, was released before, or the plan has nothing to
  ///   judge.
  @discardableResult
  public func run(_ month: Period, by caller: Caller, reason: String? = nil) throws -> Release {
    try office.watch?.check()
    let entries = try office.change(.release, by: caller, reason: reason) { books in
      [.release(try release(month, books))]
    }
    try office.sign(entries, by: caller)
    guard case .release(let release)? = entries.first?.change else { throw WorkFault.failed }
    return release
  }

  private func release(_ month: Period, _ books: Books) throws -> Release {
    guard month.first.day == 1, month.last == month.first.endOfMonth else {
      throw OperationFault.notAMonth(month.description)
    }
    guard month.last < office.today else {
      throw OperationFault.monthNotOver(month.description)
    }
    guard !books.releases.contains(where: { $0.month == month }) else {
      throw OperationFault.alreadyReleased(month.description)
    }
    let outcome = try JudgeAccounts(office.store, books: books)
      .run(asOf: month.last, knowing: .entry(books.sequence))
    guard !outcome.judgements.isEmpty else {
      throw OperationFault.nothingToRelease(month.description)
    }
    return Release(month: month, known: outcome.known, judgements: outcome.judgements)
  }
}
