import Domain

/// Close-out at a glance: which matters are at which step, by whom and when, beside the judgement.
public struct ClosingBoardPage: Page {
  public static let template = "desk_closings"
  private let rows: [AccountRow]
  private let closings: [String: Books.Noted<Closing>]
  private let people: [String: String]

  /// - Parameters:
  ///   - rows: every commitment but baselines, as judged today.
  ///   - closings: the last step, by commitment.
  public init(
    rows: [AccountRow], closings: [String: Books.Noted<Closing>], people: [String: String]
  ) {
    self.rows = rows
    self.closings = closings
    self.people = people
  }

  public var title: Phrase { Phrase("办结销号", "Closing out") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    let none = rows.filter { closings[$0.commitment.id] == nil }
    let ready = none.filter { $0.judgement.state == .met }
    let steps: [[String: Any]] = Closing.Step.allCases.map { step in
      let here = rows.filter { closings[$0.commitment.id]?.value.step == step }
      return [
        "step": words.step(step), "count": here.count, "has-items": !here.isEmpty,
        "items": here.map { item($0, words) }, "what": what(step, frame),
      ]
    }
    return [
      "steps": steps, "total": rows.count, "none": none.count,
      "ready": ready.map { item($0, words) },
      "ready-count": ready.count, "has-ready": !ready.isEmpty, "back": frame.link("/office"),
      "csv": frame.links.csv("/office/closing"), "json": frame.links.json("/office/closing"),
    ]
  }

  /// What comes next, in words.
  private func what(_ step: Closing.Step, _ frame: Frame) -> String {
    switch step {
    case .requested: frame("待核验", "to be verified")
    case .verified: frame("待办结", "to be closed")
    case .closed: frame("待销号", "to be struck off")
    case .returned: frame("待单位重新申请", "the unit may ask again")
    case .struckOff: frame("完成", "finished")
    case .carriedOver: frame("由下年事项接续", "goes on next year")
    }
  }

  private func item(_ row: AccountRow, _ words: DeskWords) -> [String: Any] {
    let id = row.commitment.id
    var context = words.matter(row.commitment)
    context.merge(words.judged(row)) { $1 }
    context["lead"] = row.commitment.units.first ?? words.frame("待定", "to be named")
    context["open-href"] = words.frame.link("/office/closing/" + id)
    if let last = closings[id] {
      context["by"] = words.who(last.note)
      context["note"] = last.value.note
    }
    return context
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let words = DeskWords(frame: frame, people: people)
    return .object([
      (
        "matters",
        .list(
          rows.map { row in
            let last = closings[row.commitment.id]
            return .object([
              ("id", .text(row.commitment.id)), ("title", .text(row.commitment.title)),
              ("lead", JSONValue(row.commitment.units.first)),
              ("state", .text(row.judgement.state.rawValue)),
              ("step", JSONValue(last?.value.step.rawValue)), ("note", JSONValue(last?.value.note)),
              ("actor", JSONValue(last.map { words.person($0.note.actor) })),
              ("time", JSONValue(last?.note.time.description)),
            ])
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let words = DeskWords(frame: frame, people: people)
    let titles = [
      frame("编号", "id"), frame("事项", "commitment"), frame("牵头单位", "lead"),
      frame("研判", "judged"), frame("办理", "step"), frame("说明", "note"), frame("何人何时", "by"),
    ]
    return words.csv(
      titles,
      rows.map { row in
        let last = closings[row.commitment.id]
        return [
          .text(row.commitment.id), .text(frame.title(row.commitment)),
          Cell(row.commitment.units.first), .text(frame.words.state(row)),
          .text(words.step(last?.value.step)), Cell(last?.value.note),
          Cell(last.map { words.who($0.note) }),
        ]
      })
  }
}
