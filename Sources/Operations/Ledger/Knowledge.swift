import Domain

/// Which entries a judgement may know of.
public enum Knowledge: Sendable, Equatable {
  /// What had been recorded by the end of the judged day: no hindsight.
  case ofTheDay
  /// What had been recorded by the end of another day.
  case of(Day)
  /// Everything recorded until now.
  case everything

  /// Sources that are dated after this day do not count.
  func seen(asOf day: Day, in store: any LedgerStore) throws -> Day {
    switch self {
    case .ofTheDay: day
    case .of(let later): max(day, later)
    case .everything:
      max(
        day, try store.entries(after: store.head().sequence - 1, through: nil).last?.time.day ?? day
      )
    }
  }

  func sequence(asOf day: Day, in store: any LedgerStore) throws -> Int {
    switch self {
    case .ofTheDay: try store.sequence(at: Instant(endOf: day))
    case .of(let day): try store.sequence(at: Instant(endOf: day))
    case .everything: try store.head().sequence
    }
  }
}
