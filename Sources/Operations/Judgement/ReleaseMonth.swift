import Domain
import Tracking

/// Freezes a month's judgements; a release never changes.
public struct ReleaseMonth: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  /// Judges the last day of the month with all that is known now, and appends that.
  ///
  /// - Throws: a `Fault` when the month is not over, or was released before.
  @discardableResult
  public func run(_ month: Period, by author: Author, today: Day) throws -> Release {
    guard month.first.day == 1, month.last == month.first.endOfMonth else {
      throw OperationFault.notAMonth(month.description)
    }
    guard month.last < today else { throw OperationFault.monthNotOver(month.description) }
    guard try !store.books().releases.contains(where: { $0.month == month }) else {
      throw OperationFault.alreadyReleased(month.description)
    }
    let outcome = try JudgeAccounts(store).run(asOf: month.last, knowing: .everything)
    let release = Release(month: month, known: outcome.known, judgements: outcome.judgements)
    try store.append([.release(release)], files: [], by: author)
    return release
  }
}
