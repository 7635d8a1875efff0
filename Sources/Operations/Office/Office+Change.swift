import Domain

/// The only door to the ledger: whoever changes it says what he decided on which books. Where another
/// writer came between, it is decided again on the newer books; nothing is ever written on top of
/// books that were not seen.
extension Office {
  /// What was decided on books.
  public struct Decided: Sendable {
    /// What is appended, in order, one entry each.
    public var changes: [Change]
    /// Files that the changes name; kept only with a change.
    public var files: [[UInt8]]
    /// What changes beside the ledger in the same transaction.
    public var beside: [AccessChange]

    /// Takes every field as it is; nothing is checked.
    public init(
      _ changes: [Change], files: [[UInt8]] = [], beside: [AccessChange] = []
    ) {
      self.changes = changes
      self.files = files
      self.beside = beside
    }

    var isNothing: Bool { changes.isEmpty && beside.isEmpty }
  }

  /// Rows for a registry, as decided on books.
  public struct DecidedRecords {
    /// The registry as it is declared in the books.
    public var registry: Registry
    /// The document that the rows come from; appended first where it is new or changed.
    public var source: Source
    /// Its file, kept under its SHA-256; nil where there is none to keep.
    public var file: [UInt8]?
    /// Hands over the rows; called at most once for each time that it was decided.
    public var fill: (inout any RecordSink) throws -> Void

    /// Takes every field as it is; nothing is checked.
    public init(
      of registry: Registry, from source: Source, file: [UInt8]? = nil,
      fill: @escaping (inout any RecordSink) throws -> Void
    ) {
      self.registry = registry
      self.source = source
      self.file = file
      self.fill = fill
    }
  }

  /// Figures, as decided on books.
  public struct DecidedObservations: Sendable {
    /// The figures; those that are known already are nothing.
    public var observations: [Observation]
    /// The publication that they come from.
    public var source: Source
    /// Its file, kept under its SHA-256; nil where there is none to keep.
    public var file: [UInt8]?

    /// Takes every field as it is; nothing is checked.
    public init(_ observations: [Observation], from source: Source, file: [UInt8]? = nil) {
      self.observations = observations
      self.source = source
      self.file = file
    }
  }

  /// How often it is decided before somebody is told to come again.
  static let mostDecisions = 32

  /// Makes a change as one transaction on top of the books that `decide` saw; it is called again
  /// with newer books when another writer came between.
  ///
  /// - Parameters:
  ///   - unit: the unit that it is done for, for acts of units.
  ///   - decide: what to append; nothing to leave the ledger as it is. All checks belong in it.
  /// - Throws: ``WorkFault/notAllowed(_:)`` where the caller may not, ``WorkFault/stale(since:now:)``
  ///   where others were always faster, and what `decide` throws.
  @discardableResult
  public func decide(
    _ act: Act, for unit: String? = nil, by caller: Caller, reason: String? = nil,
    _ decide: (Books) throws -> Decided
  ) throws -> [Entry] {
    try onTop(act, for: unit, by: caller, reason: reason) { books, author in
      let decided = try decide(books)
      guard !decided.isNothing else { return [] }
      return try store.append(
        decided.changes, files: decided.files, beside: decided.beside, onTopOf: books.sequence,
        by: author)
    }
  }

  /// The same for changes alone, with the files that they name.
  @discardableResult
  public func change(
    _ act: Act, for unit: String? = nil, by caller: Caller, reason: String? = nil,
    files: [[UInt8]] = [], _ make: (Books) throws -> [Change]
  ) throws -> [Entry] {
    try decide(act, for: unit, by: caller, reason: reason) { books in
      Decided(try make(books), files: files)
    }
  }

  /// Imports rows as one transaction on top of the books that `decide` saw.
  @discardableResult
  public func importRecords(
    by caller: Caller, reason: String? = nil, _ decide: (Books) throws -> DecidedRecords
  ) throws -> Change.Batch {
    try onTop(.keepEvidence, by: caller, reason: reason) { books, author in
      let rows = try decide(books)
      return try store.importRecords(
        of: rows.registry, from: rows.source, file: rows.file, onTopOf: books.sequence, by: author,
        fill: rows.fill)
    }
  }

  /// Takes records out as one transaction on top of the books that `decide` saw.
  @discardableResult
  public func removeRecords(
    by caller: Caller, reason: String, _ decide: (Books) throws -> Change.Removal
  ) throws -> Change.Removal {
    try onTop(.keepEvidence, by: caller, reason: reason) { books, author in
      let removal = try decide(books)
      return try store.removeRecords(
        removal.keys, of: removal.registry, onTopOf: books.sequence, by: author)
    }
  }

  /// Adds figures as one transaction on top of the books that `decide` saw.
  @discardableResult
  public func importObservations(
    by caller: Caller, reason: String? = nil, _ decide: (Books) throws -> DecidedObservations
  ) throws -> Change.Batch {
    try onTop(.keepEvidence, by: caller, reason: reason) { books, author in
      let figures = try decide(books)
      return try store.importObservations(
        figures.observations, from: figures.source, file: figures.file, onTopOf: books.sequence,
        by: author)
    }
  }

  /// Decides on fresh books and writes, again and again while `write` says that somebody was faster.
  private func onTop<Value>(
    _ act: Act, for unit: String? = nil, by caller: Caller, reason: String?,
    _ write: (Books, Author) throws -> Value?
  ) throws -> Value {
    try require(act, for: unit, by: caller)
    var first: Int?
    for _ in 0..<Self.mostDecisions {
      let books = try books(fresh: true)
      first = first ?? books.sequence
      if let written = try write(books, author(caller, reason: reason)) { return written }
    }
    throw WorkFault.stale(since: first ?? 0, now: try store.head().sequence)
  }
}
