import Foundation

/// The lanes of one server. Each has threads of its own, so that nothing waits for work of another
/// kind; together they have no more than the ledger has readers.
struct Lanes: Sendable {
  /// Whether the server lives, and how it does.
  let watch: Lane
  /// Answers that are ready.
  let ready: Lane
  /// Pages and forms.
  let pages: Lane
  /// What takes long and anybody may ask for: tables to take away, maps, comparisons.
  let exports: Lane
  /// What takes long and is done by those who are signed in: imports, adopting, releasing, letters.
  let work: Lane
  /// Large files, piece by piece, as fast as they are taken.
  let streams: Lane

  /// Which of them a route is for.
  enum Kind: Sendable { case pages, exports, work }

  init(processors: Int = ProcessInfo.processInfo.activeProcessorCount) {
    let half = processors / 2
    watch = Lane("watch", threads: 1, waiting: 64, pause: 1)
    ready = Lane("ready", threads: 2, waiting: 1024, pause: 1)
    pages = Lane("pages", threads: min(max(2, processors), 6), waiting: 1024, pause: 2)
    exports = Lane("exports", threads: min(max(1, half), 3), waiting: 16, pause: 10)
    work = Lane("work", threads: min(max(2, half), 3), waiting: 32, pause: 10)
    streams = Lane("streams", threads: 1, waiting: 31, pause: 10)
  }

  var all: [Lane] { [watch, ready, pages, exports, work, streams] }

  subscript(_ kind: Kind) -> Lane {
    switch kind {
    case .pages: pages
    case .exports: exports
    case .work: work
    }
  }
}
