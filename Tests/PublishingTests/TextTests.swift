import Domain
import Foundation
import Testing

@testable import Publishing

struct NumberTextTests {
  @Test(arguments: [
    ("12", "12"), ("12.60", "12.6"), ("-3", "-3"), ("0.25", "0.25"), ("2/3", "0.6667"),
    ("12345678901234567890.125", "12345678901234567890.125"),
  ])
  func printsTheDecimalThatSaysIt(_ written: String, _ text: String) throws {
    #expect(try #require(Exact(written)).printed.description == text)
  }

  @Test(arguments: [
    ("68987", "68,987"), ("999", "999"), ("-1234567.5", "-1,234,567.5"), ("1000", "1,000"),
  ])
  func groupsThousands(_ written: String, _ text: String) throws {
    #expect(try #require(Exact(written)).grouped == text)
  }

  @Test(arguments: [0, 7, 10, 99, 100, 123_456, -5])
  func writesWholeNumbersAsTheyAre(_ value: Int) {
    var text = ByteText()
    text.add(number: value)
    #expect(text.bytes == Array(String(value).utf8))
  }
}

struct DisplayWidthTests {
  @Test(arguments: [
    ("地区", 4), ("GDP", 3), ("６％", 4), ("≥12", 3), ("“”…", 3), ("e\u{301}", 1), ("한글", 4),
    ("𠀀", 2), ("🏥", 2), ("\u{200D}", 0), ("（）", 4), ("", 0),
  ])
  func countsColumns(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func cutsAndWrapsWithinTheWidth() {
    let text = "新增高新技术企业52家，在库企业400家以上；🏥（三）。"
    for width in 2...40 {
      #expect(DisplayWidth.of(text.cut(to: width)) <= width)
      let lines = text.wrapped(to: width)
      #expect(lines.joined() == text)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(width, 4) })
    }
  }

  @Test func keepsClosingMarksOffTheStartOfALine() {
    #expect("四个汉字，后".wrapped(to: 8) == ["四个汉", "字，后"])
  }

  @Test func takesAwayWhatCouldSteerATerminal() {
    #expect("a\u{1B}[31m\u{202E}b\r\n".onOneLine == "a [31mb  ")
  }
}

struct TableTests {
  @Test(arguments: [40, 60, 80, 100, 140, 200], Language.allCases)
  func everyLineHasTheSameWidth(_ width: Int, _ language: Language) {
    let words = Words(language)
    for reading in [Fixture.reading, Fixture.hostile] {
      let map = SourceMap(reading)
      let sheets = [StatementSheet(words).forTerminal(map), TaskSheet(words).forTerminal(map)]
      for sheet in sheets {
        let widths = Set(WriteTable(sheet, width: width, words).lines().map(DisplayWidth.of))
        #expect(widths.count == 1)
        #expect(width < 60 || (widths.first ?? 0) <= width)
      }
    }
  }

  @Test func saysWhichColumnsHadNoRoom() {
    let sheet = StatementSheet(Words(.chinese)).forTerminal(SourceMap(Fixture.reading))
    #expect(WriteTable(sheet, width: 60, Words(.chinese)).leftOut?.contains("原文") == true)
    #expect(WriteTable(sheet, width: 300, Words(.chinese)).leftOut == nil)
  }

  @Test func countsAddUp() {
    let tally = Tally([Fixture.reading, Fixture.hostile])
    #expect(tally.statements == 11)
    #expect(tally.tasks == 7)
    #expect(tally.statementLine(Words(.chinese)) == "陈述 11 条 = 目标 9 + 报告称 2 + 背景 0")
  }
}

struct FaultTextTests {
  struct Unknown: Fault {
    var code: FaultCode { .damagedLexicon }
    var place: FaultPlace?
    func sentence(_ language: Language) -> String {
      language == .chinese ? "单位无法识别" : "unit not known"
    }
  }

  @Test func putsTheCaretUnderTheColumn() {
    let place = FaultPlace(file: "report.docx", line: 17, column: 9, excerpt: "新增市场主体1.5万佳")
    #expect(
      FaultText(Unknown(place: place)).text == """
        R101 单位无法识别  report.docx 段17:9
             unit not known
        新增市场主体1.5万佳
                      ^
        """)
  }

  @Test func keepsALongLineShort() {
    let line = String(repeating: "长", count: 100_000)
    let place = FaultPlace(file: "a.txt", line: 1, column: 50_000, excerpt: line)
    let lines = FaultText(Unknown(place: place), .english).text.split(separator: "\n")
    #expect(lines[0].contains("unit not known") && lines[0].contains("¶1:50000"))
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 110 })
  }

  @Test func survivesColumnsBeyondTheLine() {
    let place = FaultPlace(file: "a.txt", line: 1, column: 900, excerpt: "短")
    #expect(FaultText(Unknown(place: place)).text.contains("^"))
  }
}
