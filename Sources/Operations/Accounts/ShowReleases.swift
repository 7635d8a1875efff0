import Domain
import Publishing

/// What was released, and what has come to differ since.
public struct ShowReleases: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every release that the view knows, the newest first.
  public func list() throws -> ReleasesPage {
    let books = view.books
    let baselines = Set(
      books.order.filter { books.commitment($0)?.kind == .baseline })
    let made = zip(books.releases, books.releaseNotes)
      .sorted { $1.0.month.first < $0.0.month.first }
    let rows = try made.map { release, note in
      let judged = release.judgements.filter { !baselines.contains($0.commitment) }
      let now = try hindsight(release).judgements
      return ReleasesPage.Row(
        month: release.month, day: note.time.day,
        counts: judged.reduce(into: [:]) { $0[$1.state, default: 0] += 1 },
        differing: Set(ReleaseDiff.differences(release, now).map(\.commitment)).count)
    }
    return ReleasesPage(rows)
  }

  /// - Throws: ``WorkFault/notFound`` for a month that was not released.
  public func run(_ month: String) throws -> ReleasePage {
    let books = view.books
    guard let release = books.releases.first(where: { $0.month.description == month }) else {
      throw WorkFault.notFound
    }
    // As they were released; what came later is named only among the differences.
    let titles = Self.titles(books).merging(Self.titles(try view.books(of: release))) { $1 }
    let now = try hindsight(release)
    return ReleasePage(
      release, now: now.judgements, titles: titles, departures: now.departures,
      anchor: books.anchor(of: release.month))
  }

  private static func titles(_ books: Books) -> [String: String] {
    books.commitments.compactMapValues(\.last?.commitment.title)
  }

  /// The released month with what is known now; for the public with what the last release knew.
  private func hindsight(_ release: Release) throws -> JudgeAccounts.Outcome {
    try view.withHindsight(of: release.month.last).accounts()
  }
}
