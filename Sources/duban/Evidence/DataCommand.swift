import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban data`: published figures.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "统计数据：声明、导入、查看。 Published figures: declare, import, show.",
    subcommands: [Declare.self, Import.self, ShowSeries.self])

  struct Declare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "声明指标（YAML）。 Declares series from YAML.")

    @Argument(help: "YAML 文件。 The YAML file.")
    var file: String

    @OptionGroup var decision: DecisionArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let entries = try DeclareFile(ledger.office()).run(
          file, .series, decision: decision.decision, by: author.caller,
          reason: author.reason)
        print(Counted.declared(entries.count, ledger.lang))
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入一张表（csv、xlsx）：月报表式样或长表。 Imports a table as bureaus print them, or a long one.",
      discussion: "--date 是公布日期，--issuer 是公布机构。 --date is the day of publication.")

    @Argument(help: "csv 或 xlsx 文件。 The file.")
    var file: String

    @Option(help: "工作表名称。 The sheet of a workbook.")
    var sheet: String?

    @Option(help: "表的月份，如 2023-11；表题写明的可以不给。 The table's month.")
    var month: Period?

    @Option(help: "初步、最终或修订。 The vintage of its figures.")
    var vintage: Observation.Vintage = .preliminary

    @OptionGroup var source: SourceArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let outcome = try ImportObservations(ledger.office()).run(
          file, sheet: sheet, month: month, vintage: vintage, source: source.facts,
          by: author.caller, reason: author.reason)
        for note in outcome.notes { Screen.tell(note(ledger.lang)) }
        print(Counted.imported(outcome.batch, ledger.lang))
      }
    }
  }
}

extension Observation.Vintage: ExpressibleByArgument {}

extension DataCommand {
  struct ShowSeries: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "一个指标的各期各版，推算的单月另标。 A series with its vintages; derived months are marked.")

    @Argument(help: "指标名称。 The series.")
    var series: String

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        for figure in try ListObservations(ledger.openToRead()).run(series) {
          print(line(figure))
        }
      }
    }

    private func line(_ figure: Observation) -> String {
      let isGrowth = figure.form == .growth
      let form = ledger.lang == .chinese ? (isGrowth ? "增长" : "水平") : figure.form.rawValue
      let derived = ledger.lang == .chinese ? "推算" : "derived"
      return [
        figure.period.description, form, figure.value.description + (isGrowth ? " %" : ""),
        figure.derived == true ? derived : figure.vintage.rawValue, figure.price?.rawValue,
        figure.currency, figure.published.description, figure.source,
      ].compactMap { $0 }.joined(separator: "  ")
    }
  }
}
