import Domain

/// Reads statements and work tasks from a report.
public struct Reader: Sendable {
  let lexicon: Lexicon
  /// The words of tasks; a lexicon of its own, since numbers need other words than tasks.
  let taskWords: Lexicon
  let cues = CueReader()

  /// Loads the lexicons that are built into the program.
  public init() throws { try self.init([:]) }

  /// The same with other words in place of some built-in ones, by their files' names.
  init(_ other: [String: [UInt8]]) throws {
    func words(
      _ files: KeyValuePairs<String, [UInt8]>
    ) -> [(name: String, bytes: [UInt8])] {
      files.map { (name: $0.key, bytes: other[$0.key] ?? $0.value) }
    }
    lexicon = try Lexicon(
      words([
        "units.txt": PackageResources.units_txt, "nouns.txt": PackageResources.nouns_txt,
        "verbs.txt": PackageResources.verbs_txt, "words.txt": PackageResources.words_txt,
      ]))
    taskWords = try Lexicon(
      words([
        "tasks-verbs.txt": PackageResources.tasks_verbs_txt,
        "tasks-words.txt": PackageResources.tasks_words_txt,
        "tasks-common.txt": PackageResources.tasks_common_txt,
      ]), names: WordClass.taskNames)
  }

  /// Quantified statements, sorted by their place in the source.
  public func statements(in report: Report) -> [Statement] {
    StatementReader(lexicon: lexicon, cues: cues, report: report).read()
  }

  /// Work tasks of the coming period, in reading order; `statements` are those of the same report.
  public func tasks(in report: Report, statements: [Statement]) -> [WorkTask] {
    TaskReader(words: taskWords, numbers: lexicon, cues: cues)
      .tasks(in: report, statements: statements)
  }

  /// Every sentence that can hold statements or tasks, with the time that it speaks of.
  public func sentences(in report: Report) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    var gate = PlanGate(report, cues: cues)
    var walker = ReportWalker(report, cues: cues)
    walker.walk { context in
      let isPlan = context.isHeading ? context.era.kind == .plan : gate.admits(context)
      let time: ReportSentence.Time =
        isPlan ? .plan : context.era.kind == .review ? .review : .unknown
      sentences.append(
        ReportSentence(
          range: context.range, passage: context.passage, time: time, period: context.era.period,
          isHeading: context.isHeading))
    }
    return sentences
  }

  /// Why the statement at byte `offset` of the report's text was read as it was.
  public func explain(_ report: Report, at offset: Int) -> Derivation? {
    StatementReader(lexicon: lexicon, cues: cues, report: report).explain(at: offset)
  }
}
