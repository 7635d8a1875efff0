import Domain

@testable import Publishing

/// The accounts of a made-up district with a commitment in every state.
enum AccountsFixture {
  static let heading = AccountHeading(
    place: "甲市乙区", year: 2023, asOf: Day("2023-11-30") ?? Day(number: 0))
  static let synthetic = "演示区，由程序生成"

  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  static func commitment(
    _ id: String, _ title: String, _ theme: String?, kind: Commitment.Kind = .target,
    target: Target? = nil, units: [String] = ["科技局"], change: (inout Commitment) -> Void = { _ in }
  ) -> Commitment {
    var commitment = Commitment(
      id: id, title: title, kind: kind, theme: theme,
      period: .year(2023) ?? Period(description: "2023"), target: target, units: units)
    change(&commitment)
    return commitment
  }

  static func judgement(
    _ id: String, _ value: Judgement.Verdict, _ pace: Judgement.Pace = .none,
    _ data: Judgement.DataState = .final, actual: Exact? = nil, target: Exact? = nil,
    unit: String = "家", change: (inout Judgement) -> Void = { _ in }
  ) -> Judgement {
    var judgement = Judgement(
      commitment: id, asOf: heading.asOf, known: 812, value: value, pace: pace, data: data,
      proof: actual == nil ? nil : .departmental, actual: actual, unit: unit, target: target)
    change(&judgement)
    return judgement
  }

  static let notDue = Judgement.Verdict.notYet(Phrase("未到期限", "not due"))
  static let growth = Measure.reported(.init(series: "地区生产总值", form: .growth, price: .constant))

  static let highTech = commitment(
    "P16", "新增高新技术企业", "创新", target: Target(value: Exact(52), unit: "家"),
    units: ["科技局", "工信局", "税务局"]
  ) {
    $0.english = "new high-tech enterprises"
    $0.strength = .aim
    $0.origins = [
      .init(
        report: "ab12", start: 120, end: 135, quote: "力争新增高新技术企业52家",
        sentence: "深入实施梯度培育，力争新增高新技术企业52家，科技型中小企业在库400家以上。", section: "二、创新驱动")
    ]
    $0.predecessor = .init(year: 2022, id: "P11", title: "新增高新技术企业 40 家")
    $0.measure = .count(.init(registry: "高新技术企业", dated: "发证日期", newness: .first))
  }

  static let turn = PlanTurn(
    part: .target, old: Phrase("60 家", "60 家"), new: Phrase("52 家", "52 家"),
    decision: Decision(
      document: "关于调整年度计划的决定", authority: "区人大常委会", date: day("2023-06-30")),
    sequence: 90, day: day("2023-07-02"), actor: "督查室")

  static let highTechJudgement = judgement(
    "P16", notDue, .behind(by: Exact("500/39") ?? .zero), .provisional, actual: Exact(41),
    target: Exact(52)
  ) {
    $0.proof = .accepted
    $0.required = Exact("143/3") ?? .zero
    $0.needed = Exact(11)
    $0.light = .yellow
    $0.change = .amended
    $0.turns = [turn]
    $0.leftOut = [
      LeftOut(reason: .outsidePeriod, count: 2, examples: ["GR2022001", "GR2022002"]),
      LeftOut(reason: .recordedLater, count: 1),
    ]
    $0.working = [
      Phrase("41 家 ÷ 52 家 = 78.8 %", "41 ÷ 52 = 78.8 %"),
      Phrase("序时要求 91.7 %，滞后 12.8 个百分点", "required 91.7 %, behind by 12.8 points"),
    ]
  }

