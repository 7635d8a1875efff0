import Domain

/// The supervision office unlocks one accepted filing with a reason, so that its unit may correct it
/// (解锁). What was accepted stays in its history.
public struct UnlockFiling: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameters:
  ///   - reason: required; it is kept in the history.
  ///   - basis: the entry of the version that was looked at.
  public func run(_ key: Filing.Key, reason: String, basis: Int, by caller: Caller) throws {
    try office.require(.supervise, by: caller)
    try FilingStep(office: office).take(
      key, to: .unlocked, from: [.accepted], basis: basis, as: .supervise,
      reason: FilingStep.reason(reason), by: caller)
  }
}
