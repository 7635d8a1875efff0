import Domain

/// The current records of a registry, by key.
public struct ListRecords: Sendable {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// A registry with its records.
  public struct Outcome: Sendable {
    /// The declaration in force.
    public var registry: Registry
    /// The records, at most as many as were asked for.
    public var records: [Record]
    /// How many there are in all.
    public var total: Int
    /// Why the ledger's data is invented; nil for a real one.
    public var synthetic: String?
  }

  /// - Parameter limit: all when nil.
  public func run(_ name: String, limit: Int?) throws -> Outcome {
    let books = try store.books()
    let registry = try Declared(books).registry(name)
    let question = Question.everything(of: name)
    return Outcome(
      registry: registry,
      records: try store.records(question, offset: 0, limit: limit ?? .max),
      total: try store.answer(question).records, synthetic: books.synthetic)
  }
}

extension Question {
  /// All current records of a registry, whatever their source.
  static func everything(of registry: String) -> Question {
    let lastDay = Day(number: 2_932_896)
    return Question(
      registry: registry, window: .valid(from: nil, until: nil, on: lastDay),
      scope: Scope(asOf: lastDay, proof: .selfReported))
  }
}
