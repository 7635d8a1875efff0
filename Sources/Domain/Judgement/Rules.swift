/// A district's own rules for lights, as data; refused when facts are left without a light (a gap)
/// or have two (an overlap).
public struct LightRules: Sendable, Equatable, Codable {
  /// The rule set's name, with its version; judgements keep it.
  public var name: String
  /// The name for English pages; nil shows the Chinese one.
  public var english: String?
  /// Whose rules: document, authority, year.
  public var source: String
  /// When it is in force; nil for always.
  public var effective: Period?
  /// The rules; exactly one applies to any facts.
  public var lights: [Rule]

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, english: String? = nil, source: String, effective: Period? = nil, lights: [Rule]
  ) {
    self.name = name
    self.english = english
    self.source = source
    self.effective = effective
    self.lights = lights
  }

  /// The light where every named fact lies in its interval; facts that are not named may be any.
  public struct Rule: Sendable, Equatable, Codable {
    /// The light that the rule gives.
    public var light: Light
    /// Facts by the names of ``Fact``, each with where it has to lie.
    public var when: [String: Interval]
    /// What follows from it (约谈), or who completed the published rule and why.
    public var note: String?

    /// Takes every field as it is; nothing is checked.
    public init(light: Light, when: [String: Interval], note: String? = nil) {
      self.light = light
      self.when = when
      self.note = note
    }
  }

  /// What a rule may ask about. Numbers; yes and no are 1 and 0.
  public enum Fact: String, Sendable, CaseIterable {
    /// Percentage points of the target behind the path; negative when ahead.
    case behindPoints
    /// Percent of the required amount that is missing; negative when ahead.
    case behindShare
    /// Months in a row, up to now, that missed the path; whole.
    case missedMonths
    /// Months in a row past the planned start without one; whole.
    case monthsNotStarted
    /// Months since the start without being entered into the statistics (入库); whole.
    case monthsNotEntered
    /// Days past the deadline; negative before it; whole.
    case daysOverdue
    /// 1 when it is settled as not met, else 0.
    case missed
    /// 1 when the delay is excused in writing, else 0.
    case excused
  }
}

/// How a commitment's result becomes points (考核评分), as data.
public struct ScoreRules: Sendable, Equatable, Codable {
  /// The rule set's name.
  public var name: String
  /// The name for English pages; nil shows the Chinese one.
  public var english: String?
  /// Whose rules: document, authority, year.
  public var source: String
  /// Points for just meeting the target.
  public var base: Exact
  /// Points are cut off here.
  public var floor: Exact
  /// The most that can be had.
  public var cap: Exact
  /// What being over the target adds; nil for nothing.
  public var above: Slope?
  /// What being under the target costs; nil for nothing.
  public var below: Slope?
  /// Nothing unless met (未完成的不得分).
  public var allOrNothing: Bool?

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, english: String? = nil, source: String, base: Exact, floor: Exact, cap: Exact,
    above: Slope? = nil, below: Slope? = nil, allOrNothing: Bool? = nil
  ) {
    self.name = name
    self.english = english
    self.source = source
    self.base = base
    self.floor = floor
    self.cap = cap
    self.above = above
    self.below = below
    self.allOrNothing = allOrNothing
  }

  /// So many points for every so many percent (or points of a rate) over or under the target.
  public struct Slope: Sendable, Equatable, Codable {
    /// The step, in percent of the target or points of a rate.
    public var every: Exact
    /// What each step is worth.
    public var points: Exact
    /// Only full steps count (每低10%扣1分, not 每低1%扣0.1分).
    public var stepwise: Bool?

    /// Takes every field as it is; nothing is checked.
    public init(every: Exact, points: Exact, stepwise: Bool? = nil) {
      self.every = every
      self.points = points
      self.stepwise = stepwise
    }
  }
}
