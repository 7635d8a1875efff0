import Domain

extension DemoDistrict {
  var rural: [Table] {
    [farmland, transfers, leadingFirms, collectiveAssets, collectiveLand, surrenders]
  }

  private static func village(_ index: Int) -> String {
    "示例\(["东岭", "西岭", "石桥", "杨庄", "上河", "下河"][index % 6])村"
  }

  /// 6,000 households of 3.5 mu each: 21,000 mu.
  private var farmland: Table {
    Table(
      registry: "家庭承包地", unit: "农业农村局",
      columns: ["承包合同编号", "承包方", "村", "承包面积#2", "承包起始日期", "承包终止日期"], plans: ["承包终止日期"], count: 6000,
      row: { index, _ in
        [
          .text(Self.farmKey(index)), .text(Names.person(index)), .text(Self.village(index)),
          .number(350),
          .day(on(1998, 10, 1)), .day(on(2028, 9, 30)),
        ]
      },
      events: { _ in [] })
  }

  private static func farmKey(_ index: Int) -> String { "CB\(padded(index + 1, 6))" }

  /// Three mu a contract: 2,107 live ones at the end of November 2023 (30.1 %), 2,128 at the end of
  /// the year (30.4 %); 180 ended in June.
  private var transfers: Table {
    let timeline = Timeline([
      (1950, on(2016, 1, 1), on(2022, 12, 20)), (157, on(2023, 1, 10), on(2023, 11, 25)),
      (21, on(2023, 12, 2), on(2023, 12, 22)), (180, on(2018, 7, 1), on(2018, 7, 1)),
      (60, on(2024, 2, 1), on(2024, 11, 30)),
    ])
    return Table(
      registry: "土地流转合同", unit: "农业农村局",
      columns: ["流转合同编号", "承包合同", "转出方", "转入方", "村", "流转面积#2", "流转方式", "起始日期", "终止日期", "备案号"],
      plans: ["终止日期"], count: timeline.count,
      row: { index, _ in
        let hasEnded = (2128..<2308).contains(index)
        return [
          .text("LZ\(padded(index + 1, 6))"), .text(Self.farmKey(index * 2)),
          .text(Names.person(index * 2)), .text("示例\(Self.village(index).dropFirst(2))合作社"),
          .text(Self.village(index * 2)), .number(300), .text(["出租", "入股", "转让", "互换"][index % 4]),
          .when(timeline.day(index)), .day(hasEnded ? on(2023, 6, 30) : on(2028, 9, 30)),
          .text("示农备\(padded(index + 1, 5))"),
        ]
      })
  }

  private var leadingFirms: Table {
    Table(
      registry: "农业龙头企业", unit: "农业农村局",
      columns: ["统一社会信用代码", "名称", "级别", "认定日期", "产值#2", "认定文号"], count: 18,
      row: { index, _ in
        let firm = Firm(1600 + index)
        let named = on(2020, 5, 1).adding(days: index * 70)
        return [
          .text(firm.code), .text(firm.name), .text(["省级", "市级", "区级"][index % 3]),
          .day(named), .number((3000 + index * 210) * 100),
          .text("示农〔\(named.year)〕\(index + 1)号"),
        ]
      })
  }

  private var collectiveAssets: Table {
    Table(
      registry: "集体资产", unit: "农业农村局",
      columns: ["合同编号", "村", "经营方式", "资产值#2", "年收益#2", "签订日期"], count: 24,
      row: { index, _ in
        [
          .text("JT\(padded(index + 1, 3))"), .text(Self.village(index)),
          .text(["集中经营", "委托管理", "自营"][index % 3]), .number((150 + index * 13) * 100),
          .number((12 + index) * 100), .day(on(2022, 6, 1).adding(days: index * 25)),
        ]
      })
  }

  private var collectiveLand: Table {
    Table(
      registry: "集体用地入市", unit: "自然资源局", columns: ["宗地号", "村", "面积#2", "入市日期", "合同编号"], count: 2,
      row: { index, _ in
        [
          .text("JTRS\(index + 1)"), .text(Self.village(index)), .number(1_250_000),
          .day(on(2023, 10 + index, 16)), .text("JTHT\(index + 1)"),
        ]
      })
  }

  private var surrenders: Table {
    Table(
      registry: "三权退出", unit: "农业农村局", columns: ["协议编号", "户主", "村", "权利", "协议日期", "补偿额#2"],
      count: 36,
      row: { index, _ in
        [
          .text("TC\(padded(index + 1, 3))"), .text(Names.person(index * 3)),
          .text(Self.village(index)),
          .text(["土地承包权", "宅基地使用权", "集体收益分配权"][index % 3]),
          .day(on(2023, 2, 1).adding(days: index * 9)), .number((6 + index % 8) * 100),
        ]
      })
  }
}
