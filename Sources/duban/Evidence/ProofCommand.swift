import ArgumentParser
import Domain
import Operations

/// `duban proof`: a document proves a milestone.
struct ProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof", abstract: "用一份文件证明一个节点。 Proves a milestone by a document.",
    discussion:
      "例 Example: duban proof Q18 上报 --on 2023-06-20 --file 请示.pdf --issuer 区政府办 --date 2023-06-20")

  @Argument(help: "承诺的编号。 The commitment.")
  var commitment: String

  @Argument(help: "节点的编号。 The milestone's id.")
  var milestone: String

  @Option(help: "事情发生在哪一天。 The day of the event.")
  var on: Day

  @Option(help: "文件。 The document's file.")
  var file: String?

  @OptionGroup var source: SourceArguments
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorArguments

  func run() throws {
    try ledger.telling {
      let notes = try AddProof(ledger.office()).run(
        commitment, milestone: milestone, on: on, file: file, source: source.facts,
        by: author.caller, reason: author.reason)
      for note in notes { Screen.tell(note(ledger.lang)) }
      print("\(commitment) · \(milestone) · \(on)")
    }
  }
}
