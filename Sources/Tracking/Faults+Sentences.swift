import Domain

extension TrackingFault {
  /// The fault in one or two plain sentences: what is wrong, and what was expected.
  public func sentence(_ language: Language) -> String { words(language) }

  private var words: Phrase {
    planWords ?? measureWords ?? lightWords
  }

  private var planWords: Phrase? {
    switch self {
    case .unknownCommitment(let id):
      Phrase("没有编号为 \(id) 的承诺事项。", "There is no commitment \(id).")
    case .notActive(let id, let state):
      Phrase(
        "\(id) 已不在计划中（\(state)），不能再改。",
        "\(id) is no longer in the plan (\(state)) and cannot be changed.")
    case .idTaken(let id):
      Phrase("编号 \(id) 已有事项使用。请另取编号。", "The id \(id) is taken. Choose another.")
    case .targetWithoutDecision(let id):
      Phrase(
        "\(id) 的计划已经下达，目标只能依决定调整。请写明文件、决定机关和日期。",
        "The target of \(id) changes only by a decision. Give its document, authority and date.")
    case .undecided(let id, let parts):
      Phrase(
        "\(id) 的计划已经下达，\(parts.map(\.words.chinese).joined(separator: "、"))只能依决定变动。请写明文件、决定机关和日期。",
        "The plan of \(id) was issued: \(parts.map(\.words.english).joined(separator: ", ")) "
          + "changes only by a decision. Give its document, authority and date.")
    case .undecidedDeclaration(let ids):
      Phrase(
        "已下达的 \(ids.joined(separator: "、")) 以此为口径，这样重新声明会动到结论。请写明决定的文件、机关和日期。",
        "The issued \(ids.joined(separator: ", ")) rest on it, and this declaration can move their "
          + "verdicts. Give the decision's document, authority and date.")
    case .quoteDiffers(let id, let start, let quote):
      Phrase(
        "\(id) 引的「\(quote)」与所存报告第 \(start) 个字符处的原文不符。引文须是报告的原话。",
        "\(id) quotes 「\(quote)」, which the stored report does not say at character \(start). "
          + "A quote is the report's own words.")
    case .quoteWithoutReport(let id, let report):
      Phrase(
        "\(id) 引的报告 \(report.prefix(12)) 不在账内，无法核对。请先采纳这份报告。",
        "\(id) quotes the report \(report.prefix(12)), which is not in this ledger. Adopt it first."
      )
    case .decisionLater(let id, let date, let today):
      Phrase(
        "\(id) 的调整决定日期 \(date) 晚于今天 \(today)。",
        "The decision on \(id) is dated \(date), after today (\(today)).")
    case .decisionIncomplete(let id):
      Phrase(
        "\(id) 的调整决定缺少文件或决定机关。",
        "The decision on \(id) lacks its document or its authority.")
    case .selfMerge(let id):
      Phrase("\(id) 不能并入自身。合并应有两个不同的事项。", "\(id) cannot be merged into itself.")
    case .numberTooLong(let id):
      Phrase(
        "\(id) 的目标值或容差超过 \(PlanRules.longest) 位。请核对数字。",
        "The target or tolerance of \(id) has more than \(PlanRules.longest) digits. Check the number."
      )
    case .splitTooSmall(let id):
      Phrase("\(id) 应拆分为至少两项。", "\(id) must be split into two or more.")
    default: scheduleWords
    }
  }

  private var scheduleWords: Phrase? {
    switch self {
    case .unitTwice(let id, let unit):
      Phrase("\(id) 的责任单位「\(unit)」重复。", "\(unit) occurs twice among the units of \(id).")
    case .unknownUnit(let id, let unit):
      Phrase(
        "\(id) 的责任单位「\(unit)」不在单位名录中。", "\(unit), named by \(id), is not among the units.")
    case .predecessorCycle(let id):
      Phrase(
        "\(id) 的前身事项绕回了自身。", "Following the predecessors of \(id) leads back to it.")
    case .deadlineBeforePeriod(let id, let deadline, let period):
      Phrase(
        "\(id) 的时限 \(deadline) 早于期间 \(period) 的开始。",
        "The deadline \(deadline) of \(id) lies before its period \(period).")
    case .brokenPath(let id):
      Phrase(
        "\(id) 的序时节点应按日期递增，比例在 0 到 100 之间且不减少。",
        "The path of \(id) must rise from day to day, with percents from 0 to 100.")
    case .empty(let id, let what):
      Phrase("\(id) 的\(what.chinese)是空的。", "The \(what.english) of \(id) is empty.")
    case .noYear:
      Phrase(
        "报告没有写明年度，也没有另行指定。请指定年度。",
        "The report does not say for which year it is. Give the year.")
    default: nil
    }
  }

