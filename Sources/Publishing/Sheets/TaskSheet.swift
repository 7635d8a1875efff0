import Domain

/// The task table that a supervision office sends out in January (任务分解表).
struct TaskSheet: Sendable {
  private let words: Words
  private let duties: Duties
  private let doneTest: DoneTest

  init(_ words: Words, duties: Duties = .builtIn) {
    self.words = words
    self.duties = duties
    doneTest = DoneTest(words)
  }

  /// Rows in reading order; numbering runs through all reports.
  func sheet(_ maps: [SourceMap], namingFile: Bool = true) -> Sheet {
    var number = 0
    let rows = maps.flatMap { map in
      let statements = Dictionary(
        map.reading.statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return map.reading.tasks.map { task in
        number += 1
        let own = task.statements.compactMap { statements[$0] }
        return (category(map, task), cells(map, task, number, own) + [place(map, task, namingFile)])
      }
    }
    return .grouped(columns, rows)
  }

  /// One report for a screen: the section is the group's heading, the file stands above the table.
  func forTerminal(_ map: SourceMap) -> Sheet {
    var sheet = sheet([map], namingFile: false)
    let section = 1
    sheet.columns.remove(at: section)
    for group in sheet.groups.indices {
      for row in sheet.groups[group].rows.indices {
        sheet.groups[group].rows[row].remove(at: section)
      }
    }
    for (index, title) in [
      (6, words("牵头（建议）", "lead (sugg.)")), (7, words("配合（建议）", "with (sugg.)")),
    ] {
      sheet.columns[index].title = title
    }
    return sheet
  }

  var titles: [Cell] { columns.map { .text($0.title) } }

  private var columns: [Sheet.Column] {
    [
      .init(title: words("序号", "No."), isNumber: true, width: 3...6, characters: 6),
      .init(title: words("类别", "Section"), width: 4...12, wraps: true, rank: 1, characters: 14),
      .init(title: words("任务原文", "Task"), width: 16...44, wraps: true, characters: 36),
      .init(title: words("指标", "Indicator"), width: 8...24, wraps: true, rank: 3, characters: 18),
      .init(
        title: words("目标值", "Target"), isNumber: true, width: 10...14, wraps: true, characters: 11),
      .init(title: words("单位", "Unit"), width: 4...10, wraps: true, characters: 8),
      .init(title: words("时限", "Due"), width: 14...14, wraps: true, rank: 8, characters: 11),
      .init(
        title: words("牵头单位（建议）", "Lead (suggested)"), width: 10...14, wraps: true, rank: 7,
        characters: 12, isSuggestion: true),
      .init(
        title: words("配合单位（建议）", "Cooperating (suggested)"), width: 10...16, wraps: true,
        rank: 4, characters: 16, isSuggestion: true),
      .init(
        title: words("完成标准", "Done when"), width: 14...36, wraps: true, rank: 6, characters: 28),
      .init(title: words("出处", "Place"), width: 18...18, wraps: true, rank: 5, characters: 16),
    ]
  }

  private func cells(
    _ map: SourceMap, _ task: WorkTask, _ number: Int, _ statements: [Statement]
  ) -> [Cell] {
    let units = duties.units(for: task, in: map)
    return [
      Cell(number), .text(category(map, task)), .text(map.quote(task.range)),
      .text(statements.isEmpty ? task.object.onOneLine : lines(statements) { $0.indicator }),
      .text(statements.isEmpty ? words("定性", "no number") : lines(statements, target)),
      .text(lines(statements) { $0.unit }), .text(due(task, map.report)),
      .text(units.first ?? words("待定", "to be named")),
      .text(units.dropFirst().joined(separator: words("、", ", "))),
      .text(doneTest.sentence(for: task, statements: statements)),
    ]
  }

  private func place(_ map: SourceMap, _ task: WorkTask, _ namingFile: Bool) -> Cell {
    let place = map.place(task.range, passage: task.passage, words.language)
    return .text(namingFile ? map.report.name.onOneLine + " " + place : place)
  }

  private func lines(_ statements: [Statement], _ text: (Statement) -> String) -> String {
    statements.map { text($0).onOneLine }.joined(separator: "\n")
  }

  private func target(_ statement: Statement) -> String {
    (statement.isFall ? words("降", "−") : "") + statement.boundedValue
  }

  func category(_ map: SourceMap, _ task: WorkTask) -> String {
    map.category(ofPassage: task.passage) ?? words("（无标题）", "(no heading)")
  }

  /// The task's own deadline, else the end of the year that the report plans for.
  func due(_ task: WorkTask, _ report: Report) -> String {
    guard let stated = task.deadline ?? report.year.map({ "\($0)-12" }) else {
      return words("报告未说明", "not stated")
    }
    guard words.language == .chinese else { return "by end of \(stated)" }
    let parts = stated.split(separator: "-").compactMap { Int($0) }
    switch parts.count {
    case 1: return "\(parts[0])年12月底前"
    case 2 where (1...12).contains(parts[1]): return "\(parts[0])年\(parts[1])月底前"
    case 2: return "\(parts[1])年底前"
    default: return stated
    }
  }
}
