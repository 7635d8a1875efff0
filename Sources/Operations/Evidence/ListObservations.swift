import Domain
import Registries

/// The figures of a series as published, and after them the single months that follow from
/// cumulative ones.
public struct ListObservations: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  public func run(_ name: String) throws -> [Observation] {
    let series = try Declared(store).series(name)
    let published = try store.observations(of: series.name, known: .max)
    return published + DerivedMonths.months(from: published)
  }
}
