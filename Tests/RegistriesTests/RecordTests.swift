import Domain
import Testing

@testable import Registries

@Suite("Records from tables")
struct RecordTests {
  private let registry = Registry(
    name: "楼宇", unit: "座", key: ["名称"],
    fields: [
      Field(name: "名称", kind: .text, aliases: ["楼宇名称"], required: true),
      Field(name: "面积", kind: .number, unit: "平方米", digits: 2),
      Field(name: "入驻率", kind: .number, unit: "%", digits: 1),
      Field(name: "投用", kind: .date),
      Field(name: "等级", kind: .choice, choices: ["甲级", "乙级"]),
    ])

  private func one(_ column: String, _ cell: String) throws -> Outcome {
    try registry.read("名称\t\(column)\n一号\t\(cell)\n")
  }

  private func value(_ column: String, _ cell: String) throws -> FieldValue? {
    let outcome = try one(column, cell)
    return outcome.records.first.flatMap { record in
      record.values.enumerated().first { $0.offset > 0 && $0.element != .none }?.element
    }
  }

  @Test(
    "numbers",
    arguments: [
      ("1234.5", 123_450), ("1,234.50", 123_450), ("１２３４．５", 123_450), ("1，234", 123_400),
      (" 12 ", 1_200), ("-3", -300), ("−3", -300), ("+3", 300), ("0.01", 1), ("1.2万平方米", 1_200_000),
      ("3公顷", 3_000_000), ("12㎡", 1_200), ("3亩", 200_000), ("10亩", 666_667), ("1亩", 66_667),
      ("1.2万", 1_200_000),
      ("12 平方米", 1_200), ("0.5000", 50), ("999999999999", 99_999_999_999_900),
    ])
  func numbers(_ cell: String, _ expected: Int) throws {
    #expect(try value("面积", cell) == .number(expected))
  }

  @Test(
    "what is no number, or not this one",
    arguments: [
      ("一百", FaultCode.notANumber), ("1,23", .notANumber), ("1,2345", .notANumber),
      ("12,34,567", .notANumber), (".5", .notANumber), ("5.", .notANumber), ("1.2.3", .notANumber),
      ("1e5", .notANumber), ("约12", .notANumber), ("12-15", .notANumber), ("0.001", .tooManyDigits),
      ("0.00012345亩", .tooManyDigits), ("12万元", .unitDoesNotFit), ("12%", .unitDoesNotFit),
      ("99999999999999999999", .numberTooLarge), ("999999999999999999", .numberTooLarge),
    ])
  func notNumbers(_ cell: String, _ code: FaultCode) throws {
    let outcome = try one("面积", cell)
    #expect(outcome.codes == [code])
    #expect(outcome.addresses == ["B2"] && outcome.problems[0].text == cell)
  }

  @Test("a percent sign fits where the unit is one")
  func percent() throws {
    #expect(try value("入驻率", "78.8%") == .number(788))
    #expect(try value("入驻率", "７８．８％") == .number(788))
    #expect(try value("入驻率(%)", "78.8") == .number(788))
  }

  @Test("the header's unit converts its column, or does not fit")
  func headingUnit() throws {
    #expect(try value("面积（万平方米）", "1.2") == .number(1_200_000))
    #expect(try value("面积（单位：公顷）", "0.5") == .number(500_000))
    #expect(try value("面积（必填）", "5") == .number(500))
    #expect(try one("面积（万元）", "1").codes == [.unitDoesNotFit])
    #expect(try one("面积（万元）", "1").addresses == ["B1"])
  }

  @Test(
    "days",
    arguments: [
      "2023-11-30", "2023/11/30", "2023.11.30", "2023年11月30日", "20231130", "２０２３－１１－３０",
      "2023 年 11 月 30 日", "2023-11-30 00:00:00", "2023/11/30 8:05", "2023年11月30",
      "2023-11-30T08:05:09",
    ])
  func days(_ cell: String) throws {
    #expect(try value("投用", cell) == Day("2023-11-30").map { .day($0) })
  }

  @Test(
    "what is no day",
    arguments: [
      ("2023-02-30", FaultCode.noSuchDay), ("2023-13-01", .noSuchDay), ("20230230", .noSuchDay),
      ("2023年2月30日", .noSuchDay), ("2023-11", .notADate), ("2023年11月", .notADate),
      ("45260", .notADate),
      ("2023/11-30", .notADate), ("2023-11-30 明天", .notADate), ("11/30/2023", .notADate),
      ("待定", .notADate), ("2023-11-300", .notADate), ("2023年11月30日前", .notADate),
    ])
  func notDays(_ cell: String, _ code: FaultCode) throws {
    #expect(try one("投用", cell).codes == [code])
  }

  @Test("choices, also with stray spaces; others are named with what was expected")
  func choices() throws {
    #expect(try value("等级", " 甲 级 ") == .text("甲级"))
    #expect(try one("等级", "丙级").problems.first?.kind == .choice(["甲级", "乙级"]))
  }

