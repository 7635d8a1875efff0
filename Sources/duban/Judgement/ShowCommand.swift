import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban show`: one commitment with its sentence, measure, evidence, working and history.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "一项承诺：原句、目标、口径、佐证、算法、沿革。 One commitment, with its sentence, evidence, working and history.")

  @Argument(help: "编号，如 P16。 The commitment.")
  var id: String

  @OptionGroup var day: DayArguments

  @Flag(help: "列出计入的记录。 List the very records that were counted.")
  var records = false

  @Flag(help: "以 JSON 输出。 As JSON.")
  var json = false

  @Flag(help: "列出所用的 SQL。 Show the SQL that was asked.")
  var sql = false

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let store = try ledger.openChecked()
      let shown = try ExplainCommitment(store).run(
        id, asOf: day.asOf, knowing: day.known, records: records)
      let show = ShowCommitment(
        language: ledger.lang, width: Screen.width, synthetic: shown.synthetic)
      try Output.write(json ? show.json(shown.account) : show.text(shown.account), to: nil)
      if sql { for question in shown.questions { print(try store.sql(for: question) + ";\n") } }
    }
  }
}
