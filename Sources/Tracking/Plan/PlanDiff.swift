import Domain

/// What a plan file changes in a plan.
public enum PlanDiff {
  /// One commitment as a plan file has it, with the decision where it changes what can
  /// move a verdict.
  public struct Item: Sendable, Equatable {
    /// The commitment as it is to be.
    public var commitment: Commitment
    /// What the change rests on; nil for none.
    public var decision: Decision?

    /// Takes every field as it is; nothing is checked.
    public init(_ commitment: Commitment, decision: Decision? = nil) {
      self.commitment = commitment
      self.decision = decision
    }
  }

  /// New and changed commitments in the order of the file; equal ones are nothing, and those that the
  /// file does not name stay as they are.
  public static func changes(
    from books: Books, to items: [Item], today: Day
  ) throws(TrackingFault) -> [Change] {
    var seen: Set<String> = []
    var changes: [Change] = []
    for item in items {
      guard seen.insert(item.commitment.id).inserted else { throw .idTaken(item.commitment.id) }
      let change = try PlanGate.pass(item.commitment, item.decision, into: books, today: today)
      if let change { changes.append(change) }
    }
    try checkCycles(books, items)
    return changes
  }

  /// Predecessors of the file's own commitments may not lead around either.
  private static func checkCycles(_ books: Books, _ items: [Item]) throws(TrackingFault) {
    let next = Dictionary(
      items.map { ($0.commitment.id, $0.commitment.predecessor?.id) }
    ) { first, _ in first }
    for item in items {
      var seen: Set<String> = [item.commitment.id]
      var id = item.commitment.predecessor?.id
      while let current = id {
        guard seen.insert(current).inserted else { throw .predecessorCycle(item.commitment.id) }
        id = next[current] ?? books.commitment(current)?.predecessor?.id
      }
    }
  }
}
