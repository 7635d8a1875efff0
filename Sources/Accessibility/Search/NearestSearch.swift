import Domain

/// The time from the nearest of several places to every node of a network, by one search.
///
/// Dijkstra's algorithm with buckets of a tenth of a second (Dial 1969): a network within a limit
/// needs as many buckets as tenths, and no heap.
public struct NearestSearch: Sendable {
  /// A day in tenths of a second: nothing further is ever looked at.
  public static let longest: Int32 = 864_000
  /// Nodes that were not reached have this time.
  public static let unreached = Int32.max

  /// What a search found, for each node.
  public struct Result: Sendable, Equatable {
    /// Tenths of a second; ``NearestSearch/unreached`` beyond the limit.
    public var times: [Int32]
    /// Index of the nearest place; -1 where none was reached.
    public var places: [Int32]
  }

  /// A node to start from, the tenths of a second that it takes to get onto it, and the number of
  /// the place that this is a way from.
  public struct Start: Sendable, Equatable {
    /// Where the search starts.
    public var node: Int
    /// Tenths of a second that have passed there.
    public var delay: Int
    /// What it is told as: the facility's index.
    public var place: Int

    /// A start at a node, so many tenths of a second late, for the place of an index.
    public init(_ node: Int, delay: Int = 0, place: Int) {
      self.node = node
      self.delay = delay
      self.place = place
    }
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
    nearest(places.enumerated().map { Start($1, place: $0) }, within: limit)
  }

  /// The same from places that stand beside the road.
  public func nearest(_ places: [Start], within limit: Int) -> Result {
    let count = network.nodes.count
    let limit = Int32(max(0, min(limit, Int(Self.longest))))
    var times = [Int32](repeating: Self.unreached, count: count)
    var nearest = [Int32](repeating: -1, count: count)
    var queue = BucketQueue<Int32>(limit: Int(limit))
    for start in places
    where start.node >= 0 && start.node < count && start.delay >= 0 && start.delay <= Int(limit) {
      let delay = Int32(start.delay)
      guard delay < times[start.node] else { continue }
      times[start.node] = delay
      nearest[start.node] = Int32(start.place)
      queue.add(Int32(start.node), at: delay)
    }
    // Every index below is one of a node or an edge: a network's arrays fit one another.
    network.starts.withUnsafeBufferPointer { starts in
      network.heads.withUnsafeBufferPointer { heads in
        network.times.withUnsafeBufferPointer { lengths in
          times.withUnsafeMutableBufferPointer { times in
            nearest.withUnsafeMutableBufferPointer { nearest in
              while let (node, time) = queue.next() {
                // A shorter way was found after this one was put in.
                guard times[Int(node)] == time else { continue }
                let place = nearest[Int(node)]
                for edge in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
                  let head = heads[edge]
                  let (reached, isTooLong) = time.addingReportingOverflow(lengths[edge])
                  if !isTooLong, reached <= limit, reached < times[Int(head)] {
                    times[Int(head)] = reached
                    nearest[Int(head)] = place
                    queue.add(head, at: reached)
                  }
                }
              }
            }
          }
        }
      }
    }
    return Result(times: times, places: nearest)
  }

  /// The nearest place and the nearest other one, for each node: what is left when the first fails.
  public func twoNearest(_ places: [Start], within limit: Int) -> (first: Result, second: Result) {
    let count = network.nodes.count
    let limit = Int32(max(0, min(limit, Int(Self.longest))))
    let none = Result(
      times: [Int32](repeating: Self.unreached, count: count),
      places: [Int32](repeating: -1, count: count))
    var (first, second) = (none, none)
    var queue = BucketQueue<(node: Int32, place: Int32)>(limit: Int(limit))
    for start in places
    where start.node >= 0 && start.node < count && start.delay >= 0 && start.delay <= Int(limit) {
      queue.add((Int32(start.node), Int32(start.place)), at: Int32(start.delay))
    }
    while let ((node, place), time) = queue.next() {
      let index = Int(node)
      if first.places[index] < 0 {
        (first.times[index], first.places[index]) = (time, place)
      } else if second.places[index] < 0, first.places[index] != place {
        (second.times[index], second.places[index]) = (time, place)
      } else {
        continue
      }
      for edge in Int(network.starts[index])..<Int(network.starts[index + 1]) {
        let (reached, isTooLong) = time.addingReportingOverflow(network.times[edge])
        let head = Int(network.heads[edge])
        if !isTooLong, reached <= limit, second.places[head] < 0, first.places[head] != place {
          queue.add((network.heads[edge], place), at: reached)
        }
      }
    }
    return (first, second)
  }
}

/// Entries by time, each time a list of its own; taken out in order of time. What was taken out makes
/// room for what comes, so that it is never larger than the front of a search.
private struct BucketQueue<Value> {
  /// The last entry of each time's list, -1 for none.
  private var last: [Int32]
  private var entries: [(value: Value, before: Int32)] = []
  /// The last entry that was taken out and not filled again.
  private var free: Int32 = -1
  private var time = 0

  init(limit: Int) { last = [Int32](repeating: -1, count: limit + 1) }

  /// `time` is within the limit and not before the one that was taken out last.
  mutating func add(_ value: Value, at time: Int32) {
    let before = last[Int(time)]
    if free >= 0 {
      last[Int(time)] = free
      let next = entries[Int(free)].before
      entries[Int(free)] = (value, before)
      free = next
    } else {
      entries.append((value, before))
      last[Int(time)] = Int32(truncatingIfNeeded: entries.count - 1)
    }
  }

  mutating func next() -> (value: Value, time: Int32)? {
    while time < last.count {
      let entry = last[time]
      if entry >= 0 {
        let (value, before) = entries[Int(entry)]
        last[time] = before
        entries[Int(entry)].before = free
        free = entry
        return (value, Int32(truncatingIfNeeded: time))
      }
      time += 1
    }
    return nil
  }
}
