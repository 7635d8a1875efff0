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
  private let form: String
  private let waiting: [(name: String, size: Int)]

  /// - Parameters:
  ///   - by: the last day to file.
  ///   - measure: what evidence counts, in words.
  ///   - form: names the form, so that files wait for it.
  ///   - waiting: files that were sent with it before.
  public init(
    _ item: DueList.Item, month: Period, unit: String, by: Day, row: AccountRow?,
    measure: Phrase?, mayConfirm: Bool, people: [String: String], form: String,
    waiting: [(name: String, size: Int)] = []
  ) {
    self.item = item
    self.month = month
    self.unit = unit
    self.by = by
    self.row = row
    self.measure = measure
    self.mayConfirm = mayConfirm
    self.people = people
    self.form = form
    self.waiting = waiting
  }

  public var title: Phrase {
    Phrase("填报 \(item.commitment.id) \(month)", "File \(item.commitment.id) \(month)")
  }
  public var tab: Tab { .unit }

  /// The filing itself, and the step of the unit's head, where they can be taken.
  public var places: [FormPlace] {
    (mayEdit ? [filing] : []) + (isToConfirm ? [sendingBack] : [])
  }

  private var path: String { "/unit/filings/\(item.commitment.id)/\(month)" }
  private var filing: FormPlace {
    let names: Set = ["progress", "next", "kept", "open"]
    return FormPlace(path, item.numberUnit == nil ? names : names.union(["value"]))
  }
  private var sendingBack: FormPlace { FormPlace(path + "/return", ["reason"]) }
  private var mayEdit: Bool { item.current?.value.state.next.contains(.filed) ?? true }
  private var isToConfirm: Bool { mayConfirm && item.current?.value.state == .filed }

  private func typed(_ frame: Frame) -> FormValues {
    let current = item.current?.value
    return frame.form(
      filing,
      standing: [
        "value": current?.value?.description ?? "", "progress": current?.progress ?? "",
        "next": current?.next ?? "", "form": form,
      ])
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    var context = words.matter(item.commitment)
    let facts: [String: Any] = [
      "month": words.month(month), "unit-name": frame.unit(unit), "part": words.part(item.isLead),
      "by-day": by.description, "why": words.why(item.need), "evidence": words.evidence(row),
      "may-edit": mayEdit, "may-confirm": isToConfirm, "action": frame.link(path),
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
    addForm(typed(frame), &context, words)
    addAnswers(&context, words)
    context["is-stale"] = typed(frame).isStale
    frame.form(sendingBack).add(["reason"], to: &context, frame)
    return context
  }

  private func addForm(
    _ typed: FormValues, _ context: inout [String: Any], _ words: DeskWords
  ) {
    typed.add(["value", "progress", "next", "files", "open"], to: &context, words.frame)
    let facts: [String: Any] = [
      "open": typed.isTicked("open"), "form": typed.value("form"),
      "basis": typed.basis(item.current?.note.sequence ?? 0),
      "folds": isToConfirm && !typed.isTyped,
      "is-optional": !item.need.isAsked,
      "kept": (item.current?.value.attachments ?? []).map { file in
        [
          "kept-name": file.name, "kept-sha": file.sha256, "kept-size": words.size(file.size),
          "ticked": typed.isTicked("kept", file.sha256, usually: true),
        ] as [String: Any]
      },
      "has-kept": !(item.current?.value.attachments ?? []).isEmpty,
      "waiting": waiting.map {
        ["waiting-name": $0.name, "waiting-size": words.size($0.size)]
      },
      "has-waiting": !waiting.isEmpty,
    ]
    context.merge(facts) { $1 }
  }

  private func addAnswers(_ context: inout [String: Any], _ words: DeskWords) {
    context["has-current"] = item.current != nil
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
