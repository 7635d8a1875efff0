/// The plan of a year was issued (下达). Until then it is a draft; from then on whatever can move a
/// verdict changes only by a decision.
public struct PlanIssue: Sendable, Equatable, Codable {
  /// The year that the plan is for.
  public var year: Int
  /// The day that its document bears.
  public var day: Day
  /// What it was issued with: 市中政发〔2023〕2号; nil where nothing but the act is known.
  public var document: String?

  /// Takes every field as it is; nothing is checked.
  public init(year: Int, day: Day, document: String? = nil) {
    self.year = year
    self.day = day
    self.document = document
  }
}

/// By which decision declarations that issued commitments rest on were made anew.
public struct DeclarationDecision: Sendable, Equatable, Codable {
  /// The decision that the new declarations rest on.
  public var decision: Decision
  /// The registries and series that it is about.
  public var names: [String]

  /// Takes every field as it is; nothing is checked.
  public init(decision: Decision, names: [String]) {
    self.decision = decision
    self.names = names
  }
}

/// A commitment that was in an issued plan and no longer is, with the change that took it out.
public struct Departure: Sendable, Equatable {
  /// The commitment in its last version.
  public var commitment: Commitment
  /// Withdrawn, merged or split, with its decision.
  public var turn: PlanTurn
  /// Of its plan.
  public var year: Int?

  /// Takes every field as it is; nothing is checked.
  public init(commitment: Commitment, turn: PlanTurn, year: Int? = nil) {
    self.commitment = commitment
    self.turn = turn
    self.year = year
  }
}
