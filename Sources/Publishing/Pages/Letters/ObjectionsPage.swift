import Domain

/// 异议: how many came, those that were answered with their answers, and the days left for the rest.
public struct ObjectionsPage: Page {
  public static let template = "objections"
  private let lines: [ObjectionLine]
  private let today: Day
  private let answerDays: Int

  /// - Parameter lines: newest first.
  public init(_ lines: [ObjectionLine], today: Day, answerDays: Int) {
    self.lines = lines
    self.today = today
    self.answerDays = answerDays
  }

  public var title: Phrase { Phrase("异议和答复", "Objections and answers") }
  public var tab: Tab { .objections }

  private func count(_ state: Objection.State) -> Int { lines.filter { $0.state == state }.count }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "total": lines.count, "answered": count(.answered), "open": count(.received),
      "withheld": count(.withheld), "days": answerDays,
      "overdue": lines.filter { ($0.left(on: today) ?? 0) < 0 }.count,
      "lines": lines.map { $0.context(frame, today: today) }, "any": !lines.isEmpty,
      "is-served": frame.links.isServed, "commitments": frame.link("/commitments"),
      "csv": frame.links.csv("/objections"), "json": frame.links.json("/objections"),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("received", .whole(lines.count)), ("answered", .whole(count(.answered))),
      ("withheld", .whole(count(.withheld))), ("open", .whole(count(.received))),
      ("answer_days", .whole(answerDays)), ("today", .text(today.description)),
      ("objections", .list(lines.map { $0.data(today: today) })),
      ("synthetic", JSONValue(frame.synthetic)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    var text = ByteText(bytes: WriteCSV.byteOrderMark)
    let words = frame.words
    let heads = [
      ("编号", "id"), ("承诺", "commitment"), ("事项", "title"), ("收到", "received"),
      ("状态", "state"), ("应答复", "due"), ("剩余天数", "days_left"), ("内容", "text"),
      ("答复日期", "answered"), ("答复", "answer"), ("不公开的理由", "reason"),
    ]
    WriteCSV.row(heads.map { .text(words($0.0, $0.1)) }, into: &text)
    for line in lines { WriteCSV.row(line.cells(words, today: today), into: &text) }
    return text.bytes
  }
}
