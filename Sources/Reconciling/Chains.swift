import Domain

/// Follows promises that come back in the same words from report to report.
public enum Chains {
  /// Tells each pair since when it is promised in these words.
  ///
  /// - Parameter years: the reconciliations of one place, oldest first; a year may be missing.
  public static func marked(_ years: [Reconciliation]) -> [Reconciliation] {
    var years = years
    for index in years.indices.dropFirst() {
      let before = years[index - 1]
      guard before.later.report.name == years[index].earlier.report.name else { continue }
      var since: [Range<Int>: Int] = [:]
      for pair in before.pairs {
        guard let carried = pair.carried, let year = before.earlier.report.year else { continue }
        since[carried] = pair.since ?? year
      }
      for number in years[index].pairs.indices {
        years[index].pairs[number].since = since[years[index].pairs[number].promise.range]
      }
    }
    return years
  }
}
