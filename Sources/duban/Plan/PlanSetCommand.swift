import ArgumentParser
import Domain
import Operations

/// `duban plan set`: changes a commitment; everything set at once is one version.
struct PlanSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "改一项承诺，改动记为新的一版。 Changes a commitment; the change is a version.",
    discussion: """
      计划下达以后，凡能动结论的（目标、容差、时限、时期、口径、佐证、补证、类别、能否核验、序时、前身），
      只能凭决定改动：--document、--authority、--date 三者都要有；名称、单位、力度、性质不必。
      Once the plan is issued, what can move a verdict changes only by a decision: --document,
      --authority and --date. Title, units, strength and nature are free.
      """)

  @Argument(help: "哪一项。 The commitment.")
  var id: String

  @Option(help: "名称。 Its title.")
  var title: String?

  @Option(help: "目标值，如 2500 或 6.5。 The target's number.")
  var target: Exact?

  @Option(help: "界限：exact、at_least、at_most、about、between。 The target's bound.")
  var bound: Statement.Bound?

  @Option(help: "目标的单位。 The target's unit.")
  var unit: String?

  @Option(help: "左右、约的容差：5% 或 0.5点。 How far 左右 reaches: percent or points.")
  var tolerance: Tolerance?

  @Option(help: "时限，如 2023-09-30。 The last day.")
  var deadline: Day?

  @Option(help: "时期，如 2023 或 2023-07..2024-06。 The days that it is for.")
  var period: Period?

  @Option(help: "责任单位，牵头在前，用逗号或顿号隔开。 Units, the lead first.")
  var units: String?

  @Option(help: "力争或确保。 How firmly it is worded.")
  var strength: Commitment.Strength?

  @Option(help: "约束性或预期性。 Its nature.")
  var nature: Statement.Nature?

  @Option(help: "序时进度：linear、annual 或 60/40。 The path.")
  var path: Domain.Path?

  @Option(help: "口径文件（YAML）。 The measure, from YAML.")
  var measure: String?

  @Option(help: "无法核验的原因；口径随之撤去。 Why nothing can measure it.")
  var unverifiable: String?

  @Option(help: "起决定作用的最低佐证等级。 The weakest grade that decides.")
  var proof: Grade?

  @Option(help: "期限后几个月佐证才齐。 Months after the deadline until its evidence is complete.")
  var settles: Int?

  @Option(help: "类别：target、task、baseline。 Its kind.")
  var kind: Commitment.Kind?

  @Option(help: "前身：年度或年度:编号，如 2022:P18。 What it was in an earlier year.")
  var predecessor: Commitment.Predecessor?

  @OptionGroup var decision: DecisionArguments
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorArguments

  func run() throws {
    try ledger.telling {
      try EditPlan(ledger.office()).set(
        id, to: settings(), by: author.caller, reason: author.reason)
      print(ledger.lang == .chinese ? "已改 \(id)" : "changed: \(id)")
    }
  }

  private func settings() throws -> EditPlan.Settings {
    var settings = EditPlan.Settings()
    settings.title = title
    (settings.target, settings.bound, settings.unit) = (target, bound, unit)
    settings.decision = decision.decision
    (settings.deadline, settings.period, settings.tolerance) = (deadline, period, tolerance)
    (settings.unverifiable, settings.proof) = (unverifiable, proof)
    (settings.settles, settings.kind) = (settles, kind)
    settings.units = units?.split { "、,，".contains($0) }.map { String($0) }
    (settings.strength, settings.nature, settings.path) = (strength, nature, path)
    settings.measure = try measure.map(PlanFiles.measure)
    settings.predecessor = predecessor
    return settings
  }
}

extension Exact: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Domain.Path: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Commitment.Predecessor: ExpressibleByArgument {
  public init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard let year = parts.first.flatMap({ Int($0) }) else { return nil }
    self.init(year: year, id: parts.count > 1 ? parts[1] : nil)
  }
}

extension Commitment.Strength: ExpressibleByArgument {}
extension Statement.Nature: ExpressibleByArgument {}
extension Statement.Bound: ExpressibleByArgument {}
extension Commitment.Kind: ExpressibleByArgument {}

extension Tolerance: ExpressibleByArgument {
  /// `5%`, `0.5点`, `0.5个百分点`.
  public init?(argument: String) {
    for (ending, kind) in [("%", Kind.percent), ("个百分点", .points), ("点", .points)]
    where argument.hasSuffix(ending) {
      guard let value = Exact(argument.dropLast(ending.count)) else { return nil }
      self.init(value: value, kind: kind)
      return
    }
    return nil
  }
}
