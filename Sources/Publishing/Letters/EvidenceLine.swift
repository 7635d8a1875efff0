import Domain

/// What evidence says of a commitment, in one or two sentences: for letters, lists and tables.
struct EvidenceLine: Sendable {
  private let row: AccountRow
  private let words: Words

  init(_ row: AccountRow, _ words: Words) {
    self.row = row
    self.words = words
  }

  /// `佐证显示：41 家，目标 52 家；差 11 家；滞后 12.8 个百分点。`
  var text: String {
    if let reason { return reason }
    let parts = [amounts, gap, pace].compactMap { $0 }
    guard !parts.isEmpty else { return words("佐证显示：", "Evidence: ") + words.stateName(row) + stop }
    return words("佐证显示：", "Evidence: ") + parts.joined(separator: words("；", "; ")) + stop
  }

  private var stop: String { words("。", ".") }

  /// Why it cannot be judged; what is known of it goes before.
  private var reason: String? {
    guard [.notYet, .unverifiable].contains(row.judgement.state) else { return nil }
    let why = words.reason(row.judgement.value) ?? ""
    let known = amounts.map { words("佐证显示：", "Evidence: ") + $0 + words("。", ". ") } ?? ""
    return known + words.stateName(row) + (why.isEmpty ? "" : words("：", ": ") + why) + stop
  }

  /// What was reached, and what was promised.
  var amounts: String? {
    guard let actual = row.judgement.actual else {
      return row.isPublished ? words("未公布", "not published") : nil
    }
    let reached = row.shown(actual)
    let promised = target.map { words("，目标 ", ", target ") + $0 } ?? ""
    return reached + unit + promised
  }

  /// The number that was promised, with its unit; nil without one.
  var target: String? {
    guard
      var target = row.commitment.target
        ?? row.judgement.target.map({
          Target(value: $0, unit: row.unit)
        })
    else { return nil }
    if let value = row.judgement.target { target = target.measured(as: value, row.unit) }
    return words.target(target, beside: row.judgement.actual.map { [$0] } ?? [])
      + (target.unit == "%" ? "%" : " " + target.unit)
  }

  private var unit: String { row.unit == "%" ? "%" : row.unit.isEmpty ? "" : " " + row.unit }

  /// By how much it is short; nil where it is not.
  var gap: String? {
    let text = Gap(row, words).text
    return text.isEmpty ? nil : text
  }

  /// Ahead, on or behind its path; nil where it is met or nothing is asked yet.
  var pace: String? {
    let text = words.pace(row.judgement.pace)
    return row.judgement.state == .met || text.isEmpty ? nil : text
  }

  /// `此后每月需 11 家`; nil where there is no such number.
  var needed: String? {
    let needed = Gap(row, words).needed
    guard !needed.isEmpty, row.unit != "%" else { return nil }
    return words("此后每月需 \(needed)\(unit)", "\(needed)\(unit) a month from now on")
  }
}

extension Words {
  /// `P16 新增高新技术企业`, in the language where it has a title in it.
  func title(_ commitment: Commitment) -> String {
    language == .english ? commitment.english ?? commitment.title : commitment.title
  }

  /// Where it comes from: the report's sentence, or the document of the matter.
  func origin(_ commitment: Commitment) -> String {
    if let matter = commitment.matter { return source(matter) }
    return commitment.origins.first.map {
      self("报告称：「", "The report says: “") + $0.sentence + self("」", "”")
    }
      ?? self("出处未记录", "no origin recorded")
  }

  /// `会议议定事项：《区政府常务会议纪要〔2023〕12号》（区政府，2023-11-03）`.
  func source(_ matter: MatterSource) -> String {
    self(
      "\(matter.kind.rawValue)：《\(matter.document)》（\(matter.from)，\(matter.day)）",
      "\(kind(matter.kind)): \(matter.document) (\(matter.from), \(matter.day))")
  }

  func kind(_ kind: MatterSource.Kind) -> String {
    switch kind {
    case .meeting: self("会议议定事项", "decided at a meeting")
    case .instruction: self("领导批示", "instruction of a leader")
    case .proposal: self("人大建议", "proposal of deputies")
    }
  }

  func kind(_ kind: Notice.Kind) -> String {
    switch kind {
    case .reminder: self("催办单", "Reminder")
    case .blue: self("蓝色督办单", "Blue supervision notice")
    case .yellow: self("黄色督办单", "Yellow supervision notice")
    case .red: self("红色督办单", "Red supervision notice")
    }
  }

  /// What the colour stands for, so that it is never colour alone.
  func meaning(_ kind: Notice.Kind) -> String {
    switch kind {
    case .reminder: self("催办", "reminder")
    case .blue: self("临近期限", "near its deadline")
    case .yellow: self("落后序时", "behind its path")
    case .red: self("已经逾期", "overdue")
    }
  }

  /// What is asked where the office has written nothing of its own.
  func request(_ notice: Notice) -> String {
    switch notice.kind {
    case .reminder:
      self(
        "请于 \(notice.due) 前在单位工作台反馈办理情况；已有佐证的，请一并提供。",
        "Please report by \(notice.due) at the unit desk what has been done, with evidence where there is any."
      )
    case .blue:
      self(
        "期限临近。请对照完成标准安排剩余工作，于 \(notice.due) 前反馈办理情况；已经完成的，请附佐证申请办结。",
        "The deadline is near. Please plan what is left, report by \(notice.due), and where it is done ask to close it out with its evidence."
      )
    case .yellow:
      self(
        "请说明落后的原因，提出措施和时间安排，于 \(notice.due) 前书面反馈。",
        "Please explain what caused the delay, say what will be done by when, and answer in writing by \(notice.due)."
      )
    case .red:
      self(
        "请于 \(notice.due) 前书面报告逾期原因、目前进展和预计完成的日期。",
        "Please report in writing by \(notice.due) why it is overdue, where it stands, and when it will be done."
      )
    }
  }

  /// `已逾期 3 天`, `剩 12 天`, `今天到期`.
  func left(_ days: Int) -> String {
    if days < 0 { return self("已逾期 \(-days) 天", "\(-days) day\(days == -1 ? "" : "s") overdue") }
    return days == 0
      ? self("今天到期", "due today") : self("剩 \(days) 天", "\(days) day\(days == 1 ? "" : "s") left")
  }

  /// `2023年11月`.
  func month(_ month: Period) -> String {
    self("\(month.first.year)年\(month.first.month)月", String(month.first.description.dropLast(3)))
  }

  /// `2023年11月30日`, as official documents write it.
  func long(_ day: Day) -> String {
    self("\(day.year)年\(day.month)月\(day.day)日", day.description)
  }

  /// Names in a row.
  func list(_ names: some Sequence<String>) -> String { names.joined(separator: self("、", ", ")) }
}
