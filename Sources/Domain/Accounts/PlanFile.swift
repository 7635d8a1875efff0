/// A plan as a file that people read and edit: the commitments of one place and year, each with the
/// decision that it rests on where something is to change that can move its verdict.
public struct PlanFile: Sendable, Equatable, Codable {
  /// The place whose plan it is; nil where the file does not say.
  public var place: String?
  /// The year whose plan it is; nil where the file does not say.
  public var year: Int?
  /// The ledger's last entry when the file was written; nil for one that was written by hand.
  public var entry: Int?
  /// The reports that the commitments' origins point to.
  public var reports: [Change.ReportFacts]
  /// The commitments in the order of the plan.
  public var commitments: [Item]

  /// Takes every field as it is; nothing is checked.
  public init(
    place: String? = nil, year: Int? = nil, entry: Int? = nil,
    reports: [Change.ReportFacts] = [], commitments: [Item] = []
  ) {
    self.place = place
    self.year = year
    self.entry = entry
    self.reports = reports
    self.commitments = commitments
  }

  /// Without lists there are none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    place = try container.decodeIfPresent(String.self, forKey: .place)
    year = try container.decodeIfPresent(Int.self, forKey: .year)
    entry = try container.decodeIfPresent(Int.self, forKey: .entry)
    reports =
      try container.decodeIfPresent([Change.ReportFacts].self, forKey: .reports) ?? []
    commitments = try container.decodeIfPresent([Item].self, forKey: .commitments) ?? []
  }

  /// One commitment; in the file, its fields and `decision` stand side by side.
  public struct Item: Sendable, Equatable, Codable {
    /// The commitment as it is to be, whole.
    public var commitment: Commitment
    /// What the change rests on; needed once the plan is issued, for whatever can move a verdict.
    public var decision: Decision?

    /// Takes every field as it is; nothing is checked.
    public init(_ commitment: Commitment, decision: Decision? = nil) {
      self.commitment = commitment
      self.decision = decision
    }

    private enum Key: String, CodingKey { case decision }

    /// Reads a commitment's fields and `decision` from one mapping.
    public init(from decoder: any Decoder) throws {
      commitment = try Commitment(from: decoder)
      decision = try decoder.container(keyedBy: Key.self)
        .decodeIfPresent(Decision.self, forKey: .decision)
    }

    /// Writes both into one mapping.
    public func encode(to encoder: any Encoder) throws {
      try commitment.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encodeIfPresent(decision, forKey: .decision)
    }
  }
}
