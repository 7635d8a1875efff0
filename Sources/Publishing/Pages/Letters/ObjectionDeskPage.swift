import Domain

/// 督查室: objections that wait for an answer, those overdue first, then the rest.
public struct ObjectionDeskPage: Page {
  public static let template = "objection-desk"
  private let lines: [ObjectionLine]
  private let today: Day
  private let answerDays: Int

  public init(_ lines: [ObjectionLine], today: Day, answerDays: Int) {
    self.lines = lines
    self.today = today
    self.answerDays = answerDays
  }

  public var title: Phrase { Phrase("异议办理", "Objections to answer") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    let open = lines.filter { $0.state == .received }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    let done = lines.filter { $0.state != .received }
    return [
      "open": open.map { $0.context(frame, today: today) }, "any-open": !open.isEmpty,
      "done": done.map { $0.context(frame, today: today) }, "any-done": !done.isEmpty,
      "count": open.count, "days": answerDays, "public": frame.link("/objections"),
      "office": frame.link("/office"),
    ]
  }
}

/// 督查室: one objection, and the forms to answer it in public or to withhold it with the reason.
public struct AnswerPage: Page {
  public static let template = "objection-answer"
  private let line: ObjectionLine
  private let row: AccountRow?
  /// How the person can be reached; for the office alone.
  private let contact: String?
  /// The entry that brought the version on which the form rests.
  private let basis: Int
  private let today: Day

  public init(
    _ line: ObjectionLine, row: AccountRow?, contact: String?, basis: Int, today: Day
  ) {
    self.line = line
    self.row = row
    self.contact = contact
    self.basis = basis
    self.today = today
  }

  public var title: Phrase { Phrase("异议 \(line.id)", "Objection \(line.id)") }
  public var tab: Tab { .office }

  /// One to answer, one to withhold.
  public var places: [FormPlace] {
    [("answer", "answer"), ("withhold", "reason")].map { what, field in
      FormPlace("/office/objections/" + line.id, [field], marks: ["what": what])
    }
  }

  public func context(_ frame: Frame) -> [String: Any] {
    var values = line.context(frame, today: today)
    values["action"] = frame.link("/office/objections/" + line.id)
    values["desk"] = frame.link("/office/objections")
    values["contact"] = contact
    if let row {
      values["evidence"] = EvidenceLine(row, frame.words).text
      values["status"] = frame.words.state(row)
      values["state-class"] = row.judgement.state.rawValue
      values["origin"] = frame.words.origin(row.commitment)
    }
    values["basis"] = basis
    for place in places {
      let form = frame.form(place)
      form.add(place.names ?? [], to: &values, frame)
      if form.isTyped { values["basis"] = form.basis(basis) }
    }
    return values
  }
}
