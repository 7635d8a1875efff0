import HTTPTypes
import Synchronization

/// Counts requests and how long they took, by route; there are never more rows than routes.
final class Counters: Sendable {
  /// Upper bounds of the histogram, in seconds.
  static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  struct Key: Hashable, Sendable {
    /// `/commitments/:id`, never a path that was asked for.
    var route: String
    var method: String
  }

  struct Count: Sendable {
    var byStatus: [Int: Int] = [:]
    /// Requests within each bound, and beyond the last.
    var byTime = [Int](repeating: 0, count: bounds.count + 1)
    var seconds = 0.0
  }

  private let counts = Mutex<[Key: Count]>([:])

  func count(_ route: String, _ method: HTTPRequest.Method, _ status: Int, _ time: Duration) {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    counts.withLock { counts in
      let key = Key(route: route, method: method.rawValue)
      counts[key, default: Count()].byStatus[status, default: 0] += 1
      counts[key, default: Count()].byTime[place] += 1
      counts[key, default: Count()].seconds += seconds
    }
  }

  /// By route and method.
  var all: [(key: Key, count: Count)] {
    counts.withLock { Array($0) }
      .map { (key: $0.key, count: $0.value) }
      .sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
  }
}