  @Test("headings: aliases, spaces, wide letters, unknown ones, two for one field, missing ones")
  func headings() throws {
    let outcome = try registry.read("楼 宇\u{3000}名称*,备注,面积\n一号,x,1\n")
    #expect(outcome.records.map(\.key) == ["一号"])
    #expect(outcome.notes.count == 1 && outcome.notes[0].chinese.contains("备注"))
    #expect(try registry.read("名称,楼宇名称,面积\n一,二,3\n").codes == [.columnDoubled])
    #expect(try registry.read("名称,面积,面积\n一,2,3\n").addresses == ["C1"])
    let missing = try registry.read("面积,投用\n1,2023-11-30\n")
    #expect(missing.problems.map(\.kind) == [.columnMissing(["名称", "楼宇名称"])])
  }

  @Test("all problems of all rows come together, and the sink's rows are taken back")
  func together() throws {
    let outcome = try registry.read(
      "名称,面积,投用\n一号,abc,2023-02-30\n,1,\n三号,1\n一号,1,\n五号,1,2023-01-01\n五号,1,\n")
    #expect(
      outcome.codes == [.notANumber, .noSuchDay, .cellEmpty, .raggedRow, .repeatedKey])
    #expect(outcome.problems.map(\.row) == [2, 2, 3, 4, 7])
    #expect(outcome.problems.last?.kind == .repeatedKey(row: 6))
  }

  @Test("every problem is counted, the first thousand are kept, ten are in the sentence")
  func many() throws {
    let rows = (1...5_000).map { "第\($0)座,x" }.joined(separator: "\n")
    let outcome = try registry.read("名称,面积\n" + rows)
    #expect(outcome.total == 5_000 && outcome.problems.count == 1_000)
    let fault = RegistryFault.refused(
      file: "t.csv", sheet: nil, problems: outcome.problems, total: outcome.total)
    let lines = fault.sentence(.chinese).split(separator: "\n")
    #expect(lines.count == RegistryFault.listed + 2)
    #expect(lines[1] == "E121 B2 面积 “x”：应为数字，如 1200 或 1,200.5。")
    #expect(fault.sentence(.english).contains("… and 4990 more."))
  }

  @Test("formulas without a result, failed ones and merged cells are refused; a result is taken")
  func marks() throws {
    let rows = [
      ["名称", "面积"], ["一号", "12"], ["二号", ""], ["三号", "#REF!"], ["四号", "1"], ["", "2"],
    ]
    let kinds: [String: Table.Kind] = [
      "B2": .number, "B3": .formula, "B4": .error, "A6": .merged,
    ]
    let merges = [Table.Merge(rows: 5...6, columns: 1...1)]
    let outcome = try registry.read(sheet(rows, merges: merges, kinds: kinds))
    #expect(outcome.codes == [.mergedCells, .formulaWithoutValue, .errorCell])
    #expect(outcome.addresses == ["A5", "B3", "B4"])
    #expect(outcome.problems[0].kind == .merged("A5:A6"))
    let fine = try registry.read(sheet(Array(rows.prefix(2)), kinds: kinds))
    #expect(fine.records.map { $0.values[1] } == [.number(1_200)])
  }

  @Test("control characters cannot come into a key")
  func control() throws {
    #expect(try registry.read("名称,面积\n一\u{1F}二,1\n").codes == [.controlCharacter])
    #expect(try registry.read("名称,面积\n一\u{FFFD},1\n").codes == [.controlCharacter])
  }

  @Test("personal words are not shown in problems")
  func personal() throws {
    var registry = registry
    registry.fields.append(Field(name: "联系人", kind: .personal))
    let outcome = try registry.read("名称,联系人\n一,张\u{1}三\n")
    #expect(outcome.problems.map(\.text) == [nil])
  }

  @Test("random valid records come back equal", arguments: 1...30)
  func roundTrip(_ seed: Int) throws {
    var random = Seeded(seed)
    let rows = (1...20).map { row -> (csv: String, values: [FieldValue]) in
      let area = Int.random(in: -1_000_000...1_000_000_000, using: &random)
      let rate = Int.random(in: 0...1000, using: &random)
      let day = Day(number: Int.random(in: 0...30_000, using: &random))
      let level = ["甲级", "乙级"][Int.random(in: 0...1, using: &random)]
      let hasDay = Bool.random(using: &random)
      let unit = ["", "平方米", "㎡"][Int.random(in: 0...2, using: &random)]
      let csv = [
        "第\(row)座", "\(Exact(area, digits: 2))\(unit)", Exact(rate, digits: 1).fixed(1),
        hasDay ? "\(day)" : "", level,
      ].joined(separator: ",")
      return (
        csv,
        [
          .text("第\(row)座"), .number(area), .number(rate), hasDay ? .day(day) : .none,
          .text(level),
        ]
      )
    }
    let outcome = try registry.read(
      "名称,面积,入驻率,投用,等级\n" + rows.map(\.csv).joined(separator: "\r\n"))
    #expect(outcome.problems.isEmpty)
    #expect(outcome.records.map(\.values) == rows.map(\.values))
  }
}
