import Domain
import Publishing
import Registries

/// Series and their figures, as the view knows them.
public struct ShowSeries: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every series by name, with its newest figure.
  public func list() throws -> SeriesListPage {
    let books = view.books
    return SeriesListPage(
      try books.series.values.sorted { $0.name < $1.name }.map { series in
        let figures = try self.figures(series.name)
        let latest = figures.max { ($0.period.last, $0.published) < ($1.period.last, $1.published) }
        let keys = Set(figures.map { "\($0.period) \($0.form)" })
        return .init(
          series, latest: latest, count: figures.count, revisions: figures.count - keys.count,
          commitments: users(of: series.name, books).map(\.id))
      })
  }

  /// - Throws: a fault for a series that there is not.
  public func run(_ name: String) throws -> SeriesPage {
    let books = view.books
    let series = try Declared(books).series(name)
    let published = try figures(name)
    return SeriesPage(
      series, observations: published + DerivedMonths.months(from: published),
      sources: books.sources, commitments: users(of: name, books))
  }

  private func figures(_ name: String) throws -> [Observation] {
    try view.evidence.observations(of: name, known: view.known)
  }

  private func users(of series: String, _ books: Books) -> [Commitment] {
    books.active.filter { commitment in
      if case .reported(let reported)? = commitment.measure { return reported.series == series }
      return false
    }
  }
}
