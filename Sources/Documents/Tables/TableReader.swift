import Domain

/// Turns the bytes of a csv or xlsx file into a table.
///
/// Text may be UTF-8, UTF-16 or GB18030, separated by comma, semicolon or tab. Rows without any
/// words are left out; the others keep their numbers.
public struct TableReader: Sendable {
  /// The sheet of a workbook to read; when nil the first that has a header.
  public let sheet: String?
  /// Names of columns that the header is known by. With none, the header is the first row of at
  /// least two cells.
  public let headers: Set<String>

  /// The largest file, in bytes, that is read.
  public static let limit = 268_435_456
  /// Bytes of one cell: what a spreadsheet cell can hold (32,767 characters).
  static let cellLimit = 131_072
  static let columnLimit = 1_000
  static let rowLimit = 4_194_304
  static let cellCountLimit = 50_331_648

  private let finder: HeaderFinder

  /// A reader of one sheet, or of the first that has a header where nil; `headers` are names by
  /// which the row of column names is found.
  public init(sheet: String? = nil, headers: Set<String> = []) {
    self.sheet = sheet
    self.headers = headers
    finder = HeaderFinder(headers)
  }

  /// Reads one table.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, at most `limit`.
  ///   - name: file name without folders. Where it ends in csv, txt, tsv, xlsx or xlsm, the bytes
  ///     must agree; otherwise they decide alone.
  /// - Throws: `TableFault`, with nothing read.
  public func read(_ bytes: [UInt8], name: String) throws -> Table {
    guard bytes.count <= Self.limit else {
      throw TableFault.limit(file: name, .file(Self.limit))
    }
    guard !bytes.isEmpty else { throw TableFault.empty(file: name, sheet: nil) }
    switch DocumentFormat(bytes, name: name) {
    case .text:
      try refuse(name, ending: ["xlsx", "xlsm", "xls", "et"], is: "csv")
      return try DelimitedTable(finder: finder, file: name).read(bytes)
    case .docx:
      try refuse(name, ending: ["csv", "txt", "tsv"], is: "zip")
      return try Workbook(finder: finder, file: name, sheet: sheet).read(bytes)
    case .html: throw TableFault.format(file: name, found: "html")
    case .pdf: throw TableFault.format(file: name, found: "pdf")
    case .other(let found): throw TableFault.format(file: name, found: found)
    }
  }

  private func refuse(_ name: String, ending: [String], is found: String) throws {
    let lowered = name.lowercased()
    guard let named = ending.first(where: { lowered.hasSuffix("." + $0) }) else { return }
    throw TableFault.renamed(file: name, named: named, found: found)
  }
}

/// Finds the row that names the columns.
struct HeaderFinder: Sendable {
  /// How far down a header may stand.
  static let reach = 60

  let names: [String]
  private let known: Set<String>

  init(_ headers: Set<String>) {
    names = headers.sorted()
    known = Set(headers.map(Heading.folded))
  }

  /// How many of the known names a row holds.
  func count(_ cells: some Sequence<Table.Cell>, _ text: [UInt8]) -> Int {
    guard !known.isEmpty else { return 0 }
    return cells.count { cell in
      guard !cell.isEmpty, cell.range.count < 400 else { return false }
      let heading = Heading(String(decoding: text[cell.range], as: UTF8.self))
      return known.contains(heading.whole) || known.contains(heading.bare)
    }
  }

  /// The header's index among the rows: the first row that holds two of the known names (or the
  /// only one); nil when there is none.
  func header(_ rows: [Table.Row], _ cells: [Table.Cell], _ text: [UInt8]) -> Int? {
    let head = rows.prefix(Self.reach)
    guard known.isEmpty else {
      let needed = min(2, known.count)
      return head.firstIndex { count(cells[$0.cells], text) >= needed }
    }
    let wide = head.firstIndex { row in cells[row.cells].count { !$0.isEmpty } > 1 }
    return wide ?? (rows.isEmpty ? nil : 0)
  }
}
