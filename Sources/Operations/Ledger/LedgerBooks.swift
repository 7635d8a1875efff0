import Domain

/// Everything that the ledger's entries amount to, to look things up in.
public struct LedgerBooks: Sendable {
  public let books: Books

  public init(_ store: any LedgerStore) throws { books = try store.books() }
}
