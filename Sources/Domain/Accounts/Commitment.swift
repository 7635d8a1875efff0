/// A target or task that the plan has adopted (承诺事项); it keeps the sentence it came from.
///
/// It carries no status: that is a judgement of evidence on a date.
public struct Commitment: Sendable, Equatable, Codable {
  /// Short and lasting: `P16`.
  public var id: String
  /// What it is called in tables and headings, in Chinese: 规模以上工业增加值增长.
  public var title: String
  /// The same in English; pages show the Chinese one where it is missing.
  public var english: String?
  /// What in the report it came from; several where it was merged.
  public var origins: [Origin]
  /// Whether it is a number, something to do, or a figure that others rest on.
  public var kind: Kind
  /// The field of work that lists group it under (科技创新); nil for none.
  public var theme: String?
  /// The days that it is for.
  public var period: Period
  /// The last day to fulfil it.
  public var deadline: Day
  /// Nil for one without a number, and where the parts of `all` have their own.
  public var target: Target?
  /// How firmly the report words it; nil for a plain promise.
  public var strength: Strength?
  /// 预期性 or 约束性, where the report or a rule says so.
  public var nature: Statement.Nature?
  /// The unit that leads, then those that cooperate, in order.
  public var units: [String]
  /// How evidence answers it; nil for one that nobody could check, see ``unverifiable``.
  public var measure: Measure?
  /// Why there is no measure; shown in public.
  public var unverifiable: String?
  /// How much is required by when; in step with the days of the period when nil.
  public var path: Path?
  /// Months after the deadline until its evidence is complete (certificates handed out in February).
  public var settles: Int?
  /// The weakest grade that decides; 部门台账 when nil.
  public var proof: Grade?
  /// What the same thing was in an earlier year.
  public var predecessor: Predecessor?
  /// What it comes from where it is not in a report.
  public var matter: MatterSource?
  /// Whether it stands, or what became of it.
  public var state: State
  /// A remark for readers; nothing is decided by it.
  public var note: String?

  /// Takes every field as it is; without a deadline it is due on the period's last day.
  public init(
    id: String, title: String, english: String? = nil, origins: [Origin] = [], kind: Kind,
    theme: String? = nil, period: Period, deadline: Day? = nil, target: Target? = nil,
    strength: Strength? = nil, nature: Statement.Nature? = nil, units: [String] = [],
    measure: Measure? = nil, unverifiable: String? = nil, path: Path? = nil, settles: Int? = nil,
    proof: Grade? = nil, predecessor: Predecessor? = nil, matter: MatterSource? = nil,
    state: State = .active, note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.english = english
    self.origins = origins
    self.kind = kind
    self.theme = theme
    self.period = period
    self.deadline = deadline ?? period.last
    self.target = target
    self.strength = strength
    self.nature = nature
    self.units = units
    self.measure = measure
    self.unverifiable = unverifiable
    self.path = path
    self.settles = settles
    self.proof = proof
    self.predecessor = predecessor
    self.matter = matter
    self.state = state
    self.note = note
  }

  /// What sort of promise it is. The names are stored.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A number that is to be reached, or something that is to be done.
    case target, task
    /// A figure of the year before, on which targets rest; checked, never counted as a promise.
    case baseline
  }

  /// How firmly it is worded; the number is judged the same.
  public enum Strength: String, Sendable, Codable, CaseIterable {
    /// 力争
    case aim = "力争"
    /// 确保
    case ensure = "确保"
  }

  /// The sentence it came from. Offsets count Unicode scalars of the source.
  public struct Origin: Sendable, Equatable, Codable {
    /// SHA-256 of the report's file.
    public var report: String
    /// First Unicode scalar of `quote` in the source, from 0.
    public var start: Int
    /// One after its last.
    public var end: Int
    /// The words from `start` to `end`.
    public var quote: String
    /// The whole sentence around `quote`, as the source has it.
    public var sentence: String
    /// Headings above it, outermost first, set apart by ` / `; nil for none.
    public var section: String?

    /// Takes every field as it is; nothing is checked.
    public init(
      report: String, start: Int, end: Int, quote: String, sentence: String, section: String? = nil
    ) {
      self.report = report
      self.start = start
      self.end = end
      self.quote = quote
      self.sentence = sentence
      self.section = section
    }
  }

  /// The promise of an earlier year that this one goes on from.
  public struct Predecessor: Sendable, Equatable, Codable {
    /// The year in which it was promised.
    public var year: Int
    /// Its id in this ledger; nil where its account is kept elsewhere.
    public var id: String?
    /// Its words, where its account is not in this ledger.
    public var title: String?

    /// Takes every field as it is; nothing is checked.
    public init(year: Int, id: String? = nil, title: String? = nil) {
      self.year = year
      self.id = id
      self.title = title
    }
  }

  /// What became of it. A commitment is never deleted.
  public enum State: Sendable, Equatable {
    /// It is in the plan.
    case active
    /// Another commitment took it in.
    case merged(into: String)
    /// It became several.
    case split(into: [String])
    /// Left out, with the reason in its version's entry.
    case withdrawn
  }
}

