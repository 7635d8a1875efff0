import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban audit REPORT`: whether the figures of a report fit each other.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "查报告里的数字是否自相矛盾。 Checks whether a report's figures fit each other.",
    discussion: """
      规则见 docs/findings.md。四舍五入不算矛盾。 Rounding is no contradiction. 退出状态 Exit status: 0 没有\
      警告和错误 no warning and no error, 1 有 some, 65 有文件无法读取 a document could not be read.
      """)

  @Argument(help: "报告、文件夹，- 为标准输入。 Reports, folders, or - for standard input.")
  var files: [String]

  @OptionGroup var options: CheckArguments

  func run() async throws { try await options.run(.audit, files, tool: "audit", fails: .warning) }
}

/// `duban lint DRAFT`: which promises of a draft nobody could check.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "会前查草稿：哪些承诺没法核。 Checks a draft for promises that nobody could check.",
    discussion: """
      规则见 docs/findings.md。退出状态 Exit status: 0 没有达到 --severity 的问题 no finding of that \
      severity, 1 有 some, 65 有文件无法读取 a document could not be read.
      """)

  @Argument(help: "草稿、文件夹，- 为标准输入。 Drafts, folders, or - for standard input.")
  var files: [String]

  @OptionGroup var options: CheckArguments

  func run() async throws { try await options.run(.lint, files, tool: "lint", fails: nil) }
}

/// What both checks take.
struct CheckArguments: ParsableArguments {
  @OptionGroup var document: DocumentArguments

  @Option(help: "上年的报告。 The report of the year before.")
  var earlier: String?

  @Option(help: "输出形式 text、jsonl、sarif。 The form of the output.")
  var format: FindingFormat = .text

  @Option(help: "只列这一级以上：note、warning、error。 Only findings of this severity and above.")
  var severity: ReportFinding.Severity = .note

  @Option(help: "写入文件。 Write to this file.")
  var out: String?

  @Option(help: "输出语言 zh 或 en。 Language of messages.")
  var lang: Language = .chinese

  /// - Parameter fails: findings from which on the exit status is 1; nil for `--severity`.
  func run(
    _ check: CheckReports.Check, _ files: [String], tool: String, fails: ReportFinding.Severity?
  ) async throws {
    let operation = try CheckReports(options: document.options)
    let outcome = await ProgressLine(lang).during { progress in
      await operation.run(check, files, earlier: earlier, least: severity, progress: progress)
    }
    for fault in outcome.failures { Screen.tell(fault, lang) }
    do {
      let exporter = FindingExporter(
        format: format, tool: tool, language: lang, width: Screen.width)
      try Output.write(exporter.bytes(outcome.lists), to: out)
    } catch let fault as any Fault {
      Screen.tell(fault, lang)
      throw ExitCode.cannotCreate
    }
    if !outcome.failures.isEmpty { throw ExitCode.unreadable }
    if let worst = outcome.worst, worst >= fails ?? severity { throw ExitCode.failure }
  }
}

extension FindingFormat: ExpressibleByArgument {}
extension ReportFinding.Severity: ExpressibleByArgument {}
