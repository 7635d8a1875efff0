import Domain
import Publishing

/// What went out to units, and the calendar of deadlines.
public struct ShowNotices: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// Everything for the office, its own for a unit.
  public func list(by caller: Caller) throws -> NoticesPage {
    try office.require(.readInternal, by: caller)
    let books = try office.books()
    let notices = books.notices.map(\.value).filter { Self.isSeen($0, by: caller) }
    let titles = books.order.compactMap { id in books.commitment(id).map { (id, $0.title) } }
    return NoticesPage(notices.reversed(), titles: Dictionary(titles) { $1 })
  }

  /// - Throws: ``WorkFault/notFound``; also for another unit's.
  public func one(_ id: String, by caller: Caller) throws -> NoticePage {
    try office.require(.readInternal, by: caller)
    let books = try office.books()
    let notice = books.notices.map(\.value).last { $0.id == id }
    guard let notice, Self.isSeen(notice, by: caller) else { throw WorkFault.notFound }
    let rows = try office.accounts(.init(day: notice.day, knowledge: .ofTheDay)).rows
    return NoticePage(
      notice,
      rows: notice.commitments.compactMap { id in rows.first { $0.commitment.id == id } },
      settings: books.settings)
  }

  private static func isSeen(_ notice: Notice, by caller: Caller) -> Bool {
    guard let unit = caller.account?.unit else { return true }
    return notice.unit == unit
  }

  /// Deadlines, and inside the filing days too.
  ///
  /// - Parameter unit: of one unit only; nil for all.
  public func calendar(unit: String?, by caller: Caller) throws -> CalendarFile {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let commitments = books.active.filter { commitment in
      commitment.kind != .baseline && (unit.map(commitment.units.contains) ?? true)
        && (commitment.matter == nil || caller.may(.readInternal))
    }
    var events = commitments.map { commitment in
      let versions = books.commitments[commitment.id] ?? []
      return CalendarFile.Event(
        id: "deadline-\(commitment.id)@duban", day: commitment.deadline,
        title: "\(commitment.id) \(commitment.title)：期限",
        text: "责任单位：" + commitment.units.joined(separator: "、"),
        changed: versions.last?.time ?? Instant(milliseconds: 0), version: versions.count - 1)
    }
    if caller.may(.readInternal) { events += filingDays(books, commitments, unit) }
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
    let rule = ReminderRule(on: office.today, books.settings)
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
