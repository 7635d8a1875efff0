import Domain
import Publishing

/// Freezes a month by whom it may (发布), and shows before what that will say.
public struct PublishMonth: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What a release of the month would say now, beside the release before it.
  ///
  /// - Throws: ``WorkFault/notFound`` for what is no month, or not over.
  public func draft(_ month: Period, by caller: Caller) throws -> ReleaseDraftPage {
    try office.require(.release, by: caller)
    let books = try office.books()
    try check(month)
    let outcome = try office.accounts(
      office.inside(month.last, knowing: .entry(books.sequence)))
    let done = books.releases.first { $0.month == month }
    let before = books.releases.filter { $0.month.last < month.first }
      .max { $0.month.last < $1.month.last }
    return ReleaseDraftPage(
      month: month, rows: outcome.rows, before: before, released: done,
      basis: books.evidence(known: .max),
      waiting: books.filings.values.filter {
        $0.last?.value.month == month && $0.last?.value.state == .confirmed
      }.count)
  }

  /// - Parameter basis: the last entry of evidence that the draft knew.
  /// - Throws: ``WorkFault/stale(since:now:)`` where evidence came since, so that nothing is released
  ///   that nobody looked at.
  public func run(_ month: Period, basis: Int, by caller: Caller) throws {
    try office.require(.release, by: caller)
    try check(month)
    try office.watch?.check()
    let entries = try office.change(.release, by: caller) { books in
      if let done = books.releases.first(where: { $0.month == month }) {
        if books.evidence(known: done.known) == basis { return [] }
        throw WorkFault.wrongStep(
          Phrase("这个月已经发布；发布的内容不会改变", "this month is released; a release never changes"))
      }
      let now = books.evidence(known: .max)
      guard now == basis else { throw WorkFault.stale(since: basis, now: now) }
      let outcome = try JudgeAccounts(office.store, books: books)
        .run(asOf: month.last, knowing: .entry(books.sequence))
      return [
        .release(Release(month: month, known: outcome.known, judgements: outcome.judgements))
      ]
    }
    try office.sign(entries, by: caller)
  }

  private func check(_ month: Period) throws {
    guard month.first.day == 1, month.last == month.first.endOfMonth, month.last < office.today
    else { throw WorkFault.notFound }
  }
}
