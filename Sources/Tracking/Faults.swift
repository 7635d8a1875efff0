import Domain

/// What can be wrong with a plan, a measure or a rule set, as facts; `Faults+Sentences.swift` has
/// the words.
public enum TrackingFault: Fault, Equatable {
  // Plan
  /// No commitment has this id.
  case unknownCommitment(String)
  /// It was merged, split or withdrawn; what it became is said.
  case notActive(String, state: String)
  /// The id is another commitment's.
  case idTaken(String)
  /// A target is changed and nothing says who decided it.
  case targetWithoutDecision(String)
  /// Something that can move a verdict is changed in an issued plan, and nothing says who decided it.
  case undecided(String, parts: [PlanTurn.Part])
  /// Declarations that issued commitments rest on are made anew without a decision.
  case undecidedDeclaration(commitments: [String])
  /// The words of a quote are not those of the stored report at the place that it names.
  case quoteDiffers(String, start: Int, quote: String)
  /// The report that a quote names is not kept in this ledger.
  case quoteWithoutReport(String, report: String)
  /// The decision bears a later date than today.
  case decisionLater(String, date: Day, today: Day)
  /// A decision without document or authority.
  case decisionIncomplete(String)
  /// A commitment cannot be merged into itself, nor with nothing.
  case selfMerge(String)
  /// The unit is named twice.
  case unitTwice(String, unit: String)
  /// The plan has units and this is none of them.
  case unknownUnit(String, unit: String)
  /// Following predecessors leads back to where it began.
  case predecessorCycle(String)
  /// The deadline lies before the first day of the period.
  case deadlineBeforePeriod(String, deadline: Day, period: Period)
  /// A title, reason or id without a word in it.
  case empty(String, what: Phrase)
  /// A split names at least two parts.
  case splitTooSmall(String)
  /// Nodes of a path must rise from day to day and lie in 0...100.
  case brokenPath(String)
  /// Neither the report nor the caller says for which year it is.
  case noYear
  /// A target or a tolerance of more characters than ``PlanRules/longest``.
  case numberTooLong(String)
  // Measures
  /// The registry is not declared.
  case unknownRegistry(String, registry: String)
  /// The registry has no such field, stage or check.
  case unknownField(String, registry: String, field: String)
  /// The field is of a kind that cannot answer; `expected` says which could.
  case wrongKind(String, registry: String, field: String, expected: Phrase)
  /// The series is not declared.
  case unknownSeries(String, series: String)
  /// What is measured does not convert into the target's unit.
  case unitsDiffer(String, target: String, measure: String)
  /// A share of one thing in another: 在园幼儿 in 幼儿园.
  case mixedDenominator(String, of: String, to: String)
  /// 新增 without a choice of gross, net or first-time.
  case newnessMissing(String)
  /// Net needs the date of leaving, first-time needs the fields that name the thing.
  case newnessIncomplete(String, newness: Measure.Newness)
  /// The other registry's field does not refer to this one.
  case noReference(String, registry: String, field: String, to: String)
  /// None, two of one id, or one that is due after the deadline.
  case badMilestones(String)
  /// The field never has that value.
  case unknownChoice(String, registry: String, field: String, value: String)
  /// Growth of a published level, a growth or milestones.
  case notComparable(String)
  /// A measure of parts has none.
  case noParts(String)
  /// Another price basis or currency than the series is published in.
  case otherPrice(String, series: String)
  // Lights
  /// At these facts no rule gives a light.
  case lightGap(String, example: String)
  /// At these facts two rules give different lights.
  case lightOverlap(String, example: String, lights: [Light])
  /// Light rules ask for a fact that there is not.
  case unknownFact(String, fact: String)
  /// More end points than can be checked.
  case tooManyFacts(String)

  /// The stable code of the fault.
  public var code: FaultCode {
    switch self {
    case .unknownCommitment: .unknownCommitment
    case .notActive: .commitmentNotActive
    case .idTaken: .commitmentIdTaken
    case .targetWithoutDecision: .targetWithoutDecision
    case .undecided: .undecidedChange
    case .undecidedDeclaration: .undecidedDeclaration
    case .quoteDiffers: .quoteDiffers
    case .quoteWithoutReport: .quoteWithoutReport
    case .decisionLater, .decisionIncomplete: .badDecision
    case .selfMerge, .splitTooSmall: .badMerge
    case .unitTwice, .unknownUnit: .badUnits
    case .predecessorCycle: .predecessorCycle
    case .deadlineBeforePeriod, .brokenPath: .badSchedule
    case .empty: .emptyWords
    case .noYear: .noPlanYear
    case .unknownRegistry, .unknownField, .unknownSeries, .unknownChoice: .unknownEvidence
    case .wrongKind, .noReference, .otherPrice: .wrongEvidenceKind
    case .unitsDiffer: .measureUnitsDiffer
    case .mixedDenominator: .mixedDenominator
    case .newnessMissing, .newnessIncomplete: .newnessMissing
    case .badMilestones, .noParts: .badParts
    case .notComparable: .notComparable
    case .lightGap: .lightGap
    case .lightOverlap: .lightOverlap
    case .unknownFact, .tooManyFacts: .badLightRules
    case .numberTooLong: .numberTooLong
    }
  }

  /// Plans and measures are values here; whoever read them from a file knows the place.
  public var place: FaultPlace? { nil }
}
