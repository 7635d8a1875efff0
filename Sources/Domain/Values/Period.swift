/// Days from a first to a last, both included: a month, the months 1 to n, a quarter, a year.
///
/// Written `2023`, `2023-11`, `2023Q3`, `2023-01..2023-11` or `2023-01-05..2023-02-10`.
public struct Period: Sendable, Hashable, CustomStringConvertible {
  /// The first day.
  public var first: Day
  /// The last day, which belongs to it; never before the first.
  public var last: Day

  /// Nil when the last day is before the first.
  public init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// A calendar year (1...9999), or nil.
  public static func year(_ year: Int) -> Period? {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    return Period(first, last)
  }

  /// One month, or nil.
  public static func month(_ year: Int, _ month: Int) -> Period? {
    Day(year: year, month: month, day: 1).flatMap { Period($0, $0.endOfMonth) }
  }

  /// The months 1 to n of a year, as cumulative figures are published, or nil.
  public static func months(_ year: Int, through month: Int) -> Period? {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: month, day: 1)
    else { return nil }
    return Period(first, last.endOfMonth)
  }

  /// Whether a day lies in it, both ends included.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// Days in it, at least 1.
  public var days: Int { last.number - first.number + 1 }

  /// The same days one year earlier (its last day stays the last of a month if it was).
  public var yearBefore: Period {
    let last =
      last == last.endOfMonth
      ? self.last.adding(months: -12).endOfMonth : self.last.adding(months: -12)
    return Period(first.adding(months: -12), last) ?? self
  }

  /// Reads every form that ``description`` writes.
  public init?(_ text: some StringProtocol) {
    if let cut = text.firstIndex(of: ".") {
      guard text[cut...].hasPrefix("..") else { return nil }
      guard let first = Period.simple(text[..<cut]),
        let last = Period.simple(text[text.index(cut, offsetBy: 2)...])
      else { return nil }
      self.init(first.first, last.last)
    } else {
      guard let period = Period.simple(text) else { return nil }
      self = period
    }
  }

  private static func simple(_ text: some StringProtocol) -> Period? {
    if let day = Day(text) { return Period(day, day) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(digits: parts[0]), let month = Int(digits: parts[1])
    {
      return .month(year, month)
    }
    if text.utf8.count == 4, let year = Int(digits: text) { return .year(year) }
    let quarter = text.split(separator: "Q", omittingEmptySubsequences: false)
    guard quarter.count == 2, quarter[0].utf8.count == 4, let year = Int(digits: quarter[0]),
      let number = Int(digits: quarter[1]), (1...4).contains(number),
      let first = Day(year: year, month: number * 3 - 2, day: 1),
      let last = Day(year: year, month: number * 3, day: 1)
    else { return nil }
    return Period(first, last.endOfMonth)
  }

  /// The shortest form that says it.
  public var description: String {
    let isWholeMonths = first.day == 1 && last == last.endOfMonth
    guard isWholeMonths else {
      return first == last ? first.description : "\(first)..\(last)"
    }
    let (from, to) = (first.description.dropLast(3), last.description.dropLast(3))
    if from == to { return String(from) }
    if first.year == last.year {
      if first.month == 1, last.month == 12 { return String(from.dropLast(3)) }
      if last.month == first.month + 2, last.month % 3 == 0, first.month > 1 {
        return "\(from.dropLast(3))Q\(last.month / 3)"
      }
    }
    return "\(from)..\(to)"
  }
}

extension Period: Codable {
  /// Reads every form that ``description`` writes; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a period like 2023, 2023-11, 2023Q3 or 2023-01..2023-11", Period.init)
  }

  /// Writes ``description``.
  public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}
