import Domain

/// The forms that tables of the accounts can be written in.
public enum SheetFormat: String, Sendable, CaseIterable {
  /// Aligned columns for people at a screen.
  case table
  /// One JSON object a line.
  case jsonl
  /// RFC 4180 with a byte order mark.
  case csv
  /// A workbook that an office can send out as it is.
  case xlsx

  /// True where a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }
}

/// Whose accounts, of which year, as of which day, and what left them by decision.
public struct AccountHeading: Sendable, Equatable {
  public var place: String?
  public var year: Int?
  public var asOf: Day
  /// What the table rests on, told in a workbook's notes; nil leaves it out.
  public var anchor: Anchor?
  /// What was in the issued plan and no longer is.
  public var departures: [Departure]

  public init(place: String?, year: Int?, asOf: Day, departures: [Departure] = []) {
    self.place = place
    self.year = year
    self.asOf = asOf
    self.departures = departures
  }
}

/// One commitment with its judgement, as a row of the judged table.
public struct AccountRow: Sendable, Equatable {
  public var commitment: Commitment
  public var judgement: Judgement
  /// The first target, where a decision has changed it.
  public var firstTarget: Target?
  /// The decision that the present target rests on.
  public var decision: Decision?
  /// Of the plan that it belongs to.
  public var year: Int?

  public init(
    _ commitment: Commitment, _ judgement: Judgement, firstTarget: Target? = nil,
    decision: Decision? = nil, year: Int? = nil
  ) {
    self.year = year
    self.commitment = commitment
    self.judgement = judgement
    self.firstTarget = firstTarget
    self.decision = decision
  }

  var isBaseline: Bool { commitment.kind == .baseline }

  /// The unit of the numbers here.
  var unit: String {
    judgement.unit.isEmpty ? commitment.target?.unit ?? "" : judgement.unit
  }

  /// Published figures are shown with the digits that they were published with.
  var isPublished: Bool {
    if case .reported? = commitment.measure { true } else { false }
  }

  /// What was measured, on its true side of every number that decides.
  func shown(_ actual: Exact) -> String {
    ExactText.shown(actual, beside: judgement.beside, asPublished: isPublished)
  }
}
