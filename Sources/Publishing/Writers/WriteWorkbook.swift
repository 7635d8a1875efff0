import Domain

/// Readings as a workbook that an office can send out as it is: a title, a frozen header with
/// filters, wrapped text, A4 across with the header on every page, and a sheet of notes.
struct WriteWorkbook {
  private let words: Words
  private let maps: [SourceMap]
  private let sheet: Sheet
  private let content: Exporter.Content

  init(_ readings: [ReportReading], content: Exporter.Content, _ words: Words) {
    self.words = words
    self.content = content
    maps = readings.map(SourceMap.init)
    sheet =
      content == .tasks ? TaskSheet(words).sheet(maps) : StatementSheet(words).forWorkbook(maps)
  }

  func bytes() throws -> [UInt8] {
    let book = try Workbook()
    let name = content == .tasks ? words("任务分解", "Tasks") : words("陈述", "Statements")
    let table = WorkbookTable(
      sheet: sheet, title: title, frozenColumns: content == .tasks ? 2 : 3, words)
    table.write(book, to: try book.sheet(name))
    let notes = words("说明", "Notes")
    WorkbookNotes(self.notes).write(book, to: try book.sheet(notes))
    return try book.close()
  }

  private var title: String {
    let tasks = content == .tasks
    guard let report = maps.first?.report, maps.count == 1 else {
      return tasks
        ? words("政府工作报告任务分解表（\(maps.count) 份）", "Tasks of \(maps.count) reports")
        : words("政府工作报告陈述表（\(maps.count) 份）", "Statements of \(maps.count) reports")
    }
    let heading = words.heading(report)
    let compact = heading.filter { $0 != " " }
    return tasks
      ? words("\(compact)政府工作报告任务分解表", "\(heading): tasks of the work report")
      : words("\(compact)政府工作报告陈述表", "\(heading): statements of the work report")
  }
}

extension WriteWorkbook {
  private var notes: [String] {
    let tally = Tally(maps.map(\.reading))
    let sources = maps.map { "\(words.heading($0.report)) \($0.report.name.onOneLine)" }
    let counts = content == .tasks ? tally.taskLine(words) : tally.statementLine(words)
    return [words("说明", "Notes"), counts] + (content == .tasks ? taskNotes : statementNotes)
      + [placeNote] + sources
  }

  private var taskNotes: [String] {
    [
      words(
        "牵头单位、配合单位是按部门常见职责给出的建议，报告原文没有指定，请核定后下发。",
        "Units are suggested from the usual duties of departments; the report names none. Confirm them before sending."
      ),
      words(
        "完成标准由数字和动词推出；“无法核验”是指原文没有数字、没有可指认的成果、没有时限。",
        "“Done when” follows from the numbers and the verb; “unverifiable” has no number, no named result and no date."
      ),
      words(
        "时限一栏：原文未写明时限的，按报告所安排年度的年底计。",
        "Where the text states no deadline, the end of the planned year is given."),
    ]
  }

  private var statementNotes: [String] {
    [
      words(
        "数值照原文单位，不换算；下降、减少记为负数，界限指幅度的大小。",
        "Values are in the unit as written; falls are negative, and the bound speaks of their size."
      ),
      words(
        "“报告称”是报告自己的说法，不是佐证。", "“claimed” is what the report says; it is no evidence."),
    ]
  }

  private var placeNote: String {
    words(
      "出处：文件名、段号、@起-止（原文第几个字符，从 0 数起，止位不含）。",
      "Place: file, paragraph, @start-end (Unicode characters of the source, from 0, end exclusive)."
    )
  }
}
