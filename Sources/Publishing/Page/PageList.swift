import Domain

/// The list beside the report: its statements and tasks in reading order, under their headings.
struct PageList: Sendable {
  private let map: SourceMap
  private let report: Int
  private let items: [PageItem]
  private let words: Words
  private let duties = Duties.builtIn
  private let doneTest: DoneTest
  private let tasks: TaskSheet
  private let statements: [Int: Statement]

  init(_ map: SourceMap, report: Int, items: [PageItem], _ words: Words) {
    self.map = map
    self.report = report
    self.items = items
    self.words = words
    doneTest = DoneTest(words)
    tasks = TaskSheet(words)
    statements = Dictionary(
      map.reading.statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func write(into html: inout ByteText) {
    var heading: String?
    for item in items {
      let next = map.path(ofPassage: item.passage) ?? words("（无标题）", "(no heading)")
      if next != heading {
        html.add(heading == nil ? "" : "</ol></section>\n")
        html.add("<section class=\"group\"><h3>")
        html.addHTML(next)
        html.add("</h3><ol>\n")
        heading = next
      }
      write(item, into: &html)
    }
    html.add(heading == nil ? "" : "</ol></section>\n")
  }

  /// Options of the section filter: every heading that has entries beneath it.
  func writeSections(into html: inout ByteText) {
    let used = Set(items.flatMap { ancestors(of: $0) })
    for (index, section) in map.report.sections.enumerated() where used.contains(index) {
      let indent = String(repeating: "　", count: map.report.path(of: index).count - 1)
      html.add("<option value=\"r\(report)h\(index)\">")
      html.addHTML(indent + section.label + section.title)
      html.add("</option>\n")
    }
  }

  private func ancestors(of item: PageItem) -> [Int] {
    var found: [Int] = []
    var next = map.section(ofPassage: item.passage)
    while let index = next, map.report.sections.indices.contains(index), found.count < 16 {
      found.append(index)
      next = map.report.sections[index].parent
    }
    return found
  }

  private func write(_ item: PageItem, into html: inout ByteText) {
    let sections = ancestors(of: item).map { "r\(report)h\($0)" }.joined(separator: " ")
    html.add("<li id=\"\(item.id)\" data-kind=\"\(item.kind.rawValue)\"")
    html.add(" data-sections=\"\(sections)\"><a class=\"entry\" href=\"#m-\(item.id)\">")
    html.add("<span class=\"kind \(item.kind.rawValue)\">")
    html.addHTML(words.kind(item.kind))
    html.add("</span> ")
    switch item.source {
    case .statement(let statement): write(statement, into: &html)
    case .task(let task): write(task, into: &html)
    case .commitment: break
    }
    html.add("</a></li>\n")
  }

  private func write(_ statement: Statement, into html: inout ByteText) {
    let name = [statement.action, statement.indicator].compactMap { $0 }.joined(separator: " ")
    let relation = words.relation(statement.relation, falling: statement.isFall)
    let shown = statement.relation == .count || statement.relation == .level ? "" : relation + " "
    span("name", name, into: &html)
    span("value", shown + statement.boundedValue + " " + statement.unit, into: &html)
    let place = map.place(statement.range, passage: statement.passage, words.language)
    let facts = [statement.period, statement.modality, statement.remarks(words), place]
    self.facts(facts, into: &html)
  }

  private func write(_ task: WorkTask, into html: inout ByteText) {
    let own = task.statements.compactMap { statements[$0] }
    let units = duties.units(for: task, in: map)
    span("name", map.quote(task.range), into: &html)
    if task.vague { span("vague", "? " + words("无法核验", "unverifiable"), into: &html) }
    let done = task.vague ? task.reason : doneTest.sentence(for: task, statements: own)
    let lead = units.first.map { words("建议 \($0)", "suggested: \($0)") }
    let place = map.place(task.range, passage: task.passage, words.language)
    facts([done, tasks.due(task, map.report), lead, place], into: &html)
  }

  /// Facts with a point between; the short ones are not broken.
  private func facts(_ facts: [String?], into html: inout ByteText) {
    html.add("<span class=\"facts\">")
    let known = facts.compactMap { $0?.onOneLine }.filter { !$0.isEmpty }
    for (index, fact) in known.enumerated() {
      html.add(index > 0 ? " · " : "")
      if DisplayWidth.of(fact) > 28 { html.addHTML(fact) } else { span("whole", fact, into: &html) }
    }
    html.add("</span>")
  }

  private func span(_ name: String, _ text: String, into html: inout ByteText) {
    html.add("<span class=\"\(name)\">")
    html.addHTML(text)
    html.add("</span> ")
  }
}
