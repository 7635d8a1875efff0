/// How many people reach the nearest place in how many minutes.
public struct Coverage: Sendable, Equatable {
  /// People within each minute from 0 to the limit; never falls.
  public let within: [Double]
  /// All people.
  public let total: Double
  /// Those beyond the limit or without a way.
  public var leftOut: Double { max(0, total - (within.last ?? 0)) }

  /// Part of the people within so many minutes, 0...1; 0 where there is nobody.
  public func share(_ minutes: Int) -> Double {
    guard total > 0, let last = within.indices.last, minutes >= 0 else { return 0 }
    return min(1, within[min(minutes, last)] / total)
  }

  /// - Parameters:
  ///   - people: how many need how long, in tenths of a second; nil for those without a way.
  ///     Negative numbers of people count as none.
  ///   - minutes: the limit.
  public init(_ people: some Sequence<(count: Double, time: Int?)>, minutes: Int) {
    var within = [Double](repeating: 0, count: max(0, minutes) + 1)
    var total = 0.0
    for (count, time) in people where count > 0 {
      total += count
      guard let time, time >= 0 else { continue }
      let minute = Self.minute(time)
      if minute < within.count { within[minute] += count }
    }
    for minute in within.indices.dropFirst() { within[minute] += within[minute - 1] }
    self.within = within
    self.total = total
  }

  /// The first whole minute within which something is reached: 10.0 minutes are within 10, 10.1 are
  /// not.
  public static func minute(_ tenths: Int) -> Int { (tenths + 599) / 600 }
}
