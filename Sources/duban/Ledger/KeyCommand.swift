import ArgumentParser
import Domain
import Operations
import Storage

/// `duban key`: the office's key, with which releases are signed and access data are sealed.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "密钥：签署发布、封存存取数据。 The key that signs releases and seals access data.",
    subcommands: [Show.self, SealData.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "显示公钥（Ed25519）；没有密钥就生成。 Prints the public key; one is made if there is none.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling { print(try OfficeKey.make(ledger.keyPath).publicKey) }
    }
  }

  /// `duban key seal`: for whoever has looked through accounts and tokens after a restore.
  struct SealData: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "seal",
      abstract:
        "看过帐号和令牌以后，用现在的密钥重新封存。 Seals access data anew, once somebody has looked through them.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        try ledger.open().sealAccess()
        print(ledger.lang == .chinese ? "已用现在的密钥封存" : "sealed by the key at hand")
      }
    }
  }
}
