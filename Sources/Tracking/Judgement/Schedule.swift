import Domain

/// How much of a target is due by when (序时进度), and what is left of the time.
public struct Schedule: Sendable {
  /// How much is required by when.
  public var path: Path
  /// The days that the target is for.
  public var period: Period

  /// Takes every field as it is; nothing is checked.
  public init(path: Path, period: Period) {
    self.path = path
    self.period = period
  }

  /// Percent of the target that is due at the end of a day, 0...100; nil where nothing is asked
  /// before the end.
  public func share(at day: Day) -> Exact? {
    if day >= period.last { return Exact(100) }
    if day < period.first { return .zero }
    switch path {
    case .annual: return nil
    case .linear: return elapsed(day, Point(day: start, percent: .zero), last)
    case .halves(let first):
      return straight(
        [Point(day: start, percent: .zero), Point(day: middle, percent: Exact(first)), last], day)
    case .nodes(let nodes):
      return straight([Point(day: start, percent: .zero)] + nodes.sorted { $0.day < $1.day }, day)
    }
  }

  private typealias Point = Path.Node

  /// The day before the first, when nothing is due.
  private var start: Day { period.first.adding(days: -1) }
  private var last: Point { Point(day: period.last, percent: Exact(100)) }

  /// The last day of the first half: 30 June of a year.
  private var middle: Day {
    let months =
      (period.last.year - period.first.year) * 12 + period.last.month - period.first.month
    guard period.first.day == 1, period.last == period.last.endOfMonth, months % 2 == 1 else {
      return start.adding(days: period.days / 2)
    }
    return period.first.adding(months: (months + 1) / 2).adding(days: -1)
  }

  private func straight(_ points: [Point], _ day: Day) -> Exact {
    var before = points.first ?? last
    for point in points.dropFirst() + [last] {
      if day < point.day { return elapsed(day, before, point) }
      if point.day > before.day { before = point }
    }
    return before.percent
  }

  private func elapsed(_ day: Day, _ from: Point, _ to: Point) -> Exact {
    let all = to.day.number - from.day.number
    // Two nodes of one day: the later holds from that day on.
    guard let share = Exact(day.number - from.day.number) / Exact(all) else { return to.percent }
    return from.percent + (to.percent - from.percent) * share
  }

  /// Days gone by up to a day, of all days.
  public func days(at day: Day) -> (gone: Int, all: Int) {
    (max(0, min(period.days, day.number - start.number)), period.days)
  }

  /// Months from the day after `day` to `deadline`, parts of a month by its days; zero when over.
  public static func monthsLeft(after day: Day, to deadline: Day) -> Exact {
    let (first, end) = (day.adding(days: 1), deadline.adding(days: 1))
    guard first < end else { return .zero }
    var months = 0
    while first.adding(months: months + 1) <= end { months += 1 }
    let from = first.adding(months: months)
    let length = first.adding(months: months + 1).number - from.number
    return Exact(months) + Exact(end.number - from.number) * Exact.part(of: length)
  }

  /// What each month from now has to bring so that `rest` is there by the deadline; whole units
  /// where things are counted; with less than a month left, all of the rest. Nil when over.
  public static func needed(
    _ rest: Exact, after day: Day, to deadline: Day, whole: Bool
  ) -> Exact? {
    let left = monthsLeft(after: day, to: deadline)
    guard left > .zero, rest > .zero else { return nil }
    let rate = left < Exact(1) ? rest : rest / left
    return whole ? rate?.ceiling : rate
  }
}
