import Domain

/// An objection as somebody may see it: before its answer the public sees no word of it.
public struct ObjectionLine: Sendable, Equatable {
  public var id: String
  public var commitment: String
  /// Nil where the viewer may not see the commitment.
  public var title: Phrase?
  public var received: Day
  /// The last day for its answer.
  public var due: Day
  public var state: Objection.State
  /// Nil where it is not to be shown.
  public var text: String?
  public var answer: String?
  public var answered: Day?
  /// Why it is not shown.
  public var reason: String?

  /// - Parameter isInside: true for the office, which sees what the public does not.
  public init(
    _ objection: Objection, title: Phrase?, answerDays: Int, isInside: Bool
  ) {
    id = objection.id
    commitment = objection.commitment
    self.title = title
    received = objection.day
    due = objection.day.adding(days: answerDays)
    state = objection.state
    text = isInside || objection.state == .answered ? objection.text : nil
    answer = objection.state == .answered ? objection.answer : nil
    answered = objection.answered
    reason = objection.state == .withheld ? objection.reason : nil
  }

  /// Days left for its answer, negative when it is overdue; nil once it has one.
  func left(on today: Day) -> Int? {
    state == .received ? due.number - today.number : nil
  }
}

extension ObjectionLine {
  func context(_ frame: Frame, today: Day) -> [String: Any] {
    var values: [String: Any] = [
      "id": id, "commitment": commitment, "href": frame.link("/commitments/" + commitment),
      "title": title?(frame.language) ?? "", "received": received.description,
      "due": due.description, "open": state == .received, "shown": state == .answered,
      "kept-back": state == .withheld, "state": frame.words.name(state),
      "edit": frame.link("/office/objections/" + id),
    ]
    values["text"] = text
    values["answer"] = answer
    values["answered"] = answered?.description
    values["reason"] = reason
    if let left = left(on: today) {
      values["left"] = frame.words.left(left)
      values["late"] = left < 0
    }
    return values
  }

  func data(today: Day) -> JSONValue {
    .object([
      ("id", .text(id)), ("commitment", .text(commitment)),
      ("title", JSONValue(title?(.chinese))), ("received", .text(received.description)),
      ("due", .text(due.description)), ("state", .text(state.rawValue)),
      ("days_left", JSONValue(left(on: today))), ("text", JSONValue(text)),
      ("answer", JSONValue(answer)), ("answered", JSONValue(answered)),
      ("reason", JSONValue(reason)),
    ])
  }

  func cells(_ words: Words, today: Day) -> [Cell] {
    [
      .text(id), .text(commitment), Cell(title?(words.language)), .text(received.description),
      .text(words.name(state)), .text(due.description), Cell(left(on: today)), Cell(text),
      Cell(answered?.description), Cell(answer), Cell(reason),
    ]
  }
}

extension Words {
  func name(_ state: Objection.State) -> String {
    switch state {
    case .received: self("待答复", "waiting")
    case .answered: self("已答复", "answered")
    case .withheld: self("不公开", "withheld")
    }
  }
}
