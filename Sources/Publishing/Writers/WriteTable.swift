import Domain

/// A sheet as lines of equal width for a screen, grouped under the report's headings.
struct WriteTable: Sendable {
  private let words: Words
  private let width: Int
  private let layout: TableLayout
  private let sheet: Sheet

  init(_ sheet: Sheet, width: Int, _ words: Words) {
    self.sheet = sheet
    self.words = words
    self.width = max(20, width)
    layout = TableLayout(sheet, width: self.width)
  }

  func lines() -> [String] {
    let titles = sheet.columns.map { Cell.text($0.title) }
    var lines = line(titles) + [String(repeating: "─", count: layout.total)]
    for group in sheet.groups {
      if !group.title.isEmpty { lines.append(heading(group.title)) }
      lines += group.rows.flatMap(line)
    }
    return lines
  }

  /// Names the columns that the screen had no room for, or nil.
  var leftOut: String? {
    let titles = layout.leftOut.map { sheet.columns[$0].title }
    guard !titles.isEmpty else { return nil }
    return words(
      "（此宽度未列出：\(titles.joined(separator: "、"))；全部列见 --format csv 或 xlsx）",
      "(no room for: \(titles.joined(separator: ", ")); all columns: --format csv or xlsx)")
  }

  private func heading(_ title: String) -> String {
    padded("▌" + title.cut(to: layout.total - 1), to: layout.total, right: false)
  }

  /// One row as one or several lines of the same width.
  private func line(_ cells: [Cell]) -> [String] {
    let parts = layout.shown.map { part(cells[$0.column], sheet.columns[$0.column], $0.width) }
    let height = parts.map(\.count).max() ?? 0
    return (0..<height).map { index in
      zip(layout.shown, parts).map { shown, part in
        let text = index < part.count ? part[index] : ""
        return padded(text, to: shown.width, right: sheet.columns[shown.column].isNumber)
      }.joined(separator: String(repeating: " ", count: TableLayout.gap))
    }
  }

  private func part(_ cell: Cell, _ column: Sheet.Column, _ width: Int) -> [String] {
    let lines = cell.shown.split(separator: "\n").map { String($0).onOneLine }
    guard column.wraps else { return [lines.joined(separator: " ").cut(to: width)] }
    return lines.flatMap { $0.wrapped(to: width) }
  }

  private func padded(_ text: String, to width: Int, right: Bool) -> String {
    let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return right ? padding + text : text + padding
  }
}
