import Domain

/// What a month's release said, beside what the same month looks like with all that is known now.
public struct CompareRelease: Sendable {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// A release beside the present.
  public struct Outcome: Sendable {
    /// The release as it was made.
    public var release: Release
    /// The same month judged with all that is known now.
    public var today: [Judgement]
    /// Titles of the commitments by id.
    public var titles: [String: String]
    /// Why the ledger's data is invented; nil for a real one.
    public var synthetic: String?
    /// What left the plan, by what is known now.
    public var departures: [Departure]
  }

  /// - Throws: ``OperationFault/unknownName(_:kind:known:)`` for a month that was not released.
  public func run(_ month: Period) throws -> Outcome {
    let books = try store.books()
    guard let release = books.releases.first(where: { $0.month == month }) else {
      throw OperationFault.unknownName(
        month.description, kind: .release, known: books.releases.map(\.month.description))
    }
    let now = try JudgeAccounts(store).run(asOf: month.last, knowing: .everything)
    let titles = now.commitments.map { ($0.id, $0.title) }
    return Outcome(
      release: release, today: now.judgements, titles: Dictionary(titles) { $1 },
      synthetic: books.synthetic, departures: now.departures)
  }
}
