import Domain

/// Everything that is known of one commitment on a date.
public struct CommitmentAccount: Sendable {
  public var commitment: Commitment
  /// Nil where it is not judged (merged, split, withdrawn).
  public var judgement: Judgement?
  /// The measure in words.
  public var measure: Phrase?
  /// Reports that the origins point to.
  public var reports: [Change.ReportFacts]
  /// Every version, oldest first.
  public var history: [Books.Version]
  /// Records or figures that count, by the grade of their source.
  public var grades: [Grade: Int]
  /// Some of the records that were counted.
  public var records: Counted?
  /// Everything of it that was changed and can move its verdict, oldest first.
  public var turns: [PlanTurn] = []

  /// Records of one registry, of `total` that were counted.
  public struct Counted: Sendable {
    public var registry: Registry
    public var records: [Record]
    public var total: Int

    public init(registry: Registry, records: [Record], total: Int) {
      self.registry = registry
      self.records = records
      self.total = total
    }
  }

  public init(
    _ commitment: Commitment, judgement: Judgement?, measure: Phrase? = nil,
    reports: [Change.ReportFacts] = [], history: [Books.Version] = [], grades: [Grade: Int] = [:],
    records: Counted? = nil
  ) {
    self.commitment = commitment
    self.judgement = judgement
    self.measure = measure
    self.reports = reports
    self.history = history
    self.grades = grades
    self.records = records
  }

  /// Those that were made once the plan was issued.
  var amendments: [PlanTurn] { turns.filter { !$0.marks.contains(.draft) } }

  /// Those that were made while it was a draft.
  var drafts: [PlanTurn] { turns.filter { $0.marks.contains(.draft) } }

  var row: AccountRow? {
    let moved = amendments.filter { $0.part == .target }
    let issued = moved.first.flatMap { turn in
      history.last { $0.sequence < turn.sequence }?.commitment.target
    }
    return judgement.map {
      AccountRow(
        commitment, $0, firstTarget: issued, decision: moved.last?.decision,
        year: reports.compactMap(\.year).min())
    }
  }

  /// Keys of records are shown only where no part of them is personal.
  var showsKeys: Bool {
    guard let registry = records?.registry else { return false }
    return registry.fields.allSatisfy { $0.kind != .personal || !registry.key.contains($0.name) }
  }
}
