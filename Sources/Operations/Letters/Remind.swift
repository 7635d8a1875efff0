import Domain
import Publishing

/// 催办 and 督办单: who has to be reminded of what, and sending it.
public struct Remind: Sendable {
  private let office: Office
  private let mail: SendMail?

  /// - Parameter mail: nil where no mail is set up; notices are then printed.
  public init(_ office: Office, mail: SendMail? = nil) {
    self.office = office
    self.mail = mail
  }

  /// Everything that somebody has to be reminded of today, and the form that sends it.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func page(by caller: Caller) throws -> RemindersPage {
    try office.require(.supervise, by: caller)
    let due = try due(caller)
    return RemindersPage(
      due.rows, matters: due.matters, filings: due.filings, order: due.books.units.map(\.name),
      notices: due.books.notices.map(\.value), today: office.today,
      mailTo: mail.map { mail in
        Set(due.books.units.map(\.name).filter { mail.address(of: $0) != nil })
      })
  }

  /// What was typed into the form.
  public struct Order: Sendable {
    /// Keys of the lines that were ticked.
    public var lines: Set<String>
    /// True for 督办单 in their colours; reminders otherwise.
    public var isNotice: Bool
    /// The day by which to answer, as typed: `2023-12-15`.
    public var due: String
    /// What the office adds in its own words; may be empty.
    public var text: String

    /// Takes every field as it is; nothing is checked.
    public init(lines: Set<String>, isNotice: Bool, due: String, text: String) {
      self.lines = lines
      self.isNotice = isNotice
      self.due = due
      self.text = text
    }
  }

  /// Records a notice for each unit (and colour), and sends it where mail is set up.
  ///
  /// - Returns: the units that mail could not be sent to.
  /// - Throws: ``WorkFault/form(_:)``.
  @discardableResult
  public func send(_ order: Order, by caller: Caller) throws -> [String] {
    try office.require(.supervise, by: caller)
    let due = try due(caller)
    let day = try checked(order, due)
    let text = TextLimit.plain(order.text)
    let today = office.today
    let entries = try office.change(.supervise, by: caller) { books in
      var number = books.notices.count {
        $0.value.day.description.prefix(7) == today.description.prefix(7)
      }
      return Self.drafts(order, due).map { draft in
        number += 1
        let count = String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
        return .notice(
          Notice(
            id: "督\(today.description.prefix(7))-\(count)", unit: draft.unit,
            commitments: draft.commitments, kind: draft.kind, day: today, due: day,
            text: text.isEmpty ? nil : text))
      }
    }
    return try mailed(entries)
  }

  private func checked(_ order: Order, _ due: Due) throws -> Day {
    var problems: [FormProblem] = []
    if Self.drafts(order, due).isEmpty {
      problems.append(FormProblem("", "请勾选要催办的事项", "tick what to remind of"))
    }
    let day = Day(order.due)
    if day.map({ $0 < office.today }) ?? true {
      problems.append(
        FormProblem("due", "反馈期限应为今天或以后的日期，如 2023-12-12", "a day not before today, like 2023-12-12")
      )
    }
    if let problem = TextLimit.problem("text", order.text, most: TextLimit.reason) {
      problems.append(problem)
    }
    guard problems.isEmpty, let day else { throw WorkFault.form(problems) }
    return day
  }

  private struct DraftNotice {
    var unit: String
    var kind: Notice.Kind
    var commitments: [String]
  }

  /// One for a unit, or one for each colour of a unit.
  private static func drafts(_ order: Order, _ due: Due) -> [DraftNotice] {
    var drafts: [DraftNotice] = []
    func add(_ unit: String, _ kind: Notice.Kind, _ ids: [String]) {
      if let index = drafts.firstIndex(where: { $0.unit == unit && $0.kind == kind }) {
        drafts[index].commitments += ids.filter { !drafts[index].commitments.contains($0) }
      } else {
        drafts.append(DraftNotice(unit: unit, kind: kind, commitments: ids))
      }
    }
    for matter in due.matters where order.lines.contains(matter.key) {
      guard let unit = matter.unit else { continue }
      add(unit, order.isNotice ? matter.colour : .reminder, [matter.commitment])
    }
    for filing in due.filings where order.lines.contains(filing.key) {
      add(filing.unit, .reminder, filing.commitments)
    }
    return drafts
  }

  private func mailed(_ entries: [Entry]) throws -> [String] {
    guard let mail else { return [] }
    let settings = try office.books().settings
    return entries.compactMap { entry in
      guard case .notice(let notice) = entry.change else { return nil }
      let titles = (try? office.books()).map { books in
        notice.commitments.map { "\($0) \(books.commitment($0)?.title ?? "")" }
      }
      let sent = mail.send(notice, titles ?? notice.commitments, from: settings.office)
      return sent ? nil : notice.unit
    }
  }

  private struct Due {
    var books: Books
    var rows: [AccountRow]
    var matters: [Reminder]
    var filings: [FilingReminder]
  }

  private func due(_ caller: Caller) throws -> Due {
    let outcome = try office.accounts(asOf: office.today, by: caller)
    let books = try office.books()
    let rule = ReminderRule(on: office.today, books.settings)
    let closings = books.closings.compactMapValues { $0.last?.value.step }
    let month = DueList.month(before: office.today)
    return Due(
      books: books, rows: outcome.rows,
      matters: rule.matters(outcome.commitments, outcome.judgements, closings: closings),
      filings: month.map { rule.filings(books, for: $0) } ?? [])
  }
}
