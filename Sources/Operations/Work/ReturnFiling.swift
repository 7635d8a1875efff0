import Domain

/// Sends a filing back with a reason (退回): the head of the unit before confirming it, the
/// supervision office after that.
public struct ReturnFiling: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameters:
  ///   - reason: required; the unit reads it.
  ///   - basis: the entry of the version that was looked at.
  public func run(_ key: Filing.Key, reason: String, basis: Int, by caller: Caller) throws {
    let act: Act = caller.may(.supervise) ? .supervise : .confirm
    try office.require(act, for: act.isForUnit ? key.unit : nil, by: caller)
    try FilingStep(office: office).take(
      key, to: .returned, from: act == .supervise ? [.confirmed] : [.filed], basis: basis, as: act,
      reason: FilingStep.reason(reason), by: caller)
  }
}
