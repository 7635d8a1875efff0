/// One thing of a commitment that can move its verdict, as it was and as it became.
public struct PlanTurn: Sendable, Equatable, Codable {
  public var part: Part
  /// In words, as a person reads them; nil for what was not there.
  public var old: Phrase?
  public var new: Phrase?
  /// Who decided; nil while the plan was a draft.
  public var decision: Decision?
  /// The entry that brought it.
  public var sequence: Int
  /// The day on which it was recorded.
  public var day: Day
  public var actor: String
  public var reason: String?
  public var marks: [Mark]

  /// Takes every field as it is; nothing is checked.
  public init(
    part: Part, old: Phrase?, new: Phrase?, decision: Decision? = nil, sequence: Int, day: Day,
    actor: String, reason: String? = nil, marks: [Mark] = []
  ) {
    self.part = part
    self.old = old
    self.new = new
    self.decision = decision
    self.sequence = sequence
    self.day = day
    self.actor = actor
    self.reason = reason
    self.marks = marks
  }

  /// What can move a verdict. The names are stored in releases.
  public enum Part: String, Sendable, Codable, CaseIterable {
    case target, deadline, period, measure, proof, settles, kind, unverifiable, tolerance, path
    case predecessor, withdrawal, merging, splitting, quote
  }

  /// What a careful reader would ask about a change.
  public enum Mark: String, Sendable, Codable, CaseIterable {
    /// The plan had not been issued yet: no decision was asked for.
    case draft
    /// Decided after the period was over.
    case afterPeriod
    /// Entered long after the day that the decision bears.
    case enteredLate
    /// Decided by the unit that is responsible for it.
    case ownUnit
  }
}
