/// What is asked of a corpus: statements that meet all that is given.
public struct CorpusQuery: Sendable, Equatable {
  /// Words that the sentence holds as they are written, set apart by spaces: all of them.
  public var search: String?
  /// Part of the standard name or of the report's own name of the indicator.
  public var indicator: String?
  /// Part of the place's name, or the start of its code.
  public var place: String?
  /// Reports of this rung of government alone; all when nil.
  public var level: CorpusReport.Level?
  /// Years of the reports, both ends included; all when nil.
  public var years: ClosedRange<Int>?
  /// Statements of this kind alone; all when nil.
  public var kind: Statement.Kind?
  /// Part of the strength words: 力争.
  public var strength: String?
  /// Rows at most; nil for all.
  public var limit: Int?

  /// Takes every field as it is; nothing is checked.
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
  /// Names of the columns; every row has as many values.
  public var columns: [String]
  /// The values, row by row.
  public var rows: [[Value]]

  /// Takes every field as it is; nothing is checked.
  public init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// What stands in one cell.
  public enum Value: Sendable, Equatable {
    /// Nothing stands there.
    case empty
    case integer(Int)
    /// A number that was computed, as SQLite gives it.
    case number(Double)
    case text(String)
  }
}
