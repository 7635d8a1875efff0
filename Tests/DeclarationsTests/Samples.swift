import Domain

/// Files as people write them, and the values that they stand for.
enum Samples {
  static let registryFile = """
    # 台账
    - name: 高新技术企业
      english: high-tech enterprises
      unit: 家
      key: [统一社会信用代码, 证书编号]
      fields:
        - {name: 统一社会信用代码, kind: code, checker: 统一社会信用代码, required: true, aliases: [信用代码, 税号]}
        - name: 证书编号
          kind: text
          required: true
        - {name: 发证日期, kind: date}
        - {name: 研发费用, kind: number, unit: 万元, digits: 2}
        - {name: 类型, kind: choice, choices: [首次认定, 重新认定]}
        - name: 进度
          kind: stages
          stages: [受理, 公示, 发证]
        - {name: 企业, kind: reference, registry: 市场主体}
        - {name: 联系人, kind: personal}
      duplicates:
        - same: [统一社会信用代码]
        - similar: 证书编号
    """

  static let registries = [
    Registry(
      name: "高新技术企业", english: "high-tech enterprises", unit: "家", key: ["统一社会信用代码", "证书编号"],
      fields: [
        Field(
          name: "统一社会信用代码", kind: .code, aliases: ["信用代码", "税号"], required: true,
          checker: .creditCode),
        Field(name: "证书编号", kind: .text, required: true), Field(name: "发证日期", kind: .date),
        Field(name: "研发费用", kind: .number, unit: "万元", digits: 2),
        Field(name: "类型", kind: .choice, choices: ["首次认定", "重新认定"]),
        Field(name: "进度", kind: .stages, stages: ["受理", "公示", "发证"]),
        Field(name: "企业", kind: .reference, registry: "市场主体"),
        Field(name: "联系人", kind: .personal),
      ], duplicates: [.init(same: ["统一社会信用代码"]), .init(similar: "证书编号")])
  ]

  static let lightFile = """
    - name: 甲市进度
      source: 甲市督查办法（2025）
      effective: 2025
      lights:
        - light: green
          when: {behindPoints: "<= 0"}
        - light: yellow
          when:
            behindPoints: "> 0, <= 30"
            excused: any
          note: 公布的规则未写明 0 至 10 个百分点，由本市补全
        - {light: red, when: {behindPoints: "> 30"}}
    """

  static let lights = [
    LightRules(
      name: "甲市进度", source: "甲市督查办法（2025）", effective: .year(2025),
      lights: [
        .init(light: .green, when: ["behindPoints": interval("<= 0")]),
        .init(
          light: .yellow,
          when: ["behindPoints": interval("> 0, <= 30"), "excused": interval("any")],
          note: "公布的规则未写明 0 至 10 个百分点，由本市补全"),
        .init(light: .red, when: ["behindPoints": interval("> 30")]),
      ])
  ]

  private static func interval(_ text: String) -> Interval { Interval(text) ?? Interval() }

  static let series = [
    Series(
      name: "地区生产总值", unit: "亿元", price: .constant, publisher: "统计局", cadence: .quarter, lag: 1,
      silent: [1], aliases: ["GDP", "生产总值"])
  ]

  static let templates = [
    Template(
      id: "P16", title: "高新技术企业", kind: .target,
      reads: .init(words: ["高新技术企业"], relation: .count, units: ["家"]), units: ["科技局"],
      measure: .count(.init(registry: "高新技术企业", dated: "发证日期", newness: .first)),
      path: .halves(first: 60), tolerance: Tolerance(value: Exact(5, digits: 1), kind: .points),
      nature: .expected)
  ]

  static let scores = [
    ScoreRules(
      name: "超欠", source: "考核办法", base: Exact(10), floor: .zero, cap: Exact(12),
      above: .init(every: Exact(1), points: Exact(1)),
      below: .init(every: Exact(10), points: Exact(1), stepwise: true), allOrNothing: false)
  ]

  static let planFile = """
    place: 某市某区
    year: 2023
    commitments:
      - id: P16
        title: 新增高新技术企业
        target:
          value: 52
          bound: at_least
          unit: 家
        deadline: 2023-12-31
        units: [科技局, 工信局]
        strength: 力争
        measure:
          count:
            registry: 高新技术企业
            dated: 发证日期
            where:
              - {field: 类型, is: 首次认定}
            newness: first
        kind: target
        period: 2023
    """
}
