/// What a unit says of a commitment for a month (填报). It is a claim: nothing is judged by it.
public struct Filing: Sendable, Equatable, Codable {
  /// The commitment's id.
  public var commitment: String
  /// A calendar month.
  public var month: Period
  /// The unit that says it.
  public var unit: String
  /// What the unit reports as reached since the year began, in `measuredIn`; nil without a number.
  public var value: Exact?
  /// The unit of `value`, which converts to the target's; nil without a number.
  public var measuredIn: String?
  /// 进展情况.
  public var progress: String
  /// 下一步计划.
  public var next: String
  /// Files that go with it, each kept under its SHA-256.
  public var attachments: [Attachment]
  /// How far it is.
  public var state: State
  /// Why it was returned or unlocked.
  public var reason: String?
  /// Names the form that brought it: the same form sent again is the same filing.
  public var form: String

  /// Takes every field as it is; nothing is checked.
  public init(
    commitment: String, month: Period, unit: String, value: Exact? = nil,
    measuredIn: String? = nil, progress: String, next: String = "",
    attachments: [Attachment] = [], state: State, reason: String? = nil, form: String
  ) {
    self.commitment = commitment
    self.month = month
    self.unit = unit
    self.value = value
    self.measuredIn = measuredIn
    self.progress = progress
    self.next = next
    self.attachments = attachments
    self.state = state
    self.reason = reason
    self.form = form
  }

  /// clerk files → head confirms → supervisor accepts; head or supervisor return; an accepted one
  /// may be unlocked.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// With the head, with the office, taken by it, sent back, or open for correction again.
    case filed, confirmed, accepted, returned, unlocked

    /// The steps that may follow.
    public var next: Set<State> {
      switch self {
      case .filed: [.filed, .confirmed, .returned]
      case .confirmed: [.accepted, .returned]
      case .accepted: [.unlocked]
      case .returned, .unlocked: [.filed]
      }
    }
  }

  /// What it is an answer to.
  public var key: Key { Key(commitment: commitment, month: month, unit: unit) }

  /// One answer of one unit.
  public struct Key: Sendable, Hashable {
    /// The commitment's id.
    public var commitment: String
    /// A calendar month.
    public var month: Period
    /// The unit that answers.
    public var unit: String

    /// Takes every field as it is; nothing is checked.
    public init(commitment: String, month: Period, unit: String) {
      self.commitment = commitment
      self.month = month
      self.unit = unit
    }
  }
}

/// A file that somebody attached, kept under its SHA-256.
public struct Attachment: Sendable, Hashable, Codable {
  /// SHA-256 of the file in lower-case hexadecimal.
  public var sha256: String
  /// The name it came with, without any path.
  public var name: String
  /// Bytes.
  public var size: Int

  /// Takes every field as it is; nothing is checked.
  public init(sha256: String, name: String, size: Int) {
    self.sha256 = sha256
    self.name = name
    self.size = size
  }
}

/// A unit has taken note of a task (签收).
public struct Receipt: Sendable, Hashable, Codable {
  /// The commitment's id.
  public var commitment: String
  /// The unit that has taken note.
  public var unit: String

  /// Takes every field as it is; nothing is checked.
  public init(commitment: String, unit: String) {
    self.commitment = commitment
    self.unit = unit
  }
}

/// One step of closing a matter out: 申请办结 → 核验 → 办结 → 销号.
public struct Closing: Sendable, Equatable, Codable {
  /// The commitment's id.
  public var commitment: String
  /// The step that is taken.
  public var step: Step
  /// What is asked, found or decided; required.
  public var note: String
  /// How it was verified.
  public var method: Method?
  /// Files that go with it, each kept under its SHA-256.
  public var attachments: [Attachment]
  /// The commitment of the next year that takes it up, for `carriedOver`.
  public var successor: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    commitment: String, step: Step, note: String, method: Method? = nil,
    attachments: [Attachment] = [], successor: String? = nil
  ) {
    self.commitment = commitment
    self.step = step
    self.note = note
    self.method = method
    self.attachments = attachments
    self.successor = successor
  }

  /// The steps. The names are stored.
  public enum Step: String, Sendable, Codable, CaseIterable {
    /// 申请办结, by the lead unit for all.
    case requested
    /// 核验
    case verified
    /// 办结
    case closed
    /// 销号
    case struckOff
    /// 退回
    case returned
    /// 转下年
    case carriedOver

    /// The steps that may follow; `nil` stands for a matter on which no step was taken.
    public static func after(_ step: Step?) -> Set<Step> {
      switch step {
      case nil, .returned: [.requested, .carriedOver]
      case .requested: [.verified, .returned, .carriedOver]
      case .verified: [.closed, .returned, .carriedOver]
      case .closed: [.struckOff, .returned]
      case .struckOff, .carriedOver: []
      }
    }
  }

  /// How somebody made sure of it. The names are stored.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// Papers were looked through.
    case papers = "查阅资料"
    /// Somebody was called.
    case telephone = "电话核查"
    /// Somebody went there.
    case onSite = "现场核实"
  }
}