extension Commitment {
  /// What a person need not write: no origins, no units, `active`, due on the period's last day.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func optional<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
      try values.decodeIfPresent(Value.self, forKey: key)
    }
    self.init(
      id: try values.decode(String.self, forKey: .id),
      title: try values.decode(String.self, forKey: .title), english: try optional(.english),
      origins: try optional(.origins) ?? [], kind: try values.decode(Kind.self, forKey: .kind),
      theme: try optional(.theme), period: try values.decode(Period.self, forKey: .period),
      deadline: try optional(.deadline), target: try optional(.target),
      strength: try optional(.strength), nature: try optional(.nature),
      units: try optional(.units) ?? [], measure: try optional(.measure),
      unverifiable: try optional(.unverifiable), path: try optional(.path),
      settles: try optional(.settles), proof: try optional(.proof),
      predecessor: try optional(.predecessor), matter: try optional(.matter),
      state: try optional(.state) ?? .active,
      note: try optional(.note))
  }
}

/// `active`, `withdrawn`, `merged into P16`, `split into P16a, P16b`.
extension Commitment.State: Codable {
  /// Reads `active`, `withdrawn`, `merged into P16`, `split into P16a, P16b`; anything else is a
  /// fault.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("active, withdrawn, merged into ID or split into IDS") { text in
      if text == "active" { return .active }
      if text == "withdrawn" { return .withdrawn }
      if text.hasPrefix("merged into ") { return .merged(into: String(text.dropFirst(12))) }
      guard text.hasPrefix("split into ") else { return nil }
      return .split(
        into: text.dropFirst(11).split(separator: ",").map { String($0.drop { $0 == " " }) })
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .active: try encoder.write("active")
    case .withdrawn: try encoder.write("withdrawn")
    case .merged(let id): try encoder.write("merged into \(id)")
    case .split(let ids): try encoder.write("split into \(ids.joined(separator: ", "))")
    }
  }
}

/// What changed something that can move a verdict: nothing else does once the plan is issued.
public struct Decision: Sendable, Equatable, Codable {
  /// Number or title of the document: 市中政发〔2023〕12号.
  public var document: String
  /// Who decided: 区政府常务会议.
  public var authority: String
  /// The day that the document bears.
  public var date: Day

  /// Takes every field as it is; nothing is checked.
  public init(document: String, authority: String, date: Day) {
    self.document = document
    self.authority = authority
    self.date = date
  }
}

/// A department or subdistrict.
public struct WorkUnit: Sendable, Equatable, Codable {
  /// Short name: 科技局.
  public var name: String
  /// The name for English pages; nil shows the Chinese one.
  public var english: String?
  /// Whether it is a department or a place.
  public var kind: Kind
  /// Matters that usually fall to it.
  public var duties: [String]?

  /// Takes every field as it is; nothing is checked.
  public init(name: String, english: String? = nil, kind: Kind, duties: [String]? = nil) {
    self.name = name
    self.english = english
    self.kind = kind
    self.duties = duties
  }

  /// What sort of unit it is. The names are stored.
  public enum Kind: String, Sendable, Codable, CaseIterable { case department, subdistrict, other }
}
