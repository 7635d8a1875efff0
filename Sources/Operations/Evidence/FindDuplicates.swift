import Domain
import Registries

/// Records of a registry that are likely one thing, by its rules of likeness.
public struct FindDuplicates: Sendable {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// Groups of current records that are likely one; a fault for a registry that is not declared.
  public func run(_ name: String) throws -> [LikelyDuplicates.Group] {
    let outcome = try ListRecords(store).run(name, limit: nil)
    return LikelyDuplicates(outcome.registry).groups(outcome.records)
  }
}
