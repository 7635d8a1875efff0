import Domain

/// The eighteen projects to be brought to zero: on which day each says that it is, and whether it is.
enum Clearing {
  /// Projects 0 ..< 12 are clear by the end of November 2023, 14 ..< 18 in December; 12 and 13 say
  /// so in December while one household still stands.
  static func day(_ project: Int) -> Day {
    project < 12
      ? on(2023, 2, 15).adding(days: project * 25) : on(2023, 12, 1).adding(days: project * 1)
  }

  static func isTrue(_ project: Int) -> Bool { project != 12 && project != 13 }

  static func area(_ project: Int) -> String { "PQ-QL\(project % 7 + 1)" }

  /// The day on which the last project of an area (0 ..< 7) says that it is clear.
  static func areaDay(_ area: Int) -> Day {
    stride(from: area, to: 18, by: 7).map(day).max() ?? Calendar.end
  }
}

/// The nine areas of old compounds, and one of the year before.
enum Compounds {
  /// Four compounds to an area; six areas are through by the end of November 2023.
  static func accepted(_ compound: Int) -> Day {
    let area = compound / 4
    let last =
      area < 6 ? on(2023, 8, 20).adding(days: area * 18) : on(2023, 12, 8).adding(days: area)
    return last.adding(days: compound % 4 - 3)
  }
}

extension DemoDistrict {
  var areas: [Table] { [districtAreas, renewals] }

  private struct Area: Sendable {
    var key: String
    var name: String
    var kind: String
    var done: Day?
    var entered: Day?
  }

  private static let areaList: [Area] =
    (1...3).map { Area(key: "PQ-HL\($0)", name: "活力区\($0)区", kind: "活力区") }
    + (0..<7).map {
      Area(key: "PQ-QL\($0 + 1)", name: "清零片区\($0 + 1)", kind: "拆迁清零", done: Clearing.areaDay($0))
    }
    + (1...14).map { Area(key: "PQ-XZ\($0)", name: "新征收片区\($0)", kind: "新征收") }
    + (0..<9).map {
      Area(
        key: "PQ-LJ\($0 + 1)", name: "老旧小区片区\($0 + 1)", kind: "老旧小区",
        done: Compounds.accepted($0 * 4 + 3))
    }
    + [
      Area(
        key: "PQ-LJ0", name: "老旧小区片区（上年）", kind: "老旧小区", done: on(2022, 11, 20),
        entered: on(2023, 2, 20))
    ]

  private var districtAreas: Table {
    Table(
      registry: "片区", unit: "城市更新中心", columns: ["片区编号", "名称", "类别", "街道", "启动日期", "完成日期", "完成文号"],
      count: Self.areaList.count,
      row: { index, day in
        let area = Self.areaList[index]
        return [
          .text(area.key), .text(area.name), .text(area.kind), .text(Names.street(index)),
          .day(on(2022, 3, 1)), .when(area.done),
          .maybe(area.done.map { $0 <= day } == true ? "示更〔2023〕\(index + 1)号" : nil),
        ]
      },
      entered: { Self.areaList[$0].entered ?? Calendar.opening })
  }

  private var renewals: Table {
    Table(
      registry: "片区更新", unit: "商埠区发展中心",
      columns: [
        "项目编号", "项目名称", "类别", "面积#2", "进度.方案批复", "进度.开工", "进度.竣工", "进度.竣工验收", "进度.开放", "批复文号",
      ],
      count: 12,
      row: { index, _ in
        let approved = on(2022, 8, 1).adding(days: index * 15)
        let isBuilt = index % 2 == 0
        return [
          .text("GX\(padded(index + 1, 3))"), .text("更新项目\(index + 1)"),
          .text(["历史街区", "休闲街区", "旧厂区", "生态绿地"][index % 4]), .number((8000 + index * 900) * 100),
          .day(approved), .day(approved.adding(days: 90)),
          .when(isBuilt ? approved.adding(days: 330) : nil),
          .when(isBuilt ? approved.adding(days: 360) : nil),
          .when(isBuilt ? approved.adding(days: 390) : nil), .text("示更批〔2022〕\(index + 1)号"),
        ]
      })
  }
}
