import Domain

extension DemoDistrict {
  var buildings: [Table] { [officeBuildings, tenants, quarterlyReturns, firstStores, idleAssets] }

  static func buildingKey(_ index: Int) -> String { "LY\(padded(index + 1, 4))" }

  /// Sixty are under-used: 37 done by the end of November 2023 and 41 by the end of the year, two
  /// have new tenants but stand half empty, eight were only begun.
  private var officeBuildings: Table {
    let done = Timeline([
      (37, on(2023, 2, 10), on(2023, 11, 28)), (4, on(2023, 12, 5), on(2023, 12, 26)),
      (2, on(2023, 10, 9), on(2023, 11, 9)),
    ])
    return Table(
      registry: "楼宇", unit: "投资促进局",
      columns: [
        "楼宇编号", "楼宇名称", "街道", "位置", "建筑面积#2", "可租面积#2", "低效认定", "认定文号", "基线空置率#1",
        "换业.启动", "换业.清退", "换业.改造完工", "换业.新入驻", "换业后入驻率#1", "商圈",
      ],
      count: 100,
      row: { index, day in
        let number = index - 2
        let isPoor = (0..<60).contains(number)
        let moved = isPoor ? done.day(number) : nil
        let begun = moved?.adding(days: -80) ?? (isPoor && number < 51 ? on(2023, 8, 1) : nil)
        let isSettled = moved.map { $0 <= day } ?? false
        let area = (12_000 + index * 731 % 30_000) * 100
        return [
          .text(Self.buildingKey(index)),
          .text("示例\(Names.company(700 + index).dropFirst(3).prefix(3))大厦"),
          .text(Names.street(index)), .text(Names.address(index * 5 + 2)), .number(area),
          .number(area * 7 / 10), .text(isPoor ? "是" : "否"),
          .maybe(isPoor ? "示投促〔2022〕36号" : nil), .number(isPoor ? 450 + number : 120),
          .when(begun), .when(moved?.adding(days: -50)), .when(moved?.adding(days: -15)),
          .when(moved), isSettled ? .number(number >= 41 ? 550 : 720 + number * 3) : .none,
          .text(index % 10 == 9 ? "是" : "否"),
        ]
      },
      entered: { _ in Calendar.opening })
  }

  private var tenants: Table {
    Table(
      registry: "入驻企业", unit: "投资促进局",
      columns: ["楼宇", "统一社会信用代码", "名称", "租赁面积#2", "入驻日期", "迁出日期", "合同编号"],
      count: 3000,
      row: { index, _ in
        let number = index * 40 + 1
        let isLater = index % 7 == 0
        let from = (isLater ? on(2023, 1, 10) : on(2018, 1, 1)).adding(
          days: index * 13 % (isLater ? 650 : 1800))
        return [
          .text(Self.buildingKey(index / 30)), .text(Names.creditCode(10_000_000 + number)),
          .text(Names.company(number)), .number((80 + index * 17 % 500) * 100), .day(from),
          .when(index % 29 == 4 ? from.adding(days: 200 + index % 400) : nil),
          .text("ZL\(from.year)\(padded(index + 1, 5))"),
        ]
      })
  }

  /// Both prime buildings let more space in 2023; the second yields less tax than the year before.
  private var quarterlyReturns: Table {
    Table(
      registry: "楼宇季报", unit: "投资促进局",
      columns: ["楼宇", "季末日期", "可租面积#2", "已租面积#2", "建筑面积#2", "税收#2", "营业额#2", "商圈"],
      count: 12 * 100,
      row: { index, _ in
        let (quarter, building) = (index / 100, index % 100)
        let year = quarter / 4
        let area = (12_000 + building * 731 % 30_000) * 100
        let yields = building == 1 ? [310, 296, 301] : [240, 262, 270]
        return [
          .text(Self.buildingKey(building)),
          .day(on(2022 + year, quarter % 4 * 3 + 3, 1).endOfMonth), .number(area * 7 / 10),
          .number(area * 7 / 10 * ([78, 83, 84][year] + quarter % 4) / 100), .number(area),
          .number(area / 10_000 * yields[year]), .number(area / 1000 * [90, 96, 99][year]),
          .text(building % 10 == 9 ? "是" : "否"),
        ]
      })
  }

  private var firstStores: Table {
    Table(
      registry: "首店", unit: "商务局",
      columns: ["首店编号", "品牌", "首店级别", "门店地址", "签约日期", "开业日期", "认定文号"], count: 30,
      row: { index, _ in
        let signed = on(2023, 1, 20).adding(days: index * 18)
        return [
          .text("SD\(padded(index + 1, 3))"),
          .text("\(Names.company(5000 + index).dropFirst(3).prefix(3))"),
          .text(["全国首店", "省首店", "市首店", "旗舰店", "品牌店"][index % 5]),
          .text(Names.address(index * 11)), .day(signed),
          .when(index % 4 == 3 ? nil : signed.adding(days: 90)), .text("示商〔2023〕\(index + 1)号"),
        ]
      })
  }

  private var idleAssets: Table {
    Table(
      registry: "国企与闲置资产", unit: "财政局",
      columns: ["资产编号", "权属单位", "类别", "账面值#2", "列入日期", "盘活日期", "盘活方式", "收益#2", "批复文号"],
      count: 40,
      row: { index, day in
        let used = index % 3 == 0 ? nil : on(2023, 2, 1).adding(days: index * 11)
        let isUsed = used.map { $0 <= day } ?? false
        return [
          .text("ZC\(padded(index + 1, 3))"), .text("示例区国有资产第\(index % 5 + 1)公司"),
          .text(["闲置房产", "闲置土地", "设备", "企业改制"][index % 4]),
          .number((200 + index * 37) * 100), .day(on(2022, 12, 1)), .when(used),
          .maybe(isUsed ? ["出租", "出让", "改造自用", "改制完成"][index % 4] : nil),
          isUsed ? .number((20 + index) * 100) : .none,
          .maybe(isUsed ? "示国资〔2023〕\(index + 1)号" : nil),
        ]
      })
  }
}
