import Domain
import Foundation
import Testing

@testable import Publishing

struct SharesTests {
  @Test("printed shares add up to 100 as a county published them")
  func publishedColumn() {
    #expect(
      Shares.printed([24, 10, 162, 17, 9], decimals: 1) == ["10.8", "4.5", "72.9", "7.7", "4.1"])
  }

  @Test(arguments: 0..<200)
  func alwaysAddUp(_ seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let counts = (0...next(9)).map { _ in next(300) } + [1]
    for decimals in 0...2 {
      let printed = Shares.printed(counts, decimals: decimals).compactMap { Exact($0) }
      #expect(printed.count == counts.count)
      #expect(printed.reduce(.zero, +) == Exact(100))
      for (share, count) in zip(printed, counts) where count < (counts.max() ?? 0) {
        let exact = Exact(Int128(count * 100), over: Int128(counts.reduce(0, +))) ?? .zero
        #expect((share - exact).magnitude <= Exact(15, digits: decimals + 1))
      }
    }
  }

  @Test func nothingToShare() {
    #expect(Shares.printed([0, 0], decimals: 1) == ["0.0", "0.0"])
    #expect(Shares.printed([], decimals: 1).isEmpty)
  }

  @Test("classes that leave some unmentioned")
  func remainder() {
    #expect(Remainder(stated: [24, 9, 11], of: 45).count == 1)
    #expect(Remainder(stated: [14, 7, 26], of: 50).count == 3)
    #expect(
      Remainder(stated: [14, 7, 26], of: 50).sentence(.chinese) == "14 + 7 + 26 = 47，共 50 项，未提及 3 项"
    )
    #expect(Remainder(stated: [2, 3], of: 5).count == 0)
    #expect(Remainder(stated: [4, 3], of: 5).sentence(.english).contains("2 more than 5"))
  }
}

struct ExactTextTests {
  @Test(arguments: [
    ("68987", "68,987"), ("-1234567.25", "-1,234,567.2"), ("41/52", "0.8"), ("0", "0"),
    ("999", "999"),
    ("1000", "1,000"), ("5.75", "5.8"), ("-0.5", "-0.5"),
  ])
  func shown(_ exact: String, _ text: String) throws {
    #expect(ExactText.shown(try #require(Exact(exact))) == text)
  }

  @Test func noRoundingCrossesTheTarget() throws {
    let short = try #require(Exact("1999/25"))
    #expect(ExactText.shown(short, beside: [80]) == "79.96")
    #expect(ExactText.shown(try #require(Exact("80.04")), beside: [80]) == "80.04")
    #expect(ExactText.shown(try #require(Exact("5.25")), asPublished: true) == "5.25")
  }
}

struct GapTests {
  private func row(
    _ actual: String, _ target: String, _ bound: Statement.Bound, strict: Bool = false,
    _ verdict: Judgement.Verdict, unit: String = "家"
  ) throws -> AccountRow {
    let (actual, target) = (try #require(Exact(actual)), try #require(Exact(target)))
    return AccountRow(
      AccountsFixture.commitment(
        "P1", "甲", nil, target: Target(value: target, bound: bound, strict: strict, unit: unit)),
      AccountsFixture.judgement("P1", verdict, actual: actual, target: target, unit: unit))
  }

  @Test func saysByHowMuch() throws {
    let words = Words(.chinese)
    let due = AccountsFixture.notDue
    #expect(Gap(try row("41", "52", .exact, due), words).text == "差 11 家")
    #expect(Gap(try row("41", "52", .atLeast, .met), words).text == "")
    #expect(Gap(try row("60", "52", .atLeast, due), words).text == "")
    #expect(Gap(try row("5.7", "6", .atLeast, due, unit: "%"), words).text == "差 0.3 个百分点")
    #expect(Gap(try row("90", "80", .atMost, .notMet), words).text == "超 10 家")
    #expect(Gap(try row("-2", "-3", .atLeast, .notMet, unit: "%"), words).text == "差 1 个百分点")
    #expect(Gap(try row("80", "80", .atLeast, strict: true, .notMet), words).text == "等于目标，未超过")
  }

  @Test func neededIsRoundedUp() throws {
    var row = try row("41", "52", .exact, AccountsFixture.notDue)
    row.judgement.needed = Exact("11/3")
    #expect(Gap(row, Words(.chinese)).needed == "3.7")
    row.judgement.needed = Exact("3.61")
    #expect(Gap(row, Words(.chinese)).needed == "3.7")
    row.judgement.needed = Exact(11)
    #expect(Gap(row, Words(.chinese)).needed == "11")
  }
}

struct AccountsTests {
  private typealias Fixture = AccountsFixture

