import Domain

extension DemoDistrict {
  var health: [Table] { [facilities, dispatches, outpatients, population] }

  private static func facilityKey(_ index: Int) -> String { "YL\(padded(index + 1, 4))" }

  /// Hospitals in the town, village rooms in the valleys, ambulances along the main roads.
  private static func facilityPoint(_ index: Int) -> (FieldValue, FieldValue) {
    switch index {
    case ..<9: building(4 + index * 5 % 17, 11 + index * 3 % 8, index)
    case ..<54: building(index * 7 % 25, 8 + index * 5 % 13, index)
    case ..<82: building(index * 3 % 13 * 2, index % 3 * 3, index)
    default: building((index - 82) * 4 % 25, index % 2 == 0 ? 16 : 12, index)
    }
  }

  private var facilities: Table {
    Table(
      registry: "医疗机构", unit: "卫健局",
      columns: [
        "机构登记号", "名称", "类别", "地址", "执业许可日期", "医联体", "入医联体日期", "中医馆建成日期", "中医馆验收文号",
        "经度#6", "纬度#6",
      ],
      count: 90,
      row: { index, day in
        let kind =
          index < 3
          ? "三级医院"
          : index < 9
            ? "二级医院"
            : index < 24 ? "社区卫生服务中心" : index < 54 ? "社区卫生服务站" : index < 82 ? "村卫生室" : "急救站"
        let hasRoom = (9..<82).contains(index) && index % 5 != 0
        let built = hasRoom ? on(2021, 3, 1).adding(days: index * 14) : nil
        return [
          .text(Self.facilityKey(index)), .text("示例区第\(index + 1)\(kind)"), .text(kind),
          .text(Names.address(index * 13)), .day(on(2005, 1, 1).adding(months: index)),
          .text("第\(index % 3 + 1)医联体"),
          .when(index % 4 == 3 ? nil : on(2021, 1, 1).adding(days: index * 12)),
          .when(built),
          .maybe(built.flatMap { $0 <= day ? "示卫中〔\($0.year)〕\(index + 1)号" : nil }),
          Self.facilityPoint(index).0, Self.facilityPoint(index).1,
        ]
      })
  }

  /// 5,000 calls a month for two years.
  private var dispatches: Table {
    let (seed, monthly) = (seed, 5_000 * scale)
    let date: @Sendable (Int) -> Day = { index in
      let month = on(2023, 1, 1).adding(months: index / monthly)
      return month.adding(
        days: index % monthly * Day.length(ofMonth: month.month, year: month.year) / monthly)
    }
    return Table(
      registry: "急救派车记录", unit: "卫健局",
      columns: ["派车单号", "受理日期", "受理时刻", "急救站", "出车用时#1", "到达用时#1", "结果", "呼叫人", "呼叫电话"],
      count: 24 * monthly,
      row: { index, _ in
        var random = SplitMix(seed, "急救派车记录", index)
        let hasArrived = random.below(40) > 0
        let out = 8 + random.below(25)
        return [
          .text("JJ\(padded(index + 1, 8))"), .day(date(index)),
          .text("\(padded(random.below(24), 2)):\(padded(random.below(60), 2))"),
          .text(Self.facilityKey(82 + random.below(8))), .number(out),
          hasArrived ? .number(out + 25 + random.below(110)) : .none,
          .text(hasArrived ? "到达" : random.pick(["途中取消", "空驶"])),
          .text(Names.person(random.below(182))),
          .text(Names.phone(60_000 + random.below(900_000))),
        ]
      },
      events: { [date($0)] })
  }

  private var outpatients: Table {
    Table(
      registry: "诊疗月报", unit: "卫健局", columns: ["机构", "月末日期", "机构层级", "诊疗人次"], count: 24 * 30,
      row: { index, _ in
        let (month, facility) = (index / 30, index % 30)
        let isHospital = facility < 9
        return [
          .text(Self.facilityKey(facility)), .day(on(2023, 1, 1).adding(months: month).endOfMonth),
          .text(isHospital ? "医院" : "基层"),
          .number(isHospital ? 21_000 - month * 60 : 10_500 + month * 55),
        ]
      })
  }

  /// Twenty columns by ten rows over the whole district, the middle of each.
  private static func cell(_ index: Int) -> (FieldValue, FieldValue) {
    let (column, row) = (index % 20, index / 20)
    let corner = crossing(0, 0)
    return (
      .number(Int((corner.longitude * 1e6).rounded()) + 3_360 + column * 6_720),
      .number(Int((corner.latitude * 1e6).rounded()) + 4_500 + row * 9_000)
    )
  }

  private var population: Table {
    Table(
      registry: "人口网格", unit: "统计局",
      columns: ["网格编号", "中心位置", "街道", "常住人口", "统计日期", "经度#6", "纬度#6"], count: 200,
      row: { index, _ in
        [
          .text("WG\(padded(index + 1, 4))"), .text(Names.address(index * 19)),
          .text(Names.street(index / 20 % 10 / 5 * 4 + index % 20 / 5)),
          .number(2500 + index * 29 % 3000), .day(on(2022, 11, 1)),
          Self.cell(index).0, Self.cell(index).1,
        ]
      })
  }
}
