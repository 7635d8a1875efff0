import Domain

/// What everybody sees before the first release: that nothing has been released, and nothing else.
public struct UnreleasedPage: Page {
  public static let template = "unreleased"
  public let tab: Tab

  public init(_ tab: Tab) { self.tab = tab }

  public var title: Phrase { Phrase("尚未发布", "Nothing released yet") }

  public func context(_ frame: Frame) -> [String: Any] { [:] }
}
