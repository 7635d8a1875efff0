import Domain
import Publishing

/// The calendar of deadlines.
public struct ShowCalendar: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Deadlines, and inside the filing days too.
  ///
  /// - Parameter unit: of one unit only; nil for all.
  public func run(unit: String?) -> CalendarFile {
    let books = view.books
    let commitments = books.active.filter { commitment in
      commitment.kind != .baseline && (unit.map(commitment.units.contains) ?? true)
        && (commitment.matter == nil || view.isInside)
    }
    var events = commitments.map { commitment in
      let versions = books.commitments[commitment.id] ?? []
      return CalendarFile.Event(
        id: "deadline-\(commitment.id)@duban", day: commitment.deadline,
        title: "\(commitment.id) \(commitment.title)：期限",
        text: "责任单位：" + commitment.units.joined(separator: "、"),
        changed: versions.last?.time ?? Instant(milliseconds: 0), version: versions.count - 1)
    }
    if view.isInside { events += filingDays(books, commitments, unit) }
    return CalendarFile(
      name: (books.reports.last?.place ?? "") + "督办" + (unit.map { "：" + $0 } ?? ""),
      events: events.sorted { ($0.day, $0.id) < ($1.day, $1.id) })
  }

  private func filingDays(
    _ books: Books, _ commitments: [Commitment], _ unit: String?
  ) -> [CalendarFile.Event] {
    guard let first = commitments.map(\.period.first).min(),
      let last = commitments.map(\.deadline).max()
    else { return [] }
    let rule = ReminderRule(on: view.today, books.settings)
    var events: [CalendarFile.Event] = []
    var month = Period.month(first.year, first.month)
    while let now = month, now.first <= last, events.count < 24 {
      events.append(
        .init(
          id: "filing-\(now)-\(unit ?? "all")@duban", day: rule.filingDay(for: now),
          title: "\(now) 填报截止", changed: Instant(startOf: now.first)))
      let next = now.last.adding(days: 1)
      month = Period.month(next.year, next.month)
    }
    return events
  }
}
