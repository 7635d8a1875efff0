import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban plan`: commitments, taken from a report and kept as versions.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "计划：承诺事项及其每一版。 The plan: commitments and their versions.",
    subcommands: [
      Adopt.self, Issue.self, List.self, Export.self, Import.self, PlanSetCommand.self, Merge.self,
      Split.self, Withdraw.self,
    ])

  struct Adopt: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "读报告，提出承诺事项。 Reads a report and adopts what it undertakes.",
      discussion: """
        另一年的报告自成一套，编号已有的加年份，如 2024-P16。同一地区、年度的第二份报告先列出差异，凭决定采纳。
        A report of another year is a set of its own. A second one of the same place and year is
        compared with the first; what differs needs a decision.
        """)

    @Argument(help: "报告文件。 The report.")
    var report: String

    @Option(help: "口径包：district、none 或目录。 The pack that knows measures and units.")
    var pack = "district"

    @Flag(help: "没有数字、口径包也不认得的任务也列入。 Also tasks without a number that the pack does not know.")
    var tasks = false

    @OptionGroup var about: DocumentArguments
    @OptionGroup var decision: DecisionArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let office = try ledger.office()
        let pack = pack == "none" ? nil : try Pack.named(pack)
        if let pack {
          try LoadPack(office).run(
            pack, decision: decision.decision, by: author.caller, reason: author.reason)
        }
        let result = try AdoptReport(office, options: about.options).adopt(
          report, templates: try pack?.templates() ?? [], tasks: tasks,
          decision: decision.decision, by: author.caller, reason: author.reason)
        for note in result.notes { Screen.tell(note(ledger.lang)) }
        tellMissing(result.notFound)
        let count = result.commitments.count
        print(
          ledger.lang == .chinese ? "已采纳 \(count) 项承诺" : "adopted: \(count) commitments")
      }
    }

    private func tellMissing(_ ids: [String]) {
      guard !ids.isEmpty else { return }
      let list = ids.joined(separator: "、")
      Screen.tell(
        ledger.lang == .chinese ? "报告中没有读到：\(list)" : "not found in the report: \(list)")
    }
  }

  struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "下达一年的计划：此后能动结论的改动都要凭决定。 Issues the plan of a year.",
      discussion: """
        不下达的，最迟从首次发布起视为已下达。
        Without it, the plan counts as issued from the first release on.
        """)

    @Argument(help: "年度。 The year.")
    var year: Int

    @Option(help: "下达所用的文件。 The document that it is issued with.")
    var document: String?

    @Option(help: "文件的日期；否则为今天。 The day that it bears; today by default.")
    var date: Day?

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let issue = try IssuePlan(ledger.office()).run(
          year, document: document, day: date, by: author.caller, reason: author.reason)
        print(
          ledger.lang == .chinese
            ? "已下达 \(year) 年计划，\(issue.day)" : "issued: the plan of \(year), \(issue.day)")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出计划：目标、时限、单位、口径。 Lists the plan: targets, deadlines, units, measures.")

    @OptionGroup var output: SheetArguments
    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let outcome = try ListPlan(ledger.openToRead()).run()
        let exporter = PlanExporter(
          format: output.format, language: ledger.lang, width: Screen.width,
          synthetic: outcome.synthetic)
        try output.write(exporter.bytes(outcome.rows, place: outcome.place, year: outcome.year))
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "把计划写成 YAML，可改后再导入。 Writes the plan as YAML to be edited and imported.")

    @Option(help: "写入文件。 Write to this file.")
    var out: String?

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        try Output.write(PlanFiles.whole(ledger.openToRead()), to: out)
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入计划文件，只记改动的。 Imports a plan file; only what changed becomes a version.")

    @Argument(help: "YAML 文件。 The YAML file.")
    var file: String

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let count = try PlanFiles(ledger.office()).take(
          file, by: author.caller, reason: author.reason)
        print(ledger.lang == .chinese ? "更新 \(count) 项" : "changed: \(count)")
      }
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "把几项并入一项。 Merges commitments into one.")

    @Argument(help: "要并入的各项。 The commitments that are taken in.")
    var others: [String]

    @Option(help: "并入哪一项。 The one that stays.")
    var into: String

    @OptionGroup var decision: DecisionArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        try EditPlan(ledger.office()).merge(
          others, into: into, decision: decision.decision, by: author.caller, reason: author.reason)
        print(others.joined(separator: ", ") + " → \(into)")
      }
    }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "把一项拆成几项。 Splits a commitment.",
      discussion: "例 Example: duban plan split P27 P27a=出让项目 P27b=出让面积")

    @Argument(help: "要拆的一项。 The commitment.")
    var id: String

    @Argument(help: "新的各项：编号=名称。 The new ones: ID=TITLE.")
    var parts: [String]

    @OptionGroup var decision: DecisionArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func validate() throws {
      guard parts.allSatisfy({ $0.contains("=") }) else {
        throw ValidationError("应写成 编号=名称 / write ID=TITLE")
      }
    }

    func run() throws {
      try ledger.telling {
        let named = parts.map { part in
          let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
          return (id: pair[0], title: pair.count > 1 ? pair[1] : pair[0])
        }
        try EditPlan(ledger.office()).split(
          id, into: named, decision: decision.decision, by: author.caller, reason: author.reason)
        print("\(id) → " + named.map(\.id).joined(separator: ", "))
      }
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "撤下一项，须写理由。 Leaves a commitment out, with --reason.")

    @Argument(help: "哪一项。 The commitment.")
    var id: String

    @OptionGroup var decision: DecisionArguments
    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        try EditPlan(ledger.office()).withdraw(
          id, decision: decision.decision, by: author.caller, reason: author.reason)
        print(ledger.lang == .chinese ? "已撤下 \(id)" : "withdrawn: \(id)")
      }
    }
  }
}
