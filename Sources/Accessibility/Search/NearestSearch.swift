import Domain

/// The time from the nearest of several places to every node of a network, by one search.
///
/// Dijkstra's algorithm with buckets of a tenth of a second (Dial 1969): a network within a limit
/// needs as many buckets as tenths, and no heap.
public struct NearestSearch: Sendable {
  /// Nodes that were not reached have this time.
  public static let unreached = Int32.max

  /// What a search found, for each node.
  public struct Result: Sendable, Equatable {
    /// Tenths of a second; ``NearestSearch/unreached`` beyond the limit.
    public var times: [Int32]
    /// Index of the nearest place; -1 where none was reached.
    public var places: [Int32]
  }

  private let network: Network

  /// Times run along the edges, away from the places; for times towards them give
  /// ``Network/reversed``.
  public init(_ network: Network) { self.network = network }

  /// - Parameters:
  ///   - places: nodes that are started from; others are passed over. Of equally near ones the
  ///     first counts.
  ///   - limit: tenths of a second; nothing beyond is looked at.
  public func nearest(_ places: [Int], within limit: Int) -> Result {
    let count = network.nodes.count
    let limit = max(0, min(limit, Int(Self.unreached) - 1))
    var result = Result(
      times: [Int32](repeating: Self.unreached, count: count),
      places: [Int32](repeating: -1, count: count))
    var queue = BucketQueue(limit: limit)
    for (index, node) in places.enumerated()
    where network.nodes.indices.contains(node) && result.times[node] != 0 {
      result.times[node] = 0
      result.places[node] = Int32(index)
      queue.add(Int32(node), at: 0)
    }
    while let (node, time) = queue.next() {
      // A shorter way was found after this one was put in.
      guard result.times[Int(node)] == Int32(time) else { continue }
      let first = Int(network.starts[Int(node)])
      let last = Int(network.starts[Int(node) + 1])
      for edge in first..<last {
        let head = Int(network.heads[edge])
        let reached = time + Int(network.times[edge])
        if reached <= limit, Int32(reached) < result.times[head] {
          result.times[head] = Int32(reached)
          result.places[head] = result.places[Int(node)]
          queue.add(Int32(head), at: reached)
        }
      }
    }
    return result
  }
}

/// Nodes by time, each time a list of its own; taken out in order of time.
private struct BucketQueue {
  /// The last entry of each time's list, -1 for none.
  private var last: [Int32]
  private var nodes: [Int32] = []
  /// The entry before, of the same time.
  private var before: [Int32] = []
  private var time = 0

  init(limit: Int) { last = [Int32](repeating: -1, count: limit + 1) }

  /// `time` is not before the one that was taken out last.
  mutating func add(_ node: Int32, at time: Int) {
    nodes.append(node)
    before.append(last[time])
    last[time] = Int32(nodes.count - 1)
  }

  mutating func next() -> (node: Int32, time: Int)? {
    while time < last.count {
      let entry = last[time]
      if entry >= 0 {
        last[time] = before[Int(entry)]
        return (nodes[Int(entry)], time)
      }
      time += 1
    }
    return nil
  }
}
