import ArgumentParser
import Domain
import Operations

/// `duban demo`: a made-up district in the sizes of a real one.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "造一个合成的示例区，写入新账本。 Fills a new ledger with a made-up district.")

  @Option(help: "放大几倍，1 至 100。 How many times as large.")
  var scale = 1

  @Option(help: "故事讲到哪一天为止；默认讲完。 The story stops at this day.")
  var until: Day?

  @Flag(help: "同时建立各种角色的示例帐号。 Also an account of every role, for trying out.")
  var accounts = false

  @OptionGroup var ledger: LedgerArguments

  func validate() throws {
    guard (1...100).contains(scale) else {
      throw ValidationError("--scale 应在 1 至 100 之间 / must lie between 1 and 100")
    }
  }

  func run() throws {
    try ledger.telling {
      let office = try ledger.office()
      let line = ProgressLine(ledger.lang)
      try line.through {
        try MakeDemo(office, scale: scale, until: until, withAccounts: accounts).run(progress: $0)
      }
      print(
        ledger.lang == .chinese
          ? "示例区（合成数据）已写入 \(ledger.ledger)" : "The made-up district is in \(ledger.ledger)")
    }
  }
}
