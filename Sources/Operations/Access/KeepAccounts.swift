import Domain

/// Accounts: who may sign in, as what. Every change is an entry of the ledger.
public struct KeepAccounts: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// Adds or changes an account, and sets its password where one is given; its sessions end.
  ///
  /// - Throws: ``WorkFault/form(_:)``.
  public func save(_ account: Account, password: String?, by caller: Caller) throws {
    try office.change(.administer, by: caller) { books in
      let problems = Self.problems(account, password, books)
      guard problems.isEmpty else { throw WorkFault.form(problems) }
      return books.accounts[account.login] == account ? [] : [.account(account)]
    }
    if let password {
      try office.access.setPassword(Passwords.hash(password), of: account.login)
    }
    try office.access.endSessions(of: account.login)
  }

  /// The same without a caller: the first account of a ledger, from the command line.
  public func found(_ account: Account, password: String, by author: Author) throws {
    let problems = Self.problems(account, password, try office.books())
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    try office.store.append([.account(account)], by: author)
    try office.access.setPassword(Passwords.hash(password), of: account.login)
    try office.access.endSessions(of: account.login)
  }

  /// Closes an account and ends its sessions; false where there is none of that name.
  public func close(_ login: String, by author: Author) throws -> Bool {
    guard var account = try office.books().accounts[login] else { return false }
    account.isActive = false
    try office.store.append([.account(account)], by: author)
    try office.access.endSessions(of: login)
    return true
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
