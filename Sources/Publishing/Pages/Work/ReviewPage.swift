import Domain

/// The answers of all units of one commitment for a month, side by side, with the judgement of
/// evidence beside the claims: accepted, returned or unlocked here.
public struct ReviewPage: Page {
  public static let template = "desk_review"
  private let commitment: Commitment
  private let month: Period
  private let answers: [Answer]
  private let row: AccountRow?
  private let people: [String: String]

  /// One unit's answer; nil where it has none.
  public struct Answer: Sendable {
    public var unit: String
    public var filing: Books.Noted<Filing>?

    public init(unit: String, filing: Books.Noted<Filing>?) {
      self.unit = unit
      self.filing = filing
    }
  }

  /// - Parameter answers: in the order of the commitment's units.
  public init(
    _ commitment: Commitment, month: Period, answers: [Answer], row: AccountRow?,
    people: [String: String]
  ) {
    self.commitment = commitment
    self.month = month
    self.answers = answers
    self.row = row
    self.people = people
  }

  public var title: Phrase {
    Phrase("审核 \(commitment.id) \(month)", "Review \(commitment.id) \(month)")
  }
  public var tab: Tab { .office }
  public var places: [FormPlace] { answers.compactMap(reason) }

  private var path: String { "/office/filings/\(commitment.id)/\(month)" }

  /// The form for the reason why an answer goes back to its unit; nil where it cannot.
  private func reason(_ answer: Answer) -> FormPlace? {
    guard let filing = answer.filing?.value, let step = Self.step(filing.state) else { return nil }
    return FormPlace("\(path)/\(step)", ["reason"], marks: ["unit": answer.unit])
  }

  private static func step(_ state: Filing.State) -> String? {
    switch state {
    case .confirmed: "return"
    case .accepted: "unlock"
    case .filed, .returned, .unlocked: nil
    }
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    var context = words.matter(commitment)
    context.merge(words.judged(row)) { $1 }
    let facts: [String: Any] = [
      "month": words.month(month), "evidence": words.evidence(row),
      "working": (row?.judgement.working ?? []).map { $0(frame.language) },
      "has-working": !(row?.judgement.working ?? []).isEmpty,
      "quote": commitment.origins.first?.sentence ?? "",
      "has-quote": !commitment.origins.isEmpty,
      "back": frame.link("/office", [("month", month.description)]),
      "accept": frame.link(path + "/accept"), "return": frame.link(path + "/return"),
      "unlock": frame.link(path + "/unlock"),
      "answers": answers.enumerated().map { answer($0.offset, $0.element, words) },
    ]
    context.merge(facts) { $1 }
    return context
  }

  private func answer(_ place: Int, _ answer: Answer, _ words: DeskWords) -> [String: Any] {
    let typed = reason(answer).map { words.frame.form($0) } ?? FormValues()
    let wrong = typed.wrong("reason", words.frame)
    var context: [String: Any] = [
      "unit-name": words.frame.unit(answer.unit), "unit-value": answer.unit,
      "part": words.part(commitment.units.first == answer.unit),
      "is-filed": answer.filing != nil,
      "reason-id": typed.isTyped ? "f-reason" : "reason-\(place)",
      "reason-typed": typed.value("reason"), "is-failed": typed.isTyped,
      "reason-wrong": wrong ?? "", "has-wrong": wrong != nil,
      "history": words.frame.link("/filings/\(commitment.id)/\(month)/\(answer.unit)"),
    ]
    if let filing = answer.filing {
      context.merge(words.filing(filing, commitment)) { $1 }
      context["sequence"] = typed.basis(filing.note.sequence)
      context["evidence-beside"] = words.evidence(row)
      context["may-accept"] = filing.value.state == .confirmed
      context["may-unlock"] = filing.value.state == .accepted
      context["is-with-unit"] = ![.confirmed, .accepted].contains(filing.value.state)
    }
    return context
  }
}
