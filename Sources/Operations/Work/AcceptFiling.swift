import Domain

/// The supervision office accepts a filing (通过). It stays a claim: no judgement rests on it.
public struct AcceptFiling: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameter basis: the entry of the version that was looked at.
  public func run(_ key: Filing.Key, basis: Int, by caller: Caller) throws {
    try FilingStep(office: office)
      .take(key, to: .accepted, from: [.confirmed], basis: basis, as: .supervise, by: caller)
  }
}
