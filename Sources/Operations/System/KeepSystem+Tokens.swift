import Domain
import Publishing

/// What machines read with.
extension KeepSystem {
  /// Every token, with the form for a new one.
  ///
  /// - Parameter made: the text of a token that was just given out; it is shown once.
  public func tokens(made: String? = nil, by caller: Caller) throws -> SystemListPage {
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
          .init("name", Phrase("用途", "What it is for")),
          .init("login", Phrase("以哪个帐号的身份", "As which account")),
          .init(
            "days", Phrase("有效天数（至多 366）", "Days to live (at most 366)"), "90"),
        ], button: Phrase("生成", "Make"))
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
}
