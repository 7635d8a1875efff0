import Domain

extension DemoDistrict {
  var projects: [Table] { [investmentProjects, receipts] }

  /// What becomes of a project, by its number.
  private enum Fate {
    case old, counted
    case signedTwice(Int)
    case signedOnly, continued, later

    init(_ index: Int) {
      switch index {
      case ..<180: self = .old
      case ..<377: self = .counted
      case ..<383: self = .signedTwice(190 + (index - 377) * 10)
      case ..<421: self = .signedOnly
      case ..<441: self = .continued
      default: self = .later
      }
    }

    /// The project whose investor and site it has.
    func original(_ index: Int) -> Int {
      if case .signedTwice(let first) = self { first } else { index }
    }
  }

  /// Registered in 2023: 197 projects, six of them entered twice; 180 by the end of November.
  private var investmentProjects: Table {
    let timeline = Timeline([
      (180, on(2022, 1, 5), on(2022, 12, 28)), (180, on(2023, 1, 5), on(2023, 11, 29)),
      (17, on(2023, 12, 2), on(2023, 12, 29)), (5, on(2023, 6, 1), on(2023, 11, 20)),
      (1, on(2023, 12, 18), on(2023, 12, 18)), (38, on(2023, 2, 1), on(2023, 11, 28)),
      (20, on(2023, 2, 1), on(2023, 10, 31)), (150, on(2024, 1, 5), on(2024, 12, 28)),
    ])
    let received = Self.received
    return Table(
      registry: "招商项目", unit: "投资促进局",
      columns: [
        "项目编号", "项目名称", "投资方", "投资方所在地", "投资方榜单", "选址", "产业链", "项目性质", "标签", "协议额#2",
        "进度.签约", "进度.注册", "进度.开工", "进度.投产", "进度.纳统", "协议文号", "联系人", "联系电话",
      ],
      count: timeline.count,
      row: { index, _ in
        let fate = Fate(index)
        let original = fate.original(index)
        var random = SplitMix(7, "招商项目", original)
        let planned = (random.below(900) + 20) * 10_000
        let amount = index == 383 ? 158_000_000 : planned + (received[original] ?? 0)
        return [
          .text(Self.projectKey(index)), .text(Self.projectName(index, original)),
          .text(Names.company(1_900_000 + original)),
          .text(["市外省内", "省外", "省外", "境外", "市内"][original % 5]),
          .text(original % 23 == 0 ? ["世界500强", "中国500强", "行业100强"][original / 23 % 3] : "其他"),
          .text(Names.address(original * 3 + 1)), .text("CL-GY\(original % 8 + 1)"),
          .text(Self.nature(fate)),
          .text(original % 9 == 0 ? "能源互联" : original % 11 == 0 ? "人工智能" : "其他"),
          .number(amount),
        ] + Self.stages(fate, timeline.day(index) ?? Calendar.end, index)
          + [
            .text("示招协〔\(index < 180 ? 2022 : 2023)〕\(index + 1)号"), .text(Names.person(index)),
            .text(Names.phone(1000 + index)),
          ]
      })
  }

  static func projectKey(_ index: Int) -> String { "ZS\(padded(index + 1, 5))" }

  private static func projectName(_ index: Int, _ original: Int) -> String {
    let name = Names.company(1_900_000 + original).dropLast(4).dropFirst(3)
    return "\(name)\(index == original ? "项目" : "（集中签约）项目")\(padded(original, 3))"
  }

  private static func nature(_ fate: Fate) -> String {
    if case .continued = fate { "续建" } else { "新引进" }
  }

  private static func stages(_ fate: Fate, _ registered: Day, _ index: Int) -> [FieldValue] {
    if case .signedOnly = fate { return [.day(registered), .none, .none, .none, .none] }
    let begun = registered.adding(days: 60 + index % 90)
    let isBuilt = index % 3 != 0
    let produced = begun.adding(days: 200 + index % 60)
    return [
      .day(registered.adding(days: -25)), .day(registered), .when(isBuilt ? begun : nil),
      .when(isBuilt && index % 4 != 0 ? produced : nil),
      .when(isBuilt && index % 4 == 1 ? produced.adding(days: 45) : nil),
    ]
  }

  /// What was paid in for each project, by its number: no more than was agreed.
  private static var received: [Int: Int] {
    (0..<36 * 20).reduce(into: [:]) {
      $0[project(ofReceipt: $1), default: 0] += amount(ofReceipt: $1)
    }
  }

  private static func project(ofReceipt index: Int) -> Int {
    let (month, number) = (index / 20, index % 20)
    return month < 24 ? (month / 12) * 180 + (month % 12 * 15 + number) % 180 : 441 + number
  }

  /// In hundredths of 10,000 yuan.
  private static func amount(ofReceipt index: Int) -> Int {
    let (month, number) = (index / 20, index % 20)
    let base = (50_000 + (number * 37 + month % 12 * 113) % 1000 * 100) * 100
    return base * [100, 116, 120][month / 12] / 100
  }

  /// Twenty a month, sixteen from outside the city; each of 2023 is 16 % more than the one of 2022.
  private var receipts: Table {
    Table(
      registry: "到账记录", unit: "投资促进局",
      columns: ["凭证号", "项目", "付款方", "付款方所在地", "金额#2", "到账日期", "凭证种类"],
      count: 36 * 20,
      row: { index, _ in
        let (month, number) = (index / 20, index % 20)
        let project = (month / 12) * 180 + (month % 12 * 15 + number) % 180
        return [
          .text("DZ\(2022 + month / 12)\(padded(month % 12 + 1, 2))\(padded(number + 1, 3))"),
          .text(Self.projectKey(Self.project(ofReceipt: index))),
          .text(Names.company(1_900_000 + project)),
          .text(number < 16 ? ["市外省内", "省外", "境外"][number % 3] : "市内"),
          .number(Self.amount(ofReceipt: index)),
          .day(on(2022 + month / 12, month % 12 + 1, number + 4)),
          .text(number % 5 == 0 ? "验资报告" : "银行进账单"),
        ]
      })
  }
}
