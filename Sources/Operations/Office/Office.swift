import Domain
import Synchronization

/// One ledger as a working office uses it: the books kept up to date in memory, judgements kept until
/// evidence changes, and every change made by somebody who may.
///
/// Safe to use from several threads; other programs may write to the same ledger meanwhile.
public final class Office: Sendable {
  /// The ledger.
  public let store: any LedgerStore
  /// What stands beside it: passwords, sessions, tokens, drafts, contacts.
  public let access: any AccessStore
  /// Tells the time; tests and the demo set it.
  public let clock: OfficeClock
  /// Checks the ledger's file, and has the office's key; nil for a ledger without.
  public let watch: LedgerWatch?
  /// Reports that are set against each other.
  public let comparisons: Comparisons
  /// Who tried to sign in, to slow down guessing.
  let attempts = Attempts()
  /// The verification that is running, or was run last.
  let verification = Mutex(VerifyChain.State())
  private let folded = Mutex(Folded())
  /// What releases knew.
  let released = ReleasedBooks()
  private let imported = Mutex((through: 0, by: [String: [(sequence: Int, day: Day)]]()))
  private let judged = Mutex<[Judged: JudgeAccounts.Outcome]>([:])

  /// Takes every field as it is; nothing is checked.
  public init(
    _ store: any LedgerStore, access: any AccessStore, clock: OfficeClock = .real,
    comparisons: Comparisons = Comparisons(), watch: LedgerWatch? = nil
  ) {
    self.watch = watch
    self.comparisons = comparisons
    self.store = store
    self.access = access
    self.clock = clock
  }

  /// The moment that it is, by ``clock``.
  public var now: Instant { clock.now() }
  /// Today in China.
  public var today: Day { now.day }

  /// The books as they are now; only what is new is read. What another program has written may be
  /// missing for ``glance``; what this one has never is.
  public func books() throws -> Books { try books(fresh: false) }

  /// - Parameter fresh: looks into the ledger whatever was seen before.
  func books(fresh: Bool) throws -> Books {
    try folded.withLock { state in
      let writes = store.writes
      if !fresh, state.isRecent(writes) { return state.books }
      let now = ContinuousClock.now
      var entries = try store.entries(after: state.books.sequence, through: nil)
      if state.books.sequence > 0, entries.contains(where: { $0.change.kind == .clock }) {
        // Entries before it may count as recorded at another time now.
        state.books = Books()
        entries = try store.entries(after: 0, through: nil)
      }
      for entry in entries { state.books.fold(entry) }
      state.writes = writes
      state.looked = now
      return state.books
    }
  }

  /// The mark of the public's views (``View/mark``).
  public func publicMark() throws -> Int { try books().published }

  /// The mark of the public's views, where it is known without a look into the ledger.
  public var recentMark: Int? {
    folded.withLock {
      $0.isRecent(store.writes) ? $0.books.published : nil
    }
  }

  /// For how long it is believed that no other program has written.
  public static let glance = Duration.milliseconds(50)

  private struct Folded {
    var books = Books()
    /// When the ledger was last looked into, and how much this program had written by then.
    var looked: ContinuousClock.Instant?
    var writes = 0

    func isRecent(_ writes: Int) -> Bool {
      guard let looked, writes == self.writes else { return false }
      return ContinuousClock.now - looked < Office.glance
    }
  }

  /// The imports of each registry with their days, oldest first; only what is new is read.
  func imports() throws -> [String: [(sequence: Int, day: Day)]] {
    try imported.withLock { state in
      for entry in try store.entries(after: state.through, through: nil) {
        state.through = entry.sequence
        guard case .records(let batch) = entry.change else { continue }
        state.by[batch.registry, default: []].append((entry.sequence, entry.time.day))
      }
      return state.by
    }
  }

  /// What somebody may know on a day: inside, the day itself with what was known on it; outside, the
  /// last month that was released by then, as it was released, and before the first one nothing.
  ///
  /// - Throws: ``WorkFault/notFound`` for a day to come.
  public func view(asOf day: Day, by caller: Caller) throws -> View {
    guard day <= today else { throw WorkFault.notFound }
    let books = try books()
    guard !caller.may(.readInternal) else {
      return try View(inside: self, books, asOf: day, knowing: .ofTheDay, by: caller)
    }
    let last = books.releases.filter { $0.month.last <= day }
      .max { $0.month.last < $1.month.last }
    guard let last else { return View(nothingOn: day, self, by: caller) }
    return try View(of: last, in: books, self, by: caller)
  }

  /// What everybody may know now: what the last release knew.
  public func publicView() throws -> View {
    try view(asOf: lastDay(for: .everyone) ?? today, by: .everyone)
  }

  /// What is known inside of a day: for work that is inside already.
  func inside(_ day: Day, knowing knowledge: Knowledge, by caller: Caller = .everyone) throws
    -> View
  {
    try View(inside: self, books(), asOf: day, knowing: knowledge, by: caller)
  }

  /// Every judgement of a day. The same are given until evidence changes.
  public func accounts(asOf day: Day, by caller: Caller) throws -> JudgeAccounts.Outcome {
    try accounts(view(asOf: day, by: caller))
  }

  func accounts(_ view: View) throws -> JudgeAccounts.Outcome {
    let key = Judged(
      isInside: view.isInside, day: view.day, evidence: view.books.evidence(known: view.known),
      plan: view.books.evidence(known: .max), seen: view.seen)
    if var outcome = judged.withLock({ $0[key] }) {
      outcome.books = view.books
      return outcome
    }
    let outcome = try JudgeAccounts(store).run(in: view)
    judged.withLock { kept in
      if kept.count >= Self.keptDays { kept.removeAll() }
      kept[key] = outcome
    }
    return outcome
  }

  /// What was judged: nothing else can alter it.
  private struct Judged: Hashable {
    var isInside: Bool
    var day: Day
    var evidence: Int
    var plan: Int
    var seen: Day
  }

  private static let keptDays = 64

  /// The last day that the caller may look at: today, or for the public the end of the last month
  /// that was released; nil where nothing was released yet.
  public func lastDay(for caller: Caller) throws -> Day? {
    guard !caller.may(.readInternal) else { return today }
    return try books().releases.map(\.month.last).filter { $0 <= today }.max()
  }

  /// - Throws: ``WorkFault/notSignedIn`` or ``WorkFault/notAllowed(_:)``.
  public func require(_ act: Act, for unit: String? = nil, by caller: Caller) throws(WorkFault) {
    guard caller.may(act, for: unit) else {
      throw caller.isPublic ? .notSignedIn : .notAllowed(act)
    }
  }

  /// As what the caller's changes are recorded.
  public func author(_ caller: Caller, reason: String? = nil) -> Author {
    Author(actor: caller.account?.login ?? "public", time: now, reason: reason)
  }
}
