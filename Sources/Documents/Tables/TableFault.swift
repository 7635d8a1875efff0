import Domain

/// What can be wrong with a table, as facts; `TableFault+Sentences.swift` has the words.
public enum TableFault: Fault, Equatable {
  /// Bytes that are no table; `found` says what they are, where known.
  case format(file: String, found: String?)
  /// The name says one format and the bytes another.
  case renamed(file: String, named: String, found: String)
  /// Neither UTF-8, UTF-16 nor GB18030.
  case encoding(file: String)
  /// Characters that do not exist in the text's encoding.
  case brokenText(file: String, row: Int, column: Int)
  /// A NUL byte in a cell.
  case zeroByte(file: String, row: Int, column: Int)
  /// No row with anything in it.
  case empty(file: String, sheet: String?)
  /// A quotation mark that opens a cell and is never closed.
  case openQuote(file: String, row: Int, column: Int)
  /// Words between a closing quotation mark and the next separator.
  case wordsBehindQuote(file: String, row: Int, column: Int)
  /// No row holds enough of the expected names.
  case noHeader(file: String, sheet: String?, expected: [String])
  /// The workbook has no sheet of that name.
  case noSheet(file: String, sheet: String, present: [String])
  /// Larger than a table may be; row and column of the cell where it is known.
  case limit(file: String, Limit, sheet: String? = nil, row: Int? = nil, column: Int? = nil)
  /// A workbook whose zip cannot be read.
  case archive(file: String)
  /// A zip that is no workbook.
  case missingPart(file: String, part: String)
  /// A part of a workbook whose markup breaks off, has a document type, or says what cannot be.
  case markup(file: String, part: String, line: Int?)

  /// Which limit was broken.
  public enum Limit: Sendable, Equatable {
    /// Bytes of the file.
    case file(Int)
    /// Bytes of a workbook's part when unpacked.
    case part(Int)
    /// Unpacked bytes for one packed byte.
    case ratio(Int)
    /// Files in the archive.
    case files(Int)
    /// Bytes of one cell.
    case cell(Int)
    /// Columns of a row.
    case columns(Int)
    /// Rows of the table.
    case rows(Int)
    /// Cells of the table.
    case cells(Int)
    /// Merged ranges.
    case merges(Int)
  }

  /// The stable code of the fault.
  public var code: FaultCode {
    switch self {
    case .format: .notATable
    case .renamed: .renamedTable
    case .encoding: .tableEncoding
    case .brokenText: .brokenTableText
    case .zeroByte: .zeroByteInTable
    case .empty: .emptyTable
    case .openQuote: .openQuote
    case .wordsBehindQuote: .wordsBehindQuote
    case .noHeader: .noHeader
    case .noSheet: .noSheet
    case .limit: .tableLimit
    case .archive: .damagedWorkbook
    case .missingPart: .notAWorkbook
    case .markup: .malformedWorkbook
    }
  }

  /// The file, the row and the column where they are known.
  public var place: FaultPlace? {
    switch self {
    case .brokenText(let file, let row, let column), .zeroByte(let file, let row, let column),
      .openQuote(let file, let row, let column), .wordsBehindQuote(let file, let row, let column):
      FaultPlace(file: file, line: row, column: column + 1)
    case .limit(let file, _, _, let row, let column):
      FaultPlace(file: file, line: row, column: column.map { $0 + 1 })
    case .markup(let file, _, let line): FaultPlace(file: file, line: line)
    default: FaultPlace(file: file)
    }
  }

  private var file: String {
    switch self {
    case .format(let file, _), .renamed(let file, _, _), .encoding(let file),
      .brokenText(let file, _, _), .zeroByte(let file, _, _), .empty(let file, _),
      .openQuote(let file, _, _), .wordsBehindQuote(let file, _, _), .noHeader(let file, _, _),
      .noSheet(let file, _, _), .limit(let file, _, _, _, _), .archive(let file),
      .missingPart(let file, _), .markup(let file, _, _):
      file
    }
  }
}
