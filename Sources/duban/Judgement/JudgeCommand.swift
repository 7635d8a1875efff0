import ArgumentParser
import Domain
import Operations
import Publishing

/// On which day it is judged, and with what knowledge.
struct DayArguments: ParsableArguments {
  @Option(help: "截至哪一天；否则为今天。 The judged day; today by default.")
  var asOf: Day = .today

  @Option(help: "用到哪一天为止记入的材料：日期、now；否则为截至日当天。 What may be known: a day or now.")
  var known: Knowledge = .ofTheDay
}

extension Knowledge: ExpressibleByArgument {
  public init?(argument: String) {
    if argument == "now" {
      self = .everything
    } else if let day = Day(argument) {
      self = .of(day)
    } else {
      return nil
    }
  }

  public var defaultValueDescription: String { "as-of" }
}

/// `duban judge`: every commitment, judged on a day.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "研判：某日每项承诺兑现得怎样。 Judges every commitment on a day.")

  @OptionGroup var day: DayArguments

  @Option(help: "灯色规则的名称。 The light rules.")
  var lights: String?

  @OptionGroup var output: SheetArguments
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let outcome = try JudgeAccounts(ledger.openChecked()).run(
        asOf: day.asOf, knowing: day.known, lights: lights)
      if outcome.isPlanLater { Screen.tell(laterPlan) }
      let exporter = AccountsExporter(
        format: output.format, language: ledger.lang, width: Screen.width,
        synthetic: outcome.books.synthetic)
      try output.write(exporter.bytes(outcome.rows, outcome.heading))
    }
  }

  private var laterPlan: String {
    ledger.lang == .chinese
      ? "计划在 \(day.asOf) 之后才记入账本：按现在的计划、当天已知的材料研判；--known now 用全部材料"
      : "The plan was recorded after \(day.asOf): its present version is judged by what was known then; --known now uses everything"
  }
}
