import CLibZip
import Domain
import Foundation
import Testing

@testable import Documents

/// Writes workbooks part by part, so that tests can make them wrong.
struct TestWorkbook {
  var sheets: [(name: String, rows: String)]
  var strings = ""
  var formats = ""
  var styles = ""
  var book = ""
  var merges = ""
  var head = ""

  private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  init(_ rows: String) { sheets = [("表1", rows)] }

  /// The archive's bytes.
  func bytes() throws -> [UInt8] {
    let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    var parts: [(String, String)] = []
    var (list, links) = ("", "")
    for (index, sheet) in sheets.enumerated() {
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"/>"
      links += link("r\(index)", "worksheet", "worksheets/sheet\(index).xml")
      parts.append(
        (
          "xl/worksheets/sheet\(index).xml",
          "\(start)\(head)<worksheet xmlns=\"\(Self.space)\"><sheetData>\(sheet.rows)</sheetData>"
            + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>") + "</worksheet>"
        ))
    }
    links +=
      link("s1", "sharedStrings", "sharedStrings.xml") + link("s2", "styles", "/xl/styles.xml")
    parts += [
      (
        "xl/workbook.xml",
        "\(start)<workbook xmlns=\"\(Self.space)\" xmlns:r=\"\(Self.links)\">\(book)"
          + "<sheets>\(list)</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "\(start)<Relationships>\(links)</Relationships>"),
      ("xl/sharedStrings.xml", "\(start)<sst xmlns=\"\(Self.space)\">\(strings)</sst>"),
      (
        "xl/styles.xml",
        "\(start)<styleSheet xmlns=\"\(Self.space)\"><numFmts>\(formats)</numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId=\"0\"/>\(styles)</cellXfs></styleSheet>"
      ),
    ]
    return try Self.archive(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  private func link(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(Self.links)/\(kind)\" Target=\"\(target)\"/>"
  }

  /// A zip of the given parts, made with libzip.
  static func archive(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let zip = try #require(zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, nil))
    for part in parts {
      try part.bytes.withUnsafeBytes { bytes in
        let copy = try #require(malloc(max(1, bytes.count)))
        if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        let source = try #require(zip_source_buffer(zip, copy, UInt64(bytes.count), 1))
        #expect(zip_file_add(zip, part.name, source, 0) >= 0)
      }
    }
    #expect(zip_close(zip) == 0)
    return [UInt8](try Data(contentsOf: file))
  }

  static func row(_ number: Int, _ cells: String...) -> String {
    let cells = cells.enumerated().map { index, cell in
      cell.hasPrefix("<") ? cell : inline(Table.address(row: number, column: index), cell)
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  static func inline(_ address: String, _ words: String) -> String {
    "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>"
  }
}

@Suite("Workbooks")
struct TableWorkbookTests {
  private typealias Book = TestWorkbook

  private func fault(_ book: TestWorkbook, headers: Set<String> = []) throws -> TableFault? {
    tableFault(try book.bytes(), "t.xlsx", headers: headers)
  }

  private func read(_ book: TestWorkbook, sheet: String? = nil, headers: Set<String> = []) throws
    -> Table
  {
    try TableReader(sheet: sheet, headers: headers).read(try book.bytes(), name: "t.xlsx")
  }

  @Test("shared, inline and formula strings, sparse cells, rows with numbers, hidden rows")
  func strings() throws {
    var book = Book(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
        + "<row r=\"4\" hidden=\"1\"><c r=\"A4\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>厂</t></r>"
        + "</is></c><c r=\"C4\" t=\"str\"><f>A4</f><v>甲&amp;乙</v></c><c r=\"XFD4\" s=\"0\"/></row>"
        + "<row><c><v>5</v></c><c t=\"b\"><v>1</v></c></row>")
    book.strings =
      "<si><t>名称</t><rPh sb=\"0\" eb=\"1\"><t>mingcheng</t></rPh></si>"
      + "<si><r><t>备</t></r><r><t>注</t></r></si>"
    let table = try read(book)
    #expect(table.dump == [["名称", "", "备注"], ["甲厂", "", "甲&乙"], ["5", "TRUE"]])
    #expect(table.numbers == [4, 5] && table.sheet == "表1")
    #expect(table.rows.map(\.isHidden) == [false, true, false])
    #expect(table.cell(2, 0).kind == .number && table.cell(2, 1).kind == .logical)
  }

  @Test(
    "numbers come as decimals of 15 digits, percentages with their sign",
    arguments: [
      ("0.1", "0.1", "10%"), ("0.10000000000000001", "0.1", "10%"),
      ("0.30000000000000004", "0.3", "30%"), ("1234567.8899999999", "1234567.89", "123456789%"),
      ("-4.4999999999999998E-2", "-0.045", "-4.5%"), ("1.5E+7", "15000000", "1500000000%"),
      ("0", "0", "0%"), ("0.788", "0.788", "78.8%"), ("100", "100", "10000%"),
      ("123456789012345", "123456789012345", "12345678901234500%"),
    ])
  func numbers(_ written: String, _ plain: String, _ percent: String) throws {
    var book = Book(
      Book.row(1, "a", "b")
        + "<row r=\"2\"><c><v>\(written)</v></c><c s=\"1\"><v>\(written)</v></c></row>")
    book.styles = "<xf numFmtId=\"10\"/>"
    #expect(try read(book).dump[1] == [plain, percent])
  }

  @Test(
    "days of both date systems, by built-in and own formats",
    arguments: [
      ("45260", "2023-11-30", "2027-12-01"), ("1", "1900-01-01", "1904-01-02"),
      ("59", "1900-02-28", "1904-02-29"), ("61", "1900-03-01", "1904-03-02"),
      ("45260.75", "2023-11-30", "2027-12-01"), ("60", "60", "1904-03-01"),
      ("0.5", "0.5", "1904-01-01"),
    ])
  func days(_ written: String, _ day: String, _ old: String) throws {
    var book = Book(
      Book.row(1, "a", "b", "c") + "<row r=\"2\"><c s=\"1\"><v>\(written)</v></c>"
        + "<c s=\"2\"><v>\(written)</v></c><c s=\"3\"><v>1.5</v></c></row>")
    book.formats =
      "<numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
      + "<numFmt numFmtId=\"177\" formatCode=\"[Red]0.0&quot;day&quot;;h:mm:ss\"/>"
    book.styles = "<xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/>"
    #expect(try read(book).dump[1] == [day, day, "1.5"])
    book.book = "<workbookPr date1904=\"1\"/>"
    #expect(try read(book).dump[1] == [old, old, "1.5"])
  }

  @Test("formulas with and without a result, errors, merged cells")
  func marks() throws {
    var book = Book(
      Book.row(1, "标题") + Book.row(2, "名称", "数", "和")
        + "<row r=\"3\">\(Book.inline("A3", "甲"))<c r=\"B3\"><f>1+1</f><v>2</v></c>"
        + "<c r=\"C3\"><f>1+1</f></c></row>"
        + "<row r=\"4\">\(Book.inline("A4", "甲"))<c r=\"B4\" t=\"e\"><v>#REF!</v></c></row>")
    book.merges = "<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/>"
    let table = try read(book, headers: ["名称", "数"])
    #expect(table.body.map { table.cell($0, 0).kind } == [.text, .merged])
    #expect(table.body.map { table.cell($0, 1).kind } == [.number, .error])
    #expect(table.cell(2, 2).kind == .formula && table.string(table.cell(2, 1)) == "2")
    #expect(table.merges.map(\.description) == ["A1:C1", "A3:A4"])
  }

  @Test("the sheet: the named one, or the first that has the header")
  func sheets() throws {
    var book = Book(Book.row(1, "说明"))
    let rows = Book.row(1, "名称", "面积") + Book.row(2, "甲", "1")
    book.sheets += [("数据 &amp; 表", rows), ("另一张", rows)]
    #expect(try read(book, headers: ["名称", "面积"]).sheet == "数据 & 表")
    #expect(try read(book, sheet: "另一张", headers: ["名称", "面积"]).sheet == "另一张")
    #expect(
      throws: TableFault.noSheet(file: "t.xlsx", sheet: "无", present: ["表1", "数据 & 表", "另一张"])
    ) {
      try read(book, sheet: "无")
    }
    #expect(try fault(book, headers: ["姓名", "年龄"])?.code == .noHeader)
  }

  @Test("a header is not looked for without end")
  func farHeader() throws {
    let rows = (1...200).map { Book.row($0, "x", "y") }.joined() + Book.row(201, "名称", "面积")
    #expect(try fault(Book(rows), headers: ["名称", "面积"])?.code == .noHeader)
  }

  @Test("an empty sheet, and one with a header alone")
  func empty() throws {
    #expect(try fault(Book("")) == .empty(file: "t.xlsx", sheet: "表1"))
    #expect(try fault(Book(Book.row(1, "a", "b")))?.code == .emptyTable)
    #expect(try fault(Book("<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>"))?.code == .emptyTable)
  }

  @Test("50 MB in one cell, 10,000 columns")
  func limits() throws {
    var random = Seeded(7)
    // Longer than what deflate looks back to, so that it does not pack to nothing.
    let block = (0..<100_000).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
    let words = String(repeating: String(decoding: block, as: UTF8.self), count: 500)
    let expected = TableFault.limit(
      file: "t.xlsx", .cell(TableReader.cellLimit), sheet: "表1", row: 2, column: 1)
    #expect(try fault(Book(Book.row(1, "a", "b") + Book.row(2, "1", words))) == expected)
    var shared = Book(Book.row(1, "a", "b") + Book.row(2, "1", "<c r=\"B2\" t=\"s\"><v>0</v></c>"))
    shared.strings = "<si><t>\(words.prefix(1_000_000))</t></si>"
    #expect(try fault(shared) == expected)
    let wide = (0..<10_000).map { Book.inline(Table.address(row: 2, column: $0), "1") }.joined()
    #expect(
      try fault(Book(Book.row(1, "a", "b") + "<row r=\"2\">\(wide)</row>"))
        == .limit(file: "t.xlsx", .columns(TableReader.columnLimit), sheet: "表1", row: 2))
  }

  @Test("zip bombs, in one part and in many files")
  func bombs() throws {
    let spaces = String(repeating: " ", count: 48 * 1_048_576)
    #expect(
      try fault(Book(spaces)) == .limit(file: "t.xlsx", .ratio(WorkbookArchive.ratioLimit)))
    let many = (0...WorkbookArchive.fileLimit).map { (name: "a/\($0)", bytes: [UInt8]()) }
    #expect(
      tableFault(try Book.archive(many), "t.xlsx")
        == .limit(file: "t.xlsx", .files(WorkbookArchive.fileLimit)))
  }

  @Test("entity bombs and outside entities are refused at their document type")
  func entities() throws {
    var head = "<!DOCTYPE d [<!ENTITY a0 \"哈哈哈哈哈哈哈哈\">"
    for level in 1...12 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      head += "<!ENTITY a\(level) \"\(inner)\">"
    }
    var book = Book(Book.row(1, "a", "b") + Book.row(2, "&a12;", "1"))
    book.head = head + "]>"
    #expect(try fault(book)?.code == .malformedWorkbook)
    book.head = "<!DOCTYPE d [<!ENTITY a12 SYSTEM \"file:///etc/hostname\">]>"
    #expect(try fault(book)?.code == .malformedWorkbook)
    book.head = ""
    #expect(try fault(book)?.code == .malformedWorkbook)
  }

