import Domain

/// Signing in; what was typed before a session ran out is kept as a draft meanwhile.
public struct SignInPage: Page {
  public static let template = "signin"
  private let to: String
  private let login: String
  private let draft: String?
  private let fault: (any Fault)?

  /// - Parameters:
  ///   - to: the page to go on to, a path of this site.
  ///   - draft: what was typed and waits.
  public init(to: String, login: String = "", draft: String? = nil, fault: (any Fault)? = nil) {
    self.to = to
    self.login = login
    self.draft = draft
    self.fault = fault
  }

  public var title: Phrase { Phrase("登录", "Sign in") }
  public var tab: Tab { .none }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = ["to": to, "login": login, "has-draft": draft != nil]
    if let draft { context["draft"] = draft }
    if let fault {
      context["has-problems"] = true
      context["problems-title"] = frame("登录没有成功", "Signing in failed")
      context["problems"] = [["field": "login", "what": fault.sentence(frame.language)]]
    }
    return context
  }
}
