import Domain

/// The head of a unit confirms what was filed, and it goes to the supervision office (确认上报).
public struct ConfirmFiling: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameter basis: the entry of the version that was looked at.
  public func run(_ key: Filing.Key, basis: Int, by caller: Caller) throws {
    try FilingStep(office: office)
      .take(key, to: .confirmed, from: [.filed], basis: basis, as: .confirm, by: caller)
  }
}
