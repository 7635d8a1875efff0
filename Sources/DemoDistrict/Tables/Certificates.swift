import Domain

extension DemoDistrict {
  var certificates: [Table] { [highTech, technologySMEs] }

  /// 53 firms have their first certificate dated in 2023, 19 of them entered only in February 2024;
  /// 41 renewals and 8 first certificates of January 2024 are not new ones of 2023.
  private var highTech: Table {
    let timeline = Timeline([
      (60, on(2020, 12, 8), on(2020, 12, 8)), (270, on(2021, 12, 7), on(2021, 12, 15)),
      (290, on(2022, 12, 12), on(2022, 12, 12)), (12, on(2023, 11, 29), on(2023, 11, 29)),
      (22, on(2023, 12, 7), on(2023, 12, 7)), (19, on(2023, 12, 28), on(2023, 12, 28)),
      (41, on(2023, 12, 7), on(2023, 12, 7)), (8, on(2024, 1, 20), on(2024, 1, 20)),
      (60, on(2024, 12, 6), on(2024, 12, 6)),
    ])
    return Table(
      registry: "高新技术企业", unit: "科技局", grade: .accepted,
      columns: ["证书编号", "统一社会信用代码", "名称", "认定类型", "发证日期", "有效期至", "技术领域"],
      plans: ["有效期至"], count: timeline.count,
      row: { index, _ in
        let isRenewal = (673..<714).contains(index)
        let firm = Firm(isRenewal ? index - 673 : index)
        let issued = timeline.day(index) ?? Calendar.end
        return [
          .text("GR\(issued.year)9900\(padded(index + 1, 4))"), .text(firm.code), .text(firm.name),
          .text(isRenewal ? "重新认定" : "首次认定"), .day(issued), .day(issued.adding(months: 36)),
          .text(["电子信息", "生物与新医药", "新材料", "高技术服务", "先进制造"][index % 5]),
        ]
      },
      entered: { (654..<673).contains($0) ? on(2024, 2, 5) : nil })
  }

  /// 431 entered in 2023, of which five were struck off in October; those of 2022 lapse on 1 April.
  private var technologySMEs: Table {
    let timeline = Timeline([
      (385, on(2022, 6, 15), on(2022, 12, 10)), (170, on(2023, 6, 15), on(2023, 6, 15)),
      (140, on(2023, 9, 11), on(2023, 9, 11)), (67, on(2023, 11, 8), on(2023, 11, 8)),
      (54, on(2023, 12, 12), on(2023, 12, 12)), (440, on(2024, 5, 15), on(2024, 12, 10)),
    ])
    let struck: @Sendable (Int) -> Bool = { (400..<405).contains($0) }
    return Table(
      registry: "科技型中小企业", unit: "科技局",
      columns: ["入库登记编号", "统一社会信用代码", "名称", "入库年度", "公告日期", "公告批次", "失效日期", "失效原因"],
      plans: ["失效日期"], count: timeline.count,
      row: { index, day in
        let year = index < 385 ? 2022 : index < 816 ? 2023 : 2024
        let firm = Firm(200 + (index - [0, 385, 816][year - 2022]) * 2)
        let isStruck = struck(index) && day >= on(2023, 10, 15)
        let entered = timeline.day(index)
        return [
          .text("\(year)370199\(padded(index + 1, 6))"), .text(firm.code), .text(firm.name),
          .text(String(year)), .when(entered), .text("\(year)年第\((entered?.month ?? 1) / 3)批"),
          .day(isStruck ? on(2023, 10, 15) : on(year + 1, 4, 1)),
          .text(isStruck ? "撤销" : "年度期满"),
        ]
      },
      touched: { struck($0) ? [on(2023, 10, 15)] : [] })
  }
}