  @Test(
    "rows and columns that cannot be",
    arguments: [
      "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>", "<row r=\"1\"/>", "<row r=\"-1\"/>",
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
      "<row r=\"9999999\"/>", "<row r=\"2\"><c r=\"?\"><v>1</v></c></row>", "<c><v>1</v></c>",
      "<row r=\"2\"><c><v>1</v>",
    ])
  func wrongPlaces(_ rows: String) throws {
    #expect(try fault(Book(Book.row(1, "a", "b") + rows))?.code == .malformedWorkbook)
  }

  @Test("merged ranges that overlap do not cost their product")
  func merges() throws {
    let rows = (1...3_000).map { Book.row($0, "a", "b", "c") }.joined()
    var book = Book(rows)
    book.merges = String(repeating: "<mergeCell ref=\"A2:C3000\"/>", count: 90_000)
    #expect(
      try fault(book)
        == .limit(file: "t.xlsx", .merges(SheetHandler.mergeLimit), sheet: "表1", row: 3_000))
  }

  @Test("a docx that was renamed, a zip of something else")
  func otherZips() throws {
    let docx = try Book.archive([("word/document.xml", Array("<a/>".utf8))])
    #expect(
      tableFault(docx, "t.xlsx") == .missingPart(file: "t.xlsx", part: "xl/workbook.xml"))
    #expect(tableFault(docx, "t.csv")?.code == .renamedTable)
  }

  @Test("an archive cut short, at many places")
  func cut() throws {
    let rows = Book.row(1, "a", "b") + Book.row(2, "1", "2")
    let whole = try Book(rows).bytes()
    for count in stride(from: 5, to: whole.count, by: 23) {
      #expect(tableFault(Array(whole.prefix(count)), "t.xlsx") != nil)
    }
  }

  @Test("an archive with changed bytes gives a table or a fault", arguments: 1...200)
  func changed(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    var bytes = try Book(Book.row(1, "a", "b") + Book.row(2, "1", "2")).bytes()
    for _ in 0..<3 {
      bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    _ = tableFault(bytes, "t.xlsx")
  }

  @Test("addresses", arguments: [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")])
  func addresses(_ column: Int, _ address: String) {
    #expect(Table.address(row: 1, column: column) == address)
    #expect(CellAddress(Array(address.utf8)).map { $0.column - 1 } == column)
  }
}
