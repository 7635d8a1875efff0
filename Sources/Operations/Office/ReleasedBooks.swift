import Domain
import Synchronization

/// The books that each release knew, folded once and kept: with them, and with nothing else, the
/// public's pages are made.
final class ReleasedBooks: Sendable {
  /// What everybody may know of a release.
  struct Known: Sendable {
    /// As the release knew them, in the form for everybody, with every release made so far.
    var books: Books
    /// The day of the last entry that the release knew.
    var day: Day
  }

  private struct Folded {
    var books = Books()
    var day = Day(number: 0)
  }

  private struct State {
    /// By the last entry folded in.
    var folded: [Int: Folded] = [:]
    /// By the last entry that a release knew; all of them with the same releases.
    var known: [Int: Known] = [:]
    /// The last entry that is public in ``known``.
    var last = 0
  }

  private let state = Mutex(State())

  /// What a release knew.
  ///
  /// - Parameter live: the books of the whole ledger, which have the releases.
  func known(to release: Release, in live: Books, of store: any LedgerStore) throws -> Known {
    let last = live.published
    return try state.withLock { state in
      if state.last != last { (state.known, state.last) = ([:], last) }
      if let known = state.known[release.known] { return known }
      let folded = try Self.fold(release.known, &state, store)
      let known = Known(
        books: Self.adding(live, to: folded.books).forEverybody, day: folded.day)
      state.known[release.known] = known
      return known
    }
  }

  /// The books as they were after an entry, inside and outside alike.
  func books(known: Int, of store: any LedgerStore) throws -> Books {
    try state.withLock { try Self.fold(known, &$0, store).books }
  }

  /// Goes on from the nearest books before it.
  private static func fold(
    _ known: Int, _ state: inout State, _ store: any LedgerStore
  ) throws -> Folded {
    if let folded = state.folded[known] { return folded }
    let nearest = state.folded.keys.filter { $0 < known }.max()
    var folded = nearest.flatMap { state.folded[$0] } ?? Folded()
    for entry in try store.entries(after: folded.books.sequence, through: known) {
      folded.books.fold(entry)
      folded.day = entry.time.day
    }
    state.folded[known] = folded
    return folded
  }

  /// Releases are public the moment that they are made, and so are the signatures under them.
  private static func adding(_ live: Books, to books: Books) -> Books {
    var books = books
    for (place, release) in live.releases.enumerated() {
      let (note, head) = (live.releaseNotes[place], live.releaseHeads[place])
      guard note.sequence > books.sequence else { continue }
      books.fold(
        Entry(
          sequence: note.sequence, time: note.time, actor: note.actor, change: .release(release),
          reason: note.reason, hash: head.hash))
    }
    let time = live.releaseNotes.last?.time ?? Instant(milliseconds: 0)
    for signed in live.signatures
    where live.releaseHeads.contains(signed.head) && !books.signatures.contains(signed) {
      books.fold(
        Entry(
          sequence: live.published, time: time, actor: "", change: .signed(signed), reason: nil,
          hash: ""))
    }
    return books
  }
}
