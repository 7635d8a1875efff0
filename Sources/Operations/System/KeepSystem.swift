import Domain
import Publishing

/// 系统: units, accounts, tokens and settings, each with the form that changes it.
public struct KeepSystem: Sendable {
  let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }
}
