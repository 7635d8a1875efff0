/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01 00:00 UTC; leap seconds are not counted.
  public var milliseconds: Int

  /// Takes milliseconds as they are.
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// China keeps one time, eight hours before UTC's.
  private static let offset = 8 * 3_600_000
  private static let dayLength = 86_400_000

  /// The first moment of a day in China.
  public init(startOf day: Day) {
    milliseconds = day.number * Instant.dayLength - Instant.offset
  }

  /// The last millisecond of a day in China: what was recorded by then was known on that day.
  public init(endOf day: Day) {
    self.init(milliseconds: Instant(startOf: day.adding(days: 1)).milliseconds - 1)
  }

  /// The day in China.
  public var day: Day {
    let local = milliseconds + Instant.offset
    return Day(number: local >= 0 ? local / Instant.dayLength : (local + 1) / Instant.dayLength - 1)
  }

  /// `2023-11-30 16:05:09.120+08:00`, China's time.
  public var description: String {
    let rest = milliseconds - Instant(startOf: day).milliseconds
    let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
    let thousandths = String(1000 + rest % 1000).dropFirst()
    return "\(day) \(parts.joined(separator: ":")).\(thousandths)+08:00"
  }

  /// True where `a` comes first.
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

extension Instant: Codable {
  /// Reads milliseconds as a whole number.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes milliseconds as a whole number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
