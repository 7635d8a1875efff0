import Domain
import Publishing

/// What was released, and what has come to differ since.
public struct ShowReleases: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  public func list(by caller: Caller) throws -> ReleasesPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let baselines = Set(
      books.order.filter { books.commitment($0)?.kind == .baseline })
    let rows = try books.releases.sorted { $1.month.first < $0.month.first }.map { release in
      let judged = release.judgements.filter { !baselines.contains($0.commitment) }
      let now = try hindsight(release, by: caller).judgements
      let day = try office.store.entries(after: release.known, through: release.known + 1)
        .first?.time.day
      return ReleasesPage.Row(
        month: release.month, day: day ?? release.month.last,
        counts: judged.reduce(into: [:]) { $0[$1.state, default: 0] += 1 },
        differing: Set(ReleaseDiff.differences(release, now).map(\.commitment)).count)
    }
    return ReleasesPage(rows)
  }

  /// - Throws: ``WorkFault/notFound`` for a month that was not released.
  public func run(_ month: String, by caller: Caller) throws -> ReleasePage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    guard let release = books.releases.first(where: { $0.month.description == month }) else {
      throw WorkFault.notFound
    }
    let now = try hindsight(release, by: caller)
    let titles = books.order.compactMap { id in books.commitment(id).map { (id, $0.title) } }
    return ReleasePage(
      release, now: now.judgements, titles: Dictionary(titles) { $1 }, departures: now.departures,
      anchor: books.anchor(of: release.month))
  }

  /// The released month with what is known now; for the public with what the last release knew.
  private func hindsight(_ release: Release, by caller: Caller) throws
    -> JudgeAccounts.Outcome
  {
    let known =
      try caller.may(.readInternal)
      ? office.store.head().sequence : office.books().releases.map(\.known).max() ?? 0
    return try office.accounts(.init(day: release.month.last, knowledge: .entry(known)))
  }
}
