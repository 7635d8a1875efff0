import Domain
import Publishing

/// 系统: units, accounts, tokens and settings, each with the form that changes it.
public struct KeepSystem: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  // MARK: Units

  public func units(
    _ typed: [String: String] = [:], problems: [FormProblem] = [], by caller: Caller
  ) throws -> SystemListPage {
    try office.require(.readTrail, by: caller)
    let books = try office.books()
    var page = SystemListPage(Phrase("单位", "Units"))
    page.intro = [
      Phrase("单位只增不删：账里有它的名字。", "Units are added, never deleted: the ledger names them.")
    ]
    page.columns = [
      Phrase("单位", "Unit"), Phrase("种类", "Kind"), Phrase("牵头", "Leads"),
      Phrase("配合", "Cooperates"), Phrase("帐号", "Accounts"),
    ]
    page.rows = books.units.map { unit in
      [
        .init(Phrase(unit.name, unit.english ?? unit.name)), .init(RoleTable.name(unit.kind)),
        .init("\(books.active.count { $0.units.first == unit.name })"),
        .init("\(books.active.count { $0.units.dropFirst().contains(unit.name) })"),
        .init("\(books.accounts.values.count { $0.unit == unit.name && $0.isActive })"),
      ]
    }
    page.path = "/system/units"
    guard caller.may(.administer) else { return page }
    page.forms = [
      SystemForm(
        Phrase("新增或修改单位", "Add or change a unit"), action: "/system/units",
        fields: [
          .init(
            "name", Phrase("名称（已有的即修改）", "Name (one that is there is changed)"), typed["name"] ?? ""
          ),
          .init(
            "english", Phrase("英文名称（可不填）", "English name (may be left empty)"),
            typed["english"] ?? ""),
          .init(
            "kind", Phrase("种类", "Kind"), typed["kind"] ?? "",
            options: WorkUnit.Kind.allCases.map { ($0.rawValue, RoleTable.name($0)) }),
        ], button: Phrase("保存", "Save"), problems: problems.map { ($0.field, $0.what) })
    ]
    return page
  }

  public func saveUnit(_ typed: [String: String], by caller: Caller) throws {
    let name = TextLimit.plain(typed["name"] ?? "")
    let english = TextLimit.plain(typed["english"] ?? "")
    let kind = WorkUnit.Kind(rawValue: typed["kind"] ?? "")
    var problems = [
      TextLimit.problem("name", name, most: 40, missing: Phrase("请填写名称", "give its name")),
      TextLimit.problem("english", english, most: 100),
    ].compactMap(\.self)
    if kind == nil { problems.append(FormProblem("kind", "请选择种类", "choose the kind")) }
    guard problems.isEmpty, let kind else { throw WorkFault.form(problems) }
    try office.change(.administer, by: caller) { books in
      var unit = books.units.first { $0.name == name } ?? WorkUnit(name: name, kind: kind)
      unit.kind = kind
      unit.english = english.isEmpty ? unit.english : english
      return books.units.contains(unit) ? [] : [.unit(unit)]
    }
  }

  // MARK: Accounts

  public func accounts(
    _ typed: [String: String] = [:], problems: [FormProblem] = [], by caller: Caller
  ) throws -> SystemListPage {
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
        Phrase("新增帐号", "Add an account"), action: "/system/accounts", typed, problems, books,
        isNew: true)
    ]
    return page
  }

  public func account(
    _ login: String, _ typed: [String: String]? = nil, problems: [FormProblem] = [],
    by caller: Caller
  ) throws -> SystemListPage {
    try office.require(.administer, by: caller)
    let books = try office.books()
    guard let account = books.accounts[login] else { throw WorkFault.notFound }
    var page = SystemListPage(Phrase("帐号 \(login)", "Account \(login)"))
    let values =
      typed ?? [
        "name": account.name, "role": account.role.rawValue, "unit": account.unit ?? "",
        "active": account.isActive ? "yes" : "no",
      ]
    page.forms = [
      form(
        Phrase("修改", "Change"), action: "/system/accounts/" + login, values, problems, books,
        isNew: false)
    ]
    return page
  }

  private func form(
    _ heading: Phrase, action: String, _ typed: [String: String], _ problems: [FormProblem],
    _ books: Books, isNew: Bool
  ) -> SystemForm {
    let units =
      [("", Phrase("（无）", "(none)"))]
      + books.units.map { ($0.name, Phrase($0.name, $0.english ?? $0.name)) }
    let login = SystemForm.Field("login", Phrase("用户名", "Login"), typed["login"] ?? "")
    let active = SystemForm.Field(
      "active", Phrase("状态", "State"), typed["active"] ?? "yes",
      options: [("yes", Phrase("在用", "active")), ("no", Phrase("停用", "closed"))])
    return SystemForm(
      heading, action: action,
      fields: (isNew ? [login] : []) + [
        .init("name", Phrase("姓名或岗位", "Name or post"), typed["name"] ?? ""),
        .init(
          "role", Phrase("角色", "Role"), typed["role"] ?? "",
          options: Role.allCases.map { ($0.rawValue, RoleTable.name($0)) }),
        .init(
          "unit", Phrase("单位（负责人和填报员必填）", "Unit (for heads and clerks)"), typed["unit"] ?? "",
          options: units),
        .init(
          "password",
          isNew
            ? Phrase("首次密码", "First password")
            : Phrase("新密码（不改则空着）", "New password (empty: as it is)"),
          type: "password",
          hint: Phrase(
            "10 至 200 个字符；请本人登录后自行更改", "10 to 200 characters; the person should change it")),
      ] + (isNew ? [] : [active]), button: Phrase("保存", "Save"),
      problems: problems.map { ($0.field, $0.what) })
  }

  /// - Parameter login: of an account that is there; nil for a new one, whose login was typed.
  public func saveAccount(_ login: String?, _ typed: [String: String], by caller: Caller) throws {
    try office.require(.administer, by: caller)
    let books = try office.books()
    let name = login ?? TextLimit.plain(typed["login"] ?? "")
    var problems: [FormProblem] = []
    if login == nil, books.accounts[name] != nil {
      problems.append(FormProblem("login", "已有这个用户名", "there is an account of this login"))
    }
    guard let role = Role(rawValue: typed["role"] ?? "") else {
      throw WorkFault.form(problems + [FormProblem("role", "请选择角色", "choose the role")])
    }
    let password = typed["password"].flatMap { $0.isEmpty ? nil : $0 }
    if login == nil, password == nil {
      problems.append(FormProblem("password", "请设首次密码", "set a first password"))
    }
    guard login == nil || books.accounts[name] != nil else { throw WorkFault.notFound }
    let unit = typed["unit"] ?? ""
    let account = Account(
      login: name, name: TextLimit.plain(typed["name"] ?? ""), role: role,
      unit: [.head, .clerk].contains(role) && !unit.isEmpty ? unit : nil,
      isActive: login == nil || typed["active"] != "no")
    if isLastAdministrator(name, books), account.role != .administrator || !account.isActive {
      problems.append(
        FormProblem(
          "role", "这是最后一个在用的管理员，不能停用或改为别的角色", "the last active administrator must stay one"))
    }
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    try KeepAccounts(office).save(account, password: password, by: caller)
  }

  private func isLastAdministrator(_ login: String, _ books: Books) -> Bool {
    let all = books.accounts.values.filter { $0.role == .administrator && $0.isActive }
    return all.count == 1 && all.first?.login == login
  }

  // MARK: Tokens

  public func tokens(
    _ typed: [String: String] = [:], problems: [FormProblem] = [], made: String? = nil,
    by caller: Caller
  ) throws -> SystemListPage {
    var page = SystemListPage(Phrase("令牌", "Tokens"))
    page.intro = [
      Phrase(
        "令牌让机器以某个帐号的身份只读取数：Authorization: Bearer 令牌，地址在 /api/v1 下。",
        "A token lets a machine read as an account: Authorization: Bearer TOKEN, under /api/v1.")
    ]
    page.columns = [
      Phrase("用途", "For"), Phrase("帐号", "Account"), Phrase("建立", "Made"), Phrase("失效", "Ends"),
      Phrase("编号", "Id"),
    ]
    let tokens = try MachineTokens(office).list(by: caller)
    page.rows = tokens.map { token in
      [
        .init(token.name), .init(token.login), .init(token.created.day.description),
        .init(token.expires.day.description), .init(String(token.digest.prefix(12))),
      ]
    }
    if let made {
      page.secret = (Phrase("新令牌，只显示这一次：", "The new token, shown this once:"), made)
    }
    page.forms = [
      SystemForm(
        Phrase("新令牌", "New token"), action: "/system/tokens",
        fields: [
          .init("name", Phrase("用途", "What it is for"), typed["name"] ?? ""),
          .init("login", Phrase("以哪个帐号的身份", "As which account"), typed["login"] ?? ""),
          .init(
            "days", Phrase("有效天数（至多 366）", "Days to live (at most 366)"), typed["days"] ?? "90"),
        ], button: Phrase("生成", "Make"), problems: problems.map { ($0.field, $0.what) })
    ]
    if !tokens.isEmpty {
      page.forms.append(
        SystemForm(
          Phrase("作废令牌", "End a token"), action: "/system/tokens/end",
          fields: [
            .init(
              "token", Phrase("令牌", "Token"), "",
              options: tokens.map {
                ($0.digest, Phrase("\($0.name)（\($0.login)）", "\($0.name) (\($0.login))"))
              })
          ], button: Phrase("作废", "End")))
    }
    return page
  }

  // MARK: Settings

  public func settings(
    _ typed: [String: String]? = nil, problems: [FormProblem] = [], by caller: Caller
  ) throws -> SystemListPage {
    try office.require(.administer, by: caller)
    let settings = try office.books().settings
    let values =
      typed ?? [
        "filing": "\(settings.filingDay)", "objection": "\(settings.objectionDays)",
        "cell": "\(settings.smallCell)", "reminder": "\(settings.reminderDays)",
        "office": settings.office, "telephone": settings.telephone ?? "",
      ]
    func value(_ name: String) -> String { values[name] ?? "" }
    var page = SystemListPage(Phrase("设置", "Settings"))
    page.forms = [
      SystemForm(
        Phrase("本地的规矩", "This place's own rules"), action: "/system/settings",
        fields: [
          .init("office", Phrase("督查室的名称", "Name of the office"), value("office")),
          .init(
            "telephone", Phrase("公开电话（可不填）", "Public telephone (may be left empty)"),
            value("telephone")),
          .init(
            "filing", Phrase("每月填报截止日（1–28）", "Day of the month by which units file (1–28)"),
            value("filing")),
          .init(
            "reminder",
            Phrase("期限前几天开始提醒（1–90）", "Days before a deadline from which it is near (1–90)"),
            value("reminder")),
          .init(
            "objection",
            Phrase("异议几天内答复（1–60）", "Days within which an objection is answered (1–60)"),
            value("objection")),
          .init(
            "cell",
            Phrase("少于几人的数不公开（3–20）", "Counts of persons below this are not published (3–20)"),
            value("cell")),
        ], hidden: [("basis", value("basis").isEmpty ? Self.basis(settings) : value("basis"))],
        button: Phrase("保存", "Save"), problems: problems.map { ($0.field, $0.what) })
    ]
    return page
  }

  /// Names the settings that a form was made from.
  private static func basis(_ settings: OfficeSettings) -> String {
    String(Secrets.digest("\(settings)").prefix(16))
  }

  public func saveSettings(_ typed: [String: String], by caller: Caller) throws {
    var problems: [FormProblem] = []
    func number(_ name: String, _ range: ClosedRange<Int>) -> Int {
      if let number = Int(TextLimit.plain(typed[name] ?? "")), range.contains(number) {
        return number
      }
      problems.append(
        FormProblem(
          name, "应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
          "a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return range.lowerBound
    }
    let name = TextLimit.plain(typed["office"] ?? "")
    let telephone = TextLimit.plain(typed["telephone"] ?? "")
    problems += [
      TextLimit.problem("office", name, most: 40, missing: Phrase("请填写名称", "give its name")),
      TextLimit.problem("telephone", telephone, most: 40),
    ].compactMap(\.self)
    let settings = OfficeSettings(
      filingDay: number("filing", 1...28), objectionDays: number("objection", 1...60),
      smallCell: number("cell", 3...20), reminderDays: number("reminder", 1...90), office: name,
      telephone: telephone.isEmpty ? nil : telephone)
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    try office.change(.administer, by: caller) { books in
      guard typed["basis"] == Self.basis(books.settings) || books.settings == settings else {
        throw WorkFault.stale(since: 0, now: books.sequence)
      }
      return books.settings == settings ? [] : [.settings(settings)]
    }
  }
}
