import Domain

/// The one gate into the plan: every version of every commitment, whoever makes it, passes here.
public enum PlanGate {
  /// The change to append for a version; nil where nothing changes.
  ///
  /// - Parameters:
  ///   - new: the version as it is to be; a commitment that the books do not have is new.
  ///   - decision: what decided it; kept wherever something that can move a verdict changes.
  ///   - today: no decision is dated after it.
  /// - Throws: what the plan's rules or the measure's check refuse; a change that can move a verdict
  ///   without a decision once the plan is issued.
  public static func pass(
    _ new: Commitment, _ decision: Decision?, into books: Books, today: Day
  ) throws(TrackingFault) -> Change? {
    let old = books.commitment(new.id)
    if old == new { return nil }
    try PlanRules.check(new, books)
    try checkMeasure(from: old, to: new, books)
    let parts = old.map { PlanParts.moved(from: $0, to: new) } ?? []
    if parts.isEmpty { return .commitment(new, decision: nil) }
    try check(decision, parts, new.id, books, today: today)
    return .commitment(new, decision: decision)
  }

  /// A decision that is given is whole and not dated after today.
  ///
  /// - Parameter what: the commitment or declaration that it is for.
  public static func check(_ decision: Decision, for what: String, today: Day)
    throws(TrackingFault)
  {
    try PlanRules.check(decision, what, today: today)
  }

  /// A draft moves freely; a decision that is given must be whole all the same.
  static func check(
    _ decision: Decision?, _ parts: [PlanTurn.Part], _ id: String, _ books: Books, today: Day
  ) throws(TrackingFault) {
    if decision == nil, books.issued(id) == nil { return }
    guard decision != nil else {
      throw parts == [.target] ? .targetWithoutDecision(id) : .undecided(id, parts: parts)
    }
    try PlanRules.check(decision, id, today: today)
  }

  /// A measure is checked when it, or what it is to answer, changes.
  private static func checkMeasure(
    from old: Commitment?, to new: Commitment, _ books: Books
  ) throws(TrackingFault) {
    guard let measure = new.measure, new.state == .active,
      old?.measure != measure || old?.target != new.target || old?.deadline != new.deadline
    else { return }
    let faults = MeasureCheck.check(
      measure, for: new, registries: books.registries, series: books.series)
    if let fault = faults.first { throw fault }
  }
}
