import Domain

/// 季度公示表 in the office's own columns: 序号 · 重点任务 · 任务目标完成情况 · 下一步计划 · 责任单位.
public struct QuarterlyPage: Page {
  public static let template = "quarterly"
  let facts: Facts

  /// What the table is made of.
  public struct Facts: Sendable {
    public var quarter: Period
    /// The day that was judged: the quarter's last, or today while it goes on.
    public var asOf: Day
    public var rows: [AccountRow]
    /// Accepted filings of the quarter by commitment: the newest of each unit, in the units' order.
    public var filings: [String: [Filing]]
    /// The quarters that can be asked for, newest first.
    public var quarters: [Period]
    /// What it rests on: the release's entry, or the ledger's last.
    public var anchor: Anchor?
    /// What left the plan by then.
    public var departures: [Departure] = []

    public init(
      quarter: Period, asOf: Day, rows: [AccountRow], filings: [String: [Filing]],
      quarters: [Period]
    ) {
      self.quarter = quarter
      self.asOf = asOf
      self.rows = rows
      self.filings = filings
      self.quarters = quarters
    }
  }

  public init(_ facts: Facts) { self.facts = facts }

  public var title: Phrase {
    Phrase(
      "\(Words(.chinese).quarter(facts.quarter))重点任务推进情况",
      "Progress of the main tasks, \(Words(.english).quarter(facts.quarter))")
  }
  public var tab: Tab { .office }

  /// `季度表-2023Q4`, the name of its file.
  public var name: String { "季度表-" + Words.code(facts.quarter) }

  /// One line of the table.
  struct Line: Sendable {
    var number: Int
    var commitment: Commitment
    var progress: String
    var next: String
    var lead: String
    var others: [String]
  }

  /// In the plan's order, baselines left out.
  func lines(_ words: Words) -> [Line] {
    facts.rows.filter { !$0.isBaseline }.enumerated().map { index, row in
      let filings = facts.filings[row.commitment.id] ?? []
      return Line(
        number: index + 1, commitment: row.commitment,
        progress: ([EvidenceLine(row, words).text] + filings.map { claim($0, words) })
          .joined(separator: "\n"),
        next: next(filings, row.commitment, words),
        lead: row.commitment.units.first ?? words("待定", "to be named"),
        others: Array(row.commitment.units.dropFirst()))
    }
  }

  /// A unit's word is said to be one.
  private func claim(_ filing: Filing, _ words: Words) -> String {
    let number =
      filing.value.map {
        ExactText.shown($0, asPublished: true) + " " + (filing.measuredIn ?? "")
          + words("；", "; ")
      } ?? ""
    return words("\(filing.unit)填报称：", "\(filing.unit) reports: ") + number + filing.progress
  }

  /// Of the lead alone where no other has said anything; with its unit's name otherwise.
  private func next(_ filings: [Filing], _ commitment: Commitment, _ words: Words) -> String {
    let said = filings.filter { !$0.next.isEmpty }
    guard !said.isEmpty else { return words("未填报", "not filed") }
    if said.count == 1, said[0].unit == commitment.units.first { return said[0].next }
    return said.map { words("\($0.unit)：", "\($0.unit): ") + $0.next }.joined(separator: "\n")
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let query = [("quarter", Words.code(facts.quarter))]
    let lines = lines(frame.words)
    return [
      "anchors": [facts.anchor.map(frame.words.anchor)].compactMap(\.self),
      "heading": heading(frame), "as-of": facts.asOf.description, "count": lines.count,
      "rows": lines.map { line in
        [
          "n": line.number, "id": line.commitment.id, "title": frame.title(line.commitment),
          "href": frame.link("/commitments/" + line.commitment.id),
          "progress": line.progress.split(separator: "\n").map(String.init),
          "next": line.next.split(separator: "\n").map(String.init),
          "lead": line.lead, "others": line.others,
        ] as [String: Any]
      },
      "docx": frame.link("/office/quarterly/docx", query),
      "xlsx": frame.link("/office/quarterly/xlsx", query),
      "json": frame.links.json("/office/quarterly", query),
      "csv": frame.links.csv("/office/quarterly", query), "office": frame.link("/office"),
      "path": "/office/quarterly", "is-english": frame.language == .english,
      "quarters": facts.quarters.map { quarter in
        [
          "value": Words.code(quarter), "name": frame.words.quarter(quarter),
          "chosen": quarter == facts.quarter,
        ] as [String: Any]
      },
    ].merging(frame.context(of: facts.departures)) { $1 }
  }

  func heading(_ frame: Frame) -> String {
    frame("\(frame.place ?? "")\(title(.chinese))", "\(frame.place ?? ""): \(title(.english))")
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("quarter", .text(Words.code(facts.quarter))), ("as_of", .text(facts.asOf.description)),
      ("synthetic", JSONValue(frame.synthetic)), ("ledger", JSONValue(facts.anchor)),
      ("departures", .list(facts.departures.map { DepartureWords(frame.words).value($0) })),
      (
        "tasks",
        .list(
          lines(frame.words).map { line in
            .object([
              ("number", .whole(line.number)), ("id", .text(line.commitment.id)),
              ("title", .text(line.commitment.title)), ("progress", .text(line.progress)),
              ("next", .text(line.next)), ("lead", .text(line.lead)),
              ("cooperating", .list(line.others.map { .text($0) })),
            ])
          })
      ),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    var text = ByteText(bytes: WriteCSV.byteOrderMark)
    let words = frame.words
    let sheet = sheet(words)
    WriteCSV.row(sheet.columns.map { .text($0.title) }, into: &text)
    for row in sheet.rows { WriteCSV.row(row, into: &text) }
    return text.bytes
  }
}

extension Words {
  /// `2023年第四季度`.
  func quarter(_ quarter: Period) -> String {
    let number = quarter.last.month / 3
    let numerals = ["一", "二", "三", "四"]
    guard numerals.indices.contains(number - 1) else { return quarter.description }
    return self(
      "\(quarter.first.year)年第\(numerals[number - 1])季度", "Q\(number) \(quarter.first.year)")
  }

  /// `2023Q4`, for addresses.
  static func code(_ quarter: Period) -> String {
    "\(quarter.first.year)Q\(quarter.last.month / 3)"
  }
}
