import Domain

/// The desks' words for what units say, what evidence shows, and who did what.
struct DeskWords {
  let frame: Frame
  /// Names of accounts by login; only inside.
  var people: [String: String] = [:]

  private func say(_ chinese: String, _ english: String) -> String { frame(chinese, english) }

  func month(_ month: Period) -> String {
    say("\(month.first.year)年\(month.first.month)月", month.description)
  }

  func part(_ isLead: Bool) -> String { isLead ? say("牵头", "lead") : say("配合", "helps") }

  /// Sign and word.
  func state(_ state: Filing.State) -> String {
    sign(state) + " " + frame.words.filing(state)
  }

  private func sign(_ state: Filing.State) -> String {
    switch state {
    case .filed: "○"
    case .confirmed: "◐"
    case .accepted: "●"
    case .returned: "↩"
    case .unlocked: "⚿"
    }
  }

  func step(_ step: Closing.Step?) -> String {
    step.map(frame.words.closing) ?? say("未申请", "not asked")
  }

  func method(_ method: Closing.Method) -> String {
    switch method {
    case .papers: say("查阅资料", "papers")
    case .telephone: say("电话核查", "telephone")
    case .onSite: say("现场核实", "on site")
    }
  }

  /// Why something is asked, or is not.
  func why(_ need: DueList.Need) -> String {
    switch need {
    case .nothing(let names):
      let list = names.joined(separator: say("、", ", "))
      return say("由\(list)回答，不需填数", "answered by \(list): no number is asked")
    case .number(let unit):
      return say(
        "没有台账或统计能回答，请填数（\(unit)）和进展", "no registry or series answers: number (\(unit)) and progress"
      )
    case .words(.documents):
      return say("以文件为佐证，每月说明进展", "proved by documents: say each month how far it is")
    case .words(.noMeasure):
      return say("尚无口径，每月说明进展", "no measure yet: say each month how far it is")
    case .words(.leadGivesNumber):
      return say("数由牵头单位填，请说明本单位进展", "the lead unit gives the number: say your own progress")
    }
  }

  /// `46 家`; nil without a number.
  func value(_ filing: Filing) -> String? {
    filing.value.map { amount($0, filing.measuredIn ?? "") }
  }

  /// `填报称 46 家`, or the first words where no number was filed.
  func claim(_ filing: Filing) -> String {
    if let value = value(filing) { return say("填报称 \(value)", "claimed \(value)") }
    let words = filing.progress.replacing("\n", with: " ")
    let cut = words.count > Self.excerpt ? words.prefix(Self.excerpt) + "…" : words
    return say("填报称：", "claimed: ") + cut
  }

  /// Characters of a text that a table shows.
  private static let excerpt = 40

  /// `佐证显示 41 家`, or why evidence does not say.
  func evidence(_ row: AccountRow?) -> String {
    guard let row else { return say("未列入研判", "not judged") }
    if let actual = row.judgement.actual {
      switch row.commitment.measure {
      case .milestones, .all:
        let done = row.shown(actual)
        return say("佐证显示完成 \(done) 项", "evidence shows \(done) done")
      default:
        return say("佐证显示 ", "evidence shows ") + row.shown(actual) + unit(row.unit)
      }
    }
    let why = frame.words.reason(row.judgement.value) ?? say("没有佐证", "no evidence")
    return say("佐证尚不能说明：", "evidence does not say: ") + why
  }

  private func amount(_ value: Exact, _ unit: String) -> String {
    ExactText.shown(value, asPublished: true) + self.unit(unit)
  }

  private func unit(_ unit: String) -> String {
    unit == "%" ? "%" : unit.isEmpty ? "" : " " + unit
  }

  /// Class and words of a judgement's state.
  func judged(_ row: AccountRow?) -> [String: Any] {
    guard let row else { return ["judged-class": "notYet", "judged": say("未列入研判", "not judged")] }
    return [
      "judged-class": row.judgement.state.rawValue, "judged": frame.words.state(row),
      "gap": Gap(row, frame.words).text,
    ]
  }

  func person(_ login: String) -> String { people[login] ?? login }

