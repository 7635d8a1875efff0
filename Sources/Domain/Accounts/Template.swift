/// What a pack knows of a commitment before any report is adopted: how to find it in the report's
/// words, who usually has it, and how it is measured. Values come from the report.
public struct Template: Sendable, Equatable, Codable {
  /// Names it within its pack, and the commitment that is made of it: `P16`.
  public var id: String
  /// Title of the commitment in Chinese.
  public var title: String
  /// The same in English; nil shows the Chinese one.
  public var english: String?
  /// The field of work that lists group it under.
  public var theme: String?
  /// What sort of promise it makes.
  public var kind: Commitment.Kind
  /// How its words are found; the first statement (or task) that fits and is not taken.
  public var reads: Reads
  /// The units that usually have it, the lead first; a suggestion until the plan is issued.
  public var units: [String]
  /// How it is measured; nil where nobody could, and where `parts` have their own.
  public var measure: Measure?
  /// For a commitment of several numbers: each part is found and measured by itself, and the
  /// adopted measure is `all` of them.
  public var parts: [Part]?
  /// Why there is no measure; shown in public.
  public var unverifiable: String?
  /// How much is required by when; in step with the days of the period when nil.
  public var path: Path?
  /// Months after the deadline until its evidence is complete.
  public var settles: Int?
  /// The weakest grade that decides; 部门台账 when nil.
  public var proof: Grade?
  /// For 左右 and 约.
  public var tolerance: Tolerance?
  /// 预期性 or 约束性, where a rule of the field says so.
  public var nature: Statement.Nature?
  /// The promise of an earlier year that it goes on from.
  public var predecessor: Commitment.Predecessor?
  /// A remark for readers; nothing is decided by it.
  public var note: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    id: String, title: String, english: String? = nil, theme: String? = nil,
    kind: Commitment.Kind, reads: Reads, units: [String], measure: Measure? = nil,
    parts: [Part]? = nil, unverifiable: String? = nil, path: Path? = nil, settles: Int? = nil,
    proof: Grade? = nil, tolerance: Tolerance? = nil, nature: Statement.Nature? = nil,
    predecessor: Commitment.Predecessor? = nil, note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.english = english
    self.theme = theme
    self.kind = kind
    self.reads = reads
    self.units = units
    self.measure = measure
    self.parts = parts
    self.unverifiable = unverifiable
    self.path = path
    self.settles = settles
    self.proof = proof
    self.tolerance = tolerance
    self.nature = nature
    self.predecessor = predecessor
    self.note = note
  }

  /// Words that lead to a statement or task.
  public struct Reads: Sendable, Equatable, Codable {
    /// All of them occur in the statement's indicator, action or clause (for a task: its clause).
    public var words: [String]
    /// None of them does.
    public var without: [String]?
    /// The statement's relation; nil for tasks without a number, which are found by words alone.
    public var relation: Statement.Relation?
    /// The statement's unit is one of these (`家`, `万家`); any when nil.
    public var units: [String]?
    /// True where one task holds several commitments (建立…通道和…就医圈): it may be taken already.
    public var shared: Bool?

    /// Takes every field as it is; nothing is checked.
    public init(
      words: [String], without: [String]? = nil, relation: Statement.Relation? = nil,
      units: [String]? = nil, shared: Bool? = nil
    ) {
      self.words = words
      self.without = without
      self.relation = relation
      self.units = units
      self.shared = shared
    }
  }

  /// One number of a commitment that has several.
  public struct Part: Sendable, Equatable, Codable {
    /// What the part is called beside its own number.
    public var title: String
    /// How its statement is found.
    public var reads: Reads
    /// How it is measured.
    public var measure: Measure
    /// For 左右 and 约; ``Tolerance/usual`` when nil.
    public var tolerance: Tolerance?

    /// Takes every field as it is; nothing is checked.
    public init(title: String, reads: Reads, measure: Measure, tolerance: Tolerance? = nil) {
      self.title = title
      self.reads = reads
      self.measure = measure
      self.tolerance = tolerance
    }
  }
}