  private var measureWords: Phrase? {
    switch self {
    case .unknownRegistry(let id, let registry):
      Phrase("\(id) 的口径用到台账「\(registry)」，没有这个台账。", "\(id): no registry \(registry).")
    case .unknownField(let id, let registry, let field):
      Phrase(
        "\(id)：台账「\(registry)」没有「\(field)」这一栏。",
        "\(id): the registry \(registry) has no column \(field).")
    case .wrongKind(let id, let registry, let field, let expected):
      Phrase(
        "\(id)：「\(registry)」的「\(field)」应为\(expected.chinese)。",
        "\(id): \(field) of \(registry) should be \(expected.english).")
    case .unknownSeries(let id, let series):
      Phrase("\(id)：没有统计指标「\(series)」。", "\(id): there is no series \(series).")
    case .unitsDiffer(let id, let target, let measure):
      Phrase(
        "\(id)：目标单位「\(target)」与口径单位「\(measure)」不能换算。",
        "\(id): the target is in \(target), the measure in \(measure); they do not convert.")
    case .mixedDenominator(let id, let of, let to):
      Phrase(
        "\(id)：占比的分子是「\(of)」，分母是「\(to)」，不是同一类。应为同类之比，或写明复合单位。",
        "\(id): a share of \(of) in \(to) mixes two things. Compare like with like, or declare a unit."
      )
    default: countingWords
    }
  }

  private var countingWords: Phrase? {
    switch self {
    case .newnessMissing(let id):
      Phrase(
        "\(id) 写的是新增，口径应选定毛增、净增或首次（newness）。",
        "\(id) says 新增: choose gross, net or first (newness).")
    case .newnessIncomplete(let id, let newness):
      newness == .net
        ? Phrase("\(id)：净增需要写明退出日期（ended）。", "\(id): net needs `ended`.")
        : Phrase("\(id)：首次需要写明以哪些栏识别（distinct）。", "\(id): first needs `distinct`.")
    case .noReference(let id, let registry, let field, let to):
      Phrase(
        "\(id)：「\(registry)」的「\(field)」没有指向台账「\(to)」。",
        "\(id): \(field) of \(registry) does not refer to \(to).")
    case .badMilestones(let id):
      Phrase(
        "\(id) 的节点不能为空，编号不能重复，期限不能晚于事项时限。",
        "\(id) needs milestones with ids of their own, due by its deadline.")
    case .unknownChoice(let id, let registry, let field, let value):
      Phrase(
        "\(id)：「\(registry)」的「\(field)」没有「\(value)」这个选项。",
        "\(id): \(field) of \(registry) has no choice \(value).")
    case .notComparable(let id):
      Phrase(
        "\(id)：已发布的增速不能由总量倒算；增速口径只能用于台账计数、求和或存量。",
        "\(id): growth is measured of registries; published growth is taken as published.")
    case .noParts(let id):
      Phrase("\(id) 的口径没有任何部分。", "The measure of \(id) has no parts.")
    case .otherPrice(let id, let series):
      Phrase(
        "\(id)：统计指标「\(series)」的价格或币种与口径不同。",
        "\(id): \(series) is published with another price basis or currency.")
    default: nil
    }
  }

  private var lightWords: Phrase {
    switch self {
    case .lightGap(let name, let example):
      Phrase(
        "亮灯规则「\(name)」有空档：\(example) 时没有灯。请补全。",
        "The light rules \(name) have a gap: no light at \(example).")
    case .lightOverlap(let name, let example, let lights):
      Phrase(
        "亮灯规则「\(name)」有重叠：\(example) 时同时为 \(Self.list(lights, "、"))。",
        "The light rules \(name) overlap: \(Self.list(lights, " and ")) at \(example).")
    case .unknownFact(let name, let fact):
      Phrase(
        "亮灯规则「\(name)」问到「\(fact)」，没有这个事实。",
        "The light rules \(name) ask for \(fact), which is no fact that is known.")
    default:
      Phrase("亮灯规则的分界过多，无法检查。", "The light rules have too many end points to check.")
    }
  }

  private static func list(_ lights: [Light], _ separator: String) -> String {
    lights.map(\.rawValue).joined(separator: separator)
  }
}
