import Domain

/// The published figures of a series that were out on the judged date (with hindsight: on the day
/// whose knowledge is used), for a period counted from
/// its first day (1–n months).
struct Figures {
  /// The figure that counts now; of the longest period that is out.
  var latest: Observation?
  /// The period that the commitment is for is covered by `latest`.
  var isWhole = false
  /// An earlier publication for the same period had another value.
  var earlier: Observation?
  /// Figures of one weight that differ: none of them counts until one is corrected.
  var contradictory: [Observation] = []
  /// Figures that differ from the one that counts and are less weighty: of a publisher further down
  /// the list, or preliminary ones that came out after the final one.
  var disputed: [Observation] = []
  /// Figures of somebody who does not publish the series.
  var others: [Observation] = []
  /// The last period whose figure should be out by now.
  var due: Period?
  /// The day by which the whole period's figure should be out.
  var wholeDue: Day
  var leftOut: [LeftOut] = []

  /// Whether a figure that should be out is not.
  var isLate: Bool {
    guard contradictory.isEmpty, let due else { return false }
    return latest.map { $0.period.last < due.last } ?? true
  }

  /// What can be said of the data: until the whole period's figure is out, it is provisional.
  var state: Judgement.DataState {
    if !contradictory.isEmpty { return .provisional }
    guard let latest else { return due == nil ? .noneDue : .late }
    if isLate { return .late }
    if earlier != nil { return .revised }
    switch latest.vintage {
    case .preliminary: return .provisional
    case .final: return isWhole ? .final : .provisional
    case .revised: return .revised
    }
  }
}
