import Domain
import Registries

/// The figures of a series as published, and after them the single months that follow from
/// cumulative ones.
public struct ListObservations: Sendable {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// All figures that are known now; a fault for a series that is not declared.
  public func run(_ name: String) throws -> [Observation] {
    let series = try Declared(store).series(name)
    let published = try store.observations(of: series.name, known: .max)
    return published + DerivedMonths.months(from: published)
  }
}
