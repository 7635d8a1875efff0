import Domain

/// Which parts of a commitment can move its verdict, and which are free. The only place that says
/// so: every way into the plan, every turn and every page follow from it.
public enum PlanParts {
  /// What cannot move a verdict, by its stored name. Everything else is guarded, so that a field
  /// that is added later cannot pass unnoticed.
  public static let free: Set<String> = [
    "title", "english", "theme", "strength", "nature", "units", "note",
  ]

  /// The parts that differ, in the order of ``PlanTurn/Part``; empty where nothing can move a
  /// verdict. A difference that no part names counts as one of the measure.
  public static func moved(from old: Commitment, to new: Commitment) -> [PlanTurn.Part] {
    guard asideFromFree(old) != asideFromFree(new) else { return [] }
    let parts = PlanTurn.Part.allCases.filter { differs($0, old, new) }
    return parts.isEmpty ? [.measure] : parts
  }

  /// The same commitment without what is free.
  private static func asideFromFree(_ commitment: Commitment) -> Commitment {
    var bare = commitment
    (bare.title, bare.english, bare.theme, bare.note) = ("", nil, nil, nil)
    (bare.strength, bare.nature, bare.units) = (nil, nil, [])
    return bare
  }

  private static func differs(
    _ part: PlanTurn.Part, _ old: Commitment, _ new: Commitment
  ) -> Bool {
    switch part {
    case .target: bare(old.target) != bare(new.target)
    case .tolerance: old.target?.tolerance != new.target?.tolerance
    case .deadline: old.deadline != new.deadline
    case .period: old.period != new.period
    case .measure: old.measure != new.measure
    case .proof: old.proof != new.proof
    case .settles: old.settles != new.settles
    case .kind: old.kind != new.kind
    case .unverifiable: old.unverifiable != new.unverifiable
    case .path: old.path != new.path
    case .predecessor: old.predecessor != new.predecessor
    case .quote: old.origins != new.origins || old.matter != new.matter
    case .withdrawal, .merging, .splitting:
      old.state != new.state && (leaving(new.state) ?? leaving(old.state)) == part
    case .addition: false
    }
  }

  private static func bare(_ target: Target?) -> Target? {
    var target = target
    target?.tolerance = nil
    return target
  }

  /// How a commitment leaves the plan; nil while it is in it.
  static func leaving(_ state: Commitment.State) -> PlanTurn.Part? {
    switch state {
    case .active: nil
    case .withdrawn: .withdrawal
    case .merged: .merging
    case .split: .splitting
    }
  }
}
