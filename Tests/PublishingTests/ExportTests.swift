import Domain
import Foundation
import Testing

@testable import Publishing

struct JSONTests {
  private func rows(_ reading: ReportReading, _ content: Exporter.Content) throws -> [[String: Any]]
  {
    let bytes = try Exporter(format: .jsonl, content: content).bytes([reading])
    return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [Fixture.reading, Fixture.hostile], [Exporter.Content.statements, .tasks])
  func textIsTheSourceBetweenTheOffsets(
    _ reading: ReportReading, _ content: Exporter.Content
  ) throws {
    let source = Array(reading.report.string(0..<reading.report.sourceCount).unicodeScalars)
    let rows = try rows(reading, content)
    #expect(rows.count == (content == .tasks ? reading.tasks.count : reading.statements.count))
    for row in rows {
      let start = try #require(row["start"] as? Int)
      let end = try #require(row["end"] as? Int)
      let between = String(String.UnicodeScalarView(source[start..<end]))
      #expect(row["text"] as? String == between)
    }
  }

  @Test func hasEveryKeyOfTheContract() throws {
    let statement = try #require(rows(Fixture.reading, .statements).first)
    #expect(
      Set(statement.keys) == [
        "start", "end", "text", "indicator", "action", "relation", "bound", "value", "value2",
        "unit", "kind", "period", "modality", "note", "clause_start", "clause_end", "section",
        "sentence", "strict", "rule", "nature", "restates", "id", "file", "place", "year",
      ])
    let task = try #require(rows(Fixture.reading, .tasks).first)
    #expect(
      Set(task.keys) == [
        "start", "end", "text", "verb", "object", "project", "vague", "reason", "section",
        "sentence", "statements", "modality", "deadline", "units", "id", "file", "place", "year",
      ])
  }

  @Test func sentencesAreMended() throws {
    let rows = try rows(Fixture.reading, .statements)
    #expect((rows[8]["text"] as? String)?.contains("图") == true)
    #expect((rows[8]["sentence"] as? String)?.contains("40余个低效楼宇") == true)
  }

  @Test func hostileTextComesBackUnchanged() throws {
    let row = try #require(rows(Fixture.hostile, .statements).first)
    #expect(
      row["sentence"] as? String
        == Fixture.hostile.report.string(0..<Fixture.hostile.report.text.count))
    #expect(row["note"] as? String == "+\u{0}")
    #expect(row["value"] as? Double == 0.3)
  }
}

struct CSVTests {
  /// RFC 4180, read back: rows of fields.
  private func parse(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = [[]]
    var field: [UInt8] = []
    var quoted = false
    var index = bytes.starts(with: WriteCSV.byteOrderMark) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      switch (quoted, byte) {
      case (true, 0x22) where index + 1 < bytes.count && bytes[index + 1] == 0x22:
        field.append(0x22)
        index += 1
      case (_, 0x22): quoted.toggle()
      case (false, 0x2C), (false, 0x0D):
        rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0D {
          index += 1
          rows.append([])
        }
      default: field.append(byte)
      }
      index += 1
    }
    return rows.filter { !$0.isEmpty }
  }

  @Test func comesBackCellForCell() throws {
    let words = Words(.chinese)
    for reading in [Fixture.reading, Fixture.hostile] {
      let rows = parse(try Exporter(format: .csv).bytes([reading]))
      #expect(rows.count == reading.statements.count + 1)
      let map = SourceMap(reading)
      for (row, statement) in zip(rows.dropFirst(), reading.statements) {
        let cells = StatementRecord(words).cells(map, statement)
        #expect(row.count == cells.count)
        for (field, cell) in zip(row, cells) { #expect(unguarded(field) == plain(cell)) }
      }
    }
  }

  private func plain(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let number): ExactText.decimal(number)
    case .empty: ""
    }
  }

  private func unguarded(_ field: String) -> String {
    field.hasPrefix("'") && field != "'%" ? String(field.dropFirst()) : field
  }

  @Test func noTextCellIsAFormula() throws {
    for content in [Exporter.Content.statements, .tasks] {
      let rows = parse(try Exporter(format: .csv, content: content).bytes([Fixture.hostile]))
      for field in rows.joined() where Double(field) == nil {
        #expect(!["=", "+", "-", "@", "\t", "\r"].contains(String(field.prefix(1))), "\(field)")
      }
    }
  }
}

