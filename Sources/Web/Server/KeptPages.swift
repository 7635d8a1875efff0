import Domain
import Publishing
import Synchronization

/// Bodies of pages that were made since the ledger last changed.
final class KeptPages: Sendable {
  struct Key: Hashable, Sendable {
    var address: String
    var asOf: Day
    var language: Language
    var role: Role?
    var unit: String?
    var sequence: Int
  }

  struct Kept: Sendable {
    var body: String
    var shell: PageShell
  }

  private struct State {
    var pages: [Key: Kept] = [:]
    var bytes = 0
    var sequence = 0
  }

  /// Bytes of bodies that are kept at most.
  private static let most = 48 << 20
  private let state = Mutex(State())

  subscript(_ key: Key) -> Kept? {
    get { state.withLock { $0.pages[key] } }
    set {
      guard let newValue else { return }
      state.withLock { state in
        let size = newValue.body.utf8.count
        if key.sequence > state.sequence || state.bytes + size > Self.most {
          state = State(sequence: max(key.sequence, state.sequence))
        }
        guard key.sequence == state.sequence, size <= Self.most else { return }
        state.pages[key] = newValue
        state.bytes += size
      }
    }
  }
}
