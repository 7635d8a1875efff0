import Domain

extension DemoDistrict {
  var livelihood: [Table] { [items, parts] }

  private static func itemKey(_ index: Int) -> String { "MS2023-\(padded(index + 1, 2))" }

  private static func accepted(_ item: Int) -> Day {
    item < 9 ? on(2023, 7, 10).adding(days: item * 15) : on(2023, 12, 5).adding(days: item)
  }

  /// Twenty items, nine accepted by the end of November 2023 and all said to be by the end of the
  /// year; one part of the eighteenth stands at 85 %.
  private var items: Table {
    Table(
      registry: "民生实事", unit: "政府办", grade: .accepted,
      columns: ["事项编号", "事项名称", "年度", "完成标准", "牵头单位", "验收日期", "验收文号", "满意度#1"], count: 20,
      row: { index, day in
        let isAccepted = Self.accepted(index) <= day
        return [
          .text(Self.itemKey(index)), .text("民生实事第\(index + 1)件"), .text("2023"),
          .text("三个部件全部完成并验收"),
          .text(["教体局", "卫健局", "住建局", "人社局"][index % 4]), .day(Self.accepted(index)),
          .maybe(isAccepted ? "示民验〔2023〕\(index + 1)号" : nil),
          isAccepted ? .number(940 + index) : .none,
        ]
      },
      entered: { _ in on(2023, 1, 20) })
  }

  private var parts: Table {
    Table(
      registry: "民生实事部件", unit: "政府办",
      columns: ["部件编号", "事项", "内容", "目标量#2", "完成量#2", "完成率#1", "完成日期", "证明文号"], count: 60,
      row: { index, day in
        let (item, number) = (index / 3, index % 3)
        let isStuck = item == 17 && number == 1
        let done = isStuck ? nil : Self.accepted(item).adding(days: number - 10)
        let isDone = done.map { $0 <= day } ?? false
        let percent = isDone ? 100 : isStuck ? 85 : 55
        return [
          .text("\(Self.itemKey(item))-\(number + 1)"), .text(Self.itemKey(item)),
          .text("第\(item + 1)件第\(number + 1)项"), .number(2000), .number(20 * percent),
          .number(percent * 10), .when(done), .maybe(isDone ? "示民部〔2023〕\(index + 1)号" : nil),
        ]
      },
      entered: { _ in on(2023, 1, 20) })
  }
}
