import Domain
import Publishing

/// Tokens with which machines read as an account, without a browser.
public struct MachineTokens: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Days that a token may live.
  public static let longest = 366

  /// Gives the token's text, which is kept nowhere.
  ///
  /// - Throws: ``WorkFault/form(_:)``.
  public func make(name: String, login: String, days: Int?, by caller: Caller) throws -> String {
    let text = Secrets.text()
    let now = office.now
    try office.decide(.administer, by: caller) { books in
      let problems = Self.problems(name, books.accounts[login], days)
      guard problems.isEmpty, let days else { throw WorkFault.form(problems) }
      let token = Token(
        digest: Secrets.digest(text), name: name, login: login, created: now,
        expires: now.adding(hours: 24 * days))
      return Office.Decided([], beside: [.token(token)])
    }
    return text
  }

  private static func problems(_ name: String, _ account: Account?, _ days: Int?) -> [FormProblem] {
    var problems: [FormProblem] = []
    if name.isEmpty || name.unicodeScalars.count > 64 {
      problems.append(
        FormProblem("name", "请写明用途，不超过 64 个字", "say what it is for, in at most 64 characters"))
    }
    if account?.isActive != true {
      problems.append(FormProblem("login", "没有这个在用的帐号", "there is no such active account"))
    }
    if !(1...longest).contains(days ?? 0) {
      problems.append(
        FormProblem("days", "有效期为 1 至 \(longest) 天", "a token lives for 1 to \(longest) days"))
    }
    return problems
  }

  /// Ends a token, by its digest; it is not taken from then on.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func end(_ digest: String, by caller: Caller) throws {
    try office.require(.administer, by: caller)
    try office.access.change([.endToken(digest)])
  }

  /// Every token with whose it is and when it ends; never the token itself.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func list(by caller: Caller) throws -> [Token] {
    try office.require(.administer, by: caller)
    return try office.access.tokens()
  }

  /// The account of a token, reduced to reading.
  ///
  /// - Throws: ``WorkFault/notSignedIn`` for a token that is unknown, has ended, or whose account was
  ///   closed: whoever sends one does not want the public's view instead.
  public func caller(_ text: String) throws -> Caller {
    guard let token = try office.access.token(Secrets.digest(text)), token.expires > office.now,
      var account = try office.books().accounts[token.login], account.isActive
    else { throw WorkFault.notSignedIn }
    account.role = .reader
    return Caller(account)
  }
}
