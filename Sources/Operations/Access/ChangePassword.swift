import Domain
import Publishing

/// One's own password.
public struct ChangePassword: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// All sessions of the account end; gives the cookie of a new one.
  ///
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/throttled(seconds:)``.
  public func run(
    old: String, new: String, again: String, from remote: String = "", by caller: Caller
  ) throws -> String {
    try office.require(.ownAccount, by: caller)
    guard let account = caller.account else { throw WorkFault.notSignedIn }
    let problems = Self.problems(new, again)
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    do {
      _ = try SignIn(office).check(login: account.login, password: old, from: remote)
    } catch WorkFault.wrongPassword {
      throw WorkFault.form([
        FormProblem("password-old", "原密码不对", "the present password is wrong")
      ])
    }
    try office.access.change([
      .password(Passwords.hash(new), of: account.login), .endSessions(of: account.login),
    ])
    return try SignIn(office).start(account)
  }

  private static func problems(_ new: String, _ again: String) -> [FormProblem] {
    var problems: [FormProblem] = []
    if let problem = Passwords.problem(new, field: "password-new") { problems.append(problem) }
    if new != again {
      problems.append(FormProblem("password-again", "两次填写的新密码不一致", "the two new passwords differ"))
    }
    return problems
  }
}
