import Domain
import Foundation
import Publishing
import Tracking

/// Everything that the ledger knows of one commitment on a day.
public struct ExplainCommitment: Sendable {
  private let store: any LedgerStore
  private let current: Books?

  /// - Parameter books: those of the whole ledger, where they are at hand.
  public init(_ store: any LedgerStore, books: Books? = nil) {
    self.store = store
    current = books
  }

  /// A commitment with everything behind its judgement.
  public struct Outcome: Sendable {
    /// The commitment, its judgement and its records.
    public var account: CommitmentAccount
    /// What judging it asked of the ledger, in order.
    public var questions: [Question]
    /// Why the ledger's data is invented; nil for a real one.
    public var synthetic: String?
  }

  /// Records that are listed at most.
  public static let listed = 50

  /// - Parameter records: also list the very records that were counted.
  public func run(
    _ id: String, asOf day: Day, knowing knowledge: Knowledge = .ofTheDay, records: Bool = false
  ) throws -> Outcome {
    try explain(
      id, records, asOf: day, known: try knowledge.sequence(asOf: day, in: store),
      seen: try knowledge.seen(asOf: day, in: store), try current ?? store.books(), store)
  }

  /// The same of what a view knows, with the very records that were counted.
  static func run(_ id: String, in view: View, _ store: any LedgerStore) throws -> Outcome {
    try ExplainCommitment(store).explain(
      id, true, asOf: view.day, known: view.known, seen: view.seen, view.books, view.evidence)
  }

  private func explain(
    _ id: String, _ records: Bool, asOf day: Day, known: Int, seen: Day, _ books: Books,
    _ evidence: any EvidenceStore
  ) throws -> Outcome {
    let recorder = RecordingEvidence(evidence)
    let judge = Judge(
      books: books, evidence: recorder, lights: try Declared(books).lights(nil),
      travel: RoadTimes(store))
    let then = judge.commitments(known: known).first { $0.id == id }
    let commitment = try then ?? Declared(books).commitment(id)
    let judgement =
      commitment.state == .active
      ? try judge.judge(commitment, asOf: day, known: known, seen: seen) : nil
    let asked = recorder.asked
    let words = MeasureWords(registries: books.registries, series: books.series)
    var account = CommitmentAccount(
      commitment, judgement: judgement,
      measure: commitment.measure.map { words.phrase($0, in: commitment.period) },
      reports: books.reports, history: books.commitments[id] ?? [],
      grades: asked.first?.answer.grades ?? [:])
    account.turns = PlanTurns(books, known: known).all(of: id)
    if records, let first = asked.first { account.records = try list(first, books, evidence) }
    return Outcome(
      account: account, questions: asked.map(\.question), synthetic: books.synthetic)
  }

  private func list(
    _ asked: (question: Question, answer: Answer), _ books: Books,
    _ evidence: any EvidenceStore
  ) throws -> CommitmentAccount.Counted {
    let registry = try Declared(books).registry(asked.question.registry)
    let records = try evidence.records(asked.question, offset: 0, limit: Self.listed)
    return .init(registry: registry, records: records, total: asked.answer.records)
  }
}

/// Passes questions on and remembers them with their answers.
private final class RecordingEvidence: EvidenceStore, @unchecked Sendable {
  private let store: any EvidenceStore
  private let lock = NSLock()
  private var memory: [(question: Question, answer: Answer)] = []

  init(_ store: any EvidenceStore) { self.store = store }

  var asked: [(question: Question, answer: Answer)] { lock.withLock { memory } }

  func answer(_ question: Question) throws -> Answer {
    let answer = try store.answer(question)
    lock.withLock { memory.append((question, answer)) }
    return answer
  }

  func sequence(at instant: Instant) throws -> Int { try store.sequence(at: instant) }

  func doubts(of registry: String, known: Int) throws -> [Doubt] {
    try store.doubts(of: registry, known: known)
  }

  func standings(of keys: [String], in question: Question) throws -> [String: RecordStanding] {
    try store.standings(of: keys, in: question)
  }

  func beyond(_ question: Question, _ other: Question) throws -> [String] {
    try store.beyond(question, other)
  }

  func amounts(_ question: Question) throws -> Amounts { try store.amounts(question) }

  func records(_ question: Question, offset: Int, limit: Int) throws -> [Record] {
    try store.records(question, offset: offset, limit: limit)
  }

  func versions(of key: String, in registry: String) throws -> [Record] {
    try store.versions(of: key, in: registry)
  }

  func observations(of series: String, known: Int) throws -> [Observation] {
    try store.observations(of: series, known: known)
  }

  func traced(_ question: TraceQuestion) throws -> Traced { try store.traced(question) }
}
