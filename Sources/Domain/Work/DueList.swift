/// What a unit is asked for a month (应填事项), and why. What evidence answers is not asked: it is in
/// the list so that the unit sees what the registry says.
public struct DueList: Sendable, Equatable {
  /// The unit that is asked.
  public var unit: String
  /// A calendar month.
  public var month: Period
  /// The last day to file for it.
  public var by: Day
  /// In the order of the plan.
  public var items: [Item]

  /// Everything that the unit leads or helps with and that is not yet due or closed out.
  public init(_ books: Books, unit: String, month: Period) {
    self.unit = unit
    self.month = month
    by = month.last.adding(days: books.settings.filingDay)
    items = books.active.filter { $0.units.contains(unit) && Self.asks($0, month, books) }
      .map { Item($0, unit: unit, month: month, books) }
  }

  /// Whether a month is one to file for: it lies in the commitment's time up to its deadline, and
  /// the matter was not closed before. After the deadline a matter is closed out, not filed for.
  public static func asks(_ commitment: Commitment, _ month: Period, _ books: Books) -> Bool {
    guard commitment.kind != .baseline, month.last >= commitment.period.first,
      month.first <= commitment.deadline
    else { return false }
    let last = books.closings[commitment.id]?.last
    guard let last, last.value.step.isEnd else { return true }
    return last.note.time.day > month.last
  }

  /// Tasks of a unit that it has not signed for (签收), of whatever month, while they can be done.
  public static func toSign(_ books: Books, unit: String, on day: Day) -> [Commitment] {
    books.active.filter { commitment in
      commitment.kind != .baseline && commitment.units.contains(unit) && commitment.deadline >= day
        && books.receipts[Receipt(commitment: commitment.id, unit: unit)] == nil
        && books.closings[commitment.id]?.last?.value.step.isEnd != true
    }
  }

  /// The month before a day: what is filed for by default.
  public static func month(before day: Day) -> Period? {
    let last = day.adding(months: -1)
    return .month(last.year, last.month)
  }

  /// One matter of the unit.
  public struct Item: Sendable, Equatable {
    /// The matter, in its last version.
    public var commitment: Commitment
    /// True for the unit that is named first (牵头).
    public var isLead: Bool
    /// What is asked of the unit.
    public var need: Need
    /// The newest version for the month.
    public var current: Books.Noted<Filing>?
    /// The newest version of the last month before that has one.
    public var before: Books.Noted<Filing>?

    init(_ commitment: Commitment, unit: String, month: Period, _ books: Books) {
      self.commitment = commitment
      isLead = commitment.units.first == unit
      need = Need(commitment, isLead: isLead)
      let id = commitment.id
      current = books.filings[Filing.Key(commitment: id, month: month, unit: unit)]?.last
      before =
        Self.months(before: month, from: commitment.period.first).lazy.compactMap {
          books.filings[Filing.Key(commitment: id, month: $0, unit: unit)]?.last
        }.first
    }

    private static func months(before month: Period, from first: Day) -> [Period] {
      var months: [Period] = []
      while months.count < 24, let next = DueList.month(before: months.last?.first ?? month.first),
        next.last >= first
      {
        months.append(next)
      }
      return months
    }

    /// The unit of a number that may be filed; nil where none fits. Where evidence answers, the lead
    /// unit may say what it knows otherwise: the two then stand side by side.
    public var numberUnit: String? {
      switch need {
      case .number(let unit): unit
      case .nothing: isLead ? commitment.target?.unit : nil
      case .words: nil
      }
    }

    /// How far the unit's answer is.
    public var standing: Standing {
      switch current?.value.state {
      case .returned, .unlocked: .toCorrect
      case .filed: .filed
      case .confirmed: .confirmed
      case .accepted: .accepted
      case nil: need.isAsked ? .toFile : .answered
      }
    }
  }

  /// How far a matter is, in the order in which a unit looks at them.
  public enum Standing: String, Sendable, CaseIterable {
    /// Sent back or unlocked, still to be filed, with the head, with the office, accepted.
    case toCorrect, toFile, filed, confirmed, accepted
    /// Evidence answers, and nothing was said besides.
    case answered
  }

  /// What is asked.
  public enum Need: Sendable, Equatable {
    /// Registries or published series answer: nothing is asked, words may be added.
    case nothing(from: [String])
    /// Progress in words: documents prove it, the number is another's, or there is none.
    case words(Why)
    /// No evidence answers: the number that was reached, in this unit, besides the words.
    case number(unit: String)

    /// Why words are asked though nothing is to be counted.
    public enum Why: String, Sendable, CaseIterable {
      /// Milestones are proved by documents, which no registry brings.
      case documents
      /// No measure, and no number in the report.
      case noMeasure
      /// The lead unit gives the number.
      case leadGivesNumber
    }

    /// What a unit is asked about a commitment: nothing where evidence answers all of it.
    public init(_ commitment: Commitment, isLead: Bool) {
      let sources = commitment.measure.map(EvidenceNames.init)
      if let sources, sources.isWhole {
        self = .nothing(from: sources.names)
      } else if sources?.hasDocuments == true {
        self = .words(.documents)
      } else if let target = commitment.target {
        self = isLead ? .number(unit: target.unit) : .words(.leadGivesNumber)
      } else {
        self = .words(.noMeasure)
      }
    }

    /// True where the unit has to write something.
    public var isAsked: Bool {
      if case .nothing = self { false } else { true }
    }

    /// The unit of the number that is asked; nil where none is.
    public var unit: String? {
      if case .number(let unit) = self { unit } else { nil }
    }
  }

  /// The matters of one standing, in the order of the plan.
  public func items(_ standing: Standing) -> [Item] {
    items.filter { $0.standing == standing }
  }

  /// Matters that something is asked for.
  public var asked: [Item] { items.filter(\.need.isAsked) }
}

extension Closing.Step {
  /// Nothing more is filed after it.
  public var isEnd: Bool { self == .closed || self == .struckOff || self == .carriedOver }
}

/// What a measure takes its answer from.
struct EvidenceNames {
  /// Registries and series, each once.
  private(set) var names: [String] = []
  private(set) var hasDocuments = false

  init(_ measure: Measure) { add(measure) }

  /// Registries and series answer all of it.
  var isWhole: Bool { !hasDocuments && !names.isEmpty }

  private mutating func add(_ measure: Measure) {
    let basis = measure.basis
    if basis.milestones != nil { hasDocuments = true }
    for name in [basis.series].compactMap({ $0 }) + basis.reads.map(\.registry) { add(name) }
    for inner in basis.inner { add(inner) }
  }

  private mutating func add(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }
}