  private func text(_ format: SheetFormat, synthetic: String? = nil) throws -> String {
    String(
      decoding: try AccountsExporter(format: format, synthetic: synthetic)
        .bytes(Fixture.rows, Fixture.heading), as: UTF8.self)
  }

  @Test func partsAddUpAndBaselinesStandApart() throws {
    let tally = AccountTally(Fixture.rows)
    #expect(tally.total == 8)
    #expect(tally.counts.values.reduce(0, +) == 8)
    let lines = tally.lines(Words(.chinese))
    #expect(
      lines[0] == "承诺事项 8 项 = 1 已兑现 + 1 按序推进 + 2 滞后 + 2 未兑现 + 1 尚不能判 + 1 无法核验")
    #expect(lines[2] == "另有基数 1 项（不计入承诺） = 1 相符")
    #expect(AccountTally([]).lines(Words(.english)).count == 1)
  }

  @Test func plansOfSeveralYearsAreCountedApart() throws {
    var rows = Fixture.rows
    for index in rows.indices { rows[index].year = 2023 }
    #expect(AccountTally(rows).yearLines(Words(.chinese)).isEmpty)
    rows[0].year = 2024
    let lines = AccountTally(rows).yearLines(Words(.chinese))
    #expect(lines.map { $0.prefix { $0 != "=" } } == ["其中 2023 年计划 7 项 ", "其中 2024 年计划 1 项 "])
    let csv = String(
      decoding: try AccountsExporter(format: .csv).bytes(rows, Fixture.heading), as: UTF8.self)
    #expect(csv.contains(",2024") && csv.contains(",2023"))
  }

  @Test func everyFormSaysThatDataIsInvented() throws {
    let why = Fixture.synthetic
    #expect(try text(.table, synthetic: why).hasPrefix("模拟数据"))
    #expect(try !text(.table).contains("模拟"))
    let rows = try text(.jsonl, synthetic: why).split(separator: "\n")
    #expect(rows.count == Fixture.rows.count)
    #expect(rows.allSatisfy { $0.hasSuffix("\"synthetic\": \"\(why)\"}") })
    let csv = try text(.csv, synthetic: why).split(separator: "\r\n")
    #expect(csv[0].hasSuffix(",数据性质"))
    #expect(csv.dropFirst().allSatisfy { $0.hasSuffix(",模拟") })
    let cells = try Spreadsheet.cells(
      AccountsExporter(format: .xlsx, synthetic: why).bytes(Fixture.rows, Fixture.heading))
    #expect(cells[1].first?.hasPrefix("模拟数据") == true)
  }

  @Test func linesAreJSON() throws {
    for line in try text(.jsonl).split(separator: "\n") {
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(row["id"] is String && row["state"] is String)
      #expect(row["synthetic"] is NSNull)
      #expect(row["place"] as? String == "甲市乙区")
    }
  }

  @Test func workbookHasNumbersAndWords() throws {
    let cells = try Spreadsheet.cells(
      AccountsExporter(format: .xlsx).bytes(Fixture.rows, Fixture.heading))
    #expect(cells[0].first == "甲市乙区 2023年 承诺事项研判  截至 2023-11-30")
    #expect(cells[1].prefix(3) == ["编号", "事项", "主题"])
    let row = try #require(cells.first { $0.first == "P16" })
    #expect(row[4] == "滞后")
    #expect(row[5] == "41" && row[6] == "52" && row[9] == "11")
    #expect(cells.count == Fixture.rows.count + 2)
    #expect(cells.last?.first == "B4")
  }

