import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban registry`: registers of things that can be counted.
struct RegistryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry", abstract: "台账：声明、导入、查看。 Registries: declare, import, show.",
    subcommands: [Declare.self, List.self, Import.self, Show.self, Remove.self, Duplicates.self])

  struct Declare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "声明台账（YAML）。 Declares registries from YAML.")

    @Argument(help: "YAML 文件。 The YAML file.")
    var file: String

    @OptionGroup var decision: DecisionArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let entries = try DeclareFile(ledger.office()).run(
          file, .registries, decision: decision.decision, by: author.caller,
          reason: author.reason)
        print(Counted.declared(entries.count, ledger.lang))
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入一批记录（csv、xlsx）：全收或全退。 Imports a batch whole, or refuses it whole.")

    @Argument(help: "台账名称。 The registry.")
    var registry: String

    @Argument(help: "csv 或 xlsx 文件。 The file.")
    var file: String

    @Option(help: "工作表名称。 The sheet of a workbook.")
    var sheet: String?

    @Option(
      help: "新表没有而账内有的记录：keep 保留，remove 撤去（须有理由）。 Records that the table lacks: keep or remove.")
    var missing: MissingChoice = .keep
    @Flag(
      help:
        "收下阶段先后倒置的行（如先注册后签约），须用 --reason 说明；记录会列为疑点。 Takes rows whose stages are out of order; say why with --reason."
    )
    var allowOrder = false

    @OptionGroup var source: SourceArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        if allowOrder, author.reason == nil {
          throw ValidationError("请用 --reason 写明为什么先后倒置 / say why with --reason")
        }
        let outcome = try ImportRecords(ledger.office()).run(
          file, into: registry, sheet: sheet, allowingOrder: allowOrder, source: source.facts,
          missing: missing, by: author.caller, reason: author.reason)
        for note in outcome.notes { Screen.tell(note(ledger.lang)) }
        print(Counted.imported(outcome.batch, ledger.lang))
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "撤去不该有的记录；旧版仍在。 Takes records out; their versions stay.")

    @Argument(help: "台账名称。 The registry.")
    var registry: String

    @Argument(help: "主键。 Keys of the records.")
    var keys: [String]

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        guard let reason = author.reason else {
          throw ValidationError("请用 --reason 写明理由 / say why with --reason")
        }
        try RemoveRecords(ledger.office()).run(
          keys, of: registry, by: author.caller, reason: reason)
      }
    }
  }
}

extension MissingChoice: ExpressibleByArgument {}

/// How much of something there was, in one line.
enum Counted {
  static func declared(_ count: Int, _ language: Language) -> String {
    language == .chinese ? "已声明 \(count) 项" : "declared: \(count)"
  }

  static func imported(_ batch: Change.Batch, _ language: Language) -> String {
    let (added, changed, same) = (batch.added, batch.changed, batch.unchanged)
    let beside = batch.beside.map { (chinese: "，另存 \($0) 条", english: ", \($0) kept beside") }
    return language == .chinese
      ? "新增 \(added) 条，更新 \(changed) 条，未变 \(same) 条" + (beside?.chinese ?? "")
      : "\(added) added, \(changed) changed, \(same) unchanged" + (beside?.english ?? "")
  }
}

extension SourceArguments {
  var facts: SourceFacts {
    SourceFacts(
      id: sourceID, title: title, issuer: issuer, date: date, grade: grade, address: address,
      number: number, kind: kind)
  }
}

extension RegistryCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出台账和各自的字段。 Lists the registries and their fields.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let books = try LedgerBooks(ledger.openToRead()).books
        for registry in books.registries.values.sorted(by: { $0.name < $1.name }) {
          let name = ledger.lang == .chinese ? registry.name : registry.english ?? registry.name
          print("\(name)  " + registry.columns.map(\.name).joined(separator: " · "))
        }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出一个台账的记录，个人信息除外。 Lists a registry's records without personal fields.")

    @Argument(help: "台账名称。 The registry.")
    var registry: String

    @Option(help: "最多几条；0 为全部。 At most so many; 0 for all.")
    var limit = 100

    @OptionGroup var output: SheetArguments
    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let outcome = try ListRecords(ledger.openToRead()).run(
          registry, limit: limit == 0 ? nil : limit)
        let exporter = RecordsExporter(
          format: output.format, language: ledger.lang, width: Screen.width,
          synthetic: outcome.synthetic)
        try output.write(
          exporter.bytes(outcome.records, of: outcome.registry, total: outcome.total))
      }
    }
  }

  struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "找可能重复的记录。 Finds records that are likely one thing.")

    @Argument(help: "台账名称。 The registry.")
    var registry: String

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let groups = try FindDuplicates(ledger.openToRead()).run(registry)
        for group in groups {
          print(group.why(ledger.lang) + ": " + group.keys.joined(separator: " | "))
        }
        let count = groups.count
        print(ledger.lang == .chinese ? "可能重复 \(count) 组" : "likely duplicates: \(count)")
      }
    }
  }
}
