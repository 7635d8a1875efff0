import Domain

/// One matter of a unit for one month: its form, with last month's answer and what a registry knows
/// beside it. Says nothing of what number would be needed.
public struct FilingFormPage: Page {
  public static let template = "desk_filing"
  private let item: DueList.Item
  private let month: Period
  private let unit: String
  private let by: Day
  private let row: AccountRow?
  private let measure: Phrase?
  private let mayConfirm: Bool
  private let people: [String: String]
  private let typed: Typed

  /// What the form holds: as it was typed where it is shown again.
  public struct Typed: Sendable {
    public var value = ""
    public var progress = ""
    public var next = ""
    /// SHA-256 of attachments of the version before that stay.
    public var kept: Set<String> = []
    public var isOpen = false
    /// Files that wait for the form.
    public var waiting: [(name: String, size: Int)] = []
    public var basis = 0
    public var form: String
    /// Why the head of the unit sends it back.
    public var reason = ""
    public var problems: DeskProblems?
    /// True where the form itself was refused, not the head's step.
    public var isForm = false
    /// True where another version came between: it is shown beside what was typed.
    public var isStale = false

    public init(form: String) { self.form = form }

    /// From the newest version.
    public init(_ current: Books.Noted<Filing>?, form: String) {
      self.form = form
      guard let current else { return }
      basis = current.note.sequence
      value = current.value.value?.description ?? ""
      progress = current.value.progress
      next = current.value.next
      kept = Set(current.value.attachments.map(\.sha256))
    }
  }

  /// - Parameters:
  ///   - by: the last day to file.
  ///   - measure: what evidence counts, in words.
  public init(
    _ item: DueList.Item, month: Period, unit: String, by: Day, row: AccountRow?,
    measure: Phrase?, mayConfirm: Bool, people: [String: String], typed: Typed
  ) {
    self.item = item
    self.month = month
    self.unit = unit
    self.by = by
    self.row = row
    self.measure = measure
    self.mayConfirm = mayConfirm
    self.people = people
    self.typed = typed
  }

  public var title: Phrase {
    Phrase("填报 \(item.commitment.id) \(month)", "File \(item.commitment.id) \(month)")
  }
  public var tab: Tab { .unit }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    let state = item.current?.value.state
    let path = "/unit/filings/\(item.commitment.id)/\(month)"
    var context = words.matter(item.commitment)
    let facts: [String: Any] = [
      "month": words.month(month), "unit-name": frame.unit(unit), "part": words.part(item.isLead),
      "by-day": by.description, "why": words.why(item.need), "evidence": words.evidence(row),
      "may-edit": state?.next.contains(.filed) ?? true,
      "may-confirm": mayConfirm && state == .filed, "action": frame.link(path),
      "confirm-action": frame.link(path + "/confirm"),
      "return-action": frame.link(path + "/return"),
      "back": frame.link("/unit", [("month", month.description)]),
      "history": frame.link("/filings/\(item.commitment.id)/\(month)/\(unit)"),
      "quote": item.commitment.origins.first?.sentence ?? "",
      "has-quote": !item.commitment.origins.isEmpty, "measure": measure?(frame.language) ?? "",
      "has-measure": measure != nil,
    ]
    context.merge(facts) { $1 }
    context["number-unit"] = item.numberUnit
    addForm(&context, words)
    addAnswers(&context, words)
    typed.problems?.add(to: &context, frame)
    return context
  }

  private func addForm(_ context: inout [String: Any], _ words: DeskWords) {
    let facts: [String: Any] = [
      "value": typed.value, "progress-typed": typed.progress, "next-typed": typed.next,
      "has-next": !typed.next.isEmpty,
      "open": typed.isOpen, "basis": typed.basis, "form": typed.form,
      "reason-typed": typed.reason,
      "is-left": typed.isForm && !(item.current?.value.state.next.contains(.filed) ?? true),
      "folds": mayConfirm && item.current?.value.state == .filed && !typed.isForm,
      "is-optional": !item.need.isAsked,
      "kept": (item.current?.value.attachments ?? []).map { file in
        [
          "kept-name": file.name, "kept-sha": file.sha256, "kept-size": words.size(file.size),
          "ticked": typed.kept.contains(file.sha256),
        ] as [String: Any]
      },
      "has-kept": !(item.current?.value.attachments ?? []).isEmpty,
      "waiting": typed.waiting.map {
        ["waiting-name": $0.name, "waiting-size": words.size($0.size)]
      },
      "has-waiting": !typed.waiting.isEmpty,
    ]
    context.merge(facts) { $1 }
  }

  private func addAnswers(_ context: inout [String: Any], _ words: DeskWords) {
    context["has-current"] = item.current != nil
    context["is-stale"] = typed.isStale
    if let current = item.current {
      context["current"] = [words.filing(current, item.commitment)]
      context["current-state"] = words.state(current.value.state)
      context["sent-back"] = [.returned, .unlocked].contains(current.value.state)
      context["current-reason"] = current.value.reason ?? ""
      context["current-by"] = words.who(current.note)
      context["current-sequence"] = current.note.sequence
    }
    context["has-before"] = item.before != nil
    if let before = item.before {
      context["before-month"] = words.month(before.value.month)
      context["before"] = [words.filing(before, item.commitment)]
    }
  }
}
