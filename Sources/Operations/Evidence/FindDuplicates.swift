import Domain
import Registries

/// Records of a registry that are likely one thing, by its rules of likeness.
public struct FindDuplicates: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  public func run(_ name: String) throws -> [LikelyDuplicates.Group] {
    let outcome = try ListRecords(store).run(name, limit: nil)
    return LikelyDuplicates(outcome.registry).groups(outcome.records)
  }
}
