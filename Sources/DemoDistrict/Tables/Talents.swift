import Domain

extension DemoDistrict {
  var talents: [Table] { [registeredTalents, claimedTalents, events, nominations] }

  private static let talentColumns = [
    "人才编号", "姓名", "联系电话", "层次", "工程名称", "批次", "入选日期", "学位", "首次参保日期", "单位信用代码", "用人单位",
    "证明文号",
  ]

  /// Nine of grades A to D in 2023 (six by the end of November); 940 masters and doctors by then
  /// and 1,043 by the end of the year; 600 bachelors beside them.
  private var registeredTalents: Table {
    let timeline = Timeline([
      (18, on(2022, 3, 1), on(2022, 12, 10)), (6, on(2023, 3, 20), on(2023, 11, 20)),
      (3, on(2023, 12, 8), on(2023, 12, 22)), (40, on(2023, 2, 1), on(2023, 12, 20)),
      (300, on(2022, 1, 5), on(2022, 12, 28)), (940, on(2023, 1, 4), on(2023, 11, 29)),
      (103, on(2023, 12, 1), on(2023, 12, 28)), (600, on(2023, 1, 4), on(2023, 12, 28)),
      (500, on(2024, 1, 4), on(2024, 12, 28)),
    ])
    return Table(
      registry: "人才", unit: "人社局", columns: Self.talentColumns, count: timeline.count,
      row: { index, _ in
        let isHigh = index < 27
        let isE = (27..<67).contains(index)
        let isBachelor = (1410..<2010).contains(index)
        let day = timeline.day(index)
        return Self.talent(
          index, grade: isHigh ? ["B类", "C类", "D类"][index % 3] : isE ? "E类" : "青年人才",
          programme: isHigh ? ["国家级人才工程", "省级领军人才工程", "市级领军人才工程"][index % 3] : "其他",
          chosen: isHigh || isE ? day : nil,
          degree: isHigh ? "博士" : isE || isBachelor ? "学士" : index % 9 == 0 ? "博士" : "硕士",
          insured: isHigh || isE ? nil : day)
      })
  }

  /// Three more of high grade that units report of themselves: with them the aim would be reached.
  private var claimedTalents: Table {
    Table(
      registry: "人才", unit: "兴和街道", grade: .selfReported, label: "（单位自报）",
      columns: Self.talentColumns, count: 3,
      row: { index, _ in
        Self.talent(
          90_000 + index, grade: "D类", programme: "其他", chosen: on(2023, 11, 10 + index),
          degree: "博士",
          insured: nil)
      })
  }

  private static func talent(
    _ index: Int, grade: String, programme: String, chosen: Day?, degree: String, insured: Day?
  ) -> [FieldValue] {
    let firm = Firm(index * 7 % 2300)
    let year = (chosen ?? insured ?? Calendar.opening).year
    return [
      .text("RC\(padded(index + 1, 6))"), .text(Names.person(index)),
      .text(Names.phone(20_000 + index)),
      .text(grade), .text(programme), .text("\(year)年"), .when(chosen), .text(degree),
      .when(insured), .text(firm.code), .text(firm.name), .text("示人才〔\(year)〕\(index + 1)号"),
    ]
  }

  private var events: Table {
    Table(
      registry: "引才活动", unit: "人社局", columns: ["活动编号", "名称", "系列", "举办日期", "学校", "达成意向", "实际到岗"],
      count: 12,
      row: { index, _ in
        [
          .text("YC\(padded(index + 1, 3))"), .text("引才活动第\(index + 1)场"),
          .text(index % 2 == 0 ? "名校行" : "招聘会"), .day(on(2023, 3, 5).adding(days: index * 22)),
          .text("示例大学第\(index + 1)校区"), .number(120 + index * 11), .number(30 + index * 3),
        ]
      })
  }

  private var nominations: Table {
    Table(
      registry: "人才申报", unit: "人社局", columns: ["申报编号", "申报单位", "类别", "级别", "进度.推荐", "进度.入选", "文号"],
      count: 30,
      row: { index, _ in
        let day = on(2023, 3, 1).adding(days: index * 7)
        return [
          .text("SB\(padded(index + 1, 3))"), .text(Firm(index * 31).name),
          .text(index % 5 == 0 ? "高技能人才培养载体" : "重点人才工程"), .text(["国家级", "省级", "市级"][index % 3]),
          .day(day), .when(index % 3 == 0 ? day.adding(days: 120) : nil),
          .text("示荐〔2023〕\(index + 1)号"),
        ]
      })
  }
}