  static let rows: [AccountRow] = [
    AccountRow(
      commitment(
        "T1", "地区生产总值增长", "主要目标", target: Target(value: Exact(6), unit: "%"), units: ["发改局"]
      ) { $0.measure = growth },
      judgement(
        "T1", notDue, .behind(by: Exact(3, digits: 1)), .provisional, actual: Exact(57, digits: 1),
        target: Exact(6), unit: "%")),
    AccountRow(
      commitment(
        "T2", "一般公共预算收入增长", "主要目标",
        target: Target(value: Exact(12), bound: .atLeast, unit: "%"), units: ["财政局"]
      ) { $0.measure = growth },
      judgement("T2", notDue, .none, .late, target: Exact(12), unit: "%")),
    AccountRow(highTech, highTechJudgement),
    AccountRow(
      commitment(
        "P11", "新增市场主体", "产业",
        target: Target(value: Exact(15, digits: 1), bound: .atLeast, unit: "万家"), units: ["市场监管局"]),
      judgement("P11", .met, actual: Exact(15_210), target: Exact(15_000)) { $0.light = .green }),
    AccountRow(
      commitment(
        "P38", "省二类园以上优质园占比", "民生",
        target: Target(value: Exact(80), bound: .atLeast, strict: true, unit: "%"), units: ["教体局"]),
      judgement(
        "P38", .notMet, actual: Exact("1999/25") ?? .zero, target: Exact(80), unit: "%")),
    AccountRow(
      commitment(
        "P28", "安置房建设", "更新", target: Target(value: Exact(2400), unit: "套"), units: ["住建局"]),
      judgement(
        "P28", notDue, .ahead(by: Exact(32, digits: 1)), actual: Exact(2281), target: Exact(2400),
        unit: "套"
      ) {
        $0.change = .amended
        $0.turns = [
          PlanTurn(
            part: .target, old: Phrase("2700 套", "2700 套"), new: Phrase("2400 套", "2400 套"),
            decision: Decision(
              document: "关于调整安置房建设计划的决定", authority: "区人大常委会", date: day("2023-08-30")),
            sequence: 95, day: day("2023-08-31"), actor: "督查室")
        ]
      },
      firstTarget: Target(value: Exact(2700), unit: "套"),
      decision: Decision(document: "关于调整安置房建设计划的决定", authority: "区人大常委会", date: day("2023-08-30"))),
    AccountRow(
      commitment("Q43", "教育教学质量持续领跑全市", "民生", kind: .task, units: ["教体局"]) {
        $0.unverifiable = "没有公布的全市排名"
      },
      judgement(
        "Q43", .unverifiable(Phrase("没有公布的全市排名", "no ranking is published")), .none, .noneDue,
        unit: "")),
    AccountRow(
      commitment("Q18", "申报省级经济开发区", "创新", kind: .task, units: ["发改局"]),
      judgement(
        "Q18", .notMet, actual: Exact(1), target: Exact(3), unit: "个节点"
      ) { $0.light = .red }),
    AccountRow(
      commitment(
        "B4", "市场主体", "产业", kind: .baseline,
        target: Target(value: Exact(126, digits: 1), unit: "万家"), units: ["市场监管局"]),
      judgement("B4", .met, actual: Exact(126_000), target: Exact(126_000))),
  ]

  static let registry = Registry(
    name: "高新技术企业", english: "high-tech enterprises", unit: "家", key: ["证书编号"],
    fields: [
      Field(name: "证书编号", kind: .text, required: true), Field(name: "企业名称", kind: .text),
      Field(name: "发证日期", kind: .date),
      Field(name: "研发费用", kind: .number, unit: "万元", digits: 2),
      Field(name: "联系人", kind: .personal),
    ])

  static let records = [
    Record(
      key: "GR2023001",
      values: [
        .text("GR2023001"), .text("甲市某某科技有限公司"), .day(day("2023-03-01")), .number(1_234_50),
        .text("张三"),
      ]),
    Record(
      key: "GR2023002",
      values: [.text("GR2023002"), .text("=乙区装备"), .day(day("2023-05-06")), .none, .text("李四")]),
  ]

  static let account: CommitmentAccount = {
    var first = highTech
    first.target = Target(value: Exact(60), unit: "家")
    let entries = [
      Entry(
        sequence: 7, time: Instant(startOf: day("2023-01-10")), actor: "督查室",
        change: .commitment(first, decision: nil), reason: "报告通过后立项", hash: ""),
      Entry(
        sequence: 90, time: Instant(startOf: day("2023-07-02")), actor: "督查室",
        change: .commitment(
          highTech,
          decision: Decision(
            document: "关于调整年度计划的决定", authority: "区人大常委会", date: day("2023-06-30"))),
        reason: nil, hash: ""),
    ]
    var account = CommitmentAccount(
      highTech, judgement: highTechJudgement,
      measure: Phrase("2023 年内首次取得证书的企业数（不含重新认定、迁入）", "enterprises first certified in 2023"),
      reports: [
        .init(
          sha256: "ab12", name: "plan-2023.txt", place: "甲市乙区", year: 2023, title: "乙区2023年政府工作报告")
      ], history: Books(entries).commitments["P16"] ?? [],
      grades: [.accepted: 38, .departmental: 3],
      records: .init(registry: registry, records: records, total: 41))
    account.turns = [turn]
    return account
  }()

  static let release = Release(
    month: .month(2023, 10) ?? Period(description: "2023"), known: 700,
    judgements: [
      judgement(
        "T1", notDue, .on, .provisional, actual: Exact(61, digits: 1), target: Exact(6), unit: "%"),
      highTechJudgement,
      judgement("P99", .met, actual: Exact(5), target: Exact(5)),
    ])

  static let points = [
    ScoresTable.Row(
      unit: "科技局",
      commitments: [
        .init(id: "P16", title: "新增高新技术企业", points: Exact(95, digits: 1)),
        .init(id: "P18", title: "全社会研发投入增长", points: nil),
      ]),
    ScoresTable.Row(
      unit: "发改局", commitments: [.init(id: "T1", title: "地区生产总值增长", points: Exact(12))]),
  ]

  static let scoreRules = ScoreRules(
    name: "超欠计分", source: "乙区考核办法（2023）", base: Exact(10), floor: .zero, cap: Exact(12))

  static let planRows = rows.map { row in
    PlanExporter.Row(
      row.commitment,
      measure: row.commitment.measure == nil
        ? nil : Phrase("按台账或公布数计", "as counted or published"))
  }
}

extension Period {
  /// For fixtures whose text is known to be a period.
  fileprivate init(description: String) {
    self = Period(description) ?? Period.single
  }

  private static var single: Period {
    let day = Day(number: 0)
    return Period(day, day) ?? .single
  }
}
