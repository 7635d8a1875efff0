import Domain

/// Writes declarations as YAML that ``DeclarationReader`` reads back without loss: UTF-8, Chinese as
/// it is, keys in a fixed order, an explanation of the fields above a plan. Only a byte order mark
/// that begins a text is not read back.
public struct DeclarationWriter: Sendable {
  /// A writer; it has no settings.
  public init() {}

  /// Registries with their fields.
  public func registries(_ registries: [Registry]) throws -> [UInt8] { try list(registries) }
  /// Statistical series.
  public func series(_ series: [Series]) throws -> [UInt8] { try list(series) }
  /// Departments and subdistricts.
  public func units(_ units: [WorkUnit]) throws -> [UInt8] { try list(units) }
  /// What a pack knows of commitments.
  public func templates(_ templates: [Template]) throws -> [UInt8] { try list(templates) }
  /// Rule sets for lights.
  public func lights(_ rules: [LightRules]) throws -> [UInt8] { try list(rules) }
  /// Rule sets for points.
  public func scores(_ rules: [ScoreRules]) throws -> [UInt8] { try list(rules) }

  /// One measure, as ``DeclarationReader/measure(_:)`` reads it back.
  public func measure(_ measure: Measure) throws -> [UInt8] {
    Self.bytes(WriteYAML.lines(try TreeEncoder.tree(measure)))
  }

  /// A plan: what it is held to first, where it came from last.
  public func plan(_ plan: PlanFile) throws -> [UInt8] {
    var head = plan
    head.commitments = []
    let pairs = try (TreeEncoder.tree(head).pairs ?? []).filter { $0.key != "commitments" }
    var lines = Self.explanation + [""] + pairs.flatMap(WriteYAML.pair) + [""]
    guard !plan.commitments.isEmpty else { return Self.bytes(lines + ["commitments: []"]) }
    lines.append("commitments:")
    for item in plan.commitments {
      let tree = Self.ordered(try TreeEncoder.tree(item))
      lines += WriteYAML.item(tree).map { "  " + $0 } + [""]
    }
    return Self.bytes(lines.dropLast())
  }

  private func list<Value: Encodable>(_ values: [Value]) throws -> [UInt8] {
    let items = try values.map { WriteYAML.item(try TreeEncoder.tree($0)) }
    return Self.bytes(items.isEmpty ? ["[]"] : Array(items.joined(separator: [""])))
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The keys that matter most, first; the others in the type's own order behind them.
  private static func ordered(_ tree: Tree) -> Tree {
    guard let pairs = tree.pairs else { return tree }
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let sorted = pairs.enumerated().sorted { a, b in
      (rank[a.element.key] ?? order.count, a.offset) < (
        rank[b.element.key] ?? order.count, b.offset
      )
    }
    return Tree(.map(sorted.map(\.element)))
  }

  private static let order = [
    "id", "title", "english", "target", "decision", "deadline", "units", "strength", "nature",
    "measure", "unverifiable", "path", "settles", "proof", "theme", "kind", "period",
    "predecessor", "matter", "note", "state",
  ]

  private static let explanation = [
    "# 承诺事项方案 Plan of commitments",
    "# 可直接编辑后导入；不认识的键会被指出，不会被忽略。Edit and import; unknown keys are reported.",
    "#",
    "# entry     写出本文件时账本的末条，请勿改动；写出之后别人改过的事项，导入时会指出",
    "#           the ledger's last entry; what others changed since is told on import",
    "# id        编号，导入后不变  lasting id",
    "# title     事项名称  title",
    "# target    目标：value 数值，unit 单位，bound 界限（at_least 不低于，at_most 不高于，exact 等于，",
    "#           about 约，between 区间，上限为 value2），strict: true 不含本数（超过、突破），tolerance 容差",
    "#           the number; strict leaves the number itself out",
    "# decision  目标有变时必填：document 文件，authority 机关，date 日期  needed to change a target",
    "# deadline  完成期限  last day",
    "# units     责任单位，第一个为牵头  lead first, then those who cooperate",
    "# strength  力争 或 确保，只作记录，不影响研判  recorded only",
    "# measure   口径：reported, count, stock, sum, ratio, growth, coverage, milestones, all 之一",
    "#           how evidence answers; unverifiable 无口径时写明原因  or why nothing can",
    "# path      序时进度：linear 按日，60/40 上下半年，annual 只看年底，或 {day, percent} 的清单",
    "# settles   期限后几个月佐证才齐  months after the deadline until evidence is complete",
    "# proof     起决定作用的佐证最低等级：自报、部门台账、统计发布、验收或第三方  weakest grade",
    "# state     active, withdrawn, merged into 编号, split into 编号、…",
    "# origins   报告原句及位置，请勿改动  the report's own words; leave as they are",
  ]
}
