import Domain

/// The fields of the form by which a commitment is edited, in groups.
struct CommitmentFields {
  let choices: CommitmentFormPage.Choices
  let form: FormValues
  let frame: Frame

  /// Rows for units that cooperate.
  static let cooperating = 6
  /// Rows for milestones.
  static let milestones = 8

  private func shown(_ fields: [FormField]) -> [[String: Any]] {
    fields.map { $0.context(form, frame) }
  }

  private func choice(_ empty: String, _ values: [String]) -> FormField.Control {
    .select([.init("", empty)] + values.map { .init($0) })
  }

  var general: [[String: Any]] {
    shown([
      FormField("title", frame("名称", "Title")),
      FormField("english", frame("英文名称", "English title")),
      FormField("theme", frame("主题", "Theme"), .text(suggestions: "theme-names")),
      FormField(
        "strength", frame("力度", "Strength"),
        hint: frame("只作记录，不影响研判。", "Recorded; the number is judged the same."),
        choice(frame("未说明", "not stated"), Commitment.Strength.allCases.map(\.rawValue))),
      FormField(
        "nature", frame("性质", "Nature"),
        choice(frame("未说明", "not stated"), Statement.Nature.allCases.map(\.rawValue))),
    ])
  }

  var duty: [[String: Any]] {
    let none = frame("无", "none")
    let lead = FormField("lead", frame("牵头单位", "Lead"), choice(none, choices.units))
    let used =
      form.names.filter { $0.hasPrefix("with-") && !form.value($0).isEmpty }
      .compactMap { Int($0.dropFirst(5)) }.max() ?? 0
    let others = (1...min(40, max(Self.cooperating, used + 1))).map {
      FormField("with-\($0)", frame("配合单位 \($0)", "Cooperating \($0)"), choice(none, choices.units))
    }
    return shown([lead] + others)
  }

  var schedule: [[String: Any]] {
    let own = form.value("path")
    let usual = ["linear", "60/40", "annual", "nodes"]
    let paths: [FormField.Option] =
      [.init("", frame("没有另定（按日匀速）", "none (even)"))]
      + [
        .init("linear", frame("按日匀速", "even by day")),
        .init("60/40", frame("上半年 60%，下半年 40%", "60% by mid-year, 40% after")),
        .init("annual", frame("只看年底", "only at the end")),
        .init("nodes", frame("按下面的节点", "by the nodes below")),
      ] + (own.isEmpty || usual.contains(own) ? [] : [.init(own)])
    return shown([
      FormField("deadline", frame("完成期限", "Deadline"), .day),
      FormField("path", frame("序时进度", "Path"), .select(paths)),
      FormField(
        "nodes", frame("节点", "Nodes"),
        hint: frame("每行一个：日期 百分比，如 2023-06-30 40", "One a line: day and percent, 2023-06-30 40"),
        .area(rows: 3)),
      FormField(
        "settles", frame("期限后几个月佐证才齐", "Months after the deadline until evidence is complete")),
      FormField(
        "proof", frame("起决定作用的佐证最低等级", "Weakest grade that decides"),
        .select(
          [.init("", frame("没有另定（部门台账）", "none (department register)"))]
            + Grade.allCases.map { .init($0.chinese, frame.words.proof($0)) })),
    ])
  }

  var target: [[String: Any]] {
    let bounds = Statement.Bound.allCases.map {
      FormField.Option($0.rawValue, frame.words.bound($0, strict: false))
    }
    return shown([
      FormField("target-value", frame("数值", "Number")),
      FormField("target-value2", frame("区间上限", "Upper end of a range")),
      FormField(
        "target-unit", frame("单位", "Unit"), hint: frame("照报告写：家、万家、%", "As written: 家, 万家, %")),
      FormField("target-bound", frame("界限", "Bound"), .select(bounds)),
      FormField(
        "target-strict", frame("不含本数（超过、突破）", "The number itself does not suffice"), .check),
      FormField(
        "tolerance-value", frame("容差（左右、约）", "Tolerance (about)"),
        hint: frame("须在期初公布。", "Declared before the period begins.")),
      FormField(
        "tolerance-kind", frame("容差单位", "Tolerance in"),
        .select([
          .init("percent", frame("占数值的百分比", "percent of the number")),
          .init("points", frame("百分点", "percentage points")),
        ])),
    ])
  }

  var decision: [[String: Any]] {
    shown([
      FormField("decision-document", frame("文件", "Document")),
      FormField("decision-authority", frame("作出决定的机关", "Authority")),
      FormField("decision-date", frame("日期", "Date"), .day),
    ])
  }

  var unverifiable: [String: Any] {
    FormField(
      "unverifiable", frame("无法核验的原因（公开）", "Why nothing can verify it (public)"), .area(rows: 2)
    ).context(form, frame)
  }

  // MARK: Measure

