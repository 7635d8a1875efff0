import Domain
import Publishing

/// 系统: what the ledger is, who may do what, what was done.
public struct ShowSystem: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// The way to the other pages, with the ledger's size, head and last entry.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func home(by caller: Caller) throws -> SystemListPage {
    try office.require(.readTrail, by: caller)
    let books = try office.books()
    let head = try office.store.head()
    let last = try office.store.entries(after: head.sequence - 1, through: head.sequence).first
    var page = SystemListPage(Phrase("系统", "System"))
    page.path = "/system"
    page.columns = [Phrase("项目", "What"), Phrase("现状", "State")]
    let size = try office.store.size()
    page.rows = [
      row(Phrase("地区", "Place"), books.reports.last?.place ?? "—"),
      row(
        Phrase("账本", "Ledger"),
        Phrase(
          "\(head.sequence) 条记录，\(size / 1_000_000) MB",
          "\(head.sequence) entries, \(size / 1_000_000) MB")),
      row(Phrase("末条", "Last entry"), last.map { "\($0.time)" } ?? "—"),
      row(Phrase("链头（请另处抄存）", "Head of the chain (note it elsewhere)"), head.hash),
      row(
        Phrase("已发布", "Released"),
        books.releases.map(\.month.description).sorted().joined(separator: "、")),
      row(Phrase("上次核验", "Last verification"), try verified()),
    ]
    let links: [(Phrase, String, Act)] = [
      (Phrase("操作记录", "Audit trail"), "/system/trail", .readTrail),
      (Phrase("角色", "Roles"), "/system/roles", .readTrail),
      (Phrase("规则", "Rule sets"), "/system/rules", .readTrail),
      (Phrase("单位", "Units"), "/system/units", .readTrail),
      (Phrase("帐号", "Accounts"), "/system/accounts", .administer),
      (Phrase("令牌", "Tokens"), "/system/tokens", .administer),
      (Phrase("设置", "Settings"), "/system/settings", .administer),
    ]
    page.rows += links.filter { caller.may($0.2) }.map { name, path, _ in
      [.init(name, path: path), .init(about(path))]
    }
    if caller.may(.administer) { page.forms = safety }
    return page
  }

  private func row(_ name: Phrase, _ text: String) -> [SystemListPage.Item] {
    [.init(name), .init(text)]
  }
  private func row(_ name: Phrase, _ text: Phrase) -> [SystemListPage.Item] {
    [.init(name), .init(text)]
  }

  private func about(_ path: String) -> Phrase {
    switch path {
    case "/system/trail": Phrase("谁在什么时候改了什么", "who changed what, and when")
    case "/system/roles": Phrase("每种角色可以做什么", "what every role may do")
    case "/system/rules": Phrase("灯色和评分规则，各有出处", "light and score rules with their sources")
    case "/system/units": Phrase("部门和街道", "departments and subdistricts")
    case "/system/accounts": Phrase("谁可以登录", "who may sign in")
    case "/system/tokens": Phrase("供机器只读取数", "for machines that read")
    default: Phrase("填报日、答复天数等", "filing day, days to answer, and the like")
    }
  }

  private func verified() throws -> Phrase {
    let state = office.verification.withLock { $0 }
    if state.isRunning {
      return Phrase("正在核验：\(state.done)/\(state.total)", "running: \(state.done) of \(state.total)")
    }
    guard let last = try state.last ?? VerifyChain(office).last() else {
      return Phrase("还没有核验过", "never")
    }
    guard let finding = last.finding else {
      return Phrase(
        "\(last.time.day)，至第 \(last.sequence) 条，账本无误",
        "\(last.time.day), up to entry \(last.sequence): all fits")
    }
    return Phrase("\(last.time.day)：\(finding.chinese)", "\(last.time.day): \(finding.english)")
  }

  private var safety: [SystemForm] {
    [
      SystemForm(
        Phrase("核验账本", "Verify the ledger"),
        note: Phrase(
          "从第一条起重算整条链和全部台账，在后台进行；也可以用 duban verify。",
          "Recomputes the whole chain and every table in the background; duban verify does the same."
        ),
        action: "/system/verify", button: Phrase("开始核验", "Verify")),
      SystemForm(
        Phrase("备份", "Backup"),
        note: Phrase(
          "下载此刻的完整账本，含密码的散列、个人信息和附件，请妥善保管。不含第三方脚本、服务器的启动参数和各单位邮箱表。也可以用 duban backup。",
          "Downloads the whole ledger as it is now, with password hashes, personal data and attachments: keep it safe. It does not hold third-party scripts, the server's options or the list of mail addresses. duban backup does the same."
        ), action: "/system/backup", button: Phrase("下载备份", "Download")),
    ]
  }

  /// Which role may do which act, from ``Act`` itself.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func roles(by caller: Caller) throws -> SystemListPage {
    try office.require(.readTrail, by: caller)
    var page = SystemListPage(Phrase("角色", "Roles"))
    page.intro = [
      Phrase("由程序的规则直接列出，不是另写的说明。", "Listed from the rules themselves.")
    ]
    (page.columns, page.rows, page.path) = (RoleTable.columns, RoleTable.rows, "/system/roles")
    return page
  }

  /// The rule sets for lights and scores, with their sources.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func rules(by caller: Caller) throws -> SystemListPage {
    try office.require(.readTrail, by: caller)
    let books = try office.books()
    var page = SystemListPage(Phrase("规则", "Rule sets"))
    page.intro = [
      Phrase(
        "状态只由佐证推出；灯色和评分是各地自定的看法，规则连同出处声明在账本里（duban lights declare）。",
        "States follow from evidence alone; lights and scores are each place's own view, declared with their sources (duban lights declare)."
      )
    ]
    page.columns = [
      Phrase("种类", "Kind"), Phrase("名称", "Name"), Phrase("出处", "Source"),
      Phrase("施行", "In effect"), Phrase("内容", "Content"),
    ]
    page.rows =
      books.lights.map {
        [
          .init(Phrase("灯色", "lights")), .init(Phrase($0.name, $0.english ?? $0.name)),
          .init($0.source), .init($0.effective?.description ?? "—"),
          .init(Phrase("\($0.lights.count) 条", "\($0.lights.count) rules")),
        ]
      }
      + books.scores.map {
        [
          .init(Phrase("评分", "scores")), .init(Phrase($0.name, $0.english ?? $0.name)),
          .init($0.source), .init("—"),
          .init(
            Phrase(
              "完成得 \($0.base) 分，\($0.floor)–\($0.cap) 分",
              "\($0.base) points when met, \($0.floor)–\($0.cap)")),
        ]
      }
    page.path = "/system/rules"
    return page
  }

  /// Entries, newest first.
  ///
  /// - Parameters:
  ///   - filter: `actor`, `kind`, `about` and `day`, each empty for all.
  ///   - page: from 1.
  public func trail(
    _ filter: [String: String], page number: Int, by caller: Caller
  ) throws -> SystemListPage {
    try office.require(.readTrail, by: caller)
    let fits = try office.store.entries(after: 0, through: nil).filter { entry in
      let words = ChangeWords(entry.change)
      return matches(filter["actor"], [entry.actor]) && matches(filter["kind"], [words.kind])
        && matches(filter["day"], [entry.time.day.description])
        && (filter["about"].map { $0.isEmpty || words.mentions($0) } ?? true)
    }
    let start = min(max(0, number - 1) * Self.size, fits.count)
    let shown = fits.reversed().dropFirst(start).prefix(Self.size)
    var page = SystemListPage(Phrase("操作记录", "Audit trail"))
    page.intro = [
      Phrase(
        "共 \(fits.count) 条，最新的在前。记录只增不改；每条的散列包含前一条。",
        "\(fits.count) entries, newest first. Nothing is ever changed; the hash of each holds the one before."
      )
    ]
    page.columns = [
      Phrase("序号", "No."), Phrase("时间", "Time"), Phrase("经办", "Actor"),
      Phrase("做了什么", "What"), Phrase("理由", "Reason"), Phrase("散列", "Hash"),
    ]
    page.rows = shown.map { entry in
      [
        .init("\(entry.sequence)"), .init(time(entry)), .init(entry.actor),
        .init(ChangeWords(entry.change).line), .init(entry.reason ?? ""),
        .init(String(entry.hash.prefix(12))),
      ]
    }
    let query = filter.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map {
      ($0.key, $0.value)
    }
    (page.path, page.query) = ("/system/trail", query)
    if number > 1 { page.before = ("/system/trail", query + [("page", "\(number - 1)")]) }
    if start + shown.count < fits.count {
      page.after = ("/system/trail", query + [("page", "\(max(1, number) + 1)")])
    }
    page.forms = [search(filter)]
    return page
  }

  /// When it counts as recorded, and the time that it bears where that is another.
  private func time(_ entry: Entry) -> Phrase {
    let time = String("\(entry.time)".prefix(19))
    guard let stamp = entry.stamp.map({ String("\($0)".prefix(19)) }) else {
      return Phrase(time, time)
    }
    return Phrase("\(time)（所记为 \(stamp)）", "\(time) (bears \(stamp))")
  }

  private static let size = 50

  private func matches(_ wanted: String?, _ values: [String]) -> Bool {
    guard let wanted, !wanted.isEmpty else { return true }
    return values.contains(wanted)
  }

  private func search(_ filter: [String: String]) -> SystemForm {
    let kinds =
      [("", Phrase("全部", "all"))]
      + Change.Kind.allCases.map { ($0.rawValue, Phrase($0.rawValue, $0.rawValue)) }
    return SystemForm(
      Phrase("查找", "Search"), action: "/system/trail",
      fields: [
        .init("actor", Phrase("经办（用户名）", "Actor (login)"), filter["actor"] ?? ""),
        .init(
          "about", Phrase("关于（承诺编号、单位、台账、帐号）", "About (commitment, unit, registry, account)"),
          filter["about"] ?? ""),
        .init("day", Phrase("日期", "Day"), filter["day"] ?? "", type: .day),
        .init("kind", Phrase("种类", "Kind"), filter["kind"] ?? "", options: kinds),
      ], button: Phrase("查", "Search"), isSearch: true)
  }
}
