import Domain

/// One's own account: what it may do, and a new password.
public struct AccountPage: Page {
  public static let template = "account"
  private let account: Account
  private let problems: FormProblems

  public init(_ account: Account, problems: [(field: String, what: Phrase)] = []) {
    self.account = account
    self.problems = FormProblems(problems)
  }

  public var title: Phrase { Phrase("我的帐号", "My account") }
  public var tab: Tab { .none }

  public func context(_ frame: Frame) -> [String: Any] {
    var context = problems.context(frame)
    context["login"] = account.login
    context["name"] = account.name
    context["role"] = frame.words.role(account.role)
    context["unit"] = account.unit
    context["fields"] = [
      problems.field(
        frame, "password-old", Phrase("原密码", "Present password"), type: "password"),
      problems.field(
        frame, "password-new", Phrase("新密码", "New password"), type: "password",
        hint: Phrase("10 至 200 个字符", "10 to 200 characters")),
      problems.field(
        frame, "password-again", Phrase("再填一次新密码", "New password again"), type: "password"),
    ]
    return context
  }
}
