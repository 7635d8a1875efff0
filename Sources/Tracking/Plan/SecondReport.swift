import Domain

/// A report that comes beside one that was adopted before: of another year it is a set of its own,
/// of the same place, year and kind it is compared with the first.
public struct SecondReport: Sendable {
  /// One thing in which the second report differs from the first.
  public enum Difference: Sendable, Equatable {
    /// The first report does not have it.
    case added(Commitment)
    /// The second report no longer has it.
    case missing(Commitment)
    /// The same thing with another number, time or wording: what it is in the plan, and what the
    /// second report would make of it.
    case changed(Commitment, to: Commitment, parts: [PlanTurn.Part])
  }

  /// In the order of the first report's commitments; what was added comes last.
  public let differences: [Difference]

  /// - Parameters:
  ///   - first: what the first report proposes, by the same templates.
  ///   - second: what the second one does.
  ///   - books: where the first was adopted.
  public init(_ first: [Commitment], _ second: [Commitment], _ books: Books) {
    var left = second
    var found: [Difference] = []
    for old in first {
      guard let index = Self.index(of: old, in: left) else {
        found.append(.missing(Self.adopted(old, books)))
        continue
      }
      let new = left.remove(at: index)
      if let change = Self.change(old, new, Self.adopted(old, books)) { found.append(change) }
    }
    differences = found + left.map(Difference.added)
  }

  /// Templates keep their ids; what no template knows is known by its words, or by its words without
  /// the numbers.
  private static func index(of old: Commitment, in left: [Commitment]) -> Int? {
    if old.theme != nil { return left.firstIndex { $0.theme != nil && $0.id == old.id } }
    let others = left.enumerated().filter { $0.element.theme == nil }
    let quote = old.origins.first?.quote ?? old.title
    let same = others.first { ($0.element.origins.first?.quote ?? $0.element.title) == quote }
    let words = wordsAlone(quote)
    return same?.offset
      ?? others.first {
        wordsAlone($0.element.origins.first?.quote ?? $0.element.title) == words
      }?.offset
  }

  private static func wordsAlone(_ quote: String) -> String {
    Heading.folded(quote).filter { !"0123456789.,零一二两三四五六七八九十百千万亿".contains($0) }
  }

  /// What the plan has of a proposal: under its own id where that came from these words, else
  /// whatever came from them, else under its id.
  private static func adopted(_ proposal: Commitment, _ books: Books) -> Commitment {
    let quotes = Set(proposal.origins.map(\.quote))
    let cameFromThem = { (id: String) in
      books.commitments[id]?.first?.commitment.origins.contains { quotes.contains($0.quote) }
        ?? false
    }
    let id = ([proposal.id] + books.order).first(where: cameFromThem) ?? proposal.id
    return books.commitment(id) ?? proposal
  }

  /// Only what the reports themselves say is compared, not what the office did since.
  private static func change(
    _ old: Commitment, _ new: Commitment, _ adopted: Commitment
  ) -> Difference? {
    guard !isAlike(old, new) else { return nil }
    var next = adopted
    if old.target != new.target { next.target = new.target }
    if old.period != new.period { next.period = new.period }
    if old.deadline != new.deadline { next.deadline = new.deadline }
    if old.measure != new.measure { next.measure = new.measure }
    if adopted.title == old.title { next.title = new.title }
    next.strength = new.strength
    next.origins = new.origins
    return .changed(adopted, to: next, parts: PlanParts.moved(from: adopted, to: next))
  }

  private static func isAlike(_ old: Commitment, _ new: Commitment) -> Bool {
    old.target == new.target && old.period == new.period && old.deadline == new.deadline
      && old.measure == new.measure && old.origins.map(\.quote) == new.origins.map(\.quote)
  }

  /// The changes that adopt the differences by a decision. What the second report leaves out stays in
  /// the plan: leaving it out is an act of its own.
  public func changes(
    _ books: Books, year: Int, decision: Decision, today: Day
  ) throws(TrackingFault) -> [Change] {
    var changes: [Change] = []
    var added: [Commitment] = []
    for difference in differences {
      switch difference {
      case .missing: break
      case .added(let commitment): added.append(commitment)
      case .changed(_, let new, _):
        let change = try PlanGate.pass(new, decision, into: books, today: today)
        if let change { changes.append(change) }
      }
    }
    return changes
      + PlanIds.free(added, books, year: year).map { .commitment($0, decision: decision) }
  }

  /// One line for each difference.
  public func words(_ books: Books) -> [Phrase] {
    let plan = PlanWords(
      measures: MeasureWords(registries: books.registries, series: books.series))
    return differences.map { difference in
      switch difference {
      case .added(let new): Phrase("新增 ", "new: ") + plan.whole(new)
      case .missing(let old): Phrase("不再有 ", "gone: ") + plan.whole(old)
      case .changed(let old, let new, let parts):
        Phrase("\(old.id) ", "\(old.id) ")
          + .list(
            parts.map { part in
              let none = Phrase("无", "none")
              let (old, new) = (plan.phrase(part, of: old), plan.phrase(part, of: new))
              return Phrase(
                "\(part.words.chinese)：\((old ?? none).chinese) → \((new ?? none).chinese)",
                "\(part.words.english): \((old ?? none).english) → \((new ?? none).english)")
            })
      }
    }
  }
}

/// Ids of commitments that a report brings into a ledger that has some.
public enum PlanIds {
  /// An id that is taken gets the year before it: `P16` of 2024 is `2024-P16`, then `2024-P16b`. What
  /// a template knew in an earlier year becomes its predecessor.
  public static func free(
    _ commitments: [Commitment], _ books: Books, year: Int
  ) -> [Commitment] {
    var taken = Set(books.order)
    return commitments.map { proposed in
      var commitment = proposed
      if taken.contains(proposed.id) {
        commitment.id = "\(year)-\(proposed.id)"
        while taken.contains(commitment.id) { commitment.id += "b" }
        link(&commitment, to: books.commitment(proposed.id))
      }
      taken.insert(commitment.id)
      return commitment
    }
  }

  private static func link(_ commitment: inout Commitment, to earlier: Commitment?) {
    guard let earlier, commitment.predecessor == nil, commitment.theme != nil,
      earlier.theme == commitment.theme,
      earlier.period.last < commitment.period.first
    else { return }
    commitment.predecessor = .init(
      year: earlier.period.first.year, id: earlier.id, title: earlier.title)
  }
}
