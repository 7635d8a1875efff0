import Domain

/// What somebody who objected sees of it, whatever was released: his own words and what came of them.
public struct ObjectionReceiptPage: Page {
  public static let template = "objection-receipt"
  private let line: ObjectionLine
  private let today: Day

  public init(_ line: ObjectionLine, today: Day) {
    self.line = line
    self.today = today
  }

  public var title: Phrase { Phrase("异议回执 \(line.id)", "Receipt of objection \(line.id)") }
  public var tab: Tab { .objections }

  public func context(_ frame: Frame) -> [String: Any] {
    var values = line.context(frame, today: today)
    values["list"] = frame.link("/objections")
    return values
  }
}
