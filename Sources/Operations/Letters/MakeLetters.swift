import Domain
import Publishing

/// What the office publishes about a month or a quarter: the bulletin (通报) and the quarterly table.
public struct MakeLetters: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameter month: the one before today when nil.
  /// - Throws: ``WorkFault/notFound`` for a month that has not begun.
  public func bulletin(_ month: Period?, by caller: Caller) throws -> BulletinPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    guard let month = month ?? DueList.month(before: office.today), month.first <= office.today,
      month.last == month.first.endOfMonth, month.first.day == 1
    else { throw WorkFault.notFound }
    let release = books.releases.last { $0.month == month }
    let now = try judged(month)
    let before = try DueList.month(before: month.first).map(judged)
    let states = Dictionary(
      (before?.judgements ?? []).map { ($0.commitment, $0.state) }, uniquingKeysWith: { $1 })
    let changes = now.rows.compactMap { row -> BulletinPage.Change? in
      let old = states[row.commitment.id]
      guard old != row.judgement.state, row.commitment.kind != .baseline, before != nil else {
        return nil
      }
      return .init(row.commitment, before: old, now: row.judgement.state)
    }
    let rule = ReminderRule(on: office.today, books.settings)
    let isLate = rule.filingDay(for: month) < office.today
    var facts = BulletinPage.Facts(
      month: month, asOf: now.asOf, isReleased: release != nil, rows: now.rows,
      changes: changes, missing: isLate ? rule.filings(books, for: month) : [],
      office: books.settings.office, months: months(books), today: office.today)
    facts.anchor = try anchor(month, books)
    facts.departures = now.departures
    return BulletinPage(facts)
  }

  /// - Parameter quarter: the one in which the month before today lies when nil.
  /// - Throws: ``WorkFault/notFound`` for a quarter that has not begun.
  public func quarterly(_ quarter: Period?, by caller: Caller) throws -> QuarterlyPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    let last = DueList.month(before: office.today) ?? Period(office.today, office.today)
    guard let quarter = quarter ?? last.flatMap({ Self.quarter(of: $0.first) }),
      quarter.first <= office.today
    else { throw WorkFault.notFound }
    let outcome = try judged(quarter)
    var facts = QuarterlyPage.Facts(
      quarter: quarter, asOf: outcome.asOf, rows: outcome.rows,
      filings: filings(quarter, books), quarters: quarters(books))
    facts.departures = outcome.departures
    facts.anchor = try anchor(quarter, books)
    return QuarterlyPage(facts)
  }

  /// The entry of the release that settles the period's last day; the ledger's last without one.
  private func anchor(_ period: Period, _ books: Books) throws -> Anchor? {
    if let release = books.releases.last(where: { $0.month.last == period.last }) {
      return books.anchor(of: release.month)
    }
    let head = LedgerHead(try office.store.head())
    return head.sequence > 0 ? Anchor(head: head) : nil
  }

  /// `2023Q4`.
  public static func quarter(_ text: String) -> Period? {
    let parts = text.uppercased().split(separator: "Q")
    guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]),
      (1...4).contains(number), let month = Period.month(year, number * 3 - 2)
    else { return nil }
    return quarter(of: month.first)
  }

  static func quarter(of day: Day) -> Period? {
    let first = (day.month - 1) / 3 * 3 + 1
    guard let start = Period.month(day.year, first), let end = Period.month(day.year, first + 2)
    else { return nil }
    return Period(start.first, end.last)
  }

  /// The last day of a period, or today while it goes on; a released month as it was released.
  private func judged(_ period: Period) throws -> JudgeAccounts.Outcome {
    let release = try office.books().releases.last { $0.month.last == period.last }
    if let release {
      return try office.accounts(office.inside(period.last, knowing: .entry(release.known)))
    }
    return try office.accounts(
      office.inside(min(period.last, office.today), knowing: .ofTheDay))
  }

  /// The newest accepted filing of each unit in the quarter, in the units' order.
  private func filings(_ quarter: Period, _ books: Books) -> [String: [Filing]] {
    var newest: [String: [String: Filing]] = [:]
    for (key, versions) in books.filings.sorted(by: { $0.key.month.first < $1.key.month.first }) {
      guard quarter.contains(key.month.first), let last = versions.last?.value,
        last.state == .accepted
      else { continue }
      newest[key.commitment, default: [:]][key.unit] = last
    }
    return newest.reduce(into: [:]) { filings, found in
      let units = books.commitment(found.key)?.units ?? []
      filings[found.key] = units.compactMap { found.value[$0] }
    }
  }

  /// From the plan's first month to the one before today, newest first.
  private func months(_ books: Books) -> [Period] {
    guard let first = books.active.map(\.period.first).min() else { return [] }
    var months: [Period] = []
    while months.count < 24,
      let next = DueList.month(before: months.last?.first ?? office.today), next.last >= first
    {
      months.append(next)
    }
    return months
  }

  private func quarters(_ books: Books) -> [Period] {
    months(books).reduce(into: []) { quarters, month in
      guard let quarter = Self.quarter(of: month.first), quarters.last != quarter else { return }
      quarters.append(quarter)
    }
  }
}
