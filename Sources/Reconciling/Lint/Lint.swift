import Domain

/// Checks a draft before the congress: which promises nobody could check, which say two things,
/// which are weaker than last year's.
public struct Lint: Sendable {
  private let dictionary: IndicatorDictionary

  /// - Throws: ``ReconcilingFault`` where a built-in table is damaged.
  public init() throws(ReconcilingFault) { dictionary = try IndicatorDictionary.builtIn() }

  /// What a drafter should look at, in reading order.
  ///
  /// - Parameters:
  ///   - reading: the draft, with tasks and sentences.
  ///   - earlier: last year's report, for what is weaker or dropped.
  public func findings(_ reading: ReportReading, earlier: ReportReading? = nil) -> [ReportFinding] {
    let findings =
      TaskLint(reading).findings + NumberLint(reading, dictionary).findings
      + (earlier.map { YearLint(reading, earlier: $0, dictionary).findings } ?? [])
    return findings.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }
}

/// Tasks that nobody could check.
struct TaskLint {
  let reading: ReportReading
  private let text: [UInt8]

  init(_ reading: ReportReading) {
    self.reading = reading
    text = reading.report.text
  }

  /// Every vague task has exactly one of the first three findings.
  var findings: [ReportFinding] {
    reading.tasks.compactMap { task in
      if task.vague { return vague(task) }
      return loose(task) ?? ownerless(task)
    }
  }

  private func vague(_ task: WorkTask) -> ReportFinding {
    if Words.holds(text, task.range, ["一批", "若干", "一系列", "多个", "一些"]) {
      return finding(
        "indefinite-number", task,
        Phrase("多少没有写，年底数不出来", "how many is not said, so nobody can count them"),
        Phrase("把“一批”“若干”换成数量，或列出名称", "give a number, or list the names"))
    }
    if Words.holds(text, task.range, Self.someday) {
      return finding(
        "no-deadline", task,
        Phrase("没有时限（\(task.reason)）", "no deadline"),
        Phrase("写明月份或季度，如“6月底前”", "name a month or a quarter"))
    }
    return finding(
      "no-end-state", task,
      Phrase(
        "没人能核：\(task.reason)",
        "nobody could check it: an activity without an end, a number or a name"),
      Phrase(
        "写明做成什么样算完成：一个数量、一件能交出来的东西，或一个日期",
        "say what would show that it is done: a number, a deliverable, or a date"))
  }

  /// 尽快, 适时: it can be checked, but nobody knows when.
  private func loose(_ task: WorkTask) -> ReportFinding? {
    guard task.deadline == nil, Words.holds(text, task.range, Self.someday) else { return nil }
    return finding(
      "no-deadline", task, severity: .note, Phrase("没有时限", "no deadline"),
      Phrase("写明月份或季度，如“6月底前”", "name a month or a quarter"))
  }

  /// Only a table that divides work names who does it.
  private func ownerless(_ task: WorkTask) -> ReportFinding? {
    guard reading.report.kind == .division,
      !Words.holds(
        text, reading.report.passages[task.passage].range, ["牵头", "责任单位", "负责", "配合"])
    else { return nil }
    return finding(
      "no-owner", task, Phrase("没有写谁负责", "nobody is named for it"),
      Phrase("写明一个牵头单位", "name one unit that leads"))
  }

  private func finding(
    _ rule: String, _ task: WorkTask, severity: ReportFinding.Severity = .warning,
    _ message: Phrase,
    _ advice: Phrase
  ) -> ReportFinding {
    ReportFinding(
      rule: rule, severity: severity, range: task.range, message: message, advice: advice)
  }

  private static let someday: [StaticString] = ["尽快", "尽早", "适时", "逐步", "早日", "及早"]
}
