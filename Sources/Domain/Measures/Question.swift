/// One thing that the ledger can count: a leaf of a measure for a period, a judged date, and what
/// was known. Stores compile it to one SQL statement.
public struct Question: Sendable, Hashable {
  /// The registry that is asked.
  public var registry: String
  /// Whether records are counted or a column added up.
  public var aggregate: Aggregate
  /// Which of its records are asked for by date.
  public var window: Window
  /// What must hold of a record; all of them.
  public var conditions: [Condition]
  /// Text or date columns that together name the thing counted; records that agree, however they
  /// are written (``Folding``), count once: of one thing the strongest and earliest.
  public var distinct: [String]
  /// Only things of `distinct` without any record dated before the window (first-time), whose source
  /// suffices.
  public var firstOnly: Bool
  /// Records that say themselves that there was one before (重新认定): never first.
  public var renewed: [Condition]
  /// Checks of the registry: records that one of them finds do not count.
  public var without: [String]
  /// The date column that marks what is commonly reported before it counts.
  public var claimed: String?
  /// The judged day, what was known, and which sources suffice.
  public var scope: Scope

  /// Takes every field as it is; nothing is checked.
  public init(
    registry: String, aggregate: Aggregate = .count, window: Window, conditions: [Condition] = [],
    distinct: [String] = [], firstOnly: Bool = false, renewed: [Condition] = [],
    without: [String] = [], claimed: String? = nil, scope: Scope
  ) {
    self.registry = registry
    self.aggregate = aggregate
    self.window = window
    self.conditions = conditions
    self.distinct = distinct
    self.firstOnly = firstOnly
    self.renewed = renewed
    self.without = without
    self.claimed = claimed
    self.scope = scope
  }

  /// What is made of the records that count.
  public enum Aggregate: Sendable, Hashable {
    /// The number of records, or of different things where the question names them.
    case count
    /// Adds up a number column, in the field's unit.
    case sum(String)
  }

  /// Which dates count.
  public enum Window: Sendable, Hashable {
    /// The date column lies in the period and on or before the judged date.
    case dated(column: String, in: Period)
    /// Valid on the day: `from` reached, `until` not yet.
    case valid(from: String?, until: String?, on: Day)
  }

  /// On which day it is judged, what was known, and which sources suffice.
  public struct Scope: Sendable, Hashable {
    /// The judged day.
    public var asOf: Day
    /// The last entry that was known; `Int.max` for everything.
    public var known: Int
    /// Sources that are dated later do not count: the judged day, or with hindsight the day whose
    /// knowledge is used.
    public var seen: Day
    /// The weakest grade that counts.
    public var proof: Grade
    /// Records first entered at or after this entry, with a date outside the window, are listed as
    /// left out: they came as news of the period and are not. Nil lists none.
    public var newsSince: Int?
    /// Those whose known version was entered after this entry are news of a later period and not
    /// listed; nil for no end.
    public var newsUntil: Int?

    /// Takes every field as it is; nothing is checked.
    public init(
      asOf: Day, known: Int = .max, seen: Day? = nil, proof: Grade = .departmental,
      newsSince: Int? = nil, newsUntil: Int? = nil
    ) {
      self.asOf = asOf
      self.known = known
      self.seen = seen ?? asOf
      self.proof = proof
      self.newsSince = newsSince
      self.newsUntil = newsUntil
    }
  }
}

/// What the ledger answers to a question.
public struct Answer: Sendable, Equatable {
  /// The count or sum, exact, in the aggregate's unit.
  public var total: Exact
  /// Records counted, by the grade of their source; of one thing the strongest.
  public var grades: [Grade: Int]
  /// What was looked at and not counted, and why; never silent.
  public var leftOut: [LeftOut]

  /// Takes every field as it is; nothing is checked.
  public init(total: Exact = .zero, grades: [Grade: Int] = [:], leftOut: [LeftOut] = []) {
    self.total = total
    self.grades = grades
    self.leftOut = leftOut
  }

  /// Records counted.
  public var records: Int { grades.values.reduce(0, +) }
}

/// Evidence that does not count.
public struct LeftOut: Sendable, Hashable, Codable {
  /// Why it does not count.
  public var reason: Reason
  /// How many records.
  public var count: Int
  /// Up to three keys of records, for people.
  public var examples: [String]

  /// Takes every field as it is; nothing is checked.
  public init(reason: Reason, count: Int, examples: [String] = []) {
    self.reason = reason
    self.count = count
    self.examples = examples
  }

  /// Why evidence does not count. The names are stored in releases.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// Its event lies outside the period (last year's completions reported again).
    case outsidePeriod
    /// It was entered after the judged date.
    case recordedLater
    /// Its source is dated after the judged date (or after the day whose knowledge is used).
    case sourceLater
    /// Its source is weaker than the measure asks for.
    case tooWeak
    /// The same thing again (one project signed twice).
    case sameThing
    /// The thing came before the period and is no first.
    case notFirst
    /// Reported (signed, said to be finished) but not yet there (not registered, not accepted).
    case notYetThere
    /// A figure of somebody who does not publish the series.
    case otherPublisher
    /// A figure that does not say its currency or price basis, where both are published.
    case basisUnstated
    /// One of the registry's checks, which the measure names, finds it.
    case doubtful
    /// The document is of another kind than the one that proves it.
    case otherKind

    /// Somebody said that it counts. What is under way, and what lies outside the period, is told
    /// beside the number and not taken out of it.
    public var isRefusal: Bool { ![.outsidePeriod, .notYetThere].contains(self) }
  }
}
