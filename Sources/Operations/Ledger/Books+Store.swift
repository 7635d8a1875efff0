import Domain

extension LedgerStore {
  /// The books as they were after an entry; everything by default.
  func books(known: Int = .max) throws -> Books {
    Books(try entries(after: 0, through: known == .max ? nil : known))
  }
}
