import Domain

/// One matter on its way out: the steps so far, the judgement beside them, and what may follow.
public struct ClosingPage: Page {
  public static let template = "desk_closing"
  private let commitment: Commitment
  private let steps: [Books.Noted<Closing>]
  private let row: AccountRow?
  private let allowed: [Closing.Step]
  private let isOffice: Bool
  private let people: [String: String]

  /// - Parameters:
  ///   - steps: oldest first.
  ///   - row: as judged today.
  ///   - allowed: the steps that the viewer may take now.
  ///   - isOffice: reached from the office's desk, or from a unit's.
  public init(
    _ commitment: Commitment, steps: [Books.Noted<Closing>], row: AccountRow?,
    allowed: Set<Closing.Step>, isOffice: Bool, people: [String: String]
  ) {
    self.commitment = commitment
    self.steps = steps
    self.row = row
    self.allowed = Closing.Step.allCases.filter(allowed.contains)
    self.isOffice = isOffice
    self.people = people
  }

  public var title: Phrase {
    Phrase("办结 \(commitment.id)", "Closing out \(commitment.id)")
  }
  public var tab: Tab { isOffice ? .office : .unit }
  public var places: [FormPlace] { allowed.isEmpty ? [] : [form] }

  private var form: FormPlace {
    FormPlace(
      (isOffice ? "/office/closing/" : "/unit/closing/") + commitment.id,
      ["step", "method", "note", "successor"])
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    let typed = frame.form(form)
    var context = words.matter(commitment)
    context.merge(words.judged(row)) { $1 }
    let facts: [String: Any] = [
      "lead": commitment.units.first ?? frame("待定", "to be named"),
      "others": commitment.units.dropFirst().joined(separator: frame("、", ", ")),
      "has-others": commitment.units.count > 1,
      "evidence": words.evidence(row), "is-missed": row?.judgement.state == .notMet,
      "working": (row?.judgement.working ?? []).map { $0(frame.language) },
      "has-working": !(row?.judgement.working ?? []).isEmpty,
      "steps": steps.reversed().map { step($0, words) }, "has-steps": !steps.isEmpty,
      "may-act": !allowed.isEmpty, "basis": typed.basis(steps.last?.note.sequence ?? 0),
      "choices": allowed.map { choice($0, typed, words) }, "is-request": allowed == [.requested],
      "offers-verify": allowed.contains(.verified),
      "offers-carry": allowed.contains(.carriedOver),
      "methods": Closing.Method.allCases.map {
        [
          "method": $0.rawValue, "method-name": words.method($0),
          "chosen": typed.value("method") == $0.rawValue,
        ] as [String: Any]
      },
      "action": frame.link(form.action),
      "back": frame.link(isOffice ? "/office/closing" : "/unit"), "is-office": isOffice,
    ]
    context.merge(facts) { $1 }
    typed.add(["step", "method", "note", "successor", "files"], to: &context, frame)
    return context
  }

  private func choice(
    _ step: Closing.Step, _ typed: FormValues, _ words: DeskWords
  ) -> [String: Any] {
    [
      "step": step.rawValue, "step-name": words.step(step),
      "chosen": typed.isTyped ? typed.value("step") == step.rawValue : allowed.count == 1,
    ]
  }

  private func step(_ noted: Books.Noted<Closing>, _ words: DeskWords) -> [String: Any] {
    let closing = noted.value
    return [
      "step-name": words.step(closing.step), "note": closing.note, "by": words.who(noted.note),
      "has-method": closing.method != nil, "method-name": closing.method.map(words.method) ?? "",
      "has-successor": closing.successor != nil, "successor": closing.successor ?? "",
      "successor-href": words.frame.link("/commitments/" + (closing.successor ?? "")),
      "files": words.files(closing.attachments), "has-files": !closing.attachments.isEmpty,
    ]
  }
}
