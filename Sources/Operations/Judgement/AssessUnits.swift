import Domain
import Publishing
import Tracking

/// Points of the units for the commitments that they lead (考核评分).
public struct AssessUnits: Sendable {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// Points with the rules that gave them.
  public struct Outcome: Sendable {
    /// The rules that were used.
    public var rules: ScoreRules
    /// The rules' name with the version that was used.
    public var version: String
    /// A row for each unit, in the order of the ledger.
    public var rows: [ScoresTable.Row]
    /// Whose accounts, and of which day.
    public var heading: AccountHeading
    /// Why the ledger's data is invented; nil for a real one.
    public var synthetic: String?
  }

  /// Units in the order of the ledger, each with the commitments that it leads: no ranking.
  ///
  /// - Parameter rules: name of the score rules; the ledger's first when nil.
  /// - Throws: a `Fault` when the ledger has no such rules.
  public func run(
    asOf day: Day, knowing knowledge: Knowledge = .ofTheDay, rules name: String? = nil
  ) throws -> Outcome {
    let judged = try JudgeAccounts(store).run(asOf: day, knowing: knowledge)
    guard let rules = try Declared(judged.books).scores(name) else {
      throw OperationFault.unknownName(name ?? "", kind: .scores, known: [])
    }
    var items: [String: [ScoresTable.Item]] = [:]
    for (commitment, judgement) in zip(judged.commitments, judged.judgements)
    where commitment.kind != .baseline {
      guard let lead = commitment.units.first else { continue }
      items[lead, default: []].append(
        .init(
          id: commitment.id, title: commitment.title, points: Scoring.points(rules, judgement)))
    }
    let named = judged.books.units.map(\.name)
    let order = named + items.keys.filter { !named.contains($0) }.sorted()
    return Outcome(
      rules: rules, version: judged.books.scoresVersion(rules.name, known: judged.known),
      rows: order.compactMap { unit in items[unit].map { .init(unit: unit, commitments: $0) } },
      heading: judged.heading, synthetic: judged.books.synthetic)
  }
}
