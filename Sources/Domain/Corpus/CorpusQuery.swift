/// What is asked of a corpus: statements that meet all that is given.
public struct CorpusQuery: Sendable, Equatable {
  /// Words that the sentence holds as they are written, set apart by spaces: all of them.
  public var search: String?
  /// Part of the standard name or of the report's own name of the indicator.
  public var indicator: String?
  /// Part of the place's name, or the start of its code.
  public var place: String?
  public var level: CorpusReport.Level?
  public var years: ClosedRange<Int>?
  public var kind: Statement.Kind?
  /// Part of the strength words: 力争.
  public var strength: String?
  /// Rows at most; nil for all.
  public var limit: Int?

  public init(
    search: String? = nil, indicator: String? = nil, place: String? = nil,
    level: CorpusReport.Level? = nil, years: ClosedRange<Int>? = nil,
    kind: Statement.Kind? = nil, strength: String? = nil, limit: Int? = nil
  ) {
    self.search = search
    self.indicator = indicator
    self.place = place
    self.level = level
    self.years = years
    self.kind = kind
    self.strength = strength
    self.limit = limit
  }
}

/// Rows that a corpus answers with, under their columns' names.
public struct CorpusTable: Sendable, Equatable {
  public var columns: [String]
  public var rows: [[Value]]

  public init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  public enum Value: Sendable, Equatable {
    case empty
    case integer(Int)
    case number(Double)
    case text(String)
  }
}
