import Domain

/// Which entries a judgement may know of.
public enum Knowledge: Sendable, Equatable {
  /// What had been recorded by the end of the judged day: no hindsight.
  case ofTheDay
  /// What had been recorded by the end of another day.
  case of(Day)
  /// What had been recorded when an entry was the last one: what a release knew.
  case entry(Int)
  /// Everything recorded until now.
  case everything

  /// Sources that are dated after this day do not count.
  func seen(asOf day: Day, in store: any LedgerStore) throws -> Day {
    switch self {
    case .ofTheDay: day
    case .of(let later): max(day, later)
    case .entry(let sequence): max(day, try Self.time(of: sequence, in: store)?.day ?? day)
    case .everything: max(day, try Self.time(of: store.head().sequence, in: store)?.day ?? day)
    }
  }

  private static func time(of sequence: Int, in store: any LedgerStore) throws -> Instant? {
    try store.entries(after: sequence - 1, through: sequence).last?.time
  }

  func sequence(asOf day: Day, in store: any LedgerStore) throws -> Int {
    switch self {
    case .ofTheDay: try store.sequence(at: Instant(endOf: day))
    case .of(let day): try store.sequence(at: Instant(endOf: day))
    case .entry(let sequence): sequence
    case .everything: try store.head().sequence
    }
  }
}
