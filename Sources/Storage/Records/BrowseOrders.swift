import Domain
import Synchronization

/// The records of browsings that were looked at, in their order: with it any page is found by number,
/// however deep and however sorted, and their count is known.
///
/// Only what was known at a certain entry is kept, as nothing can alter it.
final class BrowseOrders: Sendable {
  private struct State {
    var orders: [Browsing: [Int32]] = [:]
    /// Oldest first.
    var used: [Browsing] = []
    var records = 0
  }

  /// Records in all orders at most, of four bytes each.
  private static let most = 6 << 20
  private let state = Mutex(State())

  /// The ids of a browsing's records, in its order.
  func ids(_ browsing: Browsing, _ find: () throws -> [Int32]) rethrows -> [Int32] {
    guard browsing.known != .max else { return try find() }
    if let ids = state.withLock({ $0.orders[browsing] }) { return ids }
    let ids = try find()
    state.withLock { state in
      while let oldest = state.used.first, state.records + ids.count > Self.most {
        state.records -= state.orders.removeValue(forKey: oldest)?.count ?? 0
        state.used.removeFirst()
      }
      guard state.orders[browsing] == nil, ids.count <= Self.most else { return }
      state.orders[browsing] = ids
      state.used.append(browsing)
      state.records += ids.count
    }
    return ids
  }
}
