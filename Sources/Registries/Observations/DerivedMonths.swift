import Domain

/// Single months out of cumulative figures.
public enum DerivedMonths {
  /// The months of each series and year as differences of its cumulative levels (1–n 月), marked
  /// as derived; the source and publication are the later figure's.
  ///
  /// The first cumulative figure of a year stands as it is: January, or 1–2月 together where
  /// January has none. Months between which a figure is missing stay together, so that the parts
  /// of a year always add up to its last figure. Of several figures for one period the one
  /// published last counts. Growth is left out: it cannot be told from growth of other periods.
  public static func months(from observations: [Observation]) -> [Observation] {
    var latest: [Key: [Int: Observation]] = [:]
    for observation in observations where observation.form == .level {
      guard let month = cumulativeMonth(observation.period), observation.derived != true else {
        continue
      }
      let key = Key(observation)
      if let known = latest[key]?[month], known.published > observation.published { continue }
      latest[key, default: [:]][month] = observation
    }
    return latest.sorted { $0.key < $1.key }.flatMap { differences($0.value) }
  }

  private struct Key: Hashable, Comparable {
    let series: String
    let year: Int
    let currency: String
    let price: String

    init(_ observation: Observation) {
      series = observation.series
      year = observation.period.first.year
      currency = observation.currency ?? ""
      price = observation.price?.rawValue ?? ""
    }

    static func < (a: Key, b: Key) -> Bool {
      (a.series, a.year, a.currency, a.price) < (b.series, b.year, b.currency, b.price)
    }
  }

  /// The n of the months 1 to n.
  private static func cumulativeMonth(_ period: Period) -> Int? {
    let month = period.last.month
    return Period.months(period.first.year, through: month) == period ? month : nil
  }

  private static func differences(_ byMonth: [Int: Observation]) -> [Observation] {
    let all = byMonth.sorted { $0.key < $1.key }.map(\.value)
    return all.enumerated().compactMap { index, observation in
      index == 0 ? observation : difference(observation, all[index - 1])
    }
  }

  private static func difference(_ later: Observation, _ earlier: Observation) -> Observation? {
    guard let period = Period(earlier.period.last.adding(days: 1), later.period.last) else {
      return nil
    }
    var result = later
    result.period = period
    result.value = later.value - earlier.value
    result.published = max(later.published, earlier.published)
    result.vintage = weaker(later.vintage, earlier.vintage)
    result.derived = true
    return result
  }

  /// A difference is only as settled as the less settled of both.
  private static func weaker(
    _ a: Observation.Vintage, _ b: Observation.Vintage
  ) -> Observation.Vintage {
    if a == .preliminary || b == .preliminary { return .preliminary }
    return a == .revised || b == .revised ? .revised : .final
  }
}
