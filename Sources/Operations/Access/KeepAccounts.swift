import Domain
import Publishing

/// Accounts: who may sign in, as what. Every change is an entry of the ledger.
public struct KeepAccounts: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Adds or changes an account, and sets its password where one is given; its sessions end, and
  /// its tokens where it is closed or has another role. All of that or nothing.
  ///
  /// - Parameter check: what else has to be true of the books that it goes on top of.
  /// - Throws: ``WorkFault/form(_:)``, also for the last administrator.
  public func save(
    _ account: Account, password: String?, by caller: Caller, reason: String? = nil,
    check: (Books) throws -> Void = { _ in }
  ) throws {
    let hash = try password.map(Passwords.hash)
    try office.decide(.administer, by: caller, reason: reason) { books in
      try check(books)
      let problems =
        Self.problems(account, password, books) + Self.lastAdministrator(account, books)
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      let old = books.accounts[account.login]
      return Office.Decided(
        old == account ? [] : [.account(account)], beside: Self.beside(account, old, hash))
    }
  }

  /// Closes an account and ends its sessions and tokens; false where there is none of that name.
  public func close(_ login: String, by caller: Caller, reason: String? = nil) throws -> Bool {
    var isThere = true
    try office.decide(.administer, by: caller, reason: reason) { books in
      isThere = books.accounts[login] != nil
      guard var account = books.accounts[login] else { return Office.Decided([]) }
      let old = account
      account.isActive = false
      let problems = Self.lastAdministrator(account, books)
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      return Office.Decided(
        old == account ? [] : [.account(account)], beside: Self.beside(account, old, nil))
    }
    return isThere
  }

  /// What was given to the account as it was does not stay with what it becomes.
  private static func beside(
    _ account: Account, _ old: Account?, _ hash: String?
  ) -> [AccessChange] {
    let isOther = !account.isActive || old.map { $0.role != account.role } ?? false
    let password = hash.map { [AccessChange.password($0, of: account.login)] } ?? []
    let tokens = isOther ? [AccessChange.endTokens(of: account.login)] : []
    return password + [.endSessions(of: account.login)] + tokens
  }

  private static func lastAdministrator(_ account: Account, _ books: Books) -> [FormProblem] {
    if account.role == .administrator, account.isActive { return [] }
    let all = books.accounts.values.filter { $0.role == .administrator && $0.isActive }
    guard all.count == 1, all.first?.login == account.login else { return [] }
    return [
      FormProblem(
        "role", "这是最后一个在用的管理员，不能停用或改为别的角色", "the last active administrator must stay one")
    ]
  }

  private static func problems(
    _ account: Account, _ password: String?, _ books: Books
  ) -> [FormProblem] {
    var problems: [FormProblem] = []
    let login = account.login
    if login.isEmpty || login.unicodeScalars.count > 64
      || login.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x21 })
    {
      problems.append(
        FormProblem("login", "用户名为 1 至 64 个字符，不含空格", "a login has 1 to 64 characters, no spaces"))
    }
    if account.name.isEmpty || account.name.unicodeScalars.count > 64 {
      problems.append(
        FormProblem("name", "请填写姓名或岗位，不超过 64 个字", "give a name of at most 64 characters"))
    }
    if [.head, .clerk].contains(account.role),
      !books.units.contains(where: { $0.name == account.unit })
    {
      problems.append(FormProblem("unit", "单位负责人和填报员须属于一个单位", "a head or clerk belongs to a unit"))
    }
    if let problem = password.flatMap({ Passwords.problem($0, field: "password") }) {
      problems.append(problem)
    }
    return problems
  }
}
