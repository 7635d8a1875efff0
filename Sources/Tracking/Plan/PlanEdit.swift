import Domain

/// Operations on the plan. Each takes the books and gives the changes to append, or throws a
/// ``TrackingFault``; nothing is written here.
public enum PlanEdit {
  /// Takes `others` into `id`: it gets their origins, they point to it.
  public static func merge(
    _ books: Books, _ others: [String], into id: String
  ) throws(TrackingFault) -> [Change] {
    guard !others.isEmpty, !others.contains(id), Set(others).count == others.count else {
      throw .selfMerge(id)
    }
    var whole = try active(books, id)
    var changes: [Change] = []
    for other in others {
      var part = try active(books, other)
      for origin in part.origins where !whole.origins.contains(origin) {
        whole.origins.append(origin)
      }
      part.state = .merged(into: id)
      changes.append(.commitment(part, decision: nil))
    }
    return [.commitment(whole, decision: nil)] + changes
  }

  /// Makes several commitments out of one; each keeps its origins unless it brings its own. A
  /// decision is needed where the parts are held to less or more than the whole was.
  public static func split(
    _ books: Books, _ id: String, into parts: [Commitment], decision: Decision? = nil, today: Day
  ) throws(TrackingFault) -> [Change] {
    var whole = try active(books, id)
    guard parts.count > 1 else { throw .splitTooSmall(id) }
    let ids = parts.map(\.id)
    for (index, part) in ids.enumerated()
    where books.commitment(part) != nil || ids[..<index].contains(part) {
      throw .idTaken(part)
    }
    let moved = !PlanRules.keepsTarget(of: whole, in: parts)
    if moved { try PlanRules.check(decision, id, today: today) }
    var changes: [Change] = []
    for var part in parts {
      if part.origins.isEmpty { part.origins = whole.origins }
      try PlanRules.check(part, books)
      changes.append(.commitment(part, decision: moved ? decision : nil))
    }
    whole.state = .split(into: ids)
    return [.commitment(whole, decision: nil)] + changes
  }

  /// Leaves a commitment out of the plan; its account stays, and the reason with it.
  public static func withdraw(
    _ books: Books, _ id: String, reason: String
  ) throws(TrackingFault) -> [Change] {
    var commitment = try active(books, id)
    guard reason.hasWords else { throw .empty(id, what: Phrase("理由", "reason")) }
    commitment.state = .withdrawn
    commitment.note = [commitment.note, reason].compactMap { $0 }.joined(separator: "\n")
    return [.commitment(commitment, decision: nil)]
  }

  public static func retitle(
    _ books: Books, _ id: String, _ title: String, english: String? = nil
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) {
      $0.title = title
      $0.english = english ?? $0.english
    }
  }

  /// The old target stays in the ledger beside the new one.
  /// - Parameter today: no decision is dated after it.
  public static func setTarget(
    _ books: Books, _ id: String, _ target: Target, decision: Decision?, today: Day
  ) throws(TrackingFault) -> [Change] {
    var commitment = try active(books, id)
    if commitment.target == target { return [] }
    try PlanRules.check(decision, id, today: today)
    commitment.target = target
    return [.commitment(commitment, decision: decision)]
  }

  /// A deadline after the period's end lengthens the period, so that later evidence counts.
  public static func setDeadline(
    _ books: Books, _ id: String, _ deadline: Day
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) {
      $0.deadline = deadline
      if deadline > $0.period.last, let longer = Period($0.period.first, deadline) {
        $0.period = longer
      }
    }
  }

  /// One unit leads, the others cooperate in order.
  public static func setUnits(
    _ books: Books, _ id: String, lead: String, cooperating: [String] = []
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) { $0.units = [lead] + cooperating }
  }

  public static func setStrength(
    _ books: Books, _ id: String, _ strength: Commitment.Strength?
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) { $0.strength = strength }
  }

  public static func setNature(
    _ books: Books, _ id: String, _ nature: Statement.Nature?
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) { $0.nature = nature }
  }

  public static func setPath(
    _ books: Books, _ id: String, _ path: Path?
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) { $0.path = path }
  }

  public static func setPredecessor(
    _ books: Books, _ id: String, _ predecessor: Commitment.Predecessor?
  ) throws(TrackingFault) -> [Change] {
    try edit(books, id) { $0.predecessor = predecessor }
  }

  /// Dated deliverables as the measure.
  public static func setMilestones(
    _ books: Books, _ id: String, _ milestones: [Measure.Milestone], decision: Decision? = nil,
    today: Day
  ) throws(TrackingFault) -> [Change] {
    try setMeasure(books, id, .milestones(milestones), decision: decision, today: today)
  }

  /// Binds a measure after checking it. A decision is needed where parts had targets of their own
  /// that are changed or dropped.
  public static func setMeasure(
    _ books: Books, _ id: String, _ measure: Measure, decision: Decision? = nil, today: Day
  ) throws(TrackingFault) -> [Change] {
    var commitment = try active(books, id)
    if commitment.measure == measure { return [] }
    let old = commitment
    commitment.measure = measure
    commitment.unverifiable = nil
    let faults = MeasureCheck.check(
      measure, for: commitment, registries: books.registries, series: books.series)
    if let fault = faults.first { throw fault }
    let moved = PlanRules.movesTarget(from: old, to: commitment)
    if moved { try PlanRules.check(decision, id, today: today) }
    return [.commitment(commitment, decision: moved ? decision : nil)]
  }

  // MARK: Steps

  /// The current version, which must be in the plan.
  static func active(_ books: Books, _ id: String) throws(TrackingFault) -> Commitment {
    guard let commitment = books.commitment(id) else { throw .unknownCommitment(id) }
    switch commitment.state {
    case .active: return commitment
    case .merged(let other): throw .notActive(id, state: "并入 \(other)")
    case .split(let others): throw .notActive(id, state: "拆为 \(others.joined(separator: "、"))")
    case .withdrawn: throw .notActive(id, state: "已撤回")
    }
  }

  /// A new version by the rules of the plan; none when nothing changes.
  private static func edit(
    _ books: Books, _ id: String, _ change: (inout Commitment) -> Void
  ) throws(TrackingFault) -> [Change] {
    let old = try active(books, id)
    var new = old
    change(&new)
    guard new != old else { return [] }
    try PlanRules.check(new, books)
    return [.commitment(new, decision: nil)]
  }
}
