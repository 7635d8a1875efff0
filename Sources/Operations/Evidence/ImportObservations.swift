import Documents
import Domain
import Registries

/// Imports a table of published figures: whole, or not at all.
public struct ImportObservations: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  public struct Outcome: Sendable {
    public var batch: Change.Batch
    /// What was passed over, though nothing is wrong.
    public var notes: [Phrase]
  }

  /// - Parameters:
  ///   - month: the month that a bureau's table is of; nil where the table says it.
  ///   - vintage: of all its figures, unless the table says it.
  public func run(
    _ path: String, sheet: String? = nil, month: Period?, vintage: Observation.Vintage,
    source facts: SourceFacts, by author: Author
  ) throws -> Outcome {
    let file = ByteSource(path: path)
    return try run(
      file.bytes(), name: file.name, sheet: sheet, month: month, vintage: vintage, source: facts,
      by: author)
  }

  /// The same for a file whose bytes are at hand.
  public func run(
    _ bytes: [UInt8], name file: String, sheet: String? = nil, month: Period?,
    vintage: Observation.Vintage, source facts: SourceFacts, by author: Author
  ) throws -> Outcome {
    let source = facts.source(file: file, sha256: store.sha256(bytes))
    let reader = ObservationReader(
      series: Array(try store.books().series.values).sorted { $0.name < $1.name },
      publication: .init(
        year: month?.first.year, month: month?.last.month, vintage: vintage,
        publisher: facts.issuer, published: facts.date, source: source.id))
    let table = try TableReader(sheet: sheet, headers: reader.headers).read(bytes, name: file)
    var notes: [Phrase] = []
    let observations = try reader.read(table, notes: &notes)
    let batch = try store.importObservations(observations, from: source, file: bytes, by: author)
    return Outcome(batch: batch, notes: notes)
  }
}
