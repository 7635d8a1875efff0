import Domain

/// Reads a table from delimited text.
struct DelimitedTable {
  let finder: HeaderFinder
  let file: String

  func read(_ bytes: [UInt8]) throws -> Table {
    var text = try decoded(bytes)
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = separator(text, start)
    var cutter = CellCutter(file: file, separator: separator, capacity: text.count / 8)
    try cutter.cut(text, from: start)
    cutter.unquote(&text)
    guard !cutter.rows.isEmpty else { throw TableFault.empty(file: file, sheet: nil) }
    guard let header = finder.header(cutter.rows, cutter.cells, text) else {
      throw TableFault.noHeader(file: file, sheet: nil, expected: finder.names)
    }
    guard header + 1 < cutter.rows.count else { throw TableFault.empty(file: file, sheet: nil) }
    return Table(
      file: file, sheet: nil, text: text, cells: cutter.cells, rows: cutter.rows, header: header)
  }

  /// The bytes as UTF-8; line breaks stay as they are.
  private func decoded(_ bytes: [UInt8]) throws -> [UInt8] {
    if UTF8Check.isValid(bytes) {
      guard let zero = bytes.first(0, in: 0..<bytes.count) else { return bytes }
      guard let text = UTF16.decode(bytes) else {
        throw fault(bytes, at: zero, TableFault.zeroByte)
      }
      return try checked(text)
    }
    guard let text = TextDecoder.decode(bytes) else {
      guard !TextDecoder.isPlain(bytes), let zero = bytes.first(0, in: 0..<bytes.count) else {
        throw TableFault.encoding(file: file)
      }
      throw fault(bytes, at: zero, TableFault.zeroByte)
    }
    return try checked(text)
  }

  /// Decoded text without characters that had to be replaced.
  private func checked(_ text: [UInt8]) throws -> [UInt8] {
    let all = 0..<text.count
    if let zero = text.first(0, in: all) { throw fault(text, at: zero, TableFault.zeroByte) }
    if let broken = text.find("\u{FFFD}", in: all) {
      throw fault(text, at: broken, TableFault.brokenText)
    }
    return text
  }

  /// The cell that an offset lies in, as well as it can be told.
  private func fault(
    _ text: [UInt8], at offset: Int, _ make: (String, Int, Int) -> TableFault
  ) -> TableFault {
    var cutter = CellCutter(file: file, separator: separator(text, 0), capacity: 16)
    do {
      try cutter.cut(Array(text[..<offset]) + [0x78], from: 0)
    } catch TableFault.openQuote(_, let row, let column) {
      return make(file, row, column)
    } catch {}
    return make(file, max(1, cutter.lastRow), max(0, cutter.lastColumn))
  }

  /// The separator that cuts known names out of the first rows; failing names, the one that cuts
  /// the first row into most cells.
  private func separator(_ text: [UInt8], _ start: Int) -> UInt8 {
    var best: (separator: UInt8, score: [Int]) = (0x2C, [0, 0, 0])
    for separator: UInt8 in [0x2C, 0x09, 0x3B] {
      var cutter = CellCutter(file: file, separator: separator, capacity: 256)
      try? cutter.cut(text, from: start, rows: HeaderFinder.reach)
      let known = cutter.rows.map { finder.count(cutter.cells[$0.cells], text) }.max() ?? 0
      let score = [known, cutter.firstWidth, cutter.widest]
      if best.score.lexicographicallyPrecedes(score) { best = (separator, score) }
    }
    return best.separator
  }
}
