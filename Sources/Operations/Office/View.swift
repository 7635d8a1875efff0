import Domain
import Publishing

/// What one caller may know on one day: the books themselves, not a filter over them.
///
/// Inside these are today's books, with what was known on the day. For everybody else they are
/// exactly what the last release knew, and before the first release they are empty. Whatever shows
/// something is made of a view and of nothing else; only here is the ledger asked for it.
public struct View: Sendable {
  /// Whose view it is.
  public let caller: Caller
  /// True for somebody who may see what is internal.
  public let isInside: Bool
  /// The day that is looked at: inside the one asked for, outside the end of the released month.
  public let day: Day
  /// The day on which it is looked at. A static site is looked at on the day of its release.
  public internal(set) var today: Day
  /// What the caller may know of the ledger's entries; nothing else is asked.
  public let books: Books
  /// The last entry that evidence may come from.
  public let known: Int
  /// Sources that are dated after this day do not count.
  public let seen: Day
  /// The last entry that the caller may know of with hindsight.
  public let horizon: Int
  /// The release whose knowledge it is; nil inside, and before the first one.
  public let release: Release?
  private let office: Office

  /// The last entry that can make a difference to anything that is shown; what was made of a view is
  /// kept under it.
  public var mark: Int { books.sequence }

  /// True for the public before the first release.
  public var isEmpty: Bool { !isInside && release == nil }

  /// - Throws: ``WorkFault/notSignedIn`` or ``WorkFault/notAllowed(_:)``.
  func require(_ act: Act) throws(WorkFault) { try office.require(act, by: caller) }

  /// Every judgement of the day. The same are given until evidence changes.
  public func accounts() throws -> JudgeAccounts.Outcome { try office.accounts(self) }

  /// One commitment with its judgement and the records that were counted.
  func explained(_ id: String) throws -> ExplainCommitment.Outcome {
    try ExplainCommitment.run(id, in: self, office.store)
  }

  /// Evidence as it was known.
  var evidence: any EvidenceStore {
    guard !isInside else { return office.store }
    return ViewEvidence(
      store: office.store, known: known, registries: books.registries,
      live: { [office] in try office.books(fresh: true).registries })
  }

  /// Travel times on the networks of the books.
  var travel: RoadTimes { RoadTimes(office.store) }

  var comparisons: Comparisons { office.comparisons }

  /// The same with another day, judged with all that the caller may know.
  func withHindsight(of day: Day) throws -> View {
    let seen = try Knowledge.entry(horizon).seen(asOf: day, in: office.store)
    let last = isInside ? nil : self.books.releases.last { $0.known == horizon }
    let books = try last.map { try self.books(of: $0) } ?? self.books
    return View(
      caller, isInside: isInside, day: day, books: books, known: horizon, seen: seen,
      horizon: horizon, release: release, office)
  }

  /// The books as a release knew them, in the form for everybody.
  func books(of release: Release) throws -> Books {
    try office.released.known(to: release, in: books, of: office.store).books
  }

  /// The books of the release with what is not for everybody, to look for it in what is published.
  func insideOfRelease() throws -> Books {
    try office.released.books(known: known, of: office.store)
  }

  /// - Throws: ``WorkFault/notFound`` for a report that is not in the books.
  func reading(of facts: Change.ReportFacts) throws -> ReportReading {
    guard books.reports.contains(facts) else { throw WorkFault.notFound }
    return try office.reading(of: facts)
  }

  /// The bytes that are kept under a SHA-256. Whoever asks has found it in the books.
  func file(_ sha256: String) throws -> [UInt8]? { try office.store.file(sha256) }

  /// Who made an entry and when; nil for one that the caller may not know of.
  func entry(_ sequence: Int) throws -> (time: Instant, actor: String)? {
    guard sequence <= horizon else { return nil }
    let entry = try office.store.entries(after: sequence - 1, through: sequence).first
    return entry.map { ($0.time, isInside ? $0.actor : "") }
  }
}

// MARK: What is around a page

extension View {
  /// Everything around a page: whose accounts, as of which day.
  public func frame(_ language: Language, _ links: Links, path: String) -> Frame {
    let report = books.reports.last
    var frame = Frame(
      language: language, place: isEmpty ? "" : report?.place, year: report?.year, asOf: day,
      today: day, caller: caller, links: links, path: path, synthetic: books.synthetic)
    frame.unitNames = language == .english || !links.isServed ? books.unitNames : [:]
    frame.hasDay = !isEmpty
    return frame
  }
}

// MARK: Registries

extension View {
  /// Until when records are known: as long as it is the same, every table is.
  var recordsKnown: Int {
    books.evidence(known: isInside && day == office.today ? .max : known)
  }

  /// - Throws: ``WorkFault/notFound`` for a store that cannot be looked through.
  func browse() throws -> any BrowseStore {
    guard let store = office.store as? any BrowseStore else { throw WorkFault.notFound }
    return store
  }

  /// A browsing that finds what is known, in the columns of the view's books.
  ///
  /// - Throws: a fault for a registry that the books do not have.
  func known(_ browsing: Browsing) throws -> Browsing {
    var browsing = browsing
    browsing.known = recordsKnown
    browsing.columns = try Declared(books).registry(browsing.registry).columns.map(\.name)
    return browsing
  }

  /// The day of a registry's last import that is known.
  func lastImport(of registry: String) throws -> Day? {
    let known = recordsKnown
    return try office.imports()[registry]?.last { $0.sequence <= known }?.day
  }
}

// MARK: Making views

extension View {
  private init(
    _ caller: Caller, isInside: Bool, day: Day, books: Books, known: Int, seen: Day, horizon: Int,
    release: Release?, _ office: Office
  ) {
    self.caller = caller
    self.isInside = isInside
    self.day = day
    today = office.today
    self.books = books
    self.known = known
    self.seen = seen
    self.horizon = horizon
    self.release = release
    self.office = office
  }

  /// Inside: today's books with some knowledge.
  init(
    inside office: Office, _ books: Books, asOf day: Day, knowing knowledge: Knowledge,
    by caller: Caller
  ) throws {
    self.init(
      caller, isInside: true, day: day, books: books,
      known: try knowledge.sequence(asOf: day, in: office.store),
      seen: try knowledge.seen(asOf: day, in: office.store), horizon: books.sequence, release: nil,
      office)
  }

  /// Outside: what a release knew.
  init(of release: Release, in live: Books, _ office: Office, by caller: Caller) throws {
    let known = try office.released.known(to: release, in: live, of: office.store)
    self.init(
      caller, isInside: false, day: release.month.last, books: known.books, known: release.known,
      seen: max(release.month.last, known.day),
      horizon: live.releases.map(\.known).max() ?? release.known, release: release, office)
  }

  /// Outside before the first release: nothing.
  init(nothingOn day: Day, _ office: Office, by caller: Caller) {
    self.init(
      caller, isInside: false, day: day, books: Books(), known: 0, seen: day, horizon: 0,
      release: nil, office)
  }
}
