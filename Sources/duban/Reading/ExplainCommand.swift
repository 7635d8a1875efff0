import ArgumentParser
import Domain
import Operations

/// `duban explain`: why a statement was read as it was.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明某处的陈述是怎样读出来的。 Shows why a statement was read as it was.")

  @Argument(help: "文件，- 为标准输入。 The document, or - for standard input.")
  var file: String

  @Option(help: "位置，即导出中的 start。 The place, as start in exports.")
  var at: Int

  @OptionGroup var document: DocumentArguments

  @Option(help: "输出语言 zh 或 en。 Language of faults.")
  var lang: Language = .chinese

  func validate() throws {
    if at < 0 { throw ValidationError("--at 不能为负 / must not be negative") }
  }

  func run() throws {
    do {
      let lines = try ExplainStatement(options: document.options).explain(file, at: at)
      try SaveExport.write([lines], to: 1)
    } catch let fault as any Fault {
      Screen.tell(fault, lang)
      throw ExitCode.unreadable
    }
  }
}
