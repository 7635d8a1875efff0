/// One report as a corpus keeps it: who reports, and every statement with its sentence.
public struct CorpusReport: Sendable, Equatable {
  /// File name without its folders.
  public var file: String
  /// The place that reports; nil where neither file nor text says.
  public var place: String?
  /// GB/T 2260 code of the place; nil where the name is unknown or several places bear it.
  public var code: String?
  /// The rung of government; nil where the place does not tell.
  public var level: Level?
  /// The year in which it was given; nil where it does not say.
  public var year: Int?
  /// What sort of document it is.
  public var kind: Report.Kind
  /// Its title as the text has it; nil for none.
  public var title: String?
  /// Sentences that hold a statement, in reading order.
  public var sentences: [Sentence]
  /// One row for each statement, in reading order.
  public var rows: [Row]

  /// Takes every field as it is; nothing is checked.
  public init(
    file: String, place: String? = nil, code: String? = nil, level: Level? = nil,
    year: Int? = nil, kind: Report.Kind = .other, title: String? = nil,
    sentences: [Sentence] = [], rows: [Row] = []
  ) {
    self.file = file
    self.place = place
    self.code = code
    self.level = level
    self.year = year
    self.kind = kind
    self.title = title
    self.sentences = sentences
    self.rows = rows
  }

  /// On which rung of government a report is given.
  public enum Level: String, Sendable, CaseIterable {
    /// 全国、省、市（地）、县（区）、乡镇（街道）.
    case state, province, prefecture, county, township
  }

  /// A sentence that statements stand in.
  public struct Sentence: Sendable, Equatable {
    /// Number of the passage, from 1.
    public var passage: Int
    /// Headings above it, outermost first, set apart by ` / `.
    public var section: String?
    /// Its words.
    public var text: String

    /// Takes every field as it is; nothing is checked.
    public init(passage: Int, section: String? = nil, text: String) {
      self.passage = passage
      self.section = section
      self.text = text
    }
  }

  /// One statement with its place.
  public struct Row: Sendable, Equatable {
    /// The statement as it was read.
    public var statement: Statement
    /// Index into ``CorpusReport/sentences``.
    public var sentence: Int
    /// Standard name of the indicator; nil for one that the dictionary does not know.
    public var standard: String?
    /// Place of the quantity in the source, in Unicode scalars.
    public var start: Int
    /// One after its last Unicode scalar.
    public var end: Int

    /// Takes every field as it is; nothing is checked.
    public init(statement: Statement, sentence: Int, standard: String?, start: Int, end: Int) {
      self.statement = statement
      self.sentence = sentence
      self.standard = standard
      self.start = start
      self.end = end
    }
  }
}
