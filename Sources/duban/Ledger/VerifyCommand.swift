import ArgumentParser
import Domain
import Operations
import Storage

/// `duban verify`: recomputes the chain and everything derived, and holds it against anchors.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "从头重算账本，指出对不上的记账、台账和行。 Recomputes the ledger and names what does not fit.",
    discussion: """
      --against 与另处保存的锚点比对：“条号:散列”、网站的 site.json、发布的 json 或任何载有它的文本。 \
      --against holds it against an anchor kept elsewhere: NUMBER:HASH, a site's site.json, a release's \
      json, or any text that carries one.
      """)

  @Option(help: "锚点，可以给几个。 An anchor; may be given several times.")
  var against: [String] = []

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let store = try ledger.openToRead()
      let outcome = try VerifyLedger(store, watch: ledger.watch(store)).run()
      for note in outcome.notes { Screen.tell(word("请留意：", "note: ") + note(ledger.lang)) }
      for words in outcome.uncovered {
        Screen.tell(word("未核验：", "not verified: ") + words(ledger.lang))
      }
      guard outcome.findings.isEmpty else {
        for finding in outcome.findings { Screen.tell(finding.sentence(ledger.lang)) }
        throw ExitCode.unreadable
      }
      print(
        word(
          "账本无误：\(outcome.head.sequence) 条记录，末条 \(outcome.head.hash)",
          "The ledger fits: \(outcome.head.sequence) entries, the last \(outcome.head.hash)"))
      try compare(store)
    }
  }

  private func compare(_ store: SQLiteLedger) throws {
    for anchor in against {
      let (head, since) = try CompareAnchor(store, key: store.seal?.publicKey).run(anchor)
      print(
        word(
          "与 \(anchor) 相符：第 \(head.sequence) 条及以前未被改写，其后又记 \(since) 条",
          "fits \(anchor): nothing up to entry \(head.sequence) was rewritten, \(since) came since")
      )
    }
  }

  private func word(_ chinese: String, _ english: String) -> String {
    ledger.lang == .chinese ? chinese : english
  }
}
