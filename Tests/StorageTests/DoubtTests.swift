import Domain
import Storage
import TestSupport
import Testing

/// Each kind of lie beside an honest record that looks like it, over a real ledger.
@Suite("Records that contradict each other are found, honest ones are not")
struct DoubtTests {
  private let folder = Folder()
  private let everything = Question.Scope(asOf: day("2023-12-31"), proof: .selfReported)

  private func field(_ name: String, _ kind: Field.Kind, _ unit: String? = nil) -> Field {
    Field(name: name, kind: kind, unit: unit)
  }

  /// A ledger with one registry of the checks, and its rows: key first.
  private func ledger(
    _ fields: [Field], checks: [Registry.Check] = [], duplicates: [Registry.Likeness]? = [],
    rows: [[FieldValue]], others: [(Registry, [[FieldValue]])] = []
  ) throws -> SQLiteLedger {
    let ledger = try SQLiteLedger(path: folder("\(fields.count)-\(rows.count).ledger"))
    let registry = Registry(
      name: "台账", unit: "个", key: ["编号"],
      fields: [Field(name: "编号", kind: .text, required: true)] + fields, duplicates: duplicates,
      checks: checks)
    try ledger.append(others.map { .registry($0.0) } + [.registry(registry)], by: author)
    for (other, list) in others + [(registry, rows)] {
      try ledger.add(list.map { (Self.key($0), $0) }, to: other)
    }
    return ledger
  }

  private static func key(_ row: [FieldValue]) -> String {
    if case .text(let text)? = row.first { text } else { "" }
  }

  private func found(_ ledger: SQLiteLedger, known: Int = .max) throws -> [[String]] {
    try ledger.doubts(of: "台账", known: known).flatMap(\.groups).map { $0.own + $0.others }
  }

  private func on(_ text: String) -> FieldValue { .day(day(text)) }

  @Test("dates in order, and not a day apart")
  func dates() throws {
    let ledger = try ledger(
      [field("开工", .date), field("竣工", .date)],
      checks: [
        .init(name: "先后", rule: .order(["开工", "竣工"], days: nil)),
        .init(name: "太快", rule: .order(["开工", "竣工"], days: 60)),
      ],
      rows: [
        [.text("好"), on("2023-01-01"), on("2023-11-01")], [.text("空"), on("2023-01-01"), .none],
        [.text("倒"), on("2023-05-01"), on("2023-04-01")],
        [.text("快"), on("2023-05-01"), on("2023-05-02")],
      ])
    let doubts = try ledger.doubts(of: "台账", known: .max)
    #expect(doubts.first { $0.check == "先后" }?.groups.map(\.own) == [["倒"]])
    #expect(doubts.first { $0.check == "太快" }?.groups.map(\.own) == [["倒"], ["快"]])
  }

  @Test("numbers that rise, a rate against its quantities, a year against a date")
  func numbers() throws {
    let ledger = try ledger(
      [
        field("出车", .number, "分钟"), field("到达", .number, "分钟"), field("率", .number, "%"),
        field("完成", .number, "项"), field("目标", .number, "项"), field("文号", .text),
        field("日期", .date),
      ],
      checks: [
        .init(name: "到达", rule: .rising(["出车", "到达"])),
        .init(name: "率", rule: .rate(.init(is: "率", of: "完成", to: "目标"))),
        .init(name: "年份", rule: .year(.init(of: "文号", on: "日期"))),
      ],
      rows: [
        row("好", 2, 9, 60, 6, 10, "区〔2023〕1号", "2023-05-01"),
        row("超额", 2, 9, 100, 12, 10, "区〔2022〕9号", "2023-01-20"),
        row("进位", 2, 9, 33, 1, 3, "无年份", "2023-05-01"),
        row("先到", 9, 2, 60, 6, 10, "区〔2023〕1号", "2023-05-01"),
        row("虚报", 2, 9, 100, 6, 10, "区〔2023〕1号", "2023-05-01"),
        row("旧文", 2, 9, 60, 6, 10, "区〔2021〕1号", "2023-05-01"),
      ])
    #expect(try Set(found(ledger)) == [["先到"], ["虚报"], ["旧文"]])
  }

