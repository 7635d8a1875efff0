/// A table as a file holds it: rows of text cells, with one row that names the columns.
///
/// Cells point into `text`, so that a large file is held once; nothing is made a string before it
/// is asked for.
public struct Table: Sendable {
  /// File name without folders.
  public let file: String
  /// Name of the sheet; nil for a text file.
  public let sheet: String?
  /// UTF-8 that cells point into.
  public let text: [UInt8]
  /// The cells of all rows, one row after the other.
  public let cells: [Cell]
  /// Every row that was read, titles above the header included; numbers rise.
  public let rows: [Row]
  /// Index into `rows` of the row that names the columns.
  public let header: Int
  /// Ranges of joined cells, titles and header included.
  public let merges: [Merge]

  /// Takes every field as it is. Every cell's range lies in `text`, every row's in `cells`, and
  /// `header` in `rows`.
  public init(
    file: String, sheet: String?, text: [UInt8], cells: [Cell], rows: [Row], header: Int,
    merges: [Merge] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.text = text
    self.cells = cells
    self.rows = rows
    self.header = header
    self.merges = merges
  }

  /// One cell: a range of the table's text (of at most 16 MB) and what the file says that it is.
  public struct Cell: Sendable, Equatable {
    @usableFromInline let start: UInt32
    @usableFromInline let packed: UInt32

    /// A cell of bytes that lie in the table's text; the range ends below 4 GiB and is under 16 MiB
    /// long.
    @inlinable public init(_ range: Range<Int>, _ kind: Kind = .text) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      packed = UInt32(truncatingIfNeeded: range.count) << 8 | UInt32(kind.rawValue)
    }

    /// A cell without text.
    @inlinable public static var empty: Cell { Cell(0..<0) }

    /// Bytes of the table's text.
    @inlinable public var range: Range<Int> { Int(start)..<Int(start) + Int(packed >> 8) }
    /// True where the cell has no text at all; white space is text.
    @inlinable public var isEmpty: Bool { packed < 256 }
    /// What the file says that it is.
    @inlinable public var kind: Kind {
      Kind(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .text
    }
  }

  /// What a cell is. Text files have text alone.
  public enum Kind: UInt8, Sendable {
    case text
    /// A number; its text is the exact decimal: `-12.5`, with `%` where it is shown as a percentage.
    case number
    /// A day; its text is `2023-11-30`.
    case day
    /// `TRUE` or `FALSE`.
    case logical
    /// A failed computation: `#REF!`.
    case error
    /// A formula whose result the file does not hold.
    case formula
    /// Part of a merged range, but not its first cell.
    case merged
  }

  /// One row: its cells and its number in the file.
  public struct Row: Sendable, Equatable {
    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
    /// 1-based, as spreadsheet programs count: a record with line breaks in it is one row.
    public let number: Int32
    /// Hidden in the file, by hand or by a filter; it is read like any other, and said.
    public let isHidden: Bool

    /// Takes a range of the table's cells and the row's number in the file, from 1.
    public init(cells: Range<Int>, number: Int, isHidden: Bool = false) {
      start = UInt32(truncatingIfNeeded: cells.lowerBound)
      end = UInt32(truncatingIfNeeded: cells.upperBound)
      self.number = Int32(truncatingIfNeeded: number)
      self.isHidden = isHidden
    }

    /// Indices into the table's cells.
    @inlinable public var cells: Range<Int> { Int(start)..<Int(end) }
  }

  /// Cells that are joined into one; rows and columns as people count them, from 1.
  public struct Merge: Sendable, Equatable {
    /// Rows of the file, from 1.
    public var rows: ClosedRange<Int>
    /// Columns, from 1.
    public var columns: ClosedRange<Int>

    /// Takes every field as it is; nothing is checked.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }

    /// `C17:C19`.
    public var description: String {
      Table.address(row: rows.lowerBound, column: columns.lowerBound - 1) + ":"
        + Table.address(row: rows.upperBound, column: columns.upperBound - 1)
    }
  }
}

extension Table {
  /// Indices into `rows` of those below the header.
  public var body: Range<Int> { header + 1..<rows.count }

  /// The names of the columns as written.
  public var names: [String] { strings(header) }

  /// The cell of a row (index into `rows`) in a column, from 0; empty where the row is shorter.
  @inlinable public func cell(_ row: Int, _ column: Int) -> Cell {
    let range = rows[row].cells
    return column < range.count ? cells[range.lowerBound + column] : .empty
  }

  /// The words of a cell.
  @inlinable public func string(_ cell: Cell) -> String {
    String(decoding: text[cell.range], as: UTF8.self)
  }

  /// The words of a row's cells.
  public func strings(_ row: Int) -> [String] { rows[row].cells.map { string(cells[$0]) } }

  /// Whether lines of a text file were cut into the cells, so that every row has as many as the
  /// header.
  public var isDelimited: Bool { sheet == nil }

  /// The address that spreadsheet programs show: row 17 and column 2 (from 0) give `C17`.
  public static func address(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
