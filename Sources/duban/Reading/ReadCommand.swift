import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban read`: documents in, a table or an export out.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "读报告，列出陈述或任务。 Reads reports; lists their statements or tasks.",
    discussion: """
      位置按原文的字符数（Unicode 标量，从 0 起）。 Offsets count Unicode scalars of the source, from 0.
      """)

  @Argument(help: "文件、文件夹，- 为标准输入。 Files, folders, or - for standard input.")
  var files: [String]

  @OptionGroup var document: DocumentArguments

  @Option(help: "输出形式。 The form of the output.")
  var format: ExportFormat = .table

  @Flag(help: "列任务分解表，不列陈述。 Work tasks instead of statements.")
  var tasks = false

  @Option(help: "写入文件，不写到标准输出。 Write to this file instead of standard output.")
  var out: String?

  @Option(help: "输出语言 zh 或 en。 Language of titles and words.")
  var lang: Language = .chinese

  func validate() throws {
    guard files.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("标准输入只能读一次 / standard input can be read only once")
    }
    if format.isBinary, out == nil, Screen.isTerminal(1) {
      throw ValidationError("xlsx 不能显示在终端上，请用 --out / use --out: a terminal cannot show xlsx")
    }
  }

  func run() async throws {
    let readings = try await read()
    if !readings.all.isEmpty { try await export(readings.all) }
    if readings.someFailed { throw ExitCode.unreadable }
  }

  /// What was read, in order; what was not is told on standard error.
  private func read() async throws -> (all: [ReportReading], someFailed: Bool) {
    let operation = try ReadReports(
      options: document.options, wantsTasks: tasks || format.showsTasks)
    let outcomes = await ProgressLine(lang).during { await operation.read(files, progress: $0) }
    var readings: [ReportReading] = []
    for outcome in outcomes {
      switch outcome {
      case .read(let reading): readings.append(reading)
      case .failed(let fault): Screen.tell(fault, lang)
      }
    }
    return (readings, readings.count < outcomes.count)
  }

  private func export(_ readings: [ReportReading]) async throws {
    let exporter = Exporter(
      format: format, content: tasks ? .tasks : .statements, language: lang, width: Screen.width)
    do {
      let pieces = try await ExportReadings(exporter).pieces(readings)
      if let out {
        try SaveExport.save(pieces, to: out)
      } else {
        try SaveExport.write(pieces, to: 1)
      }
    } catch let fault as any Fault {
      Screen.tell(fault, lang)
      throw ExitCode.cannotCreate
    }
  }
}