  private func row(
    _ key: String, _ out: Int, _ there: Int, _ rate: Int, _ done: Int, _ whole: Int,
    _ number: String, _ date: String
  ) -> [FieldValue] {
    [
      .text(key), .number(out), .number(there), .number(rate), .number(done), .number(whole),
      .text(number), on(date),
    ]
  }

  @Test("acceptance before the parts, more given away than there is, the struck off, the unknown")
  func others() throws {
    let parts = Registry(
      name: "部件", unit: "项", key: ["编号"],
      fields: [
        Field(name: "编号", kind: .text), Field(name: "事项", kind: .text),
        Field(name: "完成", kind: .date), Field(name: "止", kind: .date),
        Field(name: "面积", kind: .number, unit: "亩"),
      ])
    let firms = Registry(
      name: "主体", unit: "家", key: ["代码"],
      fields: [Field(name: "代码", kind: .text), Field(name: "注销", kind: .date)])
    let ledger = try ledger(
      [field("验收", .date), field("面积", .number, "亩"), field("单位", .text)],
      checks: [
        .init(
          name: "先验收", rule: .parts(.init(registry: "部件", by: "事项", date: "完成", on: "验收"))),
        .init(
          name: "超量",
          rule: .total(
            .init(
              registry: "部件", by: "事项", field: "面积", from: "完成", until: "止", atMost: "面积"))),
        .init(name: "已注销", rule: .alive(.init(registry: "主体", by: "单位", until: "注销", on: "验收"))),
        .init(name: "查无", rule: .known(.init(registry: "主体", by: "单位"))),
      ],
      rows: [
        [.text("好"), on("2023-06-01"), .number(10), .text("甲")],
        [.text("接续"), on("2023-06-01"), .number(10), .text("乙")],
        [.text("先"), on("2023-03-01"), .number(100), .text("甲")],
        [.text("超"), on("2023-06-01"), .number(9), .text("甲")],
        [.text("销"), on("2023-06-01"), .number(9), .text("丙")],
        [.text("无"), on("2023-06-01"), .number(9), .text("丁")],
      ],
      others: [
        (
          parts,
          [
            [.text("1"), .text("好"), on("2023-02-01"), .none, .number(10)],
            [.text("2"), .text("接续"), on("2020-02-01"), on("2022-12-31"), .number(10)],
            [.text("3"), .text("接续"), on("2023-01-01"), .none, .number(10)],
            [.text("4"), .text("先"), on("2023-04-01"), .none, .number(1)],
            [.text("5"), .text("超"), on("2023-02-01"), .none, .number(5)],
            [.text("6"), .text("超"), on("2023-03-01"), .none, .number(5)],
          ]
        ),
        (
          firms,
          [
            [.text("甲"), on("2024-02-01")], [.text("乙"), .none], [.text("丙"), on("2023-01-01")],
          ]
        ),
      ])
    let doubts = try ledger.doubts(of: "台账", known: .max)
    func named(_ name: String) -> [[String]] {
      doubts.first { $0.check == name }?.groups.map { $0.own + $0.others } ?? []
    }
    #expect(named("先验收") == [["先", "部件 4"]])
    #expect(named("超量") == [["超", "部件 6"]])
    #expect(named("已注销") == [["销", "主体 丙"]])
    #expect(named("查无") == [["无"]])
  }

  @Test("a code of another division, not one of the district's, its city's or one that moved in")
  func divisions() throws {
    let code = Field(name: "代码", kind: .code, checker: .creditCode)
    let firms = Registry(
      name: "主体", unit: "家", key: ["代码"], fields: [Field(name: "代码", kind: .text)])
    func text(_ division: String, _ number: Int) -> String { "91\(division)MA00000\(number + 10)X" }
    let ledger = try ledger(
      [code],
      checks: [.init(name: "区划", rule: .division(.init(of: "代码", unless: "主体")))],
      rows: (0..<12).map { [.text("\($0)"), .text(text("370103", $0))] } + [
        [.text("市"), .text(text("370100", 50))], [.text("迁入"), .text(text("370102", 51))],
        [.text("区外"), .text(text("370102", 52))],
      ], others: [(firms, [[.text(text("370102", 51))]])])
    #expect(try found(ledger) == [["区外"]])
  }

