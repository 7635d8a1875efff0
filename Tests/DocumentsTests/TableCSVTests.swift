import Domain
import Foundation
import Testing

@testable import Documents

/// Reads a table of text.
func table(_ text: String, headers: Set<String> = [], name: String = "t.csv") throws -> Table {
  try TableReader(headers: headers).read(Array(text.utf8), name: name)
}

extension Table {
  /// The header, then the body, as strings.
  var dump: [[String]] { [names] + body.map { strings($0) } }
  /// The numbers of the body's rows.
  var numbers: [Int] { body.map { Int(rows[$0].number) } }
}

/// The fault that reading gives, or nil.
func tableFault(_ bytes: [UInt8], _ name: String = "t.csv", headers: Set<String> = [])
  -> TableFault?
{
  do {
    _ = try TableReader(headers: headers).read(bytes, name: name)
    return nil
  } catch let fault as TableFault {
    return fault
  } catch {
    Issue.record("not a fault of tables: \(error)")
    return nil
  }
}

@Suite("Tables of text")
struct TableCSVTests {
  @Test("quotation, line breaks in cells, and every kind of line end")
  func quotation() throws {
    let text = "名称,说明,数\r\n\"云溪,一厂\",\"他说\"\"好\"\"\n再见\",1\n二厂,,2\r三厂,3\"管,\"\"\"\"\r\n"
    let table = try table(text)
    #expect(
      table.dump == [
        ["名称", "说明", "数"], ["云溪,一厂", "他说\"好\"\n再见", "1"], ["二厂", "", "2"],
        ["三厂", "3\"管", "\""],
      ])
    #expect(table.numbers == [2, 3, 4])
  }

  @Test("rows without words are left out and keep their numbers")
  func blankRows() throws {
    let table = try table("a,b\n\n,\n1,2\n\n3,4")
    #expect(table.dump == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(table.numbers == [4, 6])
  }

  @Test("a last cell that is empty is a cell", arguments: ["a,b\n1,\n", "a,b\n1,"])
  func lastCell(_ text: String) throws {
    #expect(try table(text).dump == [["a", "b"], ["1", ""]])
  }

  @Test("the separator is found", arguments: [",", ";", "\t"])
  func separators(_ separator: String) throws {
    let rows = [["名称", "面积", "备注"], ["甲", "1", "x"]]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\n")
    #expect(try table(text).dump == rows)
    let titled = "统计表,,;;;;;\n" + text
    #expect(try table(titled, headers: ["名称", "面积"]).names == rows[0])
  }

  @Test("UTF-8 with a mark, UTF-16 of both orders, GB18030")
  func encodings() throws {
    let text = "企业名称,金额\n云溪区张家庄机械厂,12\n云溪区李家庄纺织厂,3\n"
    let expected = [["企业名称", "金额"], ["云溪区张家庄机械厂", "12"], ["云溪区李家庄纺织厂", "3"]]
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let gb = String.Encoding(rawValue: 0x8000_0632)
    let all: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big, little, [UInt8](try #require(text.data(using: gb))),
    ]
    for bytes in all {
      #expect(try TableReader().read(bytes, name: "t.csv").dump == expected)
    }
  }

  @Test("the header is the first row that holds two known names")
  func header() throws {
    let text = "工业企业情况统计表,,\n,,单位：万元\n企业名称,产值（万元）,备注\n甲厂,12,\n"
    let table = try table(text, headers: ["企业名称", "产值"])
    #expect(table.dump == [["企业名称", "产值（万元）", "备注"], ["甲厂", "12", ""]])
    #expect(table.header == 2 && table.numbers == [4])
    #expect(tableFault(Array(text.utf8), headers: ["姓名", "学历"])?.code == .noHeader)
  }

  @Test("broken quotation names its cell")
  func brokenQuotation() {
    #expect(
      tableFault(Array("a,b\n1,\"x\n2,3\n".utf8)) == .openQuote(file: "t.csv", row: 2, column: 1))
    #expect(
      tableFault(Array("a,b\n\"x\"y,2\n".utf8))
        == .wordsBehindQuote(file: "t.csv", row: 2, column: 0))
  }

  @Test("NUL bytes and broken characters name their cell")
  func brokenBytes() {
    #expect(
      tableFault(Array("a,b\n1,2\n3,x\0y\n".utf8)) == .zeroByte(file: "t.csv", row: 3, column: 1))
    let words = String(repeating: "云溪区政府,好\n", count: 40)
    let broken = Array("a,b\n\(words)甲".utf8) + [0xFF] + Array(",乙\n".utf8)
    #expect(tableFault(broken) == .brokenText(file: "t.csv", row: 42, column: 0))
  }

  @Test("a cell of 50 MB, 10,000 columns, a file above the limit")
  func limits() {
    let long = Array("a,b\n1,".utf8) + [UInt8](repeating: 0x78, count: 50_000_000)
    #expect(
      tableFault(long)
        == .limit(file: "t.csv", .cell(TableReader.cellLimit), row: 2, column: 1))
    let wide = Array("a,b\n".utf8) + Array(String(repeating: "1,", count: 10_000).utf8)
    #expect(
      tableFault(wide) == .limit(file: "t.csv", .columns(TableReader.columnLimit), row: 2))
    let large = [UInt8](repeating: 0x61, count: TableReader.limit + 1)
    #expect(tableFault(large) == .limit(file: "t.csv", .file(TableReader.limit)))
  }

  @Test("nothing in it", arguments: ["", "\n\n", ",,\n,,\n", "a,b\n", "\u{FEFF}"])
  func empty(_ text: String) {
    #expect(tableFault(Array(text.utf8))?.code == .emptyTable)
  }

  @Test("other formats and wrong names")
  func formats() {
    #expect(tableFault(Array("a,b\n1,2".utf8), "t.xlsx")?.code == .renamedTable)
    #expect(tableFault(Array("%PDF-1.4 x".utf8))?.code == .notATable)
    #expect(tableFault(Array("<html><body><table></table>".utf8), "t.xls")?.code == .notATable)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 60)
    #expect(tableFault(old, "t.xls") == .format(file: "t.xls", found: "doc / xls / wps"))
  }

  @Test("any cells that are written come back equal", arguments: 1...60)
  func roundTrip(_ seed: Int) throws {
    var generator = Seeded(UInt64(seed))
    let parts = ["云", "a", "\"", ",", ";", "\t", "\n", "\r", " ", "　", "1", "，", "😀", "é", "'"]
    let separator = [",", ";", "\t"][seed % 3]
    let width = Int.random(in: 2...7, using: &generator)
    let rows = (0..<Int.random(in: 1...20, using: &generator)).map { row in
      (0..<width).map { column in
        let count = Int.random(in: 0...6, using: &generator)
        let words = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
        // A row with words in it, so that it is not left out.
        return column == 0 ? "\(row)" + words : words
      }
    }
    let names = (0..<width).map { "列\($0)" }
    let text = ([names] + rows).map { row in
      row.map { written($0, always: seed % 2 == 0) }.joined(separator: separator)
    }.joined(separator: seed % 5 == 0 ? "\n" : "\r\n")
    let headers: Set<String> = Set(names)
    #expect(try table(text, headers: headers).dump == [names] + rows)
  }

  private func written(_ cell: String, always: Bool) -> String {
    let isPlain = !cell.unicodeScalars.contains { "\",;\t\n\r".unicodeScalars.contains($0) }
    return isPlain && !always
      ? cell : "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  @Test("random bytes give a table or a fault", arguments: 1...12)
  func random(_ seed: Int) {
    var generator = Seeded(UInt64(seed))
    for size in [1, 3, 17, 255, 4_096, 20_000] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for name in ["t", "t.csv", "t.xlsx"] { _ = tableFault(bytes, name) }
      _ = tableFault(bytes.map { [0x22, 0x2C, 0x0A, 0x61, 0xE4, 0xBA, 0x91][Int($0) % 7] })
      _ = tableFault([0x50, 0x4B, 3, 4] + bytes, "t")
    }
  }

  @Test("every fault has its sentences in both languages, and they differ")
  func sentences() {
    let limits: [TableFault.Limit] = [
      .file(1), .part(1), .ratio(2), .files(3), .cell(4), .columns(5), .rows(6), .cells(7),
      .merges(8),
    ]
    let faults: [TableFault] =
      [
        .format(file: "a", found: nil), .renamed(file: "a", named: "xlsx", found: "csv"),
        .encoding(file: "a"), .brokenText(file: "a", row: 1, column: 2),
        .zeroByte(file: "a", row: 1, column: 2), .empty(file: "a", sheet: nil),
        .openQuote(file: "a", row: 1, column: 2), .wordsBehindQuote(file: "a", row: 1, column: 2),
        .noHeader(file: "a", sheet: "s", expected: ["x"]),
        .noSheet(file: "a", sheet: "s", present: ["t"]), .archive(file: "a"),
        .missingPart(file: "a", part: "p"), .markup(file: "a", part: "p", line: 3),
      ] + limits.map { .limit(file: "a", $0, sheet: "s", row: 17, column: 2) }
    for fault in faults {
      #expect(fault.sentence(.chinese) != fault.sentence(.english))
      #expect(fault.sentence(.chinese).count > 8 && fault.place?.file == "a")
    }
    #expect(Set(faults.map(\.code)).count == 14)
    #expect(faults.last?.sentence(.chinese).contains("C17") == true)
  }
}
