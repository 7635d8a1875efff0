import Domain

/// Cuts delimited text into cells (RFC 4180, 2005: quoted cells may hold separators, line breaks
/// and doubled quotation marks). Lines end with CR, LF or both.
struct CellCutter {
  let file: String
  let separator: UInt8

  private(set) var cells: [Table.Cell] = []
  /// Rows with any words in them.
  private(set) var rows: [Table.Row] = []
  /// Quoted cells that hold doubled quotation marks.
  private var doubled: [Int] = []
  private var number = 1
  /// The first cell of the open row, and whether that row holds any words.
  private var first = 0
  private var hasWords = false

  init(file: String, separator: UInt8, capacity: Int) {
    self.file = file
    self.separator = separator
    cells.reserveCapacity(capacity)
    rows.reserveCapacity(capacity / 8)
  }

  /// Cells of the first row and of the widest, rows without words included.
  private(set) var firstWidth = 0
  private(set) var widest = 0
  /// Row and column of the cell that was cut last.
  private(set) var lastRow = 0
  private(set) var lastColumn = 0

  /// Cuts `text` from an offset on, up to a number of rows.
  ///
  /// - Throws: `TableFault` for broken quotation and for what is larger than the limits.
  mutating func cut(_ text: [UInt8], from start: Int, rows most: Int = .max) throws {
    let span = text.span
    let count = span.count
    var index = start
    var isOpen = false
    while index < count || isOpen, rows.count < most {
      let next =
        index < count && span[index] == 0x22
        ? try quoted(span, index) : try plain(span, index)
      isOpen = next < count && span[next] == separator
      index = next + 1
      guard !isOpen else { continue }
      if next + 1 < count, span[next] == 0x0D, span[next + 1] == 0x0A { index += 1 }
      try endRow()
    }
  }

  /// Writes quoted cells without their doubled marks, in place.
  mutating func unquote(_ text: inout [UInt8]) {
    for index in doubled {
      let range = cells[index].range
      var end = range.lowerBound
      var from = range.lowerBound
      while from < range.upperBound {
        text[end] = text[from]
        from += text[from] == 0x22 ? 2 : 1
        end += 1
      }
      cells[index] = Table.Cell(range.lowerBound..<end)
    }
    doubled = []
  }

  /// Takes a cell without quotation marks around it; gives where it ends.
  private mutating func plain(_ span: Span<UInt8>, _ start: Int) throws -> Int {
    let (count, separator) = (span.count, separator)
    var index = start
    while index < count {
      let byte = span[index]
      if byte <= 0x3B, byte == separator || byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    try append(start..<index)
    return index
  }

  /// Takes a cell in quotation marks; gives where its separator stands.
  private mutating func quoted(_ span: Span<UInt8>, _ start: Int) throws -> Int {
    let count = span.count
    var index = start + 1
    var isDoubled = false
    while index < count {
      if span[index] == 0x22 {
        guard index + 1 < count, span[index + 1] == 0x22 else { break }
        isDoubled = true
        index += 1
      }
      index += 1
    }
    let column = cells.count - first
    guard index < count else { throw TableFault.openQuote(file: file, row: number, column: column) }
    try append(start + 1..<index)
    if isDoubled { doubled.append(cells.count - 1) }
    let next = index + 1
    guard next == count || span[next] == separator || span[next] == 0x0A || span[next] == 0x0D
    else { throw TableFault.wordsBehindQuote(file: file, row: number, column: column) }
    return next
  }

  private mutating func append(_ range: Range<Int>) throws {
    let column = cells.count - first
    guard range.count <= TableReader.cellLimit else {
      throw limit(.cell(TableReader.cellLimit), column: column)
    }
    guard column < TableReader.columnLimit else {
      throw limit(.columns(TableReader.columnLimit), column: nil)
    }
    hasWords = hasWords || !range.isEmpty
    cells.append(Table.Cell(range))
  }

  private mutating func endRow() throws {
    (lastRow, lastColumn) = (number, cells.count - first - 1)
    if number == 1 { firstWidth = cells.count }
    widest = max(widest, cells.count - first)
    if hasWords {
      rows.append(Table.Row(cells: first..<cells.count, number: number))
    } else {
      cells.removeSubrange(first...)
    }
    guard rows.count <= TableReader.rowLimit else {
      throw limit(.rows(TableReader.rowLimit), column: nil)
    }
    guard cells.count <= TableReader.cellCountLimit else {
      throw limit(.cells(TableReader.cellCountLimit), column: nil)
    }
    (first, hasWords) = (cells.count, false)
    number += 1
  }

  private func limit(_ limit: TableFault.Limit, column: Int?) -> TableFault {
    .limit(file: file, limit, row: number, column: column)
  }
}
