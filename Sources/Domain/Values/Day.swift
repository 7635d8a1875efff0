/// A day of the Gregorian calendar, written `2023-11-30`.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public var number: Int

  /// Takes days since 1970-01-01.
  public init(number: Int) { self.number = number }

  /// Nil for a day that the calendar does not have (2月30日) and years outside 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    number = Day.number(year, month, day)
  }

  /// Reads `2023-11-30` and nothing else.
  public init?(_ text: some StringProtocol) {
    var (numbers, count) = ((0, 0, 0), 0)
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch count {
      case 0..<4: numbers.0 = numbers.0 * 10 + digit
      case 5, 6: numbers.1 = numbers.1 * 10 + digit
      case 8, 9: numbers.2 = numbers.2 * 10 + digit
      case 4, 7:
        guard byte == UInt8(ascii: "-") else { return nil }
        count += 1
        continue
      default: return nil
      }
      guard (0...9).contains(digit) else { return nil }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// Year of the civil calendar, 1 to 9999 for days that were read.
  public var year: Int { civil.year }
  /// Month, 1 to 12.
  public var month: Int { civil.month }
  /// Day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// `2023-11-30`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// True where `a` comes first.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// So many days later; earlier for negative numbers.
  public func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day of a later month, or that month's last day.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    let (toYear, toMonth) = (floorDivide(index, 12), index - floorDivide(index, 12) * 12 + 1)
    return Day(
      number: Day.number(toYear, toMonth, min(day, Day.length(ofMonth: toMonth, year: toYear))))
  }

  /// The last day of its month.
  public var endOfMonth: Day {
    let (year, month, _) = civil
    return Day(number: Day.number(year, month, Day.length(ofMonth: month, year: year)))
  }

  /// Days in a month (1...12).
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day of the civil calendar.
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = floorDivide(shifted, 146_097)
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (
      year + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, ofYear - (153 * month + 2) / 5 + 1
    )
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}

private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }

private func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

extension Day: Codable {
  /// Reads ``description``; anything else, and a day that the calendar does not have, is a fault.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a day like 2023-11-30", Day.init)
  }

  /// Writes ``description``.
  public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}
