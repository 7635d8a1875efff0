import Domain

/// A statement or a task on the page: one entry of the list, and its marks in the text.
struct PageItem: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case target, task, claim, background
  }

  /// Unique on the page: `r0s12`, `r0t3`.
  var id: String
  var kind: Kind
  var passage: Int
  /// Bytes of the report's text that are marked: the clause.
  var range: Range<Int>
  /// Bytes of the quantity inside the clause, for statements.
  var quantity: Range<Int>?
  var source: Source

  enum Source: Sendable {
    case statement(Statement)
    case task(WorkTask)
    /// One that the plan has adopted; the pages of the accounts say the rest.
    case commitment
  }

  /// A mark of its own, for what is neither.
  init(
    id: String, kind: Kind, passage: Int, range: Range<Int>, quantity: Range<Int>?, source: Source
  ) {
    self.id = id
    self.kind = kind
    self.passage = passage
    self.range = range
    self.quantity = quantity
    self.source = source
  }

  /// Items of one report in reading order: a task before the numbers in it.
  static func all(in reading: ReportReading, report: Int) -> [PageItem] {
    let passages = reading.report.passages
    let statements = reading.statements.map { PageItem($0, report: report) }
    let tasks = reading.tasks.map { PageItem($0, report: report) }
    return (tasks + statements)
      .filter { passages.indices.contains($0.passage) }
      .enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
  }

  init(_ statement: Statement, report: Int) {
    id = "r\(report)s\(statement.id)"
    kind =
      switch statement.kind {
      case .target: .target
      case .claim: .claim
      case .background: .background
      }
    passage = statement.passage
    range = statement.clause
    quantity = statement.range
    source = .statement(statement)
  }

  init(_ task: WorkTask, report: Int) {
    id = "r\(report)t\(task.id)"
    kind = .task
    passage = task.passage
    range = task.range
    source = .task(task)
  }

  struct Order: Comparable {
    var passage: Int
    var start: Int
    static func < (a: Order, b: Order) -> Bool { (a.passage, a.start) < (b.passage, b.start) }
  }

  var order: Order {
    Order(passage: passage, start: quantity?.lowerBound ?? range.lowerBound)
  }
}

extension Words {
  func kind(_ kind: PageItem.Kind) -> String {
    switch kind {
    case .target: self.kind(.target as Statement.Kind)
    case .claim: self.kind(.claim as Statement.Kind)
    case .background: self.kind(.background as Statement.Kind)
    case .task: self("任务", "task")
    }
  }
}
