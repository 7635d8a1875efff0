import Domain

/// Where anybody objects to a published line.
public struct ObjectionFormPage: Page {
  public static let template = "objection-form"
  private let row: AccountRow
  private let answerDays: Int

  public init(_ row: AccountRow, answerDays: Int) {
    self.row = row
    self.answerDays = answerDays
  }

  public var title: Phrase { Phrase("提出异议", "Object") }
  public var tab: Tab { .objections }
  public var places: [FormPlace] { [form] }

  private var form: FormPlace {
    FormPlace("/commitments/\(row.commitment.id)/object", ["text", "contact"])
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let commitment = row.commitment
    var values: [String: Any] = [
      "id": commitment.id, "title": frame.title(commitment),
      "href": frame.link("/commitments/" + commitment.id), "list": frame.link("/objections"),
      "origin": frame.words.origin(commitment), "evidence": EvidenceLine(row, frame.words).text,
      "state": frame.words.state(row), "state-class": row.judgement.state.rawValue,
      "days": answerDays, "action": frame.link(form.action),
    ]
    frame.form(form).add(["text", "contact"], to: &values, frame)
    return values
  }
}
