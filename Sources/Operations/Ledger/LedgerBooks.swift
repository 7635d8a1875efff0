import Domain

/// Everything that the ledger's entries amount to, to look things up in.
public struct LedgerBooks: Sendable {
  /// The books as they were when the ledger was read.
  public let books: Books

  /// Folds every entry of the ledger; throws what reading it does.
  public init(_ store: any LedgerStore) throws { books = try store.books() }
}
