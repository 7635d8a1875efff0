import Domain

extension DemoDistrict {
  var construction: [Table] { [resettlement, oldCompounds] }

  /// 23 blocks of 108 flats are filed as finished in 2023; three more of 90 are said to be finished
  /// and have no filing; four are only topped out.
  private var resettlement: Table {
    let filed = Timeline([
      (6, on(2023, 6, 20), on(2023, 11, 20)), (17, on(2023, 12, 1), on(2023, 12, 28)),
    ])
    return Table(
      registry: "安置房", unit: "住建局", grade: .accepted,
      columns: [
        "楼栋编号", "项目名称", "套数", "建筑面积#2", "进度.开工", "进度.封顶", "进度.竣工", "进度.竣工备案", "进度.交付",
        "施工许可证号", "竣工备案号",
      ],
      count: 30,
      row: { index, day in
        let done = filed.day(index)
        let isSaid = (23..<26).contains(index)
        let isFiled = done.map { $0 <= day } ?? false
        return [
          .text("AZ\(padded(index + 1, 3))"), .text("安置房项目\(index / 6 + 1)"),
          .number(index < 23 ? 108 : 90), .number((index < 23 ? 108 : 90) * 9500),
          .day(on(2021, 6, 1).adding(days: index * 8)),
          .day(on(2022, 8, 1).adding(days: index * 9)),
          .when(done?.adding(days: -25) ?? (isSaid ? on(2023, 12, 20) : nil)), .when(done),
          .when(done?.adding(days: 75)), .text("示施许〔2021〕\(index + 1)号"),
          .maybe(isFiled ? "示竣备〔2023〕\(index + 1)号" : nil),
        ]
      },
      entered: { _ in Calendar.opening })
  }

  /// 36 compounds with 1,073,000 square metres accepted in 2023; three with 82,000, accepted in
  /// 2022, are entered in February 2023.
  private var oldCompounds: Table {
    Table(
      registry: "老旧小区", unit: "住建局", grade: .accepted,
      columns: [
        "小区编号", "名称", "片区", "建成年份", "建筑面积#2", "户数", "栋数", "改造类别", "进度.开工", "进度.完工", "进度.竣工验收",
        "验收文号", "满意率#1",
      ],
      count: 39,
      row: { index, day in
        let isOld = index >= 36
        let accepted = isOld ? on(2022, 11, 10 + index - 36) : Compounds.accepted(index)
        let isAccepted = accepted <= day
        let area =
          isOld ? Self.share(of: 8_200_000, index - 36, 3) : Self.share(of: 107_300_000, index, 36)
        return [
          .text("LJ\(padded(index + 1, 3))"),
          .text("示例\(Names.company(12_000 + index).dropFirst(3).prefix(3))小区"),
          .text("PQ-LJ\(isOld ? 0 : index / 4 + 1)"), .text(String(1985 + index % 15)),
          .number(area),
          .number(200 + index * 9), .number(8 + index % 9),
          .text(["基础类", "完善类", "提升类"][index % 3]),
          .day(accepted.adding(days: -150)), .day(accepted.adding(days: -20)), .day(accepted),
          .maybe(isAccepted ? "示住建验〔\(accepted.year)〕\(index + 1)号" : nil),
          isAccepted ? .number(930 + index) : .none,
        ]
      },
      entered: { $0 >= 36 ? on(2023, 2, 20) : Calendar.opening })
  }
}
