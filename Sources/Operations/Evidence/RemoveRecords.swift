import Domain

/// Takes records out that should never have been there; their versions stay.
public struct RemoveRecords: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// All of them or none.
  ///
  /// - Throws: a `Fault` for a registry or a record that is not there.
  public func run(
    _ keys: [String], of registry: String, by caller: Caller, reason: String
  ) throws {
    try office.removeRecords(by: caller, reason: reason) { books in
      Change.Removal(registry: try Declared(books).registry(registry).name, keys: keys)
    }
  }
}