/// What somebody holds against a published line, and the answer. Contact details are kept apart.
public struct Objection: Sendable, Equatable, Codable {
  /// Short and lasting: `Y2023-12-001`.
  public var id: String
  /// The commitment's id.
  public var commitment: String
  /// What is objected to, in the person's own words.
  public var text: String
  /// The day on which it came.
  public var day: Day
  /// How far it is.
  public var state: State
  /// The office's answer; nil before there is one.
  public var answer: String?
  /// The day of the answer; nil before there is one.
  public var answered: Day?
  /// Why it is not shown (it names a person, it is about something else).
  public var reason: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    id: String, commitment: String, text: String, day: Day, state: State = .received,
    answer: String? = nil, answered: Day? = nil, reason: String? = nil
  ) {
    self.id = id
    self.commitment = commitment
    self.text = text
    self.day = day
    self.state = state
    self.answer = answer
    self.answered = answered
    self.reason = reason
  }

  /// How far an objection is. The names are stored.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Not yet looked at: only that there is one is public.
    case received
    /// Public with its answer.
    case answered
    /// Not shown, with the reason.
    case withheld
  }
}

/// A reminder or a 督办单 that went out to a unit.
public struct Notice: Sendable, Equatable, Codable {
  /// Short and lasting: `督2023-12-001`.
  public var id: String
  /// The unit that it goes to.
  public var unit: String
  /// Ids of the commitments that it is about.
  public var commitments: [String]
  /// A plain reminder, or a 督办单 of a colour.
  public var kind: Kind
  /// The day that it bears.
  public var day: Day
  /// The day by which to answer.
  public var due: Day
  /// What the office adds in its own words; nil for nothing.
  public var text: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    id: String, unit: String, commitments: [String], kind: Kind, day: Day, due: Day,
    text: String? = nil
  ) {
    self.id = id
    self.unit = unit
    self.commitments = commitments
    self.kind = kind
    self.day = day
    self.due = due
    self.text = text
  }

  /// What sort of letter it is. The names are stored.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 催办, before or after a deadline.
    case reminder
    /// 督办单 in three colours: near its deadline, behind its path, overdue.
    case blue, yellow, red
  }
}

/// What a matter comes from that is not in the report.
public struct MatterSource: Sendable, Equatable, Codable {
  /// What sort of document it is.
  public var kind: Kind
  /// Title or number of the document.
  public var document: String
  /// Who decided, instructed or proposed.
  public var from: String
  /// The day that the document bears.
  public var day: Day

  /// Takes every field as it is; nothing is checked.
  public init(kind: Kind, document: String, from: String, day: Day) {
    self.kind = kind
    self.document = document
    self.from = from
    self.day = day
  }

  /// What sort of matter it is. The names are stored.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A meeting of the government resolved it.
    case meeting = "会议议定事项"
    /// A leader instructed it in writing.
    case instruction = "领导批示"
    /// Deputies of the people's congress proposed it.
    case proposal = "人大建议"
  }
}

/// What a district sets for its own work.
public struct OfficeSettings: Sendable, Equatable, Codable {
  /// Day of the next month by which units file for a month, 1...28.
  public var filingDay: Int
  /// Days within which an objection is answered.
  public var objectionDays: Int
  /// Counts of persons below this are not published.
  public var smallCell: Int
  /// Days before a deadline from which on it is called near.
  public var reminderDays: Int
  /// Name of the office: 区政府督查室.
  public var office: String
  /// Its public telephone number.
  public var telephone: String?

  /// The usual values; takes every field as it is.
  public init(
    filingDay: Int = 5, objectionDays: Int = 7, smallCell: Int = 5, reminderDays: Int = 14,
    office: String = "督查室", telephone: String? = nil
  ) {
    self.filingDay = filingDay
    self.objectionDays = objectionDays
    self.smallCell = smallCell
    self.reminderDays = reminderDays
    self.office = office
    self.telephone = telephone
  }
}
