import Domain

/// A company that stands in several registers under one code.
struct Firm: Sendable {
  var code: String
  var name: String
  var number: Int

  /// - Parameter index: 0 ..< 2,400; these never deregister in 2023.
  init(_ index: Int) {
    number = index * 51 + 4
    code = Names.creditCode(10_000_000 + number)
    name = Names.company(number)
  }
}

extension DemoDistrict {
  var economy: [Table] { [marketEntities, aboveThreshold, institutions, headquarters] }

  /// 126,000 at the end of 2022; exactly 15,000 come in 2023, some 7,400 leave.
  private var marketEntities: Table {
    let (scale, seed) = (scale, seed)
    let stock = 126_000 * scale
    let timeline = Timeline([
      (stock, on(1998, 1, 1), on(2022, 12, 31)),
      (13_900 * scale, on(2023, 1, 1), on(2023, 11, 30)),
      (1_100 * scale, on(2023, 12, 1), on(2023, 12, 31)),
      (16_200 * scale, on(2024, 1, 1), on(2024, 12, 31)),
    ])
    let exit: @Sendable (Int) -> Day? = { index in
      if index % 17 == 3, index < stock { return on(2023, 1, 1).adding(days: index / 17 % 365) }
      if index % 19 == 5, index < stock { return on(2024, 1, 1).adding(days: index / 19 % 366) }
      return nil
    }
    return Table(
      registry: "市场主体", unit: "市场监管局",
      columns: [
        "统一社会信用代码", "名称", "主体类型", "成立日期", "注销日期", "注册资本#2", "行业门类", "街道", "住所", "法定代表人",
      ],
      count: timeline.count,
      row: { index, _ in
        var random = SplitMix(seed, "市场主体", index)
        let kind = index % 51 == 4 ? "企业" : random.pick(["企业", "个体工商户", "个体工商户", "农民专业合作社"])
        let isHousehold = kind == "个体工商户"
        return [
          .text(Names.creditCode(10_000_000 + index, isHousehold: isHousehold)),
          .text(Names.company(index, isHousehold: isHousehold)), .text(kind),
          .when(timeline.day(index)), .when(exit(index)),
          .number((random.below(500) + 1) * 10_000 / (isHousehold ? 10 : 1)),
          .text(random.pick(["批发零售", "住宿餐饮", "制造", "建筑", "信息服务", "租赁商务", "科研技术", "居民服务"])),
          .text(Names.street(index)), .text(Names.address(index)),
          .text(Names.person(random.below(182))),
        ]
      },
      events: { index in [timeline.day(index), exit(index)].compactMap { $0 } })
  }

  private var aboveThreshold: Table {
    let timeline = Timeline([
      (1122, on(2012, 1, 1), on(2022, 12, 31)), (96, on(2023, 3, 1), on(2023, 12, 31)),
      (88, on(2024, 3, 1), on(2024, 12, 31)),
    ])
    return Table(
      registry: "四上企业", unit: "统计局", grade: .published,
      columns: ["统一社会信用代码", "名称", "专业类别", "入库日期", "退库日期", "批复文号", "街道"],
      count: timeline.count,
      row: { index, _ in
        let firm = Firm(index)
        let left =
          index % 36 == 7 && index < 1122 ? on(2023, 3, 31).adding(months: index / 36 % 9) : nil
        let kinds = ["规上工业", "限上批发零售", "限上住宿餐饮", "资质内建筑业", "房地产开发", "规上服务业"]
        let entered = timeline.day(index)
        return [
          .text(firm.code), .text(firm.name), .text(kinds[index % 6]), .when(entered),
          .when(left), .text("示统审〔\(entered?.year ?? 2022)〕\(index % 12 + 1)号"),
          .text(Names.street(firm.number)),
        ]
      })
  }

  /// 10 are filed by the end of November 2023 and 12 by the end of the year; three signed only.
  private var institutions: Table {
    let timeline = Timeline([
      (40, on(2015, 1, 1), on(2022, 12, 31)), (10, on(2023, 1, 10), on(2023, 11, 25)),
      (2, on(2023, 12, 5), on(2023, 12, 25)),
    ])
    let kinds = ["产投基金", "私募基金", "创投基金", "融资租赁", "商业保理"]
    return Table(
      registry: "金融机构", unit: "地方金融监管局",
      columns: [
        "统一社会信用代码", "名称", "机构类型", "落户方式", "签约日期", "设立日期", "备案日期", "备案号", "联系人", "联系电话",
      ],
      count: 58,
      row: { index, _ in
        let firm = Firm(1400 + index)
        let signedOnly = (52..<55).contains(index)
        let filed = index < 52 ? timeline.day(index) : nil
        let later = on(2023, 4, 1).adding(days: index * 2)
        let isBank = index >= 55
        return [
          .text(firm.code), .text(firm.name), .text(isBank ? "银行" : kinds[index % 5]),
          .text(index % 3 == 0 ? "培育" : "引进"), .when((filed ?? later).adding(days: -60)),
          .when(signedOnly ? nil : (filed ?? later).adding(days: -20)),
          .when(isBank ? later : filed),
          .maybe(signedOnly ? nil : "示金备\(padded(index + 1, 4))"),
          .text(Names.person(index)), .text(Names.phone(index)),
        ]
      })
  }

  /// 7 regional ones by the end of November 2023, 8 by the end of the year; three have only an
  /// agreement. The city recognised two on 15 December.
  private var headquarters: Table {
    let timeline = Timeline([
      (24, on(2014, 1, 1), on(2022, 12, 31)), (7, on(2023, 1, 15), on(2023, 11, 20)),
      (1, on(2023, 12, 10), on(2023, 12, 10)),
    ])
    return Table(
      registry: "总部企业", unit: "发改局",
      columns: [
        "统一社会信用代码", "名称", "总部层级", "母公司", "协议日期", "设立日期", "职能证明", "认定级别", "认定日期", "认定文号",
      ],
      count: 35,
      row: { index, _ in
        let firm = Firm(1500 + index)
        let settled = timeline.day(index)
        let agreed = (settled ?? on(2023, 5, 1).adding(days: index)).adding(days: -45)
        let isNew = index >= 24
        let recognised = index < 2
        return [
          .text(firm.code), .text(firm.name), .text(isNew || index % 3 == 0 ? "区域性总部" : "综合总部"),
          .text(Names.company(2_000_000 + index)), .when(agreed), .when(settled),
          .maybe(settled == nil ? nil : "职能授权书〔\(agreed.year)〕\(index + 1)号"),
          .maybe(recognised ? "市级" : nil), .when(recognised ? on(2023, 12, 15) : nil),
          .maybe(recognised ? "示发改〔2023〕118号" : nil),
        ]
      })
  }
}
