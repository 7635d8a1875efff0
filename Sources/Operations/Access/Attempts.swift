import Domain
import Synchronization

/// Slows down guessing of passwords, by login and by address: after a few failures each further one
/// makes the next wait twice as long, up to five minutes.
final class Attempts: Sendable {
  private struct Count {
    var failures = 0
    var last: Instant
  }

  private enum Key: Hashable {
    case login(String)
    case address(String)

    /// Failures before one has to wait; many people may share an address.
    var free: Int { if case .login = self { 5 } else { 30 } }
  }

  /// Logins and addresses that are remembered at most.
  static let most = 10_000
  /// Seconds after which a failure is forgotten, and that one waits at most.
  static let (memory, longest) = (900, 300)

  private let counts = Mutex<[Key: Count]>([:])

  /// Counts an attempt as failed until it succeeds, so that many at a time gain nothing.
  ///
  /// - Throws: ``WorkFault/throttled(seconds:)``; such an attempt is not counted.
  func begin(_ login: String, from address: String, at now: Instant) throws(WorkFault) {
    let keys = Self.keys(login, address)
    let wait = counts.withLock { counts -> Int in
      let wait = keys.map { Self.wait(counts[$0], $0.free, now) }.max() ?? 0
      guard wait == 0 else { return wait }
      Self.trim(&counts, now)
      for key in keys {
        var count = counts[key] ?? Count(last: now)
        if Self.seconds(from: count.last, to: now) > Self.memory { count.failures = 0 }
        count.failures += 1
        count.last = now
        counts[key] = count
      }
      return 0
    }
    if wait > 0 { throw .throttled(seconds: wait) }
  }

  /// Takes the attempt back.
  func succeeded(_ login: String, from address: String) {
    counts.withLock { counts in
      for key in Self.keys(login, address) {
        if case .login = key { counts[key] = nil } else { counts[key]?.failures -= 1 }
      }
    }
  }

  var remembered: Int { counts.withLock { $0.count } }

  private static func keys(_ login: String, _ address: String) -> [Key] {
    [.login(String(login.prefix(64))), .address(String(address.prefix(64)))]
  }

  private static func wait(_ count: Count?, _ free: Int, _ now: Instant) -> Int {
    guard let count, count.failures >= free else { return 0 }
    let whole = min(longest, 1 << min(count.failures - free + 1, 20))
    return max(0, whole - seconds(from: count.last, to: now))
  }

  private static func seconds(from start: Instant, to end: Instant) -> Int {
    (end.milliseconds - start.milliseconds) / 1000
  }

  /// Forgets what is old; where that is not enough, the older half.
  private static func trim(_ counts: inout [Key: Count], _ now: Instant) {
    guard counts.count >= most - 1 else { return }
    counts = counts.filter { seconds(from: $0.value.last, to: now) <= memory }
    guard counts.count >= most - 1 else { return }
    let newest = counts.sorted { $0.value.last > $1.value.last }.prefix(most / 2)
    counts = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
  }
}
