import Domain

extension DemoDistrict {
  var innovation: [Table] { [incubators, contracts, ladder, awards] }

  private var incubators: Table {
    Table(
      registry: "孵化载体", unit: "科技局",
      columns: ["载体编号", "名称", "类型", "级别", "备案日期", "备案文号", "场地面积#2", "在孵企业数", "毕业企业数"], count: 24,
      row: { index, _ in
        let filed = on(2019, 3, 1).adding(days: index * 75)
        return [
          .text("FH\(padded(index + 1, 3))"),
          .text("示例\(Names.company(9000 + index).dropFirst(3).prefix(3))创新园"),
          .text(["科研平台", "众创空间", "孵化器", "加速器", "产业园"][index % 5]),
          .text(["国家级", "省级", "市级", "区级"][index % 4]),
          .day(filed), .text("示科备〔\(filed.year)〕\(index + 1)号"),
          .number((3000 + index * 410) * 100), .number(20 + index), .number(index / 2),
        ]
      })
  }

  /// Sellers of the district: 8.25 billion by the end of November 2023, exactly 9 by the end of the
  /// year. One contract stood with a digit too many until 20 March 2024.
  private var contracts: Table {
    let (seed, scale) = (seed, scale)
    let timeline = Timeline([
      (1_000 * scale, on(2022, 1, 3), on(2022, 12, 30)),
      (4_600 * scale, on(2023, 1, 3), on(2023, 11, 30)),
      (400 * scale, on(2023, 12, 1), on(2023, 12, 29)),
      (300 * scale, on(2023, 1, 3), on(2023, 12, 29)),
      (2_600 * scale, on(2024, 1, 3), on(2024, 12, 30)),
    ])
    let shares = [1_600_000_000, 8_250_000_000, 750_000_000, 500_000_000, 5_000_000_000]
    let counts = [1_000, 4_600, 400, 300, 2_600].map { $0 * scale }
    let wrong = 2_000 * scale
    return Table(
      registry: "技术合同", unit: "科技局", grade: .accepted,
      columns: [
        "登记编号", "项目名称", "合同类别", "卖方名称", "卖方信用代码", "卖方所在区", "买方名称", "合作高校", "成交额#2",
        "技术交易额#2", "登记日期",
      ],
      count: timeline.count,
      row: { index, day in
        var random = SplitMix(seed, "技术合同", index)
        let seller = Firm(random.below(2300))
        let (part, number) = Self.place(index, counts)
        var amount = Self.share(of: shares[part] / 100, number, counts[part])
        if index == wrong, day < on(2024, 3, 20) { amount *= 10 }
        return [
          .text("JS\(padded(index + 1, 8))"), .text("技术合同项目\(index + 1)"),
          .text(random.pick(["技术开发", "技术转让", "技术许可", "技术咨询", "技术服务"])),
          .text(seller.name), .text(seller.code), .text(part == 3 ? "区外" : "本区"),
          .text(Names.company(1_500_000 + random.below(50_000))),
          .text(random.below(9) == 0 ? "是" : "否"), .number(amount), .number(amount * 7 / 10),
          .when(timeline.day(index)),
        ]
      },
      events: { index in timeline.day(index).map { [$0] } ?? [] },
      touched: { $0 == wrong ? [on(2024, 3, 20)] : [] })
  }

  /// In which part an index lies, and its number there.
  static func place(_ index: Int, _ counts: [Int]) -> (part: Int, number: Int) {
    var rest = index
    for (part, count) in counts.enumerated() {
      if rest < count { return (part, rest) }
      rest -= count
    }
    return (counts.count - 1, rest)
  }

  /// Uneven shares that add up to the total; neighbours differ by what one has more than the other.
  static func share(of total: Int, _ number: Int, _ count: Int) -> Int {
    let mean = total / count
    let swing = mean * (number / 2 % 17) / 20
    let isPaired = number / 2 * 2 + 1 < count
    let rest = number == 0 ? total - mean * count : 0
    return mean + rest + (isPaired ? (number % 2 == 0 ? swing : -swing) : 0)
  }

  private var ladder: Table {
    Table(
      registry: "企业梯度", unit: "工信局", grade: .accepted,
      columns: ["统一社会信用代码", "名称", "称号", "认定年度", "认定日期", "有效期至", "认定文号"], plans: ["有效期至"], count: 80,
      row: { index, _ in
        let firm = Firm(620 + index)
        let day = on(2022, 7, 1).adding(days: index * 9)
        return [
          .text(firm.code), .text(firm.name), .text(["创新型中小企业", "专精特新", "小巨人", "瞪羚"][index % 4]),
          .text(String(day.year)), .day(day), .day(day.adding(months: 36)),
          .text("示工信〔\(day.year)〕\(index + 1)号"),
        ]
      })
  }

  private var awards: Table {
    Table(
      registry: "创新奖补", unit: "科技局",
      columns: ["支付凭证号", "领受单位", "领受人", "奖补类别", "金额#2", "支付日期", "政策文号"], count: 40,
      row: { index, _ in
        [
          .text("JB2023\(padded(index + 1, 4))"), .text(Firm(index * 9).name),
          .text(Names.person(90 + index)), .text(["成果转化", "科研人员激励", "联合创新"][index % 3]),
          .number((5 + index % 20) * 10_000), .day(on(2023, 4, 1).adding(days: index * 8)),
          .text("示科发〔2023〕21号"),
        ]
      })
  }
}