struct WorkbookTests {
  /// The sheets' XML and shared strings, unpacked by Python's own zip reader.
  private func parts(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "test-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import sys, zipfile, xml.dom.minidom
      book = zipfile.ZipFile(sys.argv[1])
      for name in sorted(book.namelist()):
          xml.dom.minidom.parseString(book.read(name))
          sys.stdout.buffer.write(book.read(name))
      """, file.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [Exporter.Content.statements, .tasks])
  func holdsWhatAnOfficeNeeds(_ content: Exporter.Content) throws {
    let xml = try parts(Exporter(format: .xlsx, content: content).bytes([Fixture.reading]))
    let expected = [
      "高新技术企业", "某市某区2023年政府工作报告", "state=\"frozen\"", "<autoFilter", "orientation=\"landscape\"",
      "Print_Titles", "wrapText=\"1\"", content == .tasks ? "牵头单位（建议）" : "数值",
      content == .tasks ? "无法核验：没有数字，没有可指认的成果" : "预期性",
    ]
    for words in expected { #expect(xml.contains(words), "\(words)") }
  }

  @Test func hostileTextIsTextAndNoFormula() throws {
    for content in [Exporter.Content.statements, .tasks] {
      let xml = try parts(Exporter(format: .xlsx, content: content).bytes([Fixture.hostile]))
      #expect(!xml.contains("<f>"))
      #expect(!xml.contains("<script>"))
    }
  }

  @Test func longTextIsCutToWhatACellHolds() throws {
    var reading = Fixture.reading
    reading.statements[0].indicator = String(repeating: "长𠀀", count: 40_000)
    #expect(try parts(Exporter(format: .xlsx).bytes([reading])).contains("长𠀀"))
  }

  @Test("the same content gives the same bytes, in whatever second")
  func isTheSameAgain() throws {
    let xml = try parts(Exporter(format: .xlsx).bytes([Fixture.reading]))
    #expect(xml.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z"))
  }
}

struct TaskSheetTests {
  private let map = SourceMap(Fixture.reading)

  @Test(arguments: [
    ("力争新增高新技术企业52家", "科技局"), ("地区生产总值增长6%", "发改局"), ("启动老旧小区改造", "住建局"),
    ("新建养老服务设施10处", "民政局"), ("积极申报省级经济开发区", "发改局"), ("加快农村公路建设", "交通运输局"),
  ])
  func suggestsTheUsualUnit(_ words: String, _ unit: String) {
    #expect(Duties.builtIn.units(for: words).first == unit)
  }

  @Test func suggestsNothingWhereNothingPoints() {
    #expect(Duties.builtIn.units(for: "坚持稳中求进").isEmpty)
  }

  @Test func everyRowOfTheTablesIsWhole() {
    for row in TabbedLines.rows(PackageResources.duties_txt) { #expect(row.count == 3, "\(row)") }
    for row in TabbedLines.rows(PackageResources.proofs_txt) { #expect(row.count == 3, "\(row)") }
  }

  @Test func saysWhenATaskIsDone() {
    let test = DoneTest(Words(.chinese))
    let numbers = Fixture.reading.statements.map(test.number)
    #expect(numbers[2] == "地区生产总值增长6%")
    #expect(numbers[3] == "单位能耗下降不低于3%")
    #expect(numbers[4] == "居民消费价格增长在2至3%之间")
    #expect(numbers[5] == "失业率约5.5%（容差±0.5个百分点）")
    #expect(numbers[6] == "新增高新技术企业不少于52家")
    #expect(numbers[7] == "技术合同成交额超过90亿元")
    #expect(
      Fixture.reading.tasks.map { test.sentence(for: $0, statements: []) }[3...4] == [
        "施工许可或启动文件的日期", "无法核验：没有数字，没有可指认的成果",
      ])
  }

  @Test(
    arguments: [
      (nil, 2023, "2023年12月底前"), ("2023-09", 2023, "2023年9月底前"), ("2024", 2023, "2024年12月底前"),
      ("2023-2025", 2023, "2025年底前"), (nil, nil, "报告未说明"), ("2023-11-30", 2023, "2023-11-30"),
    ] as [(String?, Int?, String)])
  func statesTheDeadline(_ deadline: String?, _ year: Int?, _ words: String) {
    var task = Fixture.reading.tasks[0]
    task.deadline = deadline
    var report = map.report
    report.year = year
    #expect(TaskSheet(Words(.chinese)).due(task, report) == words)
  }
}
