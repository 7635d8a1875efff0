import Domain

/// Something that can be published as a table in every form; only what a form needs is made.
protocol Publication {
  var words: Words { get }
  /// Why the data is invented, or nil.
  var synthetic: String? { get }
  /// What it is, in one line: above a table, and the title of a workbook.
  var title: String { get }
  /// Name of the workbook's sheet; at most 31 characters.
  var tab: String { get }
  /// The table for a screen.
  var screen: Sheet { get }
  /// Every column, one row each, for spreadsheets.
  var whole: Sheet { get }
  /// One object a row.
  var objects: [JSONValue] { get }
  /// Lines below a table; they also open a workbook's notes.
  var summary: [String] { get }
  /// What a reader of the workbook has to know.
  var notes: [String] { get }
}

extension Publication {
  var notes: [String] { [] }

  /// - Throws: ``PublishingFault``, only for workbooks.
  func bytes(_ format: SheetFormat, width: Int) throws -> [UInt8] {
    switch format {
    case .table: table(width: width)
    case .jsonl: lines
    case .csv: csv
    case .xlsx: try workbook()
    }
  }

  private func table(width: Int) -> [UInt8] {
    let sheet = screen
    let table = WriteTable(sheet, width: width, words)
    let body = sheet.rows.isEmpty ? [] : table.lines() + [table.leftOut].compactMap { $0 } + [""]
    let above = [synthetic.map(words.synthetic), title].compactMap { $0 }
    let lines =
      above.flatMap { $0.wrapped(to: max(20, width)) } + [""] + body
      + summary.flatMap { folded($0, to: max(20, width)) }
    let trimmed = lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return Array((trimmed.joined(separator: "\n") + "\n").utf8)
  }

  /// A sum goes on in further lines between its terms.
  private func folded(_ line: String, to width: Int) -> [String] {
    var lines = [""]
    for (index, term) in line.split(separator: " + ").enumerated() {
      let joined = lines[lines.count - 1] + (index == 0 ? "" : " + ") + term
      if index == 0 || DisplayWidth.of(joined) <= width {
        lines[lines.count - 1] = joined
      } else {
        lines.append("  + " + term)
      }
    }
    return lines.flatMap { $0.wrapped(to: width) }
  }

  private var lines: [UInt8] {
    var text = ByteText()
    for object in objects {
      text.add(object.with("synthetic", JSONValue(synthetic)))
      text.add("\n")
    }
    return text.bytes
  }

  /// A clean table: that the data is invented stands in a column of its own.
  private var csv: [UInt8] {
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    let sheet = whole
    let nature = synthetic == nil ? [] : [Cell.text(words("模拟", "synthetic"))]
    let title = synthetic == nil ? [] : [Cell.text(words("数据性质", "data"))]
    WriteCSV.row(sheet.columns.map { .text($0.title) } + title, into: &text)
    for row in sheet.rows { WriteCSV.row(row + nature, into: &text) }
    return text.bytes
  }

  private func workbook() throws -> [UInt8] {
    let book = try Workbook()
    let table = WorkbookTable(
      sheet: whole, title: title, band: synthetic.map(words.synthetic), frozenColumns: 2, words)
    table.write(book, to: try book.sheet(tab))
    let notes = [synthetic.map(words.synthetic)].compactMap { $0 } + summary + notes
    WorkbookNotes([words("说明", "Notes")] + notes)
      .write(book, to: try book.sheet(words("说明", "Notes")))
    return try book.close()
  }
}
