import Domain

/// Capacity that is in reach, shared with all who reach it: the enhanced two-step floating catchment
/// area (Luo and Qi, Health & Place 15, 2009).
///
/// The limit is cut into three equal bands whose weights 1, 0.68 and 0.22 fall as in that paper's
/// first set. First each facility's capacity is divided by the weighted people in its reach, then
/// each home adds up what the facilities in its reach offer.
public struct Catchment: Sendable {
  /// Tenths of a second.
  private let limit: Int

  /// What a home in the first, second and last third of the limit counts for.
  public static let weights = [1, 0.68, 0.22]

  /// - Parameter limit: tenths of a second, from which the thirds are made; at least 1.
  public init(limit: Int) { self.limit = max(1, limit) }

  /// Places for 1,000 people at each home; nil where no facility tells its capacity.
  ///
  /// - Parameters:
  ///   - capacities: of each facility; one that does not tell counts as none.
  ///   - reaches: for each facility the tenths of a second to each home;
  ///     ``NearestSearch/unreached`` beyond the limit.
  public func supply(capacities: [Double?], reaches: [[Int32]], people: [Double]) -> [Double]? {
    guard capacities.contains(where: { $0 != nil }) else { return nil }
    var supply = [Double](repeating: 0, count: people.count)
    for (capacity, times) in zip(capacities, reaches) {
      guard let capacity, capacity > 0 else { continue }
      var demand = 0.0
      for (time, people) in zip(times, people) { demand += weight(time) * max(0, people) }
      guard demand > 0 else { continue }
      let ratio = capacity / demand * 1000
      for (home, time) in times.enumerated() { supply[home] += ratio * weight(time) }
    }
    return supply
  }

  private func weight(_ time: Int32) -> Double {
    guard Int(time) <= limit else { return 0 }
    return Self.weights[min(2, max(0, (Int(time) * 3 - 1) / limit))]
  }
}
