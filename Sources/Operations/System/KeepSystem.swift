import Domain
import Publishing

/// 系统: units, accounts, tokens and settings, each with the form that changes it.
public struct KeepSystem: Sendable {
  let office: Office

  public init(_ office: Office) { self.office = office }
}