  /// `2023-12-05 16:05`, China's time.
  func moment(_ time: Instant) -> String { String(time.description.prefix(16)) }

  /// `科技局 小赵，2023-12-05 16:05`.
  func who(_ note: Books.Note) -> String {
    say("\(person(note.actor))，\(moment(note.time))", "\(person(note.actor)), \(moment(note.time))")
  }

  func files(_ attachments: [Attachment]) -> [[String: Any]] {
    attachments.map {
      [
        "file": $0.name, "file-href": frame.link("/files/" + $0.sha256), "sha256": $0.sha256,
        "size": size($0.size),
      ]
    }
  }

  func size(_ bytes: Int) -> String {
    bytes < 1 << 20
      ? "\(max(1, bytes >> 10)) kB"
      : ExactText.grouped(Exact(bytes * 10 >> 20, digits: 1), digits: 1) + " MB"
  }

  /// What every table of matters shows of one.
  func matter(_ commitment: Commitment) -> [String: Any] {
    [
      "id": commitment.id, "title": frame.title(commitment),
      "href": frame.link("/commitments/" + commitment.id),
      "deadline": commitment.deadline.description,
    ]
  }

  /// A version of a filing in full.
  func filing(_ noted: Books.Noted<Filing>, _ commitment: Commitment) -> [String: Any] {
    let filing = noted.value
    let need = DueList.Need(commitment, isLead: commitment.units.first == filing.unit)
    return [
      "shows-number": filing.value != nil || need.unit != nil,
      "number-claim": value(filing).map { say("填报称 \($0)", "claimed \($0)") }
        ?? say("未填数", "no number filed"),
      "claim": claim(filing), "progress": filing.progress,
      "next": filing.next.isEmpty ? say("未填报", "nothing filed") : filing.next,
      "filing-state": state(filing.state), "by": who(noted.note),
      "has-reason": filing.reason != nil, "reason": filing.reason ?? "",
      "files": files(filing.attachments), "has-files": !filing.attachments.isEmpty,
      "sequence": noted.note.sequence,
    ]
  }

  func json(_ noted: Books.Noted<Filing>) -> JSONValue {
    let filing = noted.value
    return .object([
      ("commitment", .text(filing.commitment)), ("month", .text(filing.month.description)),
      ("unit", .text(filing.unit)), ("value", JSONValue(filing.value)),
      ("measured_in", JSONValue(filing.measuredIn)), ("progress", .text(filing.progress)),
      ("next", .text(filing.next)), ("state", .text(filing.state.rawValue)),
      ("reason", JSONValue(filing.reason)), ("actor", .text(person(noted.note.actor))),
      ("time", .text(noted.note.time.description)), ("sequence", .whole(noted.note.sequence)),
      (
        "attachments",
        .list(
          filing.attachments.map {
            .object([
              ("name", .text($0.name)), ("sha256", .text($0.sha256)), ("size", .whole($0.size)),
            ])
          })
      ),
    ])
  }

  /// RFC 4180; in a made-up district a column says so.
  func csv(_ titles: [String], _ rows: [[Cell]]) -> [UInt8] {
    let isMadeUp = frame.synthetic != nil
    var text = ByteText()
    WriteCSV.row(
      (titles + (isMadeUp ? [say("数据性质", "data")] : [])).map { .text($0) }, into: &text)
    for row in rows {
      WriteCSV.row(row + (isMadeUp ? [.text(say("模拟", "synthetic"))] : []), into: &text)
    }
    return WriteCSV.byteOrderMark + text.bytes
  }

  /// Links to the months around one; the next only where it has begun.
  func months(_ month: Period, path: String) -> [String: Any] {
    var links: [String: Any] = [
      "month": self.month(month), "month-value": String(month.description),
    ]
    if let before = DueList.month(before: month.first) {
      links["month-before"] = frame.link(path, [("month", before.description)])
    }
    let after = month.last.adding(days: 1)
    if after <= frame.today, let next = Period.month(after.year, after.month) {
      links["month-after"] = frame.link(path, [("month", next.description)])
    }
    return links
  }
}
