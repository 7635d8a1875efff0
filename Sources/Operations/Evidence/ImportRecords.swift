import Documents
import Domain
import Registries

/// Imports a file into a registry: whole, or not at all.
public struct ImportRecords: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  /// What came of an import.
  public struct Outcome: Sendable {
    public var batch: Change.Batch
    /// Columns of the file that the registry does not have, and the like.
    public var notes: [Phrase]
  }

  /// Checks every row and appends what is new or changed.
  ///
  /// - Throws: a `Fault`; for rows that do not fit, one that lists every problem by row and column.
  ///   The ledger is then as it was.
  public func run(
    _ path: String, into name: String, sheet: String? = nil, source facts: SourceFacts,
    by author: Author, progress: Progress? = nil
  ) throws -> Outcome {
    let file = ByteSource(path: path)
    return try run(
      file.bytes(), name: file.name, into: name, sheet: sheet, source: facts, by: author,
      progress: progress)
  }

  /// The same for a file whose bytes are at hand.
  public func run(
    _ bytes: [UInt8], name file: String, into name: String, sheet: String? = nil,
    source facts: SourceFacts, by author: Author, progress: Progress? = nil
  ) throws -> Outcome {
    let registry = try Declared(store).registry(name)
    let reader = RecordReader(registry)
    let table = try TableReader(sheet: sheet, headers: reader.headers).read(bytes, name: file)
    var notes: [Phrase] = []
    let source = facts.source(file: file, sha256: store.sha256(bytes))
    let batch = try store.importRecords(of: registry, from: source, file: bytes, by: author) {
      sink in
      notes = try reader.read(table, into: &sink, progress: progress)
    }
    return Outcome(batch: batch, notes: notes)
  }
}
