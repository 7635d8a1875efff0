import Domain

/// 报告: the reports that the accounts rest on.
public struct ReportsPage: Page {
  public static let template = "reports"
  private let rows: [Row]
  private let mayAdopt: Bool
  private let mayCompare: Bool

  public struct Row: Sendable {
    public var facts: Change.ReportFacts
    public var statements: Int
    public var tasks: Int
    /// Commitments with an origin in it that are in the plan.
    public var adopted: Int
    /// Those that were merged, split or left out.
    public var gone: Int
    /// The day on which it was adopted.
    public var since: Day?

    public init(
      _ facts: Change.ReportFacts, statements: Int, tasks: Int, adopted: Int, gone: Int,
      since: Day?
    ) {
      self.facts = facts
      self.statements = statements
      self.tasks = tasks
      self.adopted = adopted
      self.gone = gone
      self.since = since
    }
  }

  /// - Parameter mayCompare: two reports can be set against each other.
  public init(_ rows: [Row], mayAdopt: Bool, mayCompare: Bool = false) {
    self.mayCompare = mayCompare
    self.rows = rows
    self.mayAdopt = mayAdopt
  }

  public var title: Phrase { Phrase("报告", "Reports") }
  public var tab: Tab { .reports }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = [
      "rows": rows.map { row(($0), frame) }, "has-rows": !rows.isEmpty,
      "csv": frame.links.csv("/reports"), "json": frame.links.json("/reports"),
    ]
    context["compare"] = mayCompare && frame.links.isServed ? frame.link("/compare") : nil
    context["new"] = mayAdopt && frame.links.isServed ? frame.link("/reports/new") : nil
    return context
  }

  private func row(_ row: Row, _ frame: Frame) -> [String: Any] {
    [
      "title": (row.facts.title ?? row.facts.name).onOneLine,
      "href": frame.link("/reports/\(row.facts.sha256)"),
      "place": row.facts.place?.onOneLine ?? frame("未判明", "not known"),
      "year": row.facts.year.map(String.init) ?? frame("未判明", "not known"),
      "since": row.since?.description ?? "", "statements": row.statements, "tasks": row.tasks,
      "adopted": row.adopted, "gone": row.gone,
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "reports",
        .list(
          rows.map { row in
            .object([
              ("sha256", .text(row.facts.sha256)), ("title", JSONValue(row.facts.title)),
              ("name", .text(row.facts.name)), ("place", JSONValue(row.facts.place)),
              ("year", JSONValue(row.facts.year)), ("adopted_on", JSONValue(row.since)),
              ("statements", .whole(row.statements)), ("tasks", .whole(row.tasks)),
              ("adopted", .whole(row.adopted)), ("left_out", .whole(row.gone)),
            ])
          })
      ),
      ("synthetic", JSONValue(frame.synthetic)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    let titles = [
      frame("标题", "title"), frame("地区", "place"), frame("年份", "year"),
      frame("采纳日期", "adopted on"), frame("陈述", "statements"), frame("任务", "tasks"),
      frame("在账承诺", "commitments"), frame("撤出、合并、拆分", "left out, merged, split"),
    ]
    WriteCSV.row(titles.map { .text($0) }, into: &text)
    for row in rows {
      WriteCSV.row(
        [
          .text(row.facts.title ?? row.facts.name), Cell(row.facts.place), Cell(row.facts.year),
          Cell(row.since?.description), Cell(row.statements), Cell(row.tasks), Cell(row.adopted),
          Cell(row.gone),
        ], into: &text)
    }
    return text.bytes
  }
}