  /// One radio and its fields for every kind of measure.
  var kinds: [[String: Any]] {
    let kinds: [(String, String, [FormField])] = [
      ("none", frame("没有口径，无法核验", "No measure: unverifiable"), []),
      ("reported", frame("统计发布的数", "A published figure"), reported),
      ("count", frame("数台账：期内发生的", "Count records of the period"), count),
      ("sum", frame("加台账：期内发生的合计", "Add up records of the period"), sum),
      ("stock", frame("台账在册：某日有效的", "Records valid on a day"), stock),
      ("milestones", frame("节点，各有证明文件", "Milestones, each with its document"), milestones),
      (
        "yaml", frame("其他（YAML）", "Anything else (YAML)"),
        [
          FormField(
            "yaml", frame("口径", "Measure"),
            hint: frame(
              "ratio、growth、coverage、all，或带复杂条件的；写法见手册。",
              "ratio, growth, coverage, all, or with conditions of other registries."),
            .area(rows: 12))
        ]
      ),
    ]
    let chosen = form.value("measure-kind")
    return kinds.map { value, label, fields in
      [
        "value": value, "label": label, "chosen": value == chosen, "fields": shown(fields),
        "is-none": value == "none", "has-fields": !fields.isEmpty,
      ]
    }
  }

  private var reported: [FormField] {
    [
      FormField(
        "series", frame("指标", "Series"),
        .select(
          [.init("", frame("请选择", "choose"))]
            + choices.series.map {
              .init($0.name, frame.language == .english ? $0.english ?? $0.name : $0.name)
            })),
      FormField(
        "form", frame("看什么", "Which"),
        .select([
          .init("level", frame("总量", "level")),
          .init("growth", frame("增速（照发布，不由总量推算）", "growth as published")),
        ])),
    ]
  }

  /// Registry and date column in one, so that they always belong together.
  private var dated: [FormField.Option] {
    [.init("", frame("请选择", "choose"))]
      + choices.registries.flatMap { registry in
        registry.columns.filter { $0.type == .day }.map {
          FormField.Option("\(registry.name)|\($0.name)", "\(registry.name) · \($0.name)")
        }
      }
  }

  private func conditions(_ name: String) -> FormField {
    FormField(
      name, frame("条件", "Conditions"),
      hint: frame(
        "每行一条，都要满足：类型 = 甲、乙；类型 ≠ 丙；面积 >= 10, < 30；批复文号 有；批复文号 无；进度.开工 已到",
        "One a line, all must hold: 类型 = 甲、乙; 类型 ≠ 丙; 面积 >= 10, < 30; 批复文号 有; 批复文号 无; 进度.开工 已到"),
      .area(rows: 3))
  }

  private func distinct(_ name: String) -> FormField {
    FormField(
      name, frame("按什么去重", "Counted once by"),
      hint: frame("同名只算一次的字段，用顿号隔开。", "Fields that name the thing, with 、 between."))
  }

  private var count: [FormField] {
    [
      FormField("count-dated", frame("台账和日期字段", "Registry and date"), .select(dated)),
      conditions("count-where"),
      FormField(
        "count-newness", frame("新增怎么算", "What new means"),
        .select([
          .init("", frame("不涉及", "not applicable")), .init("gross", frame("毛增", "gross")),
          .init("net", frame("净增", "net")), .init("first", frame("首次", "first time")),
        ])),
      distinct("count-distinct"),
      FormField("count-ended", frame("净增：离开的日期字段", "Net: date of leaving")),
      FormField(
        "count-claimed", frame("常被提前报的日期字段", "Date commonly reported before"),
        hint: frame(
          "如 进度.签约；到了这一步而没到上面一步的，列为剔除。", "Those that have only this are listed as left out.")),
    ]
  }

  private var sum: [FormField] {
    [
      FormField("sum-dated", frame("台账和日期字段", "Registry and date"), .select(dated)),
      FormField("sum-field", frame("相加的数字字段", "Number field to add up")),
      conditions("sum-where"),
      FormField("sum-claimed", frame("常被提前报的日期字段", "Date commonly reported before")),
    ]
  }

  private var stock: [FormField] {
    [
      FormField(
        "stock-registry", frame("台账", "Registry"),
        choice(frame("请选择", "choose"), choices.registries.map(\.name))),
      FormField("stock-from", frame("从哪个日期起在册", "Valid from (date)")),
      FormField("stock-until", frame("到哪个日期止", "Valid until (date)")),
      conditions("stock-where"), distinct("stock-distinct"),
      FormField("stock-field", frame("相加的数字字段（不填则数条数）", "Number field (empty counts records)")),
    ]
  }

  private var milestones: [FormField] {
    (1...Self.milestones).flatMap { row in
      [
        FormField("m\(row)-id", "", .hidden),
        FormField("m\(row)-title", frame("节点 \(row)", "Milestone \(row)")),
        FormField("m\(row)-proof", frame("以什么文件为证", "Proved by")),
        FormField("m\(row)-due", frame("期限", "Due"), .day),
        FormField("m\(row)-later", frame("只记录，不参与判定", "Kept, does not decide"), .check),
      ]
    }
  }
}
