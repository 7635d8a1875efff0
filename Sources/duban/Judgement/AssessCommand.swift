import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban assess`: points of the units for what they lead (考核评分).
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "按考核评分规则计分，各单位按账本次序，不排名。 Points of the units; no ranking.")

  @OptionGroup var day: DayArguments

  @Option(help: "评分规则的名称。 The score rules.")
  var rules: String?

  @OptionGroup var output: SheetArguments
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let outcome = try AssessUnits(ledger.openToRead()).run(
        asOf: day.asOf, knowing: day.known, rules: rules)
      let table = ScoresTable(
        format: output.format, language: ledger.lang, width: Screen.width,
        synthetic: outcome.synthetic)
      try output.write(
        table.bytes(outcome.rows, rules: outcome.rules, version: outcome.version, outcome.heading))
    }
  }
}
