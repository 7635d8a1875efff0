import Domain

extension DemoDistrict {
  var relocation: [Table] { [relocationProjects, households, landSales, plots] }

  /// 18 to be cleared, 26 new ones (24 decided by the end of November 2023), two of the vitality zone.
  private var relocationProjects: Table {
    let decided = Timeline([
      (24, on(2023, 2, 20), on(2023, 11, 24)), (2, on(2023, 12, 11), on(2023, 12, 20)),
    ])
    return Table(
      registry: "征收拆迁项目", unit: "城市更新中心",
      columns: [
        "项目编号", "项目名称", "片区", "类别", "总户数", "剩余户数", "补偿方案文号", "征收决定日期", "征收决定文号", "清零日期",
      ],
      count: 46,
      row: { index, day in
        let isClearing = index < 18
        let isNew = (18..<44).contains(index)
        let decision = isNew ? decided.day(index - 18) : on(2021, 5, 1).adding(days: index * 9)
        let cleared = isClearing ? Clearing.day(index) : nil
        let isDecided = decision.map { $0 <= day } ?? false
        let area =
          isClearing
          ? Clearing.area(index) : isNew ? "PQ-XZ\((index - 18) % 14 + 1)" : "PQ-HL\(index - 42)"
        let total = index >= 44 ? 400 : 60
        return [
          .text(Self.relocationKey(index)), .text("征收拆迁项目\(index + 1)"), .text(area),
          .text(isClearing ? "拆迁清零" : isNew ? "新征收" : "活力区"), .number(total),
          .number(cleared.map { $0 <= day } == true ? 0 : max(1, total / 3)),
          .text("示补偿〔\(decision?.year ?? 2023)〕\(index + 1)号"), .when(decision),
          .maybe(isDecided ? "示征决〔\(decision?.year ?? 2023)〕\(index + 1)号" : nil), .when(cleared),
        ]
      },
      entered: { _ in Calendar.opening })
  }

  static func relocationKey(_ index: Int) -> String { "CQ\(padded(index + 1, 3))" }

  /// 60 households to a project; 400 in each zone, of which zone three keeps 15.
  private var households: Table {
    Table(
      registry: "征收户", unit: "城市更新中心",
      columns: ["户编号", "项目", "片区", "权利人", "联系电话", "建筑面积#2", "进度.签约", "进度.搬迁", "进度.拆除", "协议编号"],
      count: 44 * 60 + 800,
      row: { index, _ in
        let (project, number) =
          index < 2640
          ? (index / 60, index % 60) : (44 + (index - 2640) / 400, (index - 2640) % 400)
        let area =
          project < 18
          ? Clearing.area(project)
          : project < 44 ? "PQ-XZ\((project - 18) % 14 + 1)" : "PQ-HL\(project - 42)"
        let gone = Self.demolished(project, number)
        let signed = gone?.adding(days: -90) ?? (project < 18 ? on(2023, 6, 1) : nil)
        return [
          .text("HU\(padded(index + 1, 5))"), .text(Self.relocationKey(project)), .text(area),
          .text(Names.person(index)), .text(Names.phone(40_000 + index)),
          .number((45 + index % 80) * 100), .when(signed), .when(gone?.adding(days: -30)),
          .when(gone), .text("BC\(padded(index + 1, 5))"),
        ]
      },
      entered: { _ in Calendar.opening })
  }

  private static func demolished(_ project: Int, _ number: Int) -> Day? {
    switch project {
    case ..<18:
      number == 59 && !Clearing.isTrue(project)
        ? nil : Clearing.day(project).adding(days: (number - 59) / 2)
    case ..<44: number < 20 ? on(2024, 3, 1).adding(days: number * 9) : nil
    case 44: on(2022, 12, 1).adding(days: number * 4 / 5)
    default: number < 385 ? on(2023, 1, 10).adding(days: number * 9 / 10) : nil
    }
  }

  /// Eleven projects with 1,330 mu by the end of November 2023, the twelfth brings 1,421 in all;
  /// two more parcels are only announced.
  private var landSales: Table {
    let timeline = Timeline([
      (27, on(2023, 4, 10), on(2023, 11, 24)), (3, on(2023, 12, 20), on(2023, 12, 20)),
    ])
    let (counts, shares) = ([27, 3, 2], [88_666_667, 6_066_666, 4_000_000])
    return Table(
      registry: "地块出让", unit: "自然资源局", grade: .accepted,
      columns: ["宗地号", "项目", "位置", "用途", "面积#2", "价款#2", "进度.公告", "进度.成交", "进度.签合同", "合同编号"],
      count: 32,
      row: { index, _ in
        let (part, number) = Self.place(index, counts)
        let sold = timeline.day(index)
        let area = Self.share(of: shares[part], number, counts[part])
        return [
          .text("SL2023-\(padded(index + 1, 3))"),
          .text("出让项目\(part == 0 ? index % 11 + 1 : part == 1 ? 12 : 13)"),
          .text(Names.address(index * 17)), .text(["住宅", "商服", "工业", "混合"][index % 4]),
          .number(area),
          .number(area * 3 / 10), .day(sold?.adding(days: -40) ?? on(2023, 12, 1)), .when(sold),
          .when(sold?.adding(days: 10)),
          .maybe(sold == nil ? nil : "SLHT2023\(padded(index + 1, 3))"),
        ]
      })
  }

  /// 101 plots begin by the end of November 2023 and 108 in the year; nine of late 2022 are entered
  /// in March as if they were news.
  private var plots: Table {
    let timeline = Timeline([
      (101, on(2023, 1, 20), on(2023, 11, 27)), (7, on(2023, 12, 4), on(2023, 12, 27)),
      (9, on(2022, 10, 10), on(2022, 12, 20)),
    ])
    return Table(
      registry: "低效地块", unit: "自然资源局",
      columns: ["地块编号", "位置", "类别", "面积#2", "列入日期", "启动方式", "启动日期", "启动文号"], count: 160,
      row: { index, day in
        let begun = timeline.day(index)
        let isBegun = begun.map { $0 <= day } ?? false
        return [
          .text("DX\(padded(index + 1, 4))"), .text(Names.address(index * 7 + 5)),
          .text(["低效园区", "低效厂区", "旧城", "旧村"][index % 4]), .number((4000 + index * 53) * 100),
          .day(on(2022, 9, 1)), .maybe(isBegun ? ["方案批复", "征收决定", "供地", "开工"][index % 4] : nil),
          .when(begun), .maybe(isBegun ? "示自然资〔\(begun?.year ?? 2023)〕\(index + 1)号" : nil),
        ]
      },
      entered: { (108..<117).contains($0) ? on(2023, 3, 15) : Calendar.opening })
  }
}