  @Test("one agreement told twice; several sites under one agreement are several")
  func alike() throws {
    let ledger = try ledger(
      [
        field("投资方", .text), field("选址", .place), field("协议文号", .text),
        field("协议额", .number, "万元"),
      ],
      duplicates: [
        .init(same: ["协议文号", "选址"]), .init(same: ["协议文号", "协议额"]), .init(same: ["选址", "协议额"]),
        .init(same: ["协议文号"], differ: ["投资方"]),
      ],
      rows: [
        project("一", "甲", "经十路1号", "招〔2023〕1号", 500),
        project("二", "甲", "经十路一号", "招[2023]1号", 700),
        project("三", "乙", "舜耕路1号", "招〔2023〕2号", 100),
        project("四", "乙", "舜耕路2号", "招〔2023〕2号", 200),
        project("五", "丙", "创新园", "招〔2023〕3号", 5000),
        project("六", "丁", "创新园", "招〔2023〕4号", 5000),
        project("七", "戊", "玉函路9号", "招〔2023〕5号", 50),
        project("八", "己", "玉函路8号", "招〔2023〕5号", 60),
        project("Ａ－1", "庚", "", "", 0), project("a-1", "辛", "", "", 0),
      ])
    #expect(try Set(found(ledger)) == [["一", "二"], ["七", "八"], ["Ａ－1", "a-1"]])
  }

  private func project(
    _ key: String, _ who: String, _ site: String, _ number: String, _ sum: Int
  ) -> [FieldValue] {
    [
      .text(key), .text(who), site.isEmpty ? .none : .text(site),
      number.isEmpty ? .none : .text(number), .number(sum),
    ]
  }

  @Test("what a measure does without is left out and named; before it was known it counts")
  func without() throws {
    let ledger = try ledger(
      [field("开工", .date), field("竣工", .date)],
      checks: [.init(name: "先后", rule: .order(["开工", "竣工"], days: nil))],
      rows: [
        [.text("好"), on("2023-01-01"), on("2023-11-01")],
        [.text("倒"), on("2023-05-01"), on("2023-04-01")],
      ])
    var question = Question(
      registry: "台账", window: .dated(column: "竣工", in: Period.year(2023)!), scope: everything)
    #expect(try ledger.answer(question).total == Exact(2))
    question.without = ["先后"]
    let answer = try ledger.answer(question)
    #expect(answer.total == Exact(1))
    #expect(answer.leftOut == [LeftOut(reason: .doubtful, count: 1, examples: ["倒"])])
    #expect(try ledger.records(question, offset: 0, limit: 9).map(\.key) == ["好"])
    let before = try ledger.head().sequence
    try ledger.add([("倒", [.text("倒"), on("2023-03-01"), on("2023-04-01")])], to: registry(ledger))
    #expect(try found(ledger).isEmpty)
    #expect(try Set(found(ledger, known: before)) == [["倒"]])
  }

  private func registry(_ ledger: SQLiteLedger) throws -> Registry {
    let entries = try ledger.entries(after: 0, through: nil)
    return try #require(
      entries.compactMap { entry -> Registry? in
        if case .registry(let registry) = entry.change { registry } else { nil }
      }.last)
  }

  @Test("a numerator outside its denominator, and the greatest amounts")
  func shares() throws {
    let ledger = try ledger(
      [field("认定", .date), field("开办", .date), field("额", .number, "万元")],
      rows: [
        [.text("好"), on("2023-01-01"), on("2020-01-01"), .number(3)],
        [.text("外"), on("2023-01-01"), .none, .number(7)],
      ])
    let scope = everything
    let of = Question(
      registry: "台账", window: .valid(from: "认定", until: nil, on: scope.asOf), scope: scope)
    let to = Question(
      registry: "台账", window: .valid(from: "开办", until: nil, on: scope.asOf), scope: scope)
    #expect(try ledger.beyond(of, to) == ["外"])
    #expect(try ledger.beyond(to, of).isEmpty)
    var sum = of
    sum.aggregate = .sum("额")
    #expect(try ledger.amounts(sum).apart == 0)
  }
}
