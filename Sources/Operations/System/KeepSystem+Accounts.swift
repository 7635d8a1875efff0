import Domain
import Publishing

/// Who may sign in.
extension KeepSystem {
  /// Every account, with the form for a new one.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func accounts(by caller: Caller) throws -> SystemListPage {
    try office.require(.administer, by: caller)
    let books = try office.books()
    var page = SystemListPage(Phrase("帐号", "Accounts"))
    page.intro = [
      Phrase(
        "帐号不删除，只停用：账里有它的名字。改角色、单位或密码，会让它已登录的浏览器退出。",
        "Accounts are closed, never deleted: the ledger names them. A new role, unit or password signs its browsers out."
      )
    ]
    page.columns = [
      Phrase("用户名", "Login"), Phrase("姓名或岗位", "Name"), Phrase("角色", "Role"),
      Phrase("单位", "Unit"), Phrase("状态", "State"),
    ]
    page.rows = books.accounts.values.sorted { $0.login < $1.login }.map { account in
      [
        .init(account.login, path: "/system/accounts/" + account.login), .init(account.name),
        .init(RoleTable.name(account.role)), .init(account.unit ?? "—"),
        .init(account.isActive ? Phrase("在用", "active") : Phrase("已停用", "closed")),
      ]
    }
    page.path = "/system/accounts"
    page.forms = [
      form(
        Phrase("新增帐号", "Add an account"), action: "/system/accounts", [:], books,
        isNew: true)
    ]
    return page
  }

  /// The form of one account.
  ///
  /// - Throws: ``WorkFault/notFound`` where there is none, ``WorkFault/notAllowed(_:)``.
  public func account(_ login: String, by caller: Caller) throws -> SystemListPage {
    try office.require(.administer, by: caller)
    let books = try office.books()
    guard let account = books.accounts[login] else { throw WorkFault.notFound }
    var page = SystemListPage(Phrase("帐号 \(login)", "Account \(login)"))
    let values = [
      "name": account.name, "role": account.role.rawValue, "unit": account.unit ?? "",
      "active": account.isActive ? "yes" : "no",
    ]
    var form = form(
      Phrase("修改", "Change"), action: "/system/accounts/" + login, values, books,
      isNew: false)
    form.hidden = [("basis", Self.basis(account))]
    page.forms = [form]
    return page
  }

  private func form(
    _ heading: Phrase, action: String, _ values: [String: String], _ books: Books, isNew: Bool
  ) -> SystemForm {
    let units =
      [("", Phrase("（无）", "(none)"))]
      + books.units.map { ($0.name, Phrase($0.name, $0.english ?? $0.name)) }
    let login = SystemForm.Field("login", Phrase("用户名", "Login"), values["login"] ?? "")
    let active = SystemForm.Field(
      "active", Phrase("状态", "State"), values["active"] ?? "yes",
      options: [("yes", Phrase("在用", "active")), ("no", Phrase("停用", "closed"))])
    return SystemForm(
      heading, action: action,
      fields: (isNew ? [login] : []) + [
        .init("name", Phrase("姓名或岗位", "Name or post"), values["name"] ?? ""),
        .init(
          "role", Phrase("角色", "Role"), values["role"] ?? "",
          options: Role.allCases.map { ($0.rawValue, RoleTable.name($0)) }),
        .init(
          "unit", Phrase("单位（负责人和填报员必填）", "Unit (for heads and clerks)"), values["unit"] ?? "",
          options: units),
        .init(
          "password",
          isNew
            ? Phrase("首次密码", "First password")
            : Phrase("新密码（不改则空着）", "New password (empty: as it is)"),
          type: .password,
          hint: Phrase(
            "10 至 200 个字符；请本人登录后自行更改", "10 to 200 characters; the person should change it")),
      ] + (isNew ? [] : [active]), button: Phrase("保存", "Save"))
  }

  /// - Throws: ``WorkFault/form(_:)``; ``WorkFault/stale(since:now:)`` where the account has changed
  ///   since the form was made.
  /// - Parameter login: of an account that is there; nil for a new one, whose login was typed.
  public func saveAccount(_ login: String?, _ typed: [String: String], by caller: Caller) throws {
    let name = login ?? TextLimit.plain(typed["login"] ?? "")
    guard let role = Role(rawValue: typed["role"] ?? "") else {
      throw WorkFault.form([FormProblem("role", "请选择角色", "choose the role")])
    }
    let password = typed["password"].flatMap { $0.isEmpty ? nil : $0 }
    let unit = typed["unit"] ?? ""
    let account = Account(
      login: name, name: TextLimit.plain(typed["name"] ?? ""), role: role,
      unit: [.head, .clerk].contains(role) && !unit.isEmpty ? unit : nil,
      isActive: login == nil || typed["active"] != "no")
    try KeepAccounts(office).save(account, password: password, by: caller) { books in
      guard login == nil || books.accounts[name] != nil else { throw WorkFault.notFound }
      if let basis = typed["basis"], let old = books.accounts[name], old != account {
        guard basis == Self.basis(old) else { throw WorkFault.stale(since: 0, now: books.sequence) }
      }
      let problems = login == nil ? Self.newcomer(name, password, books) : []
      guard problems.isEmpty else { throw WorkFault.form(problems) }
    }
  }

  /// Names the account that a form was made from.
  private static func basis(_ account: Account) -> String {
    String(Secrets.digest("\(account)").prefix(16))
  }

  private static func newcomer(
    _ login: String, _ password: String?, _ books: Books
  ) -> [FormProblem] {
    var problems: [FormProblem] = []
    if books.accounts[login] != nil {
      problems.append(FormProblem("login", "已有这个用户名", "there is an account of this login"))
    }
    if password == nil {
      problems.append(FormProblem("password", "请设首次密码", "set a first password"))
    }
    return problems
  }
}
