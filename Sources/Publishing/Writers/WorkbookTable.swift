import CLibXLSXWriter
import Domain

/// A sheet as a page of a workbook: a title, a frozen header with filters, wrapped text, A4 across
/// with the header on every printed page.
struct WorkbookTable {
  private let sheet: Sheet
  private let title: String
  private let band: String?
  private let frozenColumns: UInt16
  private let words: Words

  /// - Parameter band: a line between title and header, for what has to be seen first.
  init(sheet: Sheet, title: String, band: String? = nil, frozenColumns: UInt16, _ words: Words) {
    self.sheet = sheet
    self.title = title
    self.band = band
    self.frozenColumns = frozenColumns
    self.words = words
  }

  /// The row of the column titles, from 0.
  private var header: UInt32 { band == nil ? 1 : 2 }
  private var last: UInt16 { UInt16(max(0, sheet.columns.count - 1)) }

  func write(_ book: Workbook, to target: UnsafeMutablePointer<lxw_worksheet>) {
    setUp(target)
    writeWide(title, book, to: target, 0, .init(isTitle: true), height: 34)
    if let band { writeWide(band, book, to: target, 1, .init(isHead: true), height: 24) }
    worksheet_set_row(target, header, 32, nil)
    for (index, column) in sheet.columns.enumerated() {
      worksheet_write_string(
        target, header, UInt16(index), column.title, book.format(.init(isHead: true)))
    }
    for (index, row) in sheet.rows.enumerated() {
      write(row, book, to: target, header + 1 + UInt32(index))
    }
    worksheet_autofilter(target, header, 0, header + UInt32(max(1, sheet.rows.count)), last)
  }

  private func writeWide(
    _ text: String, _ book: Workbook, to target: UnsafeMutablePointer<lxw_worksheet>,
    _ line: UInt32, _ style: Workbook.Style, height: Double
  ) {
    if last > 0 {
      worksheet_merge_range(target, line, 0, line, last, text.fittingCell, book.format(style))
    } else {
      worksheet_write_string(target, line, 0, text.fittingCell, book.format(style))
    }
    worksheet_set_row(target, line, height, nil)
  }

  private func setUp(_ target: UnsafeMutablePointer<lxw_worksheet>) {
    for (index, column) in sheet.columns.enumerated() {
      worksheet_set_column(target, UInt16(index), UInt16(index), column.characters, nil)
    }
    worksheet_freeze_panes(target, header + 1, frozenColumns)
    worksheet_set_landscape(target)
    worksheet_set_paper(target, 9)
    worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.6)
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_repeat_rows(target, 0, header)
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
      case .number(let number) where number.fitsWorkbook:
        style.decimals = min(6, number.printed.decimals ?? 6)
        worksheet_write_number(target, line, UInt16(index), number.double, book.format(style))
      case .number(let number):
        worksheet_write_string(target, line, UInt16(index), number.description, book.format(style))
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
}

extension Exact {
  /// Workbooks hold 15 digits; what has more is written as text, so that none is lost.
  fileprivate var fitsWorkbook: Bool {
    ExactText.decimal(self).utf8.count { $0 >= 0x30 && $0 <= 0x39 } <= 15
  }
}

/// A page of a workbook with one note a row, the first as its head.
struct WorkbookNotes {
  private let notes: [String]

  init(_ notes: [String]) { self.notes = notes }

  func write(_ book: Workbook, to target: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_column(target, 0, 0, 110, nil)
    worksheet_set_paper(target, 9)
    for (index, note) in notes.enumerated() {
      let lines = (Double(DisplayWidth.of(note)) * 1.08 / 110).rounded(.up)
      worksheet_set_row(target, UInt32(index), max(1, lines) * 15 + 7, nil)
      worksheet_write_string(
        target, UInt32(index), 0, note.fittingCell, book.format(.init(isHead: index == 0)))
    }
  }
}
