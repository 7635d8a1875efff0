import Documents
import Domain
import Registries

/// Imports a file into a registry: whole, or not at all.
public struct ImportRecords: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What came of an import.
  public struct Outcome: Sendable {
    /// How many rows were new, changed or known already.
    public var batch: Change.Batch
    /// Columns of the file that the registry does not have, and the like.
    public var notes: [Phrase]
    /// Records of the ledger that the table lacks.
    public var missing: MissingRecords
  }

  /// Checks every row and appends what is new or changed.
  ///
  /// - Parameter allowingOrder: takes rows whose stages are out of order; the author says why, and
  ///   they are listed as doubts.
  /// - Throws: a `Fault`; for rows that do not fit, one that lists every problem by row and column.
  ///   The ledger is then as it was.
  public func run(
    _ path: String, into name: String, sheet: String? = nil, allowingOrder: Bool = false,
    source facts: SourceFacts,
    missing choice: MissingChoice = .keep, by caller: Caller, reason: String? = nil,
    progress: Progress? = nil
  ) throws -> Outcome {
    let file = ByteSource(path: path)
    return try run(
      file.bytes(), name: file.name, into: name, sheet: sheet, allowingOrder: allowingOrder,
      source: facts, missing: choice,
      by: caller, reason: reason, progress: progress)
  }

  /// The same for a file whose bytes are at hand.
  ///
  /// - Parameter check: whatever else has to be true of the books that it goes on top of.
  public func run(
    _ bytes: [UInt8], name file: String, into name: String, sheet: String? = nil,
    allowingOrder: Bool = false, source facts: SourceFacts, missing choice: MissingChoice = .keep,
    by caller: Caller,
    reason: String? = nil, progress: Progress? = nil, check: (Books) throws -> Void = { _ in }
  ) throws -> Outcome {
    if choice == .remove, (reason ?? "").isEmpty { throw EvidenceFault.missingWithoutReason }
    let given = facts.source(file: file, sha256: office.store.sha256(bytes))
    var (notes, told): ([Phrase], [Phrase]) = ([], [])
    var missing = MissingRecords()
    var read: (registry: Registry, table: Table)?
    let batch = try office.importRecords(by: caller, reason: reason) { books in
      try check(books)
      let registry = try Declared(books).registry(name)
      let reader = RecordReader(registry, allowingOrder: allowingOrder)
      // Decided again, a table need not be read again.
      let table =
        read?.registry == registry
        ? read?.table
        : try TableReader(sheet: sheet, headers: reader.headers).read(bytes, name: file)
      guard let table else { throw WorkFault.failed }
      read = (registry, table)
      let graded = try SourceGrading(books, registry: name).graded(
        given, idGiven: facts.id != nil, reason: reason)
      told = graded.notes
      return Office.DecidedRecords(of: registry, from: graded.source, file: bytes) { sink in
        notes = try reader.read(table, into: &sink, progress: progress)
        missing = try sink.missing()
        if choice == .remove { sink.removeMissing() }
      }
    }
    let lacking = read.map { RecordReader($0.registry).lacking(in: $0.table) } ?? []
    notes += told + Self.notes(batch, lacking: lacking, missing: missing, choice)
    return Outcome(batch: batch, notes: notes, missing: missing)
  }
}
