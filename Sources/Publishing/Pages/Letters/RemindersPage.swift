import Domain

/// 催办: what each unit has to be reminded of today, and the form that sends it.
public struct RemindersPage: Page {
  public static let template = "reminders"
  private let rows: [String: AccountRow]
  private let matters: [Reminder]
  private let filings: [FilingReminder]
  /// Units in the order of the ledger.
  private let order: [String]
  private let last: [Notice]
  private let today: Day
  private let mailTo: Set<String>?

  /// - Parameters:
  ///   - notices: all that went out, oldest first.
  ///   - mailTo: the units that have an address; nil where no mail is set up.
  public init(
    _ rows: [AccountRow], matters: [Reminder], filings: [FilingReminder], order: [String],
    notices: [Notice], today: Day, mailTo: Set<String>?
  ) {
    self.rows = Dictionary(rows.map { ($0.commitment.id, $0) }) { $1 }
    self.matters = matters
    self.filings = filings
    self.order = order
    last = notices
    self.today = today
    self.mailTo = mailTo
  }

  public var title: Phrase { Phrase("催办", "Reminders") }
  public var tab: Tab { .office }
  public var places: [FormPlace] {
    [FormPlace("/office/reminders", ["line", "as", "due", "text"])]
  }

  private func form(_ frame: Frame) -> FormValues {
    frame.form(places[0], standing: ["due": today.adding(days: Self.pause).description])
  }

  /// Within so many days nobody is reminded again unless the office says so.
  private static let pause = 7

  public func context(_ frame: Frame) -> [String: Any] {
    let units = unitNames.map { unit(of: $0, frame) }
    var values: [String: Any] = [
      "units": units, "any": !units.isEmpty, "action": frame.link("/office/reminders"),
      "notices": frame.link("/office/notices"), "calendar": frame.link("/calendar.ics"),
      "office": frame.link("/office"), "today": today.description,
      "red": count { $0.colour == .red }, "yellow": count { $0.colour == .yellow },
      "blue": count { $0.colour == .blue },
      "missing": filings.map(\.commitments.count).reduce(0, +), "has-mail": mailTo != nil,
      "as-notice": form(frame).value("as") == "notice",
    ]
    form(frame).add(["due", "text"], to: &values, frame)
    return values
  }

  private func count(_ fits: (Reminder) -> Bool) -> Int { matters.filter(fits).count }

  private var unitNames: [String?] {
    let named = Set(matters.compactMap(\.unit) + filings.map(\.unit))
    let known = order.filter(named.contains) + named.filter { !order.contains($0) }.sorted()
    return known.map { $0 } + (matters.contains { $0.unit == nil } ? [nil] : [])
  }

  private func unit(of name: String?, _ frame: Frame) -> [String: Any] {
    let own = matters.filter { $0.unit == name }
      .sorted { (rank($0), $0.deadline) < (rank($1), $1.deadline) }
    let missing = filings.filter { $0.unit == name }
    var values: [String: Any] = [
      "name": name ?? frame("尚未定单位", "No unit named yet"), "named": name != nil,
      "matters": own.compactMap { matter($0, frame) }, "any-matters": !own.isEmpty,
      "filings": missing.map { filing($0, frame) }, "any-filings": !missing.isEmpty,
      "count": own.count + missing.map(\.commitments.count).reduce(0, +),
    ]
    if let name { values["ics"] = frame.link("/calendar.ics", [("unit", name)]) }
    if let mailTo, let name { values["no-address"] = !mailTo.contains(name) }
    return values
  }

  private func rank(_ reminder: Reminder) -> Int {
    switch reminder.colour {
    case .red: 0
    case .yellow: 1
    default: 2
    }
  }

  private func matter(_ reminder: Reminder, _ frame: Frame) -> [String: Any]? {
    guard let row = rows[reminder.commitment] else { return nil }
    let words = frame.words
    let key = reminder.key
    let before = last.last {
      $0.unit == reminder.unit && $0.commitments.contains(reminder.commitment)
    }
    var values: [String: Any] = [
      "key": key, "id": reminder.commitment, "title": words.title(row.commitment),
      "href": frame.link("/commitments/" + reminder.commitment),
      "colour": reminder.colour.rawValue, "meaning": words.meaning(reminder.colour),
      "cause": words.cause(reminder), "evidence": EvidenceLine(row, words).text,
      "deadline": reminder.deadline.description, "sendable": reminder.unit != nil,
      "ticked": form(frame).isTicked("line", key, usually: !isRecent(before)),
    ]
    if let before { values["before"] = link(before, frame) }
    return values
  }

  private func filing(_ reminder: FilingReminder, _ frame: Frame) -> [String: Any] {
    let before = last.last { $0.unit == reminder.unit && $0.commitments == reminder.commitments }
    let key = reminder.key
    var values: [String: Any] = [
      "key": key, "month": frame.words.month(reminder.month), "count": reminder.commitments.count,
      "ids": frame.words.list(reminder.commitments), "due": reminder.due.description,
      "left": frame.words.left(reminder.due.number - today.number),
      "late": reminder.due < today,
      "ticked": form(frame).isTicked("line", key, usually: !isRecent(before)),
    ]
    if let before { values["before"] = link(before, frame) }
    return values
  }

  private func isRecent(_ notice: Notice?) -> Bool {
    notice.map { today.number - $0.day.number < Self.pause } ?? false
  }

  private func link(_ notice: Notice, _ frame: Frame) -> [String: Any] {
    ["id": notice.id, "href": frame.link("/office/notices/" + notice.id)]
  }
}

extension Reminder {
  /// Names the line in a form.
  public var key: String { "matter:" + commitment }
}

extension FilingReminder {
  /// Names the line in a form.
  public var key: String { "filing:\(month):\(unit)" }
}

extension Words {
  /// `距期限 12 天`, `滞后 12.8 个百分点`, `逾期 3 天`.
  func cause(_ reminder: Reminder) -> String {
    switch reminder.cause {
    case .near(let days): left(days)
    case .behind(let by): pace(.behind(by: by))
    case .overdue(let days): left(-days)
    }
  }
}
