import ArgumentParser
import Domain
import Operations

/// `duban pack`: declares a pack's registries, series, units and rules.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "把一套台账、指标、单位、规则声明进账本。 Declares a pack in the ledger.")

  @Argument(help: "district 或目录。 district, or a folder.")
  var pack = "district"

  @OptionGroup var decision: DecisionArguments
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorArguments

  func run() throws {
    try ledger.telling {
      let entries = try LoadPack(ledger.office()).run(
        Pack.named(pack), decision: decision.decision, by: author.caller, reason: author.reason)
      print(Counted.declared(entries.count, ledger.lang))
    }
  }
}
