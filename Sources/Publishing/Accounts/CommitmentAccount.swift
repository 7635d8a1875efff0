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

  /// Targets before the present one, each with the version that replaced it.
  var earlierTargets: [(target: Target?, replacedBy: Books.Version)] {
    zip(history, history.dropFirst()).compactMap { before, after in
      before.commitment.target == after.commitment.target
        ? nil : (before.commitment.target, after)
    }
  }

  var row: AccountRow? {
    let last = earlierTargets.last
    return judgement.map {
      AccountRow(
        commitment, $0, firstTarget: last == nil ? nil : history.first?.commitment.target,
        decision: last?.replacedBy.decision)
    }
  }

  /// Keys of records are shown only where no part of them is personal.
  var showsKeys: Bool {
    guard let registry = records?.registry else { return false }
    return registry.fields.allSatisfy { $0.kind != .personal || !registry.key.contains($0.name) }
  }
}
