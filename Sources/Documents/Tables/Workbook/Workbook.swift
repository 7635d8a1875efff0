import Domain

/// Reads a table from a workbook (xlsx, ECMA-376). Sheets are parsed as they are unpacked.
struct Workbook {
  let finder: HeaderFinder
  let file: String
  let sheet: String?

  func read(_ bytes: [UInt8]) throws -> Table {
    try WorkbookArchive.open(bytes, file: file) { archive in
      let parts = try WorkbookParts(archive, file: file)
      let strings = StringHandler()
      let styles = StyleHandler()
      if let path = parts.strings, archive.has(path) {
        try MarkupStream.parse(path, of: archive, file: file, strings)
      }
      if let path = parts.styles, archive.has(path) {
        try MarkupStream.parse(path, of: archive, file: file, styles)
      }
      return try table(archive, parts, strings, styles.styles)
    }
  }

  private func table(
    _ archive: WorkbookArchive, _ parts: WorkbookParts, _ strings: StringHandler,
    _ styles: [NumberStyle]
  ) throws -> Table {
    let sheets = try candidates(parts)
    var isEmpty = true
    for sheet in sheets {
      let handler = SheetHandler(
        file: file, sheet: sheet, finder: finder, strings: strings, styles: styles,
        is1904: parts.is1904)
      do {
        try MarkupStream.parse(sheet.path, of: archive, file: file, handler)
      } catch is SheetHandler.NoHeader {
        isEmpty = false
        continue
      }
      if let table = try handler.table() { return table }
      isEmpty = isEmpty && handler.isEmpty
    }
    let name = sheets.count == 1 ? sheets[0].name : nil
    if isEmpty { throw TableFault.empty(file: file, sheet: name) }
    throw TableFault.noHeader(file: file, sheet: name, expected: finder.names)
  }

  /// The sheet that was named, else those that are shown.
  private func candidates(_ parts: WorkbookParts) throws -> [WorkbookParts.Sheet] {
    guard let sheet else {
      let shown = parts.sheets.filter { !$0.isHidden }
      return shown.isEmpty ? parts.sheets : shown
    }
    let found = parts.sheets.filter { $0.name == sheet }
    guard !found.isEmpty else {
      throw TableFault.noSheet(file: file, sheet: sheet, present: parts.sheets.map(\.name))
    }
    return found
  }
}
