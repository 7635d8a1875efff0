/// Where a ledger is kept. Every call sees or makes a consistent whole: what is appended is there
/// with all of its rows and files after the call returns, or not at all.
public protocol LedgerStore: EvidenceStore {
  /// How often something was written through this object. While it stays the same, only other
  /// programs can have changed the ledger.
  var writes: Int { get }
  /// The last entry's sequence and hash; 0 and 64 zeros for an empty ledger.
  func head() throws -> (sequence: Int, hash: String)
  /// Entries after `sequence`, up to `last` (everything when nil), in order.
  func entries(after sequence: Int, through last: Int?) throws -> [Entry]
  /// Appends one entry for each change while `head` is the last entry, in one transaction: nil, and
  /// nothing done, when another writer came between. There is no other way to append: whoever changes
  /// the books says on top of which books that was decided.
  ///
  /// Changes that bring rows (`records`, `removal`, `observations`) have calls of their own and are
  /// refused here.
  ///
  /// - Parameters:
  ///   - files: kept in the same transaction, each under its SHA-256; the same bytes again are kept
  ///     once.
  ///   - beside: what changes beside the ledger in the same transaction.
  func append(
    _ changes: [Change], files: [[UInt8]], beside: [AccessChange], onTopOf head: Int,
    by author: Author
  ) throws -> [Entry]?

  /// SHA-256 in lower-case hexadecimal, under which a file is kept.
  func sha256(_ bytes: [UInt8]) -> String
  func file(_ sha256: String) throws -> [UInt8]?

  /// Imports rows of a registry in one transaction and one entry: a new key is added, a changed
  /// row is a new version, an equal one is nothing. The source is appended first when it is new or
  /// changed, and its file is kept with it. `fill` is called at most once and hands over rows; when
  /// it throws, nothing has changed. No entry is made when nothing changed.
  ///
  /// - Returns: nil, and nothing done, when `head` is not the last entry any more.
  func importRecords(
    of registry: Registry, from source: Source, file: [UInt8]?, onTopOf head: Int,
    by author: Author, fill: (inout any RecordSink) throws -> Void
  ) throws -> Change.Batch?
  /// All of the keys must be there; none given changes nothing.
  ///
  /// - Returns: nil, and nothing done, when `head` is not the last entry any more.
  func removeRecords(
    _ keys: [String], of registry: String, onTopOf head: Int, by author: Author
  ) throws -> Change.Removal?
  /// Adds observations in one transaction and one entry; those already there are nothing.
  ///
  /// - Returns: nil, and nothing done, when `head` is not the last entry any more.
  func importObservations(
    _ observations: [Observation], from source: Source, file: [UInt8]?, onTopOf head: Int,
    by author: Author
  ) throws -> Change.Batch?

  /// Copies the ledger, as it is at one moment, to a new file; nothing is left where that fails.
  func backup(to path: String) throws
  /// Bytes that the ledger takes up.
  func size() throws -> Int

  /// When each entry counts as recorded.
  func times() throws -> EntryTimes

  /// Recomputes chain, digests, derived tables and seals: everything that does not fit, in order;
  /// empty when all fits.
  func findings(progress: Progress?) throws -> [LedgerFinding]
  /// The same, quickly, for what came after an entry that was verified: hashes, digests of rows,
  /// sources; from the first entry on where `head` is nil or not in the ledger.
  /// - Returns: the first that does not fit; nil when all fits.
  func finding(since head: LedgerHead?) throws -> LedgerFinding?
}

extension LedgerStore {
  /// The first thing that does not fit; nil when all fits.
  public func verify(progress: Progress? = nil) throws -> LedgerFinding? {
    try findings(progress: progress).first
  }
}

/// Takes the rows of an import.
public protocol RecordSink {
  /// - Parameter values: in the order of `Registry.columns`.
  mutating func add(key: String, values: [FieldValue]) throws
  /// Whether a registry has a current record of this key.
  func has(_ key: String, in registry: String) throws -> Bool
  /// The table lacks these columns: records that are there keep what they have in them. Called
  /// before the first row.
  mutating func keep(_ columns: [Int])
  /// Records that were current before and were not among the rows so far.
  func missing() throws -> MissingRecords
  /// Removes those with the batch, but for records of a stronger source. Called after the last row.
  mutating func removeMissing()
}

extension RecordSink {
  /// For a sink that takes every row as it comes.
  public mutating func keep(_ columns: [Int]) {}
  /// None, for a sink that cannot compare with what was there.
  public func missing() throws -> MissingRecords { MissingRecords() }
  /// Nothing, for a sink that cannot compare with what was there.
  public mutating func removeMissing() {}
}

/// Records that a new list lacks and the ledger has.
public struct MissingRecords: Sendable, Equatable {
  /// How many there are in all.
  public var count: Int
  /// The first of their keys, in order; at most ``listed``.
  public var keys: [String]

  /// None, where nothing is given.
  public init(count: Int = 0, keys: [String] = []) {
    self.count = count
    self.keys = keys
  }

  /// Keys that are listed at most.
  public static let listed = 10
}

/// What judging asks of a store; all of it as known at `known` (`Int.max` for everything).
public protocol EvidenceStore: Sendable {
  /// The last entry that counts as recorded by a moment; 0 when there is none.
  func sequence(at instant: Instant) throws -> Int
  func answer(_ question: Question) throws -> Answer
  /// Answers to many questions, all of the same state of the store, in their order.
  func answers(_ questions: [Question]) throws -> [Answer]
  /// The very records that `answer` counts, by key.
  func records(_ question: Question, offset: Int, limit: Int) throws -> [Record]
  /// Every version of one record, oldest first.
  func versions(of key: String, in registry: String) throws -> [Record]
  /// Observations of a series by period and publication.
  func observations(of series: String, known: Int) throws -> [Observation]
  /// What was removed or altered in the records behind a question.
  func traced(_ question: TraceQuestion) throws -> Traced
  /// What the records of a registry say against each other, by its checks and its rules of likeness.
  func doubts(of registry: String, known: Int) throws -> [Doubt]
  /// How records stand to a question; those that are none of its business are not there.
  func standings(of keys: [String], in question: Question) throws -> [String: RecordStanding]
  /// Records that one question counts and another of the same registry does not: a numerator that
  /// lies outside its denominator.
  func beyond(_ question: Question, _ other: Question) throws -> [String]
  /// The greatest amounts that a question adds up; nothing for one that counts.
  func amounts(_ question: Question) throws -> Amounts
}

extension EvidenceStore {
  /// One after the other; a store that others change meanwhile has its own.
  public func answers(_ questions: [Question]) throws -> [Answer] {
    try questions.map(answer)
  }

  /// Nothing, for a store that keeps no versions.
  public func traced(_ question: TraceQuestion) throws -> Traced { Traced() }

  /// A store that looks for none.
  public func doubts(of registry: String, known: Int) throws -> [Doubt] { [] }
  /// Nothing, for a store that looks for no doubts.
  public func standings(of keys: [String], in question: Question) throws -> [String: RecordStanding]
  {
    [:]
  }
  /// Nothing, for a store that does not compare questions.
  public func beyond(_ question: Question, _ other: Question) throws -> [String] { [] }
  /// Nothing, for a store that does not look at amounts.
  public func amounts(_ question: Question) throws -> Amounts { Amounts() }
}
