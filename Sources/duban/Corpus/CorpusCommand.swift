import ArgumentParser
import Domain
import Operations
import Publishing
import Storage

/// `duban corpus`: the statements of many reports as one table for researchers.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "把许多报告的陈述汇成一张表，供研究使用。 All statements of many reports as one table.",
    subcommands: [Build.self, Query.self])

  /// `duban corpus build DIR --out corpus.sqlite`
  struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "读报告，写成语料文件（SQLite）。 Reads reports into a file that SQLite, R, Stata and pandas open.")

    @Argument(help: "文件、文件夹。 Files or folders.")
    var files: [String]

    @Option(help: "写入的文件；已有的语料会被整个替换。 The file to write; an earlier corpus is replaced whole.")
    var out: String

    @Option(help: "输出语言 zh 或 en。 Language of messages.")
    var lang: Language = .chinese

    func run() async throws {
      do {
        let failures = try await build()
        if failures > 0 { throw ExitCode.unreadable }
      } catch let fault as any Fault {
        Screen.tell(fault, lang)
        throw ExitCode.cannotCreate
      }
    }

    /// How many documents could not be read.
    private func build() async throws -> Int {
      let writer = try CorpusWriter(out)
      var failures: [any Fault] = []
      do {
        let operation = try BuildCorpus()
        try writer.add(indicators: operation.indicators)
        try await operation.run(files) {
          failures.append($0)
        } take: {
          try writer.add($0)
        }
        let count = try writer.finish()
        for fault in failures { Screen.tell(fault, lang) }
        Screen.tell(
          lang == .chinese
            ? "\(count.reports) 份报告，\(count.statements) 条陈述，已写入 \(out)"
            : "\(count.reports) reports, \(count.statements) statements: \(out)")
        return failures.count
      } catch {
        writer.abandon()
        throw error
      }
    }
  }

  /// `duban corpus query corpus.sqlite …`
  struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "查语料。 Asks a corpus.",
      discussion: """
        条件都要满足；--search 可在句中找任意中文词。 All conditions must hold; --search finds Chinese words \
        inside sentences. csv、jsonl 的列名即 statements 视图的列名。
        """)

    @Argument(help: "语料文件。 The corpus.")
    var corpus: String

    @Option(help: "句中含这些词（用空格分开，都要有）。 Words in the sentence, set apart by spaces.")
    var search: String?

    @Option(help: "指标名的一部分。 Part of the indicator's name.")
    var indicator: String?

    @Option(help: "地区名的一部分，或代码的开头。 Part of the place's name, or the start of its code.")
    var place: String?

    @Option(help: "state、province、prefecture、county、township。")
    var level: CorpusReport.Level?

    @Option(help: "年份，如 2023 或 2019-2023。 A year or years.")
    var year: String?

    @Option(help: "target、claim、background。")
    var kind: Statement.Kind?

    @Option(help: "语气词，如 力争。 Strength words.")
    var strength: String?

    @Option(help: "最多列多少行。 Rows at most.")
    var limit: Int?

    @Option(help: "现成的问题。 A canned question: \(CorpusQuestion.list).")
    var question: CorpusQuestion?

    @Option(help: "自己写的 SELECT，代替其他条件。 A SELECT of your own instead.")
    var sql: String?

    @OptionGroup var sheet: SheetArguments

    @Option(help: "输出语言 zh 或 en。 Language of titles.")
    var lang: Language = .chinese

    func validate() throws {
      if year != nil, years == nil {
        throw ValidationError("--year 应如 2023 或 2019-2023 / must be like 2023 or 2019-2023")
      }
      if let limit, limit < 0 { throw ValidationError("--limit 不能为负 / must not be negative") }
      if question != nil, sql != nil {
        throw ValidationError("--question 与 --sql 只能用一个 / use one of --question and --sql")
      }
    }

    private var years: ClosedRange<Int>? {
      let parts = (year ?? "").split(separator: "-").map { Int($0) }
      guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
        first <= last
      else { return nil }
      return first...last
    }

    func run() throws {
      do {
        let reader = try CorpusReader(corpus)
        let table = try answer(reader)
        let exporter = CorpusExporter(format: sheet.format, language: lang, width: Screen.width)
        try sheet.write(exporter.bytes(table, title: title))
      } catch let fault as any Fault {
        Screen.tell(fault, lang)
        throw ExitCode.unreadable
      }
    }

    private func answer(_ reader: CorpusReader) throws -> CorpusTable {
      if let sql { return try reader.rows(sql) }
      if let question { return try reader.answer(question) }
      return try reader.statements(
        CorpusQuery(
          search: search, indicator: indicator, place: place, level: level, years: years,
          kind: kind, strength: strength, limit: limit))
    }

    private var title: String {
      if let question { return lang == .chinese ? question.title.chinese : question.title.english }
      return lang == .chinese ? "陈述" : "Statements"
    }
  }
}

extension CorpusReport.Level: ExpressibleByArgument {}
extension Statement.Kind: ExpressibleByArgument {}
extension CorpusQuestion: ExpressibleByArgument {}
