import Dispatch
import Domain
import Publishing
import Synchronization
import Tracking

/// Judges every commitment of the plan on a day.
public struct JudgeAccounts: Sendable {
  private let store: any LedgerStore
  private let current: Books?

  /// - Parameter books: those of the whole ledger, where they are at hand.
  public init(_ store: any LedgerStore, books: Books? = nil) {
    self.store = store
    current = books
  }

  /// The judgements in the plan's order, with what they rest on.
  public struct Outcome: Sendable {
    /// The day that was judged.
    public var asOf: Day
    /// The last entry that the evidence may come from.
    public var known: Int
    /// The books that the commitments are of.
    public var books: Books
    /// The versions that were judged, beside the judgements.
    public var commitments: [Commitment]
    /// One judgement for each commitment.
    public var judgements: [Judgement]
    /// True where the plan itself was recorded only after what was known: its present version is
    /// then judged by the evidence of the day.
    public var isPlanLater: Bool

    /// As rows of the judged table: with the target as issued and the decision where it was changed.
    public var rows: [AccountRow] {
      zip(commitments, judgements).map { commitment, judgement in
        let year = books.planYear(of: commitment.id)
        guard let moved = judgement.turns?.filter({ $0.part == .target }), let first = moved.first
        else { return AccountRow(commitment, judgement, year: year) }
        let issued = books.commitments[commitment.id]?.last { $0.sequence < first.sequence }
        return AccountRow(
          commitment, judgement, firstTarget: issued?.commitment.target,
          decision: moved.last?.decision, year: year)
      }
    }

    /// What was in the issued plan by then and is no longer judged.
    public var departures: [Departure] { PlanTurns(books, known: known).departures }

    /// Whose accounts, of which year and day.
    public var heading: AccountHeading {
      let report = books.reports.last
      return AccountHeading(
        place: report?.place, year: report?.year, asOf: asOf, departures: departures)
    }
  }

  /// - Parameters:
  ///   - knowledge: by default what was recorded by the end of that day.
  ///   - lights: name of the rule set; the ledger's first when nil.
  ///   - ids: only these; all when nil.
  public func run(
    asOf day: Day, knowing knowledge: Knowledge = .ofTheDay, lights: String? = nil,
    only ids: Set<String>? = nil
  ) throws -> Outcome {
    try judged(
      Judging(
        day: day, known: try knowledge.sequence(asOf: day, in: store),
        seen: try knowledge.seen(asOf: day, in: store), books: try current ?? store.books(),
        evidence: store), lights: lights, only: ids)
  }

  /// What a view knows of its day.
  func run(in view: View) throws -> Outcome {
    try judged(
      Judging(
        day: view.day, known: view.known, seen: view.seen, books: view.books,
        evidence: view.evidence), lights: nil, only: nil)
  }

  /// A day, and what it is judged by.
  private struct Judging {
    var day: Day
    var known: Int
    var seen: Day
    var books: Books
    var evidence: any EvidenceStore
  }

  private func judged(_ at: Judging, lights: String?, only ids: Set<String>?) throws -> Outcome {
    let (books, known) = (at.books, at.known)
    let judge = Judge(
      books: books, evidence: at.evidence, lights: try Declared(books).lights(lights),
      travel: RoadTimes(store))
    let then = judge.commitments(known: known)
    let commitments = (then.isEmpty ? begun(books.active, at.day) : then).filter {
      ids?.contains($0.id) ?? true
    }
    return Outcome(
      asOf: at.day, known: known, books: books, commitments: commitments,
      judgements: try atOnce(commitments) {
        try judge.judge($0, asOf: at.day, known: known, seen: at.seen)
      },
      isPlanLater: then.isEmpty && !books.active.isEmpty)
  }
}

/// Of a plan that was recorded later: without what had not begun on the day, where anything had.
private func begun(_ commitments: [Commitment], _ day: Day) -> [Commitment] {
  let begun = commitments.filter { $0.period.first <= day }
  return begun.isEmpty ? commitments : begun
}

/// The results of `work` in the order of `items`, two items at a time; the first fault is thrown.
private func atOnce<Item: Sendable, Value: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) throws -> Value
) throws -> [Value] {
  let results = Mutex([Result<Value, any Error>?](repeating: nil, count: items.count))
  let workers = 2
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    for index in stride(from: worker, to: items.count, by: workers) {
      let result = Result { try work(items[index]) }
      results.withLock { $0[index] = result }
    }
  }
  return try results.withLock { $0 }.compactMap { try $0?.get() }
}
