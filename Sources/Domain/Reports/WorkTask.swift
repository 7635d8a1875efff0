/// One separately assignable action of the coming period, with or without a number.
public struct WorkTask: Sendable, Equatable {
  /// 1-based, in reading order within the report.
  public var id: Int
  /// The clause, from its first word (modality and adverbs included) to the last of its object.
  public var range: Range<Int>
  /// The sentence around it.
  public var sentence: Range<Int>
  /// Index into `Report.passages`.
  public var passage: Int
  /// Head verb (启动, 建成, 申报).
  public var verb: String
  /// What the verb acts on, as written, ellipsis resolved.
  public var object: String
  /// The proper name of the project, place, policy or institution, or nil.
  public var project: String?
  /// True when nobody could ever verify it: no number, no named deliverable, no date, no end state.
  public var vague: Bool
  /// Why it is vague, or what would show that it was done; Chinese, a few words.
  public var reason: String
  /// Ids of the statements whose quantity lies in the clause.
  public var statements: [Int]
  /// 力争, 确保 … verbatim, or nil.
  public var modality: String?
  /// `2023-12`, `2023-09`, `2023`, or nil where the clause states none.
  public var deadline: String?
  /// Suggested units, the lead first; always a suggestion, never read from the report.
  public var units: [String]

  /// Takes every field as it is; nothing is checked.
  public init(
    id: Int = 0, range: Range<Int>, sentence: Range<Int>, passage: Int, verb: String,
    object: String, project: String? = nil, vague: Bool, reason: String, statements: [Int] = [],
    modality: String? = nil, deadline: String? = nil, units: [String] = []
  ) {
    self.id = id
    self.range = range
    self.sentence = sentence
    self.passage = passage
    self.verb = verb
    self.object = object
    self.project = project
    self.vague = vague
    self.reason = reason
    self.statements = statements
    self.modality = modality
    self.deadline = deadline
    self.units = units
  }
}

/// What reading gives for one report.
public struct ReportReading: Sendable, Equatable {
  /// The report that was read.
  public var report: Report
  /// Quantified statements, sorted by their place in the source.
  public var statements: [Statement]
  /// Work tasks in reading order; empty when they were not asked for.
  public var tasks: [WorkTask]
  /// Sentences with the time that each speaks of, in reading order; empty when not asked for.
  public var sentences: [ReportSentence]

  /// Takes every field as it is; nothing is checked.
  public init(
    report: Report, statements: [Statement], tasks: [WorkTask] = [],
    sentences: [ReportSentence] = []
  ) {
    self.report = report
    self.statements = statements
    self.tasks = tasks
    self.sentences = sentences
  }
}

/// A sentence and the time that it speaks of.
public struct ReportSentence: Sendable, Equatable {
  /// Bytes of `Report.text`, the mark at its end left out.
  public var range: Range<Int>
  /// Index into `Report.passages`.
  public var passage: Int
  /// Whether it looks back or ahead.
  public var time: Time
  /// `2024`, `2021-2025`, or nil where neither the words nor the report's year tell.
  public var period: String?
  /// It stands in a heading.
  public var isHeading: Bool

  /// Whether a sentence looks back or ahead.
  public enum Time: Sendable, Equatable {
    /// What was done.
    case review
    /// What will be done.
    case plan
    /// Neither heading nor words tell.
    case unknown
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    range: Range<Int>, passage: Int, time: Time, period: String? = nil, isHeading: Bool = false
  ) {
    self.range = range
    self.passage = passage
    self.time = time
    self.period = period
    self.isHeading = isHeading
  }
}

/// Why a statement was read as it was: a rule, the bytes it read, and what it was built from.
public struct Derivation: Sendable, Equatable {
  /// The rule, or the part of one.
  public var rule: String
  /// The bytes that it rests on.
  public var range: Range<Int>
  /// What the rule concluded, in a few words: `relation=growth`, `value=6 unit=%`.
  public var conclusion: String
  /// What it was built from.
  public var parts: [Derivation]

  /// Takes every field as it is; nothing is checked.
  public init(rule: String, range: Range<Int>, conclusion: String, parts: [Derivation] = []) {
    self.rule = rule
    self.range = range
    self.conclusion = conclusion
    self.parts = parts
  }
}
