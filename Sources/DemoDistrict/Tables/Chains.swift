import Domain

extension DemoDistrict {
  var chains: [Table] { [industrialChains, chainFirms, chainGaps] }

  private static let chainNames = [
    "汽车制造", "电力装备", "通信设备", "工程机械", "医疗器械", "增材打印", "新型建材", "服务型制造",
  ]

  private var industrialChains: Table {
    Table(
      registry: "产业链", unit: "工信局",
      columns: ["产业链编号", "名称", "类别", "链长", "牵头单位", "图谱文号", "图谱日期", "设立日期"], count: 8,
      row: { index, _ in
        [
          .text("CL-GY\(index + 1)"), .text(Self.chainNames[index]), .text("都市工业"),
          .text(Names.person(60 + index)), .text("工信局"), .text("示链〔2022〕\(index + 1)号"),
          .day(on(2022, 6, 1)), .day(on(2022, 3, 1)),
        ]
      },
      entered: { _ in Calendar.opening })
  }

  private var chainFirms: Table {
    Table(
      registry: "链上企业", unit: "工信局",
      columns: ["产业链", "统一社会信用代码", "名称", "环节", "规上", "入链日期"], count: 260,
      row: { index, _ in
        let firm = Firm(index * 4)
        return [
          .text("CL-GY\(index % 8 + 1)"), .text(firm.code), .text(firm.name),
          .text(["上游", "中游", "下游", "配套"][index / 8 % 4]), .text(index % 3 == 0 ? "否" : "是"),
          .day(on(2022, 6, 1).adding(days: index * 3)),
        ]
      })
  }

  private var chainGaps: Table {
    Table(
      registry: "链条缺口", unit: "工信局",
      columns: ["缺口编号", "产业链", "缺口内容", "列入日期", "补齐日期", "办结文号"], count: 40,
      row: { index, day in
        let closed = index % 3 == 1 ? nil : on(2023, 3, 1).adding(days: index * 9)
        return [
          .text("QK\(padded(index + 1, 3))"), .text("CL-GY\(index % 8 + 1)"),
          .text("\(Self.chainNames[index % 8])缺少第\(index / 8 + 1)类配套"),
          .day(on(2022, 9, 1).adding(days: index)), .when(closed),
          .maybe(closed.map { $0 <= day } == true ? "示链销〔2023〕\(index + 1)号" : nil),
        ]
      })
  }
}
