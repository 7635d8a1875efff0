/// What a pack knows of a commitment before any report is adopted: how to find it in the report's
/// words, who usually has it, and how it is measured. Values come from the report.
public struct Template: Sendable, Equatable, Codable {
  public var id: String
  public var title: String
  public var english: String?
  public var theme: String?
  public var kind: Commitment.Kind
  /// How its words are found; the first statement (or task) that fits and is not taken.
  public var reads: Reads
  public var units: [String]
  public var measure: Measure?
  /// For a commitment of several numbers: each part is found and measured by itself, and the
  /// adopted measure is `all` of them.
  public var parts: [Part]?
  public var unverifiable: String?
  public var path: Path?
  public var settles: Int?
  public var proof: Grade?
  /// For 左右 and 约.
  public var tolerance: Tolerance?
  public var nature: Statement.Nature?
  public var predecessor: Commitment.Predecessor?
  public var note: String?

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

  public struct Part: Sendable, Equatable, Codable {
    public var title: String
    public var reads: Reads
    public var measure: Measure
    public var tolerance: Tolerance?

    public init(title: String, reads: Reads, measure: Measure, tolerance: Tolerance? = nil) {
      self.title = title
      self.reads = reads
      self.measure = measure
      self.tolerance = tolerance
    }
  }
}
