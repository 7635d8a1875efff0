import Domain

/// Signing in; what was typed before a session ran out is kept as a draft meanwhile.
public struct SignInPage: Page {
  public static let template = "signin"
  private let to: String
  private let login: String
  private let draft: String?

  /// - Parameters:
  ///   - to: the page to go on to, a path of this site.
  ///   - draft: what was typed and waits.
  public init(to: String, login: String = "", draft: String? = nil) {
    self.to = to
    self.login = login
    self.draft = draft
  }

  public var title: Phrase { Phrase("登录", "Sign in") }
  public var tab: Tab { .none }
  public var places: [FormPlace] { [FormPlace("/login")] }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = ["to": to, "login": login, "has-draft": draft != nil]
    if let draft { context["draft"] = draft }
    return context
  }
}