  @Test func oldTargetStaysVisible() throws {
    let table = try text(.table)
    #expect(table.contains("原 2,700"))
    #expect(try text(.csv).contains("区人大常委会"))
  }

  @Test func keysOfRecordsStayInside() throws {
    for format in [SheetFormat.table, .jsonl, .csv] {
      #expect(try !text(format).contains("GR2022001"))
    }
  }
}

struct RecordsTests {
  private typealias Fixture = AccountsFixture

  @Test(arguments: [SheetFormat.table, .jsonl, .csv])
  func personalFieldsNeverLeave(_ format: SheetFormat) throws {
    let text = String(
      decoding: try RecordsExporter(format: format, width: 200).bytes(
        Fixture.records, of: Fixture.registry), as: UTF8.self)
    for secret in ["张三", "李四", "联系人"] { #expect(!text.contains(secret)) }
    #expect(text.contains("GR2023001"))
  }

  @Test func personalFieldsNeverLeaveInAWorkbook() throws {
    let cells = try Spreadsheet.cells(
      RecordsExporter(format: .xlsx).bytes(Fixture.records, of: Fixture.registry))
    #expect(cells[1] == ["证书编号", "企业名称", "发证日期", "研发费用（万元）"])
    #expect(cells[2] == ["GR2023001", "甲市某某科技有限公司", "2023-03-01", "1234.5"])
    #expect(cells[3][1] == "=乙区装备")
  }

  @Test func shownAccountHidesPersonalFields() {
    for bytes in [
      ShowCommitment(width: 160).text(Fixture.account), ShowCommitment().json(Fixture.account),
    ] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("张三"))
    }
    #expect(
      String(decoding: ShowCommitment(width: 160).text(Fixture.account), as: UTF8.self)
        .contains("不公开"))
  }

  @Test func personalKeysHideExamples() {
    var account = Fixture.account
    account.records?.registry.key = ["联系人"]
    #expect(
      !String(decoding: ShowCommitment().text(account), as: UTF8.self).contains("GR2022001"))
  }
}

struct ReleaseDiffTests {
  private typealias Fixture = AccountsFixture

  @Test func findsWhatChangedLeftAndCame() {
    let now = Fixture.rows.prefix(3).map(\.judgement)
    let found = ReleaseDiff.differences(Fixture.release, now)
    #expect(
      found.map { "\($0.commitment) \($0.field.rawValue)" } == [
        "T1 state", "T1 actual", "T1 pace", "P99 presence", "T2 presence",
      ])
    #expect(ReleaseDiff.differences(Fixture.release, Fixture.release.judgements).isEmpty)
  }
}

struct FaultPlaceTests {
  private struct Slip: Fault {
    var code: FaultCode
    var place: FaultPlace? { FaultPlace(file: "f.yaml", line: 3, column: 2, excerpt: "mesure: 1") }
    func sentence(_ language: Language) -> String { "-" }
  }

  @Test func linesAreLinesAndPassagesArePassages() {
    #expect(FaultText(Slip(code: .unknownKey)).text.contains("f.yaml 行3:2"))
    #expect(FaultText(Slip(code: .unknownKey), .english).text.contains("f.yaml line 3:2"))
    #expect(FaultText(Slip(code: .malformedMarkup)).text.contains("f.yaml 段3:2"))
  }
}

/// Reads a workbook's first sheet back with Python's zip and XML readers.
enum Spreadsheet {
  static func cells(_ bytes: [UInt8]) throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "test-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: output)
  }

  private static let script = """
    import sys, json, zipfile, xml.etree.ElementTree as tree
    n = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    book = zipfile.ZipFile(sys.argv[1])
    texts = [''.join(t.text or '' for t in item.iter(n + 't'))
             for item in tree.fromstring(book.read('xl/sharedStrings.xml'))]
    rows = []
    for row in tree.fromstring(book.read('xl/worksheets/sheet1.xml')).iter(n + 'row'):
        cells = []
        for cell in row:
            value = cell.find(n + 'v')
            text = '' if value is None else value.text
            cells.append(texts[int(text)] if cell.get('t') == 's' else text)
        rows.append(cells)
    print(json.dumps(rows))
    """
}
