import Domain
import NIOCore
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

  /// A whole page as everybody without an account gets it.
  struct Address: Hashable, Sendable {
    /// Path and query as they were asked for.
    var address: String
    var today: Day
    var sequence: Int
  }

  private struct State {
    var whole: [Address: ByteBuffer] = [:]
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
      keep(newValue.body.utf8.count, key.sequence) { $0.pages[key] = newValue }
    }
  }

  subscript(_ key: Address) -> ByteBuffer? {
    get { state.withLock { $0.whole[key] } }
    set {
      guard let newValue else { return }
      keep(newValue.readableBytes, key.sequence) { $0.whole[key] = newValue }
    }
  }

  /// Takes something in; what is older than it goes, and everything once there is too much.
  private func keep(_ size: Int, _ sequence: Int, _ add: (inout State) -> Void) {
    state.withLock { state in
      if sequence > state.sequence || state.bytes + size > Self.most {
        state = State(sequence: max(sequence, state.sequence))
      }
      guard sequence == state.sequence, size <= Self.most else { return }
      add(&state)
      state.bytes += size
    }
  }
}
