import Domain

/// Takes the rows of one sheet as they come.
final class SheetHandler: MarkupHandler {
  static let mergeLimit = 100_000

  private let file: String
  private let sheet: WorkbookParts.Sheet
  private let finder: HeaderFinder
  private var cell: SheetCell
  private(set) var cells: [Table.Cell] = []
  private(set) var rows: [Table.Row] = []
  private var merges: [Table.Merge] = []
  /// The open row: its number, its first cell, whether it is hidden.
  private var row = 0
  private var first = 0
  private var isHidden = false
  private var isInRow = false
  /// The column of the open cell, from 0.
  private var column = -1

  /// The rows in which a header may stand hold none.
  struct NoHeader: Error {}

  init(
    file: String, sheet: WorkbookParts.Sheet, finder: HeaderFinder, strings: StringHandler,
    styles: [NumberStyle], is1904: Bool
  ) {
    self.file = file
    self.sheet = sheet
    self.finder = finder
    cell = SheetCell(strings: strings, styles: styles, is1904: is1904)
  }

  func start(_ name: MarkupName, _ attributes: MarkupAttributes) throws {
    if name == "c" {
      column = try attributes["r"].map(columnNumber) ?? column + 1
      cell.open(attributes)
    } else if name == "row" {
      try startRow(attributes)
    } else if name == "mergeCell" {
      try addMerge(attributes.string("ref") ?? "")
    } else {
      cell.start(name)
    }
  }

  func words(_ bytes: UnsafeBufferPointer<UInt8>) { cell.add(bytes) }

  func end(_ name: MarkupName) throws {
    if name == "c" {
      try endCell()
    } else if name == "row" {
      try endRow()
    } else {
      cell.end(name)
    }
  }

  /// Whether there is no row but a header.
  var isEmpty: Bool { rows.count <= 1 || finder.header(rows, cells, cell.text) != nil }

  /// The table; nil when the sheet has no header or nothing below it.
  func table() throws -> Table? {
    guard let header = finder.header(rows, cells, cell.text), header + 1 < rows.count else {
      return nil
    }
    try markMerged(below: Int(rows[header].number))
    return Table(
      file: file, sheet: sheet.name, text: cell.text, cells: cells, rows: rows, header: header,
      merges: merges)
  }

  private func startRow(_ attributes: MarkupAttributes) throws {
    let number = attributes.number("r") ?? row + 1
    guard number > row, number <= 1_048_576 else { throw broken }
    (row, first, column, isInRow) = (number, cells.count, -1, true)
    isHidden = attributes.isTrue("hidden")
  }

  private func endRow() throws {
    isInRow = false
    guard cells.count > first else { return }
    rows.append(Table.Row(cells: first..<cells.count, number: row, isHidden: isHidden))
    first = cells.count
    guard cells.count <= TableReader.cellCountLimit else {
      throw limit(.cells(TableReader.cellCountLimit))
    }
    if rows.count == HeaderFinder.reach, finder.header(rows, cells, cell.text) == nil {
      throw NoHeader()
    }
  }

  /// Empty cells count only where another follows.
  private func endCell() throws {
    guard isInRow, column >= cells.count - first else { throw broken }
    guard let value = cell.close() else { return }
    guard column < TableReader.columnLimit else {
      throw limit(.columns(TableReader.columnLimit), column: nil)
    }
    guard value.range.count <= TableReader.cellLimit else {
      throw limit(.cell(TableReader.cellLimit), column: column)
    }
    guard value.range.upperBound <= Int(UInt32.max) else {
      throw limit(.part(WorkbookArchive.partLimit), column: column)
    }
    while cells.count - first < column { cells.append(.empty) }
    cells.append(value)
  }

  private var broken: TableFault { .markup(file: file, part: sheet.path, line: nil) }

  private func limit(_ limit: TableFault.Limit, column: Int? = nil) -> TableFault {
    .limit(file: file, limit, sheet: sheet.name, row: row, column: column)
  }

  /// The column of `C17`, from 0; its row must be the open one's.
  private func columnNumber(_ address: UnsafeBufferPointer<UInt8>) throws -> Int {
    guard let place = CellAddress(address[...]), place.row == row else { throw broken }
    return place.column - 1
  }

  private func addMerge(_ text: String) throws {
    let parts = Array(text.utf8).split(separator: 0x3A).map { CellAddress($0) }
    guard parts.count == 2, let from = parts[0], let to = parts[1], from.row <= to.row,
      from.column <= to.column
    else { throw broken }
    merges.append(
      Table.Merge(rows: from.row...to.row, columns: from.column...to.column))
    guard merges.count <= Self.mergeLimit else { throw limit(.merges(Self.mergeLimit)) }
  }

  /// Marks the cells of merged ranges below the header, but for the first of each.
  private func markMerged(below header: Int) throws {
    var marked = 0
    for merge in merges where merge.rows.upperBound > header {
      var index = firstRow(from: merge.rows.lowerBound)
      while index < rows.count, Int(rows[index].number) <= merge.rows.upperBound {
        let isFirst = Int(rows[index].number) == merge.rows.lowerBound
        let all = rows[index].cells
        let from = all.lowerBound + merge.columns.lowerBound - 1 + (isFirst ? 1 : 0)
        let to = min(all.upperBound, all.lowerBound + merge.columns.upperBound)
        for cell in stride(from: from, to: to, by: 1) { cells[cell] = Table.Cell(0..<0, .merged) }
        marked += 1 + max(0, to - from)
        index += 1
      }
      guard marked <= 2 * cells.count + 2 * Self.mergeLimit else {
        throw limit(.merges(Self.mergeLimit))
      }
    }
  }

  /// The first index into `rows` of a number that is not less.
  private func firstRow(from number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].number) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// `C17`: row and column from 1.
struct CellAddress {
  let row: Int
  let column: Int

  /// Nil for anything else, and beyond 16,384 columns or 1,048,576 rows.
  init?(_ bytes: some Collection<UInt8>) {
    var (row, column) = (0, 0)
    for byte in bytes {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      case 0x24: continue
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row
    self.column = column
  }
}
