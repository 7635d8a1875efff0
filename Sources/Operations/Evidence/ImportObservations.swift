import Documents
import Domain
import Registries

/// Imports a table of published figures: whole, or not at all.
public struct ImportObservations: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What came of an import.
  public struct Outcome: Sendable {
    /// How many figures were new; nothing is recorded where none was.
    public var batch: Change.Batch
    /// What was passed over, though nothing is wrong.
    public var notes: [Phrase]
  }

  /// - Parameters:
  ///   - month: the month that a bureau's table is of; nil where the table says it.
  ///   - vintage: of all its figures, unless the table says it.
  public func run(
    _ path: String, sheet: String? = nil, month: Period?, vintage: Observation.Vintage,
    source facts: SourceFacts, by caller: Caller, reason: String? = nil
  ) throws -> Outcome {
    let file = ByteSource(path: path)
    return try run(
      file.bytes(), name: file.name, sheet: sheet, month: month, vintage: vintage, source: facts,
      by: caller, reason: reason)
  }

  /// The same for a file whose bytes are at hand.
  ///
  /// - Parameter check: whatever else has to be true of the books that it goes on top of.
  public func run(
    _ bytes: [UInt8], name file: String, sheet: String? = nil, month: Period?,
    vintage: Observation.Vintage, source facts: SourceFacts, by caller: Caller,
    reason: String? = nil, check: (Books) throws -> Void = { _ in }
  ) throws -> Outcome {
    let given = facts.source(file: file, sha256: office.store.sha256(bytes))
    var notes: [Phrase] = []
    let batch = try office.importObservations(by: caller, reason: reason) { books in
      try check(books)
      let (source, told) = try SourceGrading(books, responsible: []).graded(
        given, idGiven: facts.id != nil, reason: reason)
      let reader = ObservationReader(
        series: Array(books.series.values).sorted { $0.name < $1.name },
        publication: .init(
          year: month?.first.year, month: month?.last.month, vintage: vintage,
          publisher: facts.issuer, published: facts.date, source: source.id))
      let table = try TableReader(sheet: sheet, headers: reader.headers).read(bytes, name: file)
      notes = told
      return Office.DecidedObservations(
        try reader.read(table, notes: &notes), from: source, file: bytes)
    }
    return Outcome(batch: batch, notes: notes)
  }
}
