import ArgumentParser
import Domain
import Operations

/// `duban lights`: rule sets for lights, checked for gaps and overlaps before they are accepted.
struct LightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lights",
    abstract: "灯色规则：有空档或重叠的不采用。 Light rules; a gap or an overlap is refused.",
    subcommands: [Declare.self, List.self])

  struct Declare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "核查并采用规则文件（YAML）。 Checks rules from YAML and accepts them.")

    @Argument(help: "YAML 文件。 The YAML file.")
    var file: String

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let entries = try DeclareFile(ledger.office()).run(
          file, .lights, by: author.caller, reason: author.reason)
        print(Counted.declared(entries.count, ledger.lang))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出账本里的规则。 Lists the ledger's rules.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        for rules in try LedgerBooks(ledger.openToRead()).books.lights {
          print(ledger.lang == .chinese ? rules.name : rules.english ?? rules.name)
          for rule in rules.lights {
            let facts = rule.when.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print("  \(rule.light.rawValue)  \(facts.joined(separator: "; "))")
          }
        }
      }
    }
  }
}
