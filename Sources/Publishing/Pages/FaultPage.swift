import Domain

/// Says what went wrong and what to do.
public struct FaultPage: Page {
  public static let template = "fault"
  private let code: FaultCode
  private let sentence: Phrase
  /// True where signing in may help.
  private let asksToSignIn: Bool

  /// The form that what was typed is kept for.
  private let back: String?

  /// - Parameter back: the form's address, where what was typed is filled in again.
  public init(_ fault: any Fault, asksToSignIn: Bool = false, back: String? = nil) {
    self.back = back
    code = fault.code
    sentence = Phrase(fault.sentence(.chinese), fault.sentence(.english))
    self.asksToSignIn = asksToSignIn
  }

  public var title: Phrase { sentence }
  public var tab: Tab { .none }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = [
      "code": code.rawValue, "sentence": sentence(frame.language), "home": frame.link("/"),
      "asks": asksToSignIn, "sign-in": frame.link("/login", [("to", frame.path)]),
    ]
    context["back"] = back
    return context
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([("code", .text(code.rawValue)), ("message", .text(sentence(frame.language)))])
  }
}
