import Domain

/// 单位工作台: what a unit has to do for a month and why, what was sent back first.
public struct UnitDeskPage: Page {
  public static let template = "desk_unit"
  private let list: DueList
  private let rows: [String: AccountRow]
  private let unsigned: [Commitment]
  private let led: [Commitment]
  private let closings: [String: Books.Noted<Closing>]
  private let today: Day
  private let mayConfirm: Bool
  private let people: [String: String]

  /// - Parameters:
  ///   - rows: what evidence says by the month's end, by commitment.
  ///   - unsigned: tasks that the unit has not signed for.
  ///   - led: commitments that the unit leads, whatever their time.
  ///   - closings: the last step of closing out, by commitment.
  ///   - mayConfirm: the viewer is the unit's head.
  ///   - people: names of accounts by login.
  public init(
    _ list: DueList, rows: [String: AccountRow], unsigned: [Commitment], led: [Commitment],
    closings: [String: Books.Noted<Closing>], today: Day, mayConfirm: Bool,
    people: [String: String]
  ) {
    self.list = list
    self.rows = rows
    self.unsigned = unsigned
    self.led = led
    self.closings = closings
    self.today = today
    self.mayConfirm = mayConfirm
    self.people = people
  }

  public var title: Phrase { Phrase("\(list.unit)工作台", "Desk of \(list.unit)") }
  public var tab: Tab { .unit }
  public var places: [FormPlace] { unsigned.isEmpty ? [] : [signing] }

  private var signing: FormPlace { FormPlace("/unit/sign", ["id"]) }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    var context: [String: Any] = words.months(list.month, path: "/unit")
    let toCorrect = list.items(.toCorrect)
    let toFile = list.items(.toFile)
    let answered = list.items(.answered)
    let sent = [DueList.Standing.filed, .confirmed, .accepted].flatMap(list.items)
    let facts: [String: Any] = [
      "unit": list.unit, "by-day": list.by.description, "left": daysLeft(frame),
      "is-overdue": today > list.by && !(toFile + toCorrect).isEmpty,
      "open": toFile.count + toCorrect.count, "asked": list.asked.count, "sent-count": sent.count,
      "answered-count": answered.count, "may-confirm": mayConfirm,
      "csv": frame.links.csv("/unit", query), "json": frame.links.json("/unit", query),
    ]
    context.merge(facts) { $1 }
    add(&context, "to-correct", toCorrect, words)
    add(&context, "to-confirm", mayConfirm ? list.items(.filed) : [], words)
    add(&context, "to-file", toFile, words)
    addTasks(&context, words)
    add(&context, "sent", sent, words)
    add(&context, "answered", answered, words)
    return context
  }

  private var query: [(String, String)] { [("month", list.month.description)] }

  private func daysLeft(_ frame: Frame) -> String {
    let days = list.by.number - today.number
    if days == 0 { return frame("今天截止", "due today") }
    return days > 0
      ? frame("还有 \(days) 天", "\(days) days left")
      : frame("已过 \(-days) 天", "\(-days) days ago")
  }

  /// What does not hang on the month: tasks to sign for, and matters on their way out.
  private func addTasks(_ context: inout [String: Any], _ words: DeskWords) {
    context["has-unsigned"] = !unsigned.isEmpty
    context["unsigned-total"] = unsigned.count
    let signed = words.frame.form(signing)
    signed.add(["id"], to: &context, words.frame)
    context["unsigned"] = unsigned.map { commitment in
      words.matter(commitment).merging([
        "part": words.part(commitment.units.first == list.unit),
        "ticked": signed.isTicked("id", commitment.id, usually: true),
      ]) { $1 }
    }
    let closing = led.filter(isToClose)
    context["has-closing"] = !closing.isEmpty
    context["closing-total"] = closing.count
    context["closing"] = closing.map { commitment -> [String: Any] in
      let id = commitment.id
      var item = words.matter(commitment)
      item["closing-href"] = words.frame.link("/unit/closing/" + id)
      item["closing-step"] = words.step(closings[id]?.value.step)
      item.merge(words.judged(rows[id])) { $1 }
      return item
    }
  }

  /// Begun, reached, or past its deadline; not when it is over and done with.
  private func isToClose(_ commitment: Commitment) -> Bool {
    switch closings[commitment.id]?.value.step {
    case .struckOff, .carriedOver: false
    case nil: rows[commitment.id]?.judgement.state == .met || commitment.deadline < today
    default: true
    }
  }

  private func add(
    _ context: inout [String: Any], _ name: String, _ items: [DueList.Item], _ words: DeskWords
  ) {
    context["has-" + name] = !items.isEmpty
    context[name + "-total"] = items.count
    context[name] = items.map { item(for: $0, words) }
  }

  private func item(for item: DueList.Item, _ words: DeskWords) -> [String: Any] {
    let id = item.commitment.id
    var context = words.matter(item.commitment)
    context["part"] = words.part(item.isLead)
    context["why"] = words.why(item.need)
    context["form-href"] = words.frame.link("/unit/filings/\(id)/\(list.month)")
    context["evidence"] = words.evidence(rows[id])
    context["before"] =
      item.before.map { words.month($0.value.month) + words.frame("", " ") + words.claim($0.value) }
      ?? words.frame("未填报", "nothing filed")
    if let current = item.current { context.merge(words.filing(current, item.commitment)) { $1 } }
    return context
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("unit", .text(list.unit)), ("month", .text(list.month.description)),
      ("by", .text(list.by.description)),
      ("matters", .list(list.items.map { json($0, DeskWords(frame: frame, people: people)) })),
    ])
  }

  private func json(_ item: DueList.Item, _ words: DeskWords) -> JSONValue {
    .object([
      ("id", .text(item.commitment.id)), ("title", .text(item.commitment.title)),
      ("lead", .flag(item.isLead)), ("standing", .text(item.standing.rawValue)),
      ("asked", .flag(item.need.isAsked)), ("why", .text(words.why(item.need))),
      ("evidence", JSONValue(rows[item.commitment.id]?.judgement.printedActual)),
      ("evidence_unit", JSONValue(rows[item.commitment.id]?.unit)),
      ("filing", item.current.map(words.json) ?? .null),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let words = DeskWords(frame: frame, people: people)
    let titles = [
      frame("编号", "id"), frame("事项", "commitment"), frame("牵头或配合", "part"),
      frame("为什么填", "why"), frame("状态", "state"), frame("填报称", "claimed"),
      frame("佐证显示", "evidence"),
    ]
    return words.csv(
      titles,
      list.items.map { item in
        [
          .text(item.commitment.id), .text(frame.title(item.commitment)),
          .text(words.part(item.isLead)), .text(words.why(item.need)),
          .text(
            item.current.map { words.state($0.value.state) }
              ?? (item.need.isAsked ? frame("未填报", "not filed") : frame("不需填", "not asked"))),
          Cell(item.current.flatMap { words.value($0.value) }),
          .text(words.evidence(rows[item.commitment.id])),
        ]
      })
  }
}
