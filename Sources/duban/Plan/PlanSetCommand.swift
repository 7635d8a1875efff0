import ArgumentParser
import Domain
import Operations

/// `duban plan set`: changes a commitment; everything set at once is one version.
struct PlanSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "改一项承诺，改动记为新的一版。 Changes a commitment; the change is a version.",
    discussion: """
      目标只能凭决定改动：--document、--authority、--date 三者都要有。
      A target moves only by a decision: --document, --authority and --date.
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

  @Option(help: "改目标所凭的文件。 The document that decides a target.")
  var document: String?

  @Option(help: "作出决定的机关。 Who decided.")
  var authority: String?

  @Option(help: "决定的日期。 The day of the decision.")
  var date: Day?

  @Option(help: "时限，如 2023-09-30。 The last day.")
  var deadline: Day?

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

  @Option(help: "前身：年度或年度:编号，如 2022:P18。 What it was in an earlier year.")
  var predecessor: Commitment.Predecessor?

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
    if let document, let authority, let date {
      settings.decision = Decision(document: document, authority: authority, date: date)
    }
    settings.deadline = deadline
    settings.units = units?.split { "、,，".contains($0) }.map { String($0) }
    (settings.strength, settings.nature, settings.path) = (strength, nature, path)
    settings.measure = try measure.map(EditPlan.measure)
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
