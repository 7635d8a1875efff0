import ArgumentParser
import Domain
import Operations
import Storage

/// `duban clock`: entries that were stamped by a clock that had jumped ahead.
struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "时钟走快时记的账：查看、更正。 Entries stamped by a clock that had jumped.",
    subcommands: [List.self, Mend.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出时间晚于其后记账或现在的记账。 Lists entries that are ahead of those after them, or of now.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let store = try ledger.openToRead()
        let times = try store.times()
        for range in try MendClock(Office(store, access: store)).ahead() {
          let (first, last) = (range.lowerBound, range.upperBound)
          print("\(first)–\(last)\t\(times.stamp(of: first)) – \(times.stamp(of: last))")
        }
      }
    }
  }

  struct Mend: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "更正：这些记账的时间走快了。 Declares that they bear times that are ahead.",
      discussion: """
        真实时间只用来说明；这些记账从其后第一条时间正确的记账起算作已知，谁也不能借此把后来知道的说成早就知道。 \
        The true time is only told; what they brought counts as known from the next right stamp on.
        """)

    @Option(help: "从第几条起。 The first entry with a wrong time.")
    var from: Int

    @Option(help: "到第几条止；否则为连续走快的最后一条。 The last one; that of the run by default.")
    var through: Int?

    @Option(help: "第一条实际是哪天记的。 The day on which the first was truly made.")
    var date: Day

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func validate() throws {
      guard author.reason?.isEmpty == false else {
        throw ValidationError("请用 --reason 说明理由 / say why with --reason")
      }
    }

    func run() throws {
      try ledger.telling {
        try MendClock(ledger.office()).run(
          from: from, through: through, time: Instant(startOf: date), reason: author.reason ?? "",
          by: author.caller)
        print(ledger.lang == .chinese ? "已更正" : "corrected")
      }
    }
  }
}
