import Domain

/// One's own account: what it may do, and a new password.
public struct AccountPage: Page {
  public static let template = "account"
  private let account: Account

  public init(_ account: Account) { self.account = account }

  public var title: Phrase { Phrase("我的帐号", "My account") }
  public var tab: Tab { .none }
  public var places: [FormPlace] { [FormPlace("/account")] }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = [
      "login": account.login, "name": account.name, "role": frame.words.role(account.role),
      "fields": fields(frame).map { $0.context(frame.form(places[0]), frame) },
    ]
    context["unit"] = account.unit
    return context
  }

  private func fields(_ frame: Frame) -> [FormField] {
    [
      FormField("password-old", frame("原密码", "Present password"), .password),
      FormField(
        "password-new", frame("新密码", "New password"),
        hint: frame("10 至 200 个字符", "10 to 200 characters"), .password),
      FormField("password-again", frame("再填一次新密码", "New password again"), .password),
    ]
  }
}
