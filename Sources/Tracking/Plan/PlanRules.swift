import Domain

/// What holds of every commitment of a plan.
enum PlanRules {
  static func check(_ commitment: Commitment, _ books: Books) throws(TrackingFault) {
    let id = commitment.id
    guard id.hasWords else { throw .empty(commitment.title, what: Phrase("编号", "id")) }
    guard commitment.title.hasWords else { throw .empty(id, what: Phrase("标题", "title")) }
    guard commitment.deadline >= commitment.period.first else {
      throw .deadlineBeforePeriod(id, deadline: commitment.deadline, period: commitment.period)
    }
    try check(commitment.units, id, books)
    try check(commitment.path, id)
    let numbers = [
      commitment.target?.value, commitment.target?.value2, commitment.target?.tolerance?.value,
    ]
    guard numbers.allSatisfy({ $0.map(isShort) ?? true }) else { throw .numberTooLong(id) }
    try checkPredecessors(of: commitment, books)
  }

  /// The digits that a number of a plan may have, so that what is worked out of it can be kept.
  static let longest = 200

  private static func isShort(_ number: Exact) -> Bool {
    number.description.utf8.count <= longest
  }

  private static func check(
    _ units: [String], _ id: String, _ books: Books
  ) throws(TrackingFault) {
    var seen: Set<String> = []
    for unit in units {
      guard unit.hasWords else { throw .empty(id, what: Phrase("责任单位", "unit")) }
      guard seen.insert(unit).inserted else { throw .unitTwice(id, unit: unit) }
      guard books.units.isEmpty || books.units.contains(where: { $0.name == unit }) else {
        throw .unknownUnit(id, unit: unit)
      }
    }
  }

  private static func check(_ path: Path?, _ id: String) throws(TrackingFault) {
    guard case .nodes(let nodes) = path else { return }
    let fits = nodes.allSatisfy { $0.percent >= .zero && $0.percent <= Exact(100) }
    let rises = zip(nodes, nodes.dropFirst()).allSatisfy {
      $0.day < $1.day && $0.percent <= $1.percent
    }
    if nodes.isEmpty || !fits || !rises { throw .brokenPath(id) }
  }

  private static func checkPredecessors(
    of commitment: Commitment, _ books: Books
  ) throws(TrackingFault) {
    var seen: Set<String> = [commitment.id]
    var next = commitment.predecessor?.id
    while let id = next {
      guard seen.insert(id).inserted else { throw .predecessorCycle(commitment.id) }
      next = books.commitment(id)?.predecessor?.id
    }
  }

  /// A decision is whole, and not dated after today.
  static func check(_ decision: Decision?, _ id: String, today: Day) throws(TrackingFault) {
    guard let decision else { return }
    guard decision.document.hasWords, decision.authority.hasWords else {
      throw .decisionIncomplete(id)
    }
    guard decision.date <= today else {
      throw .decisionLater(id, date: decision.date, today: today)
    }
  }
}

extension String {
  /// Something other than white space.
  var hasWords: Bool { contains { !$0.isWhitespace } }
}
