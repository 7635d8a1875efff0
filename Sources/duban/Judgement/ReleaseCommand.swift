import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban release`: freezes a month; later corrections show as differences to it.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "发布某月的研判；发布后不变，后来的更正列为差异。 Freezes a month's judgements.")

  @Argument(help: "月份，如 2023-11。 The month.")
  var month: Period

  @Flag(help: "不发布，列出已发布的与现在的差异。 Show what differs from the release now.")
  var compare = false

  @OptionGroup var output: SheetArguments
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorArguments

  func run() throws {
    try ledger.telling { try compare ? showDifferences() : release() }
  }

  private func release() throws {
    let office = try ledger.office()
    let release = try ReleaseMonth(office).run(
      month, by: author.caller, reason: author.reason)
    let count = release.judgements.count
    print(
      ledger.lang == .chinese ? "已发布 \(month)：\(count) 项" : "released \(month): \(count)")
    guard let anchor = try office.books().anchor(of: month) else { return }
    print(
      ledger.lang == .chinese
        ? "账本锚点 \(anchor.head)，请抄存在账本之外" : "anchor \(anchor.head): keep it outside the ledger")
  }

  private func showDifferences() throws {
    let outcome = try CompareRelease(ledger.openChecked()).run(month)
    let sheet = ReleaseDiff(
      format: output.format, language: ledger.lang, width: Screen.width,
      synthetic: outcome.synthetic)
    let bytes = try sheet.bytes(
      outcome.release, now: outcome.today, titles: outcome.titles, departures: outcome.departures)
    try output.write(bytes)
  }
}
