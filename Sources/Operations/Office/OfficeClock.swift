import Domain
import Foundation
import Synchronization

/// What time it is for the office. Only a made-up district may have another time than the real one.
public struct OfficeClock: Sendable {
  let now: @Sendable () -> Instant

  /// The machine's time.
  public static let real = OfficeClock { Instant.machine }

  /// Goes on from another moment, for showing a made-up district in the middle of its year.
  public static func starting(at start: Instant) -> OfficeClock {
    let began = Instant.machine
    return OfficeClock {
      Instant(
        milliseconds: start.milliseconds + Instant.machine.milliseconds - began.milliseconds)
    }
  }

  /// Shows what somebody sets, for telling a story in its own time.
  static func set(by hand: ClockHand) -> OfficeClock { OfficeClock { hand.time } }

  /// Stands still, for tests and for pages that are to be the same each time.
  public static func standing(at moment: Instant) -> OfficeClock { OfficeClock { moment } }
}

/// Sets a clock.
final class ClockHand: Sendable {
  private let shown = Mutex<Instant?>(nil)

  /// The machine's time until it is set.
  var time: Instant {
    get { shown.withLock { $0 } ?? .machine }
    set { shown.withLock { $0 = newValue } }
  }
}

extension Instant {
  fileprivate static var machine: Instant {
    Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
  }
}
