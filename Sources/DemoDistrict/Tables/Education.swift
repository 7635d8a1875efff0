import Domain

extension DemoDistrict {
  var education: [Table] { [schoolProjects, schools, kindergartens, cases] }

  /// Seven are filed as finished in 2023 (four by the end of November); the eighth is said to be
  /// finished without a filing, and one of November 2022 is entered in September. Six are begun.
  private var schoolProjects: Table {
    let filed = Timeline([
      (4, on(2023, 6, 30), on(2023, 11, 10)), (3, on(2023, 12, 5), on(2023, 12, 27)),
    ])
    let begun = Timeline([
      (5, on(2023, 3, 10), on(2023, 11, 15)), (1, on(2023, 12, 12), on(2023, 12, 12)),
    ])
    return Table(
      registry: "学校建设项目", unit: "教体局", grade: .accepted,
      columns: [
        "项目编号", "项目名称", "学段", "建设性质", "班数", "学位", "进度.开工", "进度.竣工", "进度.竣工备案", "进度.启用",
        "竣工备案号",
      ],
      count: 15,
      row: { index, day in
        let done = index == 8 ? on(2022, 11, 18) : filed.day(index)
        let isFiled = done.map { $0 <= day } ?? false
        return [
          .text("XX\(padded(index + 1, 3))"),
          .text("示例第\(index + 1)\(index % 2 == 0 ? "小学" : "幼儿园")项目"),
          .text(index % 2 == 0 ? "小学" : "幼儿园"), .text(index % 3 == 2 ? "改扩建" : "新建"),
          .number(24), .number(24 * 45),
          .day(
            index < 9
              ? on(2021, 8, 1).adding(days: index * 20) : begun.day(index - 9) ?? Calendar.end),
          .when(done?.adding(days: -30) ?? (index == 7 ? on(2023, 12, 22) : nil)), .when(done),
          .when(done?.adding(days: 60)),
          .maybe(isFiled ? "示竣备教〔\(done?.year ?? 2023)〕\(index + 1)号" : nil),
        ]
      },
      entered: { $0 == 8 ? on(2023, 9, 10) : nil })
  }

  private static func schoolKey(_ index: Int) -> String { "3799\(padded(index + 1, 6))" }

  /// 62 schools: 58 recognised by the end of November 2023, all by the end of the year.
  private var schools: Table {
    let recognised = Timeline([
      (30, on(2021, 6, 1), on(2022, 12, 10)), (28, on(2023, 3, 1), on(2023, 11, 20)),
      (4, on(2023, 12, 6), on(2023, 12, 20)),
    ])
    return Table(
      registry: "学校", unit: "教体局", grade: .accepted,
      columns: [
        "学校标识码", "学校名称", "学段", "城乡", "建校日期", "新优学校认定日期", "认定文号", "教育集团", "入集团日期",
        "质量提升完成日期", "在校生数",
      ],
      count: 62,
      row: { index, day in
        let recognised = recognised.day(index)
        let isRecognised = recognised.map { $0 <= day } ?? false
        let isRural = index % 5 == 0
        return [
          .text(Self.schoolKey(index)), .text("示例区第\(index + 1)学校"),
          .text(["小学", "小学", "初中", "九年一贯制"][index % 4]), .text(isRural ? "乡村" : "城区"),
          .day(on(1970, 9, 1).adding(months: index * 6)), .when(recognised),
          .maybe(isRecognised ? "示教〔\(recognised?.year ?? 2023)〕\(index + 1)号" : nil),
          .text("第\(index % 9 + 1)教育集团"),
          .when(index % 6 == 5 ? nil : on(2020, 9, 1).adding(days: index * 19)),
          .when(isRural ? on(2023, 4, 1).adding(days: index * 6) : nil), .number(600 + index * 17),
        ]
      },
      entered: { _ in Calendar.opening })
  }

  /// 150 kindergartens, of which exactly 120 (80.0 %) are of second class or better at the end of
  /// 2023; they have far more than 80 % of the children.
  private var kindergartens: Table {
    let graded = Timeline([
      (112, on(2019, 1, 10), on(2022, 12, 20)), (7, on(2023, 3, 1), on(2023, 11, 20)),
      (1, on(2023, 12, 18), on(2023, 12, 18)),
    ])
    return Table(
      registry: "幼儿园", unit: "教体局", grade: .accepted,
      columns: [
        "园所标识码", "园所名称", "等级", "等级认定日期", "等级失效日期", "认定文号", "办园性质", "在园幼儿数", "开办日期", "停办日期",
      ],
      plans: ["等级失效日期"], count: 153,
      row: { index, _ in
        let grade = graded.day(index)
        let isGood = grade != nil
        return [
          .text("3788\(padded(index + 1, 6))"), .text("示例区第\(index + 1)幼儿园"),
          .text(isGood ? ["省级示范", "省一类", "省二类"][index % 3] : "省三类"),
          .when(grade ?? on(2020, 5, 1)), .when(grade?.adding(months: 72)),
          .text("示教幼〔\(grade?.year ?? 2020)〕\(index + 1)号"),
          .text(["公办", "公办", "普惠性民办", "其他民办"][index % 4]), .number(isGood ? 320 : 110),
          .day(on(2001, 9, 1).adding(months: index)), .when(index >= 150 ? on(2022, 7, 1) : nil),
        ]
      })
  }

  static let caseKinds = [
    "德育微课", "家庭教育", "社会实践", "心理健康", "班级管理", "校园文化", "课程思政", "劳动教育", "志愿服务", "网络文明",
  ]

  /// 104 cases of each kind in 2023, but 98 of the eighth: six of its 104 are of November 2022.
  private var cases: Table {
    Table(
      registry: "典型案例", unit: "教体局", columns: ["案例编号", "标题", "类别", "评选日期", "学校", "文号"], count: 1040,
      row: { index, _ in
        let (kind, number) = (index / 104, index % 104)
        let isOld = kind == 7 && number >= 98
        return [
          .text("AL\(padded(index + 1, 5))"), .text("\(Self.caseKinds[kind])案例\(number + 1)"),
          .text(Self.caseKinds[kind]),
          .day(isOld ? on(2022, 11, 1 + number - 98) : on(2023, 2, 20).adding(days: number * 3)),
          .text(Self.schoolKey(index % 62)), .text("示教案〔2023〕\(kind + 1)号"),
        ]
      },
      entered: { $0 / 104 == 7 && $0 % 104 >= 98 ? on(2023, 4, 12) : nil })
  }
}
