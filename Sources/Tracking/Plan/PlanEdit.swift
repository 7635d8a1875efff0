import Domain

/// Operations on the plan. Each takes the books and gives the changes to append, or throws a
/// ``TrackingFault``; nothing is written here.
public enum PlanEdit {
  /// Takes `others` into `id`: it gets their origins, they point to it.
  public static func merge(
    _ books: Books, _ others: [String], into id: String, decision: Decision? = nil, today: Day
  ) throws(TrackingFault) -> [Change] {
    guard !others.isEmpty, !others.contains(id), Set(others).count == others.count else {
      throw .selfMerge(id)
    }
    var whole = try active(books, id)
    var parts: [Commitment] = []
    for other in others {
      var part = try active(books, other)
      for origin in part.origins where !whole.origins.contains(origin) {
        whole.origins.append(origin)
      }
      part.state = .merged(into: id)
      parts.append(part)
    }
    return try changes([whole] + parts, decision, books, today)
  }

  /// Makes several commitments out of one; each keeps its origins unless it brings its own.
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
    let made = parts.map { part in
      var part = part
      if part.origins.isEmpty { part.origins = whole.origins }
      return part
    }
    whole.state = .split(into: ids)
    let changes = try changes(made + [whole], decision, books, today)
    // What the parts are held to was decided with the split.
    return changes.map { change in
      guard case .commitment(let part, nil) = change else { return change }
      return .commitment(part, decision: decision)
    }
  }

  /// Leaves a commitment out of the plan; its account stays, and the reason with it.
  public static func withdraw(
    _ books: Books, _ id: String, reason: String, decision: Decision? = nil, today: Day
  ) throws(TrackingFault) -> [Change] {
    var commitment = try active(books, id)
    guard reason.hasWords else { throw .empty(id, what: Phrase("理由", "reason")) }
    commitment.state = .withdrawn
    commitment.note = [commitment.note, reason].compactMap { $0 }.joined(separator: "\n")
    return try changes([commitment], decision, books, today)
  }

  /// Any change of one commitment that is in the plan, as one version.
  ///
  /// - Parameters:
  ///   - decision: needed once the plan is issued, for what can move a verdict.
  ///   - today: no decision is dated after it.
  public static func edit(
    _ books: Books, _ id: String, decision: Decision? = nil, today: Day,
    _ change: (inout Commitment) -> Void
  ) throws(TrackingFault) -> [Change] {
    var commitment = try active(books, id)
    change(&commitment)
    return try changes([commitment], decision, books, today)
  }

  // MARK: Steps

  /// Each version through the gate; nothing where nothing changes.
  private static func changes(
    _ versions: [Commitment], _ decision: Decision?, _ books: Books, _ today: Day
  ) throws(TrackingFault) -> [Change] {
    var changes: [Change] = []
    for version in versions {
      if let change = try PlanGate.pass(version, decision, into: books, today: today) {
        changes.append(change)
      }
    }
    return changes
  }

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
}

extension Commitment {
  /// Due on another day. A deadline after the period's end lengthens the period, so that later
  /// evidence counts.
  public mutating func move(deadline day: Day) {
    deadline = day
    if day > period.last, let longer = Period(period.first, day) { period = longer }
  }

  /// Answered by a measure; nothing is unverifiable any more.
  public mutating func bind(_ measure: Measure) {
    self.measure = measure
    unverifiable = nil
  }
}
