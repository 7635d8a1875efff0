import Domain

/// Signing in and out, and who a cookie or a token belongs to.
public struct SignIn: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Hours after its last use that a session ends.
  public static let idleHours = 8
  /// Hours after which it ends however much it is used.
  public static let longestHours = 7 * 24
  /// Hours for which it is still known whose an ended session was.
  public static let memoryHours = 24

  /// Starts a session; gives the cookie's value, which is kept nowhere.
  ///
  /// - Parameters:
  ///   - remote: where the attempt comes from.
  ///   - old: the browser's former session, which ends.
  /// - Throws: ``WorkFault/wrongPassword``, ``WorkFault/throttled(seconds:)``.
  public func start(
    login: String, password: String, from remote: String = "", ending old: String? = nil
  ) throws -> String {
    let account = try check(login: login, password: password, from: remote)
    try office.access.removeExpired(before: office.now.adding(hours: -Self.memoryHours))
    if let old { try end(cookie: old) }
    return try start(account)
  }

  /// An account whose password it is; takes as long for a login that does not exist.
  func check(login: String, password: String, from remote: String) throws -> Account {
    try office.attempts.begin(login, from: remote, at: office.now)
    let account = try office.books().accounts[login]
    let hash = try office.access.password(of: login)
    let fits = Passwords.fits(password, hash ?? Passwords.nobody)
    guard fits, hash != nil, let account, account.isActive else { throw WorkFault.wrongPassword }
    office.attempts.succeeded(login, from: remote)
    return account
  }

  func start(_ account: Account) throws -> String {
    let cookie = Secrets.text()
    let now = office.now
    try office.access.keep(
      Session(
        digest: Secrets.digest(cookie), login: account.login, started: now,
        expires: now.adding(hours: Self.idleHours)))
    return cookie
  }

  /// Whose session it is; everyone for none, an unknown or an ended one. Use moves its end on.
  public func caller(cookie: String?) throws -> Caller {
    guard let cookie, var session = try office.access.session(Secrets.digest(cookie)),
      session.expires > office.now, let account = try office.books().accounts[session.login],
      account.isActive
    else { return .everyone }
    let last = session.started.adding(hours: Self.longestHours)
    let next = min(office.now.adding(hours: Self.idleHours), last)
    if session.expires < office.now.adding(hours: Self.idleHours - 1), session.expires < next {
      session.expires = next
      try office.access.keep(session)
    }
    return Caller(account)
  }

  /// Whose session it was, for a day after it ended.
  public func owner(cookie: String?) throws -> String? {
    guard let cookie, let session = try office.access.session(Secrets.digest(cookie)),
      session.expires > office.now.adding(hours: -Self.memoryHours)
    else { return nil }
    return session.login
  }

  /// The session ends; whose it was is still known for a day.
  public func end(cookie: String) throws {
    guard var session = try office.access.session(Secrets.digest(cookie)) else { return }
    session.expires = min(session.expires, office.now)
    try office.access.keep(session)
  }
}

extension Instant {
  func adding(hours: Int) -> Instant { Instant(milliseconds: milliseconds + hours * 3_600_000) }
}
