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
  private let failed: Failed?

  /// One unit's answer; nil where it has none.
  public struct Answer: Sendable {
    public var unit: String
    public var filing: Books.Noted<Filing>?

    public init(unit: String, filing: Books.Noted<Filing>?) {
      self.unit = unit
      self.filing = filing
    }
  }

  /// A form of the page that was not right.
  public struct Failed: Sendable {
    public var unit: String
    public var reason: String
    public var problems: DeskProblems

    public init(unit: String, reason: String, problems: DeskProblems) {
      self.unit = unit
      self.reason = reason
      self.problems = problems
    }
  }

  /// - Parameter answers: in the order of the commitment's units.
  public init(
    _ commitment: Commitment, month: Period, answers: [Answer], row: AccountRow?,
    people: [String: String], failed: Failed? = nil
  ) {
    self.commitment = commitment
    self.month = month
    self.answers = answers
    self.row = row
    self.people = people
    self.failed = failed
  }

  public var title: Phrase {
    Phrase("审核 \(commitment.id) \(month)", "Review \(commitment.id) \(month)")
  }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    let path = "/office/filings/\(commitment.id)/\(month)"
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
    failed?.problems.add(to: &context, frame)
    return context
  }

  private func answer(_ place: Int, _ answer: Answer, _ words: DeskWords) -> [String: Any] {
    let isFailed = failed?.unit == answer.unit
    let wrong = isFailed ? failed?.problems.items.first { $0.field == "reason" }?.what : nil
    var context: [String: Any] = [
      "unit-name": words.frame.unit(answer.unit),
      "part": words.part(commitment.units.first == answer.unit),
      "is-filed": answer.filing != nil,
      "reason-id": isFailed ? "f-reason" : "reason-\(place)",
      "reason-typed": isFailed ? failed?.reason ?? "" : "", "is-failed": isFailed,
      "reason-wrong": wrong?(words.frame.language) ?? "", "has-wrong": wrong != nil,
      "history": words.frame.link("/filings/\(commitment.id)/\(month)/\(answer.unit)"),
    ]
    if let filing = answer.filing {
      context.merge(words.filing(filing, commitment)) { $1 }
      context["evidence-beside"] = words.evidence(row)
      context["may-accept"] = filing.value.state == .confirmed
      context["may-unlock"] = filing.value.state == .accepted
      context["is-with-unit"] = ![.confirmed, .accepted].contains(filing.value.state)
    }
    return context
  }
}
