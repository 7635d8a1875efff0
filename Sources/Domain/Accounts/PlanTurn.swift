/// One thing of a commitment that can move its verdict, as it was and as it became.
public struct PlanTurn: Sendable, Equatable, Codable {
  /// Which part of the commitment it is.
  public var part: Part
  /// In words, as a person reads them; nil for what was not there.
  public var old: Phrase?
  /// The same for what it became; nil for what is not there any more.
  public var new: Phrase?
  /// Who decided; nil while the plan was a draft.
  public var decision: Decision?
  /// The entry that brought it.
  public var sequence: Int
  /// The day on which it was recorded.
  public var day: Day
  /// Who entered it.
  public var actor: String
  /// The reason given with the entry; nil where none was.
  public var reason: String?
  /// What a careful reader would ask about it; empty for nothing.
  public var marks: [Mark]

  /// Takes every field as it is; nothing is checked.
  public init(
    part: Part, old: Phrase?, new: Phrase?, decision: Decision? = nil, sequence: Int, day: Day,
    actor: String, reason: String? = nil, marks: [Mark] = []
  ) {
    self.part = part
    self.old = old
    self.new = new
    self.decision = decision
    self.sequence = sequence
    self.day = day
    self.actor = actor
    self.reason = reason
    self.marks = marks
  }

  /// What can move a verdict. The names are stored in releases.
  public enum Part: String, Sendable, Codable, CaseIterable {
    case target, deadline, period, measure, proof, settles, kind, unverifiable, tolerance, path
    case predecessor, withdrawal, merging, splitting, quote
    /// The commitment itself, entered once the plan of its year was issued.
    case addition

    /// What it is called wherever it is shown.
    public var words: Phrase {
      switch self {
      case .target: Phrase("目标", "the target")
      case .deadline: Phrase("期限", "the deadline")
      case .period: Phrase("时期", "the period")
      case .measure: Phrase("口径", "the measure")
      case .proof: Phrase("佐证等级", "the grade of proof")
      case .settles: Phrase("补证期限", "the time to settle")
      case .kind: Phrase("类别", "the kind")
      case .unverifiable: Phrase("能否核验", "whether it can be verified")
      case .tolerance: Phrase("容差", "the tolerance")
      case .path: Phrase("序时进度", "the path")
      case .predecessor: Phrase("前身", "the predecessor")
      case .withdrawal: Phrase("撤下", "the withdrawal")
      case .merging: Phrase("合并", "the merging")
      case .splitting: Phrase("拆分", "the splitting")
      case .quote: Phrase("原句", "the quote")
      case .addition: Phrase("增列", "added to the plan")
      }
    }
  }

  /// What a careful reader would ask about a change.
  public enum Mark: String, Sendable, Codable, CaseIterable {
    /// The plan had not been issued yet: no decision was asked for.
    case draft
    /// Decided before the year of the plan: the plan could have said so itself.
    case beforePlan
    /// Decided after the period was over.
    case afterPeriod
    /// Entered long after the day that the decision bears.
    case enteredLate
    /// Decided by the unit that is responsible for it.
    case ownUnit

    /// What it is called wherever it is shown.
    public var words: Phrase {
      switch self {
      case .draft: Phrase("计划下达前", "before the plan was issued")
      case .beforePlan: Phrase("计划年度之前决定", "decided before the year of the plan")
      case .afterPeriod: Phrase("期后决定", "decided after the period was over")
      case .enteredLate: Phrase("决定后逾 30 天才录入", "entered more than 30 days after the decision")
      case .ownUnit: Phrase("由责任单位自己决定", "decided by the responsible unit itself")
      }
    }
  }

  /// `目标：≥ 52 家 → ≥ 40 家`.
  public var change: Phrase {
    let none = Phrase("无", "none")
    let (old, new) = (old ?? none, new ?? none)
    return Phrase(
      "\(part.words.chinese)：\(old.chinese) → \(new.chinese)",
      "\(part.words.english): \(old.english) → \(new.english)")
  }

  /// The decision, or that there is none, and the marks in brackets.
  public var ground: Phrase {
    let ground =
      decision.map {
        Phrase(
          "\($0.authority)《\($0.document)》\($0.date)", "\($0.authority), \($0.document), \($0.date)"
        )
      } ?? (marks.contains(.draft) ? nil : Phrase("未记录决定", "no decision recorded"))
    let parts = [ground].compactMap { $0 } + marks.filter { $0 != .draft }.map(\.words)
    return Phrase(
      parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
  }
}
