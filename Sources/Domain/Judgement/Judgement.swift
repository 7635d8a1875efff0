/// What the evidence says of a commitment on a date (研判): five fields that are never merged into
/// one, with the working.
public struct Judgement: Sendable, Equatable, Codable {
  /// The commitment's id.
  public var commitment: String
  /// The day that it is judged on.
  public var asOf: Day
  /// The last entry that was known.
  public var known: Int
  /// Whether it was kept, with the reason where nobody can say.
  public var value: Verdict
  /// How it stands against its path.
  public var pace: Pace
  /// How complete the data is.
  public var data: DataState
  /// The grade of the weakest source that decides; nil without evidence.
  public var proof: Grade?
  /// Whether the promise is still the first one.
  public var change: Change
  /// What was measured, in `unit`; nil without evidence.
  public var actual: Exact?
  /// The unit of `actual`, `required` and the target here.
  public var unit: String
  /// The target in `unit`; nil without one.
  public var target: Exact?
  /// What the path asks for by now, in `unit`; nil where nothing is asked before the end.
  public var required: Exact?
  /// What `actual` has to be for the target to be met, in `unit`; nil without a target, and in
  /// releases of before it was kept.
  public var allowed: Interval?
  /// Per month from now to the deadline, in `unit`, to still reach the target; nil where reached,
  /// over, or meaningless.
  public var needed: Exact?
  /// The colour by the rule set; nil where none is in force.
  public var light: Light?
  /// What was looked at and not counted, reason by reason.
  public var leftOut: [LeftOut]
  /// The calculation step by step, as a person could do it again.
  public var working: [Phrase]
  /// What a careful auditor would ask about; nil for none, and in releases of before there were any.
  public var findings: [Finding]?
  /// What was removed or altered after it had counted, or after the period; nil for none.
  public var traces: [Trace]?
  /// What of the commitment was changed that can move the verdict; nil for nothing.
  public var turns: [PlanTurn]?
  /// The rule set that gave the light, with its version; nil without one.
  public var lightRules: String?
  /// Where every part has to be done: each with its own number; nil elsewhere.
  public var parts: [PartResult]?

  /// Takes every field as it is; nothing is checked.
  public init(
    commitment: String, asOf: Day, known: Int, value: Verdict, pace: Pace = .none,
    data: DataState = .noneDue, proof: Grade? = nil, change: Change = .original,
    actual: Exact? = nil, unit: String = "", target: Exact? = nil, required: Exact? = nil,
    allowed: Interval? = nil, needed: Exact? = nil, light: Light? = nil, leftOut: [LeftOut] = [],
    working: [Phrase] = [],
    findings: [Finding]? = nil, traces: [Trace]? = nil, turns: [PlanTurn]? = nil,
    lightRules: String? = nil, parts: [PartResult]? = nil
  ) {
    self.commitment = commitment
    self.asOf = asOf
    self.known = known
    self.value = value
    self.pace = pace
    self.data = data
    self.proof = proof
    self.change = change
    self.actual = actual
    self.unit = unit
    self.target = target
    self.required = required
    self.allowed = allowed
    self.needed = needed
    self.light = light
    self.leftOut = leftOut
    self.working = working
    self.findings = findings
    self.traces = traces
    self.turns = turns
    self.lightRules = lightRules
    self.parts = parts
  }

  /// Whether it was kept. What cannot be judged says why.
  public enum Verdict: Sendable, Equatable, Codable {
    /// The target is reached, on the very value.
    case met
    /// It is settled, and the target was not reached.
    case notMet
    /// Not due, or its data is not.
    case notYet(Phrase)
    /// No measure: nobody could say.
    case unverifiable(Phrase)
  }

  /// Against the path. `by` is in percentage points of the target, for rates in points of the rate.
  public enum Pace: Sendable, Equatable, Codable {
    /// More than the path asks for by now.
    case ahead(by: Exact)
    /// What the path asks for by now.
    case on
    /// Less than the path asks for by now.
    case behind(by: Exact)
    /// Nothing is asked yet, or nothing is known.
    case none
  }

  /// How complete the published data is: nothing due, overdue, or of which vintage the newest is.
  public enum DataState: String, Sendable, Codable, CaseIterable {
    /// Nothing is due, something is overdue, or the newest figure is of this vintage.
    case noneDue, late, provisional, final, revised
  }

  /// Whether the plan's numbers are the first ones or were amended by a decision.
  public enum Change: String, Sendable, Codable, CaseIterable { case original, amended }

  /// The numbers that decide: what is shown of `actual` must stand on its true side of each.
  public var beside: [Exact] {
    [target, required, allowed?.lower?.value, allowed?.upper?.value].compactMap { $0 }
  }

  /// The one state that tables and bars show, derived from the five fields.
  public var state: State {
    switch value {
    case .met: .met
    case .notMet: .notMet
    case .unverifiable: .unverifiable
    case .notYet:
      switch pace {
      case .ahead, .on: .onPath
      case .behind: .behind
      case .none: .notYet
      }
    }
  }

  /// In the order of bars; the last two are grey, so that the parts add up to the whole.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// 已兑现、按序推进、滞后、未兑现, and in grey 尚不能判 and 无法核验.
    case met, onPath, behind, notMet, notYet, unverifiable
  }
}

/// One part of a commitment whose parts have to be done, with its own number: 9 / 9 个片区.
public struct PartResult: Sendable, Equatable, Codable {
  /// The part's title.
  public var title: String
  /// Its own state.
  public var state: Judgement.State
  /// What was measured, in `unit`; nil without evidence.
  public var actual: Exact?
  /// In `unit`.
  public var target: Exact?
  /// The unit of both numbers.
  public var unit: String

  /// Takes every field as it is; nothing is checked.
  public init(
    title: String, state: Judgement.State, actual: Exact?, target: Exact?, unit: String
  ) {
    self.title = title
    self.state = state
    self.actual = actual
    self.target = target
    self.unit = unit
  }
}

/// A light is derived by a rule set; nobody sets it.
public enum Light: String, Sendable, Codable, CaseIterable {
  /// The colours that published rules use; grey where the facts do not suffice.
  case green, blue, yellow, orange, red, grey
}

/// The judgements of a month, frozen (发布).
public struct Release: Sendable, Equatable, Codable {
  /// The month that it settles.
  public var month: Period
  /// The last entry that was known.
  public var known: Int
  /// One for each commitment of the plan, in its order.
  public var judgements: [Judgement]

  /// Takes every field as it is; nothing is checked.
  public init(month: Period, known: Int, judgements: [Judgement]) {
    self.month = month
    self.known = known
    self.judgements = judgements
  }
}
