import CLibXLSXWriter
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
    try writeTable(book, to: book.sheet(name))
    try writeNotes(book, to: book.sheet(words("说明", "Notes")))
    return try book.close()
  }

  private func writeTable(
    _ book: Workbook, to target: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let last = UInt16(sheet.columns.count - 1)
    setUp(target, last: last)
    worksheet_merge_range(target, 0, 0, 0, last, title, book.format(.init(isTitle: true)))
    worksheet_set_row(target, 0, 34, nil)
    worksheet_set_row(target, 1, 32, nil)
    for (index, column) in sheet.columns.enumerated() {
      worksheet_write_string(
        target, 1, UInt16(index), column.title, book.format(.init(isHead: true)))
    }
    for (index, row) in sheet.rows.enumerated() { write(row, book, to: target, UInt32(index + 2)) }
    worksheet_autofilter(target, 1, 0, UInt32(max(2, sheet.rows.count + 1)), last)
  }

  private func setUp(_ target: UnsafeMutablePointer<lxw_worksheet>, last: UInt16) {
    for (index, column) in sheet.columns.enumerated() {
      worksheet_set_column(target, UInt16(index), UInt16(index), column.characters, nil)
    }
    worksheet_freeze_panes(target, 2, content == .tasks ? 2 : 3)
    worksheet_set_landscape(target)
    worksheet_set_paper(target, 9)
    worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.6)
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_repeat_rows(target, 0, 1)
    worksheet_set_footer(target, words("&C第 &P 页，共 &N 页", "&CPage &P of &N"))
  }

  private func write(
    _ row: [Cell], _ book: Workbook, to target: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32
  ) {
    worksheet_set_row(target, line, height(row), nil)
    for (index, cell) in row.enumerated() {
      let column = sheet.columns[index]
      var style = Workbook.Style(isNumber: column.isNumber, isSuggestion: column.isSuggestion)
      switch cell {
      case .text(let text):
        worksheet_write_string(
          target, line, UInt16(index), text.fittingCell, book.format(style))
      case .number(let number):
        style.decimals = NumberText.decimals(number)
        worksheet_write_number(target, line, UInt16(index), number, book.format(style))
      case .empty:
        worksheet_write_blank(target, line, UInt16(index), book.format(style))
      }
    }
  }

  /// Points; computed, as a merged or printed row is not fitted by every office program.
  private func height(_ row: [Cell]) -> Double {
    let lines = zip(row, sheet.columns).map { cell, column in
      cell.shown.split(separator: "\n").map { line in
        Int((Double(DisplayWidth.of(String(line))) * 1.08 / column.characters).rounded(.up))
      }.reduce(0, +)
    }
    return min(409, Double(max(1, lines.max() ?? 1)) * 15 + 5)
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
  private func writeNotes(
    _ book: Workbook, to target: UnsafeMutablePointer<lxw_worksheet>
  ) {
    worksheet_set_column(target, 0, 0, 110, nil)
    worksheet_set_paper(target, 9)
    for (index, note) in notes.enumerated() {
      let lines = (Double(DisplayWidth.of(note)) * 1.08 / 110).rounded(.up)
      worksheet_set_row(target, UInt32(index), max(1, lines) * 15 + 7, nil)
      worksheet_write_string(
        target, UInt32(index), 0, note.fittingCell, book.format(.init(isHead: index == 0)))
    }
  }

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
