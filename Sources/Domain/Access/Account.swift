/// Somebody who may sign in. Passwords are kept apart from the ledger.
public struct Account: Sendable, Equatable, Codable {
  /// The name to sign in with; 1 to 64 characters without spaces.
  public var login: String
  /// Shown beside what the person does: 科技局 王工.
  public var name: String
  /// What it is there for; with `unit`, all that decides what it may do.
  public var role: Role
  /// The unit that a head or clerk acts for.
  public var unit: String?
  /// False for one that was closed; an account is never deleted, as the ledger names it.
  public var isActive: Bool

  /// Takes every field as it is; nothing is checked.
  public init(
    login: String, name: String, role: Role, unit: String? = nil, isActive: Bool = true
  ) {
    self.login = login
    self.name = name
    self.role = role
    self.unit = unit
    self.isActive = isActive
  }
}

/// What an account is there for.
public enum Role: String, Sendable, Codable, CaseIterable {
  /// Accounts, settings, backup, verification; no say in the accounts' content.
  case administrator
  /// The supervision office (督查室).
  case supervisor
  /// Confirms what the unit files.
  case head
  /// Files for the own unit, and only for it.
  case clerk
  /// Sees what is internal, changes nothing.
  case reader
}

/// A thing that somebody may or may not do. Every operation names the one that it is.
public enum Act: String, Sendable, CaseIterable {
  /// What is published: released months, without what is internal or personal.
  case readPublic
  /// Raising an objection to a published line.
  case object
  /// What is internal: every day's judgements, filings, registries.
  case readInternal
  /// Signing for a task (签收) and filing, for the own unit.
  case file
  /// Confirming or sending back what the own unit's clerk filed.
  case confirm
  /// Adopting a report, editing the plan, entering other matters.
  case plan
  /// Importing records and figures, declaring registries, series and rules.
  case keepEvidence
  /// Accepting and returning filings, unlocking, closing out, reminding, answering objections.
  case supervise
  /// Freezing a month.
  case release
  /// Accounts, tokens, settings, backup, verification.
  case administer
  /// Every entry of the ledger with who made it.
  case readTrail
  /// One's own password.
  case ownAccount

  /// Who may; nil for everyone, signed in or not.
  public var roles: Set<Role>? {
    switch self {
    case .readPublic, .object: nil
    case .readInternal, .ownAccount: Set(Role.allCases)
    case .file: [.clerk, .head]
    case .confirm: [.head]
    case .plan, .keepEvidence, .supervise, .release: [.supervisor]
    case .administer: [.administrator]
    case .readTrail: [.administrator, .supervisor]
    }
  }

  /// Whether it is done for a unit, and only for the own one.
  public var isForUnit: Bool { self == .file || self == .confirm }
}

/// Who asks: an account, the public, or the command line.
public struct Caller: Sendable, Equatable {
  /// Nil for the public.
  public var account: Account?
  /// Whoever can open the ledger's file with the program may do everything that it does.
  private var isOperator = false

  /// A caller with the rights of an account; the public where there is none.
  public init(_ account: Account?) { self.account = account }

  /// Anybody who is not signed in.
  public static let everyone = Caller(nil)

  /// The command line on the ledger's own machine.
  ///
  /// - Parameter actor: as whom its changes are recorded.
  public static func commandLine(_ actor: String) -> Caller {
    var caller = Caller(Account(login: actor, name: actor, role: .supervisor))
    caller.isOperator = true
    return caller
  }

  /// True for an active account of a role that may do it; for a unit's act, of that unit; and for
  /// the command line.
  ///
  /// - Parameter unit: the unit that it is done for; nil asks whether it may be done at all.
  public func may(_ act: Act, for unit: String? = nil) -> Bool {
    if isOperator { return true }
    guard let roles = act.roles else { return true }
    guard let account, account.isActive, roles.contains(account.role) else { return false }
    guard act.isForUnit else { return true }
    return account.unit != nil && (unit == nil || unit == account.unit)
  }

  /// True where nobody is signed in: only what was released may be shown.
  public var isPublic: Bool { account == nil }
}
