import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban reconcile EARLIER LATER`: what was promised beside what was later claimed.
struct ReconcileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "拿上年的承诺对照下年的报告。 Sets a year's promises against the next year's claims.",
    discussion: """
      两个文件按先后给出；给文件夹时，对照每个地方所有相邻的年份。 Two files, the older first; of a folder \
      all consecutive years of each place. 结论 kept、missed、partly、silent、not-comparable 只说两份报告\
      的话，不是证据。
      """)

  @Argument(help: "较早和较晚的报告，或文件夹。 The older and the younger report, or folders.")
  var files: [String]

  @Option(help: "输出形式 table、jsonl、csv、xlsx、html。 The form of the output.")
  var format: ReconciliationFormat = .table

  @Option(help: "写入文件。 Write to this file.")
  var out: String?

  @Option(help: "输出语言 zh 或 en。 Language of titles and words.")
  var lang: Language = .chinese

  func validate() throws {
    if format.isBinary, out == nil, Screen.isTerminal(1) {
      throw ValidationError("xlsx 不能显示在终端上，请用 --out / use --out: a terminal cannot show xlsx")
    }
  }

  func run() async throws {
    let operation = try ReconcileReports()
    let outcome = await ProgressLine(lang).during { await operation.run(files, progress: $0) }
    for fault in outcome.failures { Screen.tell(fault, lang) }
    if !outcome.reconciliations.isEmpty {
      do {
        let exporter = ReconciliationExporter(format: format, language: lang, width: Screen.width)
        try Output.write(exporter.bytes(outcome.reconciliations), to: out)
      } catch let fault as any Fault {
        Screen.tell(fault, lang)
        throw ExitCode.cannotCreate
      }
    }
    if !outcome.failures.isEmpty { throw ExitCode.unreadable }
  }
}

extension ReconciliationFormat: ExpressibleByArgument {}
