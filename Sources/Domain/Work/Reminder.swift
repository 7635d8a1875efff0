/// A matter of which a unit has to be reminded (催办), and why.
public struct Reminder: Sendable, Equatable {
  /// The commitment's id.
  public var commitment: String
  /// The unit that leads; nil where none is named yet.
  public var unit: String?
  /// Why, with the number that shows it.
  public var cause: Cause
  /// The last day to fulfil it.
  public var deadline: Day

  /// Takes every field as it is; nothing is checked.
  public init(commitment: String, unit: String?, cause: Cause, deadline: Day) {
    self.commitment = commitment
    self.unit = unit
    self.cause = cause
    self.deadline = deadline
  }

  /// Why a unit is to be reminded.
  public enum Cause: Sendable, Equatable {
    /// The deadline is so many days ahead; 0 is today.
    case near(days: Int)
    /// Behind the path, in percentage points of the target.
    case behind(by: Exact)
    /// So many days past the deadline.
    case overdue(days: Int)
  }

  /// 三色督办单: blue near its deadline, yellow behind its path, red overdue (as 宿迁产发集团 does).
  public var colour: Notice.Kind {
    switch cause {
    case .near: .blue
    case .behind: .yellow
    case .overdue: .red
    }
  }
}

/// What a unit has not yet filed for a month.
public struct FilingReminder: Sendable, Equatable {
  /// The unit that has not filed.
  public var unit: String
  /// The calendar month that is missing.
  public var month: Period
  /// The filing day.
  public var due: Day
  /// Ids of the commitments that are missing or were sent back.
  public var commitments: [String]

  /// Takes every field as it is; nothing is checked.
  public init(unit: String, month: Period, due: Day, commitments: [String]) {
    self.unit = unit
    self.month = month
    self.due = due
    self.commitments = commitments
  }
}

/// Who has to be reminded of what on a day. Nothing but the ledger and the day decides.
public struct ReminderRule: Sendable {
  private let day: Day
  private let settings: OfficeSettings

  /// Takes the day that it is, and what the district has set.
  public init(on day: Day, _ settings: OfficeSettings) {
    self.day = day
    self.settings = settings
  }

  /// One reminder a commitment at most, the gravest: overdue before behind before near.
  ///
  /// Overdue is what is judged as not met after its deadline, and what cannot be verified and nobody
  /// has asked to close out. What is past its deadline while its evidence is still to come is not.
  public func matters(
    _ commitments: [Commitment], _ judgements: [Judgement], closings: [String: Closing.Step]
  ) -> [Reminder] {
    zip(commitments, judgements).compactMap { commitment, judgement in
      guard let cause = cause(commitment, judgement, closings[commitment.id]) else { return nil }
      return Reminder(
        commitment: commitment.id, unit: commitment.units.first, cause: cause,
        deadline: commitment.deadline)
    }
  }

  private func cause(
    _ commitment: Commitment, _ judgement: Judgement, _ step: Closing.Step?
  ) -> Reminder.Cause? {
    guard commitment.kind != .baseline, judgement.state != .met, !Self.isOut(step) else {
      return nil
    }
    let left = commitment.deadline.number - day.number
    if left < 0 {
      let isOpen = judgement.state == .unverifiable && step == nil
      return judgement.state == .notMet || isOpen ? .overdue(days: -left) : nil
    }
    if case .behind(let by) = judgement.pace { return .behind(by: by) }
    return left <= settings.reminderDays ? .near(days: left) : nil
  }

  /// Closed, struck off or carried over: nothing more is asked of it.
  private static func isOut(_ step: Closing.Step?) -> Bool {
    switch step {
    case .closed, .struckOff, .carriedOver: true
    case nil, .requested, .verified, .returned: false
    }
  }

  /// The day by which units file for a month.
  public func filingDay(for month: Period) -> Day {
    month.last.adding(days: min(28, max(1, settings.filingDay)))
  }

  /// What is missing for a month or was sent back, by unit in the order of the ledger; nothing before
  /// the filing day is near. What registries or series answer is not asked.
  public func filings(_ books: Books, for month: Period) -> [FilingReminder] {
    let due = filingDay(for: month)
    guard due.number - day.number <= settings.reminderDays else { return [] }
    return books.units.compactMap { unit in
      let missing = DueList(books, unit: unit.name, month: month).asked.filter {
        $0.standing == .toFile || $0.standing == .toCorrect
      }
      guard !missing.isEmpty else { return nil }
      return FilingReminder(
        unit: unit.name, month: month, due: due, commitments: missing.map(\.commitment.id))
    }
  }
}
