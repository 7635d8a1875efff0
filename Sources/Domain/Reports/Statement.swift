/// One quantified proposition read from a passage, with its numbers and its exact place.
///
/// The fields and their spelling in exports are those of the reading contract; ranges are bytes of
/// `Report.text` here and Unicode scalars of the source in exports.
public struct Statement: Sendable, Equatable {
  /// 1-based, in reading order within the report.
  public var id: Int
  /// The quantity: number, unit and, where adjacent, the comparator.
  public var range: Range<Int>
  /// The clause around the quantity.
  public var clause: Range<Int>
  /// The sentence around the clause.
  public var sentence: Range<Int>
  /// Index into `Report.passages`.
  public var passage: Int
  /// What is measured, in the report's own words, ellipsis resolved.
  public var indicator: String
  /// The verb phrase for counts, else nil.
  public var action: String?
  /// How the number stands to the indicator.
  public var relation: Relation
  /// From which side the number bounds what is measured.
  public var bound: Bound
  /// True where the bound leaves the number itself out (超过, 突破, 余).
  public var strict: Bool
  /// As written, in the written unit; negative for a decrease.
  public var value: Exact
  /// The upper end where `bound` is `between`, else nil.
  public var value2: Exact?
  /// Verbatim: `%`, `个百分点`, `万家`; empty for fractions.
  public var unit: String
  /// Whether it is undertaken, reported, or neither.
  public var kind: Kind
  /// `2023`, `2021-2025`, `2025-12`; nil when neither stated nor clear from the section.
  public var period: String?
  /// 力争, 确保, 预计 … verbatim, or nil.
  public var modality: String?
  /// 约束性 or 预期性, where the sentence says so.
  public var nature: Nature?
  /// The value that a change began with: 2.77% in 「由2.77%提高到3.3%」.
  public var isStart: Bool
  /// The name of the rule that read it.
  public var rule: String
  /// The id of the statement that this headline or summary repeats.
  public var restates: Int?
  /// Only where something is doubtful or needs saying (累计, 年均).
  public var note: String?

  /// A level reached, a growth in percent, an absolute change, a part of a whole, a count, a rank, a multiple.
  public enum Relation: String, Sendable, CaseIterable, Codable {
    case level, growth, change, share, count, rank, multiple
  }
  /// The usage of the law for 以上, 以内 and their like (民法典 第1259条, in force since 2021-01-01).
  public enum Bound: String, Sendable, CaseIterable, Codable {
    case exact
    case atLeast = "at_least"
    case atMost = "at_most"
    case about, between
  }
  /// Targets are undertaken for a coming period, claims are reported of a past one.
  public enum Kind: String, Sendable, CaseIterable { case target, claim, background }
  /// 约束性 must be met; 预期性 gives a direction.
  public enum Nature: String, Sendable, CaseIterable, Codable {
    /// 约束性
    case binding = "约束性"
    /// 预期性
    case expected = "预期性"
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    id: Int = 0, range: Range<Int>, clause: Range<Int>, sentence: Range<Int>, passage: Int,
    indicator: String, action: String? = nil, relation: Relation, bound: Bound = .exact,
    strict: Bool = false, value: Exact, value2: Exact? = nil, unit: String, kind: Kind,
    period: String? = nil, modality: String? = nil, nature: Nature? = nil, isStart: Bool = false,
    rule: String,
    restates: Int? = nil, note: String? = nil
  ) {
    self.id = id
    self.range = range
    self.clause = clause
    self.sentence = sentence
    self.passage = passage
    self.indicator = indicator
    self.action = action
    self.relation = relation
    self.bound = bound
    self.strict = strict
    self.value = value
    self.value2 = value2
    self.unit = unit
    self.kind = kind
    self.period = period
    self.modality = modality
    self.nature = nature
    self.isStart = isStart
    self.rule = rule
    self.restates = restates
    self.note = note
  }
}
