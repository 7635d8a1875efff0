import Domain
import Publishing
import Registries

/// Series and their figures, as known to whoever asks.
public struct ShowSeries: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  public func list(asOf day: Day, by caller: Caller) throws -> SeriesListPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    return SeriesListPage(
      try books.series.values.sorted { $0.name < $1.name }.map { series in
        let figures = try self.figures(series.name, asOf: day, by: caller)
        let latest = figures.max { ($0.period.last, $0.published) < ($1.period.last, $1.published) }
        let keys = Set(figures.map { "\($0.period) \($0.form)" })
        return .init(
          series, latest: latest, count: figures.count, revisions: figures.count - keys.count,
          commitments: users(of: series.name, books).map(\.id))
      })
  }

  /// - Throws: a fault for a series that there is not.
  public func run(_ name: String, asOf day: Day, by caller: Caller) throws -> SeriesPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let series = try Declared(books).series(name)
    let published = try figures(name, asOf: day, by: caller)
    return SeriesPage(
      series, observations: published + DerivedMonths.months(from: published),
      sources: books.sources, commitments: users(of: name, books))
  }

  private func figures(_ name: String, asOf day: Day, by caller: Caller) throws -> [Observation] {
    let view = try office.view(asOf: day, by: caller)
    let known = try view.knowledge.sequence(asOf: view.day, in: office.store)
    return try office.store.observations(of: name, known: known)
  }

  private func users(of series: String, _ books: Books) -> [Commitment] {
    books.active.filter { commitment in
      if case .reported(let reported)? = commitment.measure { return reported.series == series }
      return false
    }
  }
}
