import Domain

/// How many people reach the nearest place in how many minutes.
public struct Coverage: Sendable, Equatable {
  /// People within each minute from 0 to the limit; never falls.
  public let within: [Double]
  /// All people.
  public let total: Double
  /// Those beyond the limit or without a way.
  public var leftOut: Double { total - (within.last ?? 0) }

  /// Part of the people within so many minutes, 0...1; 0 where there is nobody.
  public func share(_ minutes: Int) -> Double {
    guard total > 0, let last = within.indices.last, minutes >= 0 else { return 0 }
    return within[min(minutes, last)] / total
  }

  /// - Parameters:
  ///   - people: how many live at which node; negative numbers count as 0, nodes that there are
  ///     not as without a way.
  ///   - result: of a search whose limit was at least `minutes`.
  public init(
    _ people: [(node: Int, count: Double)], _ result: NearestSearch.Result, minutes: Int
  ) {
    var within = [Double](repeating: 0, count: max(0, minutes) + 1)
    var total = 0.0
    for (node, count) in people where count > 0 {
      total += count
      guard result.times.indices.contains(node), result.times[node] != NearestSearch.unreached
      else { continue }
      // 10.0 minutes are within 10, 10.1 are not.
      let minute = (Int(result.times[node]) + 599) / 600
      if minute < within.count { within[minute] += count }
    }
    for minute in within.indices.dropFirst() { within[minute] += within[minute - 1] }
    self.within = within
    self.total = total
  }
}
