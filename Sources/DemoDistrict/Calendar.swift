import Domain

/// The demo's own time: it opens on the last day of 2022 and closes its books at each month's end.
enum Calendar {
  static let opening = day(2022, 12, 31)
  static let end = day(2024, 12, 31)

  /// The last days of the months on which batches are entered, the opening first.
  static let closings: [Day] =
    [opening] + (0..<24).map { day(2023, 1, 1).adding(months: $0).endOfMonth }

  /// A day that is known to exist; the first day of 1970 if it does not.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  /// The index of the closing at which a change of that day is entered; nil after the end.
  static func closing(for day: Day) -> Int? {
    if day <= opening { return 0 }
    let index = (day.year - 2023) * 12 + day.month
    return index < closings.count ? index : nil
  }
}

/// Events spread evenly over stretches of days.
struct Timeline: Sendable {
  struct Stretch: Sendable {
    var count: Int
    var first: Day
    var last: Day
  }

  private var stretches: [Stretch]

  init(_ stretches: [(Int, Day, Day)]) {
    self.stretches = stretches.map { Stretch(count: $0.0, first: $0.1, last: $0.2) }
  }

  var count: Int { stretches.reduce(0) { $0 + $1.count } }

  /// The day of an event; nil beyond the last.
  func day(_ index: Int) -> Day? {
    var rest = index
    for stretch in stretches {
      if rest < stretch.count {
        let days = stretch.last.number - stretch.first.number + 1
        return stretch.first.adding(days: rest * days / stretch.count)
      }
      rest -= stretch.count
    }
    return nil
  }
}

/// `on(2023, 11, 30)`.
func on(_ year: Int, _ month: Int, _ day: Int) -> Day { Calendar.day(year, month, day) }
