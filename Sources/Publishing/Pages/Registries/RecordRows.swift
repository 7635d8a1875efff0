/// The rows of a table of records as html, everything escaped. A page of fifty records has hundreds of
/// cells: writing them here is ten times as quick as looking each up from a template.
struct RecordRows {
  let columns: [Sheet.Column]
  /// The address of each record's own page; empty where there is none.
  let addresses: [String]

  func html(_ rows: [[Cell]]) -> String {
    var text = ByteText(capacity: rows.count * columns.count * 96)
    for (row, address) in zip(rows, addresses) {
      text.add("<tr>")
      for (place, cell) in row.enumerated() where place < columns.count {
        add(cell, columns[place], address: place == 0 ? address : "", to: &text)
      }
      text.add("</tr>\n")
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func add(
    _ cell: Cell, _ column: Sheet.Column, address: String, to text: inout ByteText
  ) {
    text.add(column.isNumber ? "<td class=\"number\" data-label=\"" : "<td data-label=\"")
    text.addHTML(column.title)
    text.add("\">")
    if !address.isEmpty {
      text.add("<a href=\"")
      text.addHTML(address)
      text.add("\">")
    }
    text.addHTML(cell.shown)
    text.add(address.isEmpty ? "</td>" : "</a></td>")
  }
}
