import ArgumentParser
import Domain

/// `duban verify`: recomputes the chain and everything derived.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "从头重算账本，指出第一条对不上的记录。 Recomputes the ledger and names the first entry that does not fit.")

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let store = try ledger.openToRead()
      if let finding = try store.verify(progress: nil) {
        Screen.tell(finding.what(ledger.lang))
        throw ExitCode.unreadable
      }
      let head = try store.head()
      print(
        ledger.lang == .chinese
          ? "账本无误：\(head.sequence) 条记录，末条 \(head.hash)"
          : "The ledger fits: \(head.sequence) entries, the last \(head.hash)")
    }
  }
}
