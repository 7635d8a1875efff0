import Domain
import NIOCore
import Publishing
import Synchronization

/// Answers that were made before and are still true, within bounds of bytes.
///
/// Every key holds an ``Address`` and all else that the answer follows from; what is older is not
/// asked for any more and goes with time.
struct KeptPages: Sendable {
  /// A page's body, for whoever sees the same.
  struct Key: Hashable, Sendable {
    var address: Address
    var asOf: Day
    var sight: Sight
  }

  /// What somebody sees, and in which books.
  struct Sight: Hashable, Sendable {
    var role: Role?
    var unit: String?
    /// The last entry that can make a difference to it (``View/mark``).
    var sequence: Int
  }

  struct Body: Sendable {
    var body: String
    var shell: PageShell
  }

  /// A whole page as everybody without an account gets it.
  struct WholeKey: Hashable, Sendable {
    var address: Address
    /// The day that is asked for, as it was written; nil for the last one.
    var asOf: String?
    var today: Day
    var sequence: Int
  }

  /// A file that everybody may take away, as the release knows it.
  struct FileKey: Hashable, Sendable {
    var address: Address
    var asOf: Day
    var month: Period
    var known: Int
  }

  struct File: Sendable {
    var file: FileReply
    var bytes: ByteBuffer
  }

  let bodies: Shelf<Key, Body>
  let whole: Shelf<WholeKey, ByteBuffer>
  let files: Shelf<FileKey, File>

  /// - Parameter most: bytes of all answers together; nothing is kept where it is 0.
  init(most: Int = 112 << 20) {
    bodies = Shelf(most: most / 4) { $0.address.bytes + $1.body.utf8.count }
    whole = Shelf(most: most / 4) { $0.address.bytes + $1.readableBytes }
    files = Shelf(most: most / 2) { $0.address.bytes + $1.bytes.readableBytes }
  }
}

/// Values within a bound of bytes: what was not asked for since half of the room was filled goes.
final class Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct State {
    var young: [Key: Value] = [:]
    var old: [Key: Value] = [:]
    /// Bytes of the young.
    var bytes = 0
  }

  private let most: Int
  private let size: @Sendable (Key, Value) -> Int
  private let state = Mutex(State())

  init(most: Int, size: @escaping @Sendable (Key, Value) -> Int) {
    self.most = most
    self.size = size
  }

  /// Bytes of the largest value that is kept.
  var largest: Int { most / 4 }

  subscript(_ key: Key) -> Value? {
    get {
      state.withLock { state in
        if let value = state.young[key] { return value }
        guard let value = state.old[key] else { return nil }
        add(key, value, &state)
        return value
      }
    }
    set {
      guard let newValue, size(key, newValue) <= largest else { return }
      state.withLock { add(key, newValue, &$0) }
    }
  }

  private func add(_ key: Key, _ value: Value, _ state: inout State) {
    let bytes = size(key, value)
    if state.bytes + bytes > most / 2 { state = State(old: state.young) }
    state.old[key] = nil
    guard state.young.updateValue(value, forKey: key) == nil else { return }
    state.bytes += bytes
  }
}
