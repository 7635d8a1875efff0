/// A part of a registry as a table shows it: searched, filtered, sorted, one page of it.
public struct Browsing: Sendable, Hashable {
  /// The registry to look through.
  public var registry: String
  /// The last entry that is known; `Int.max` for everything.
  public var known: Int
  /// Words that a record has in one of its texts, each of them; personal fields are not searched.
  public var words: [String]
  /// Exact values of text columns.
  public var equal: [String: String]
  /// Days that a date column lies between, both included.
  public var between: [Span]
  /// The column to sort by; the order of entry when nil.
  public var sort: String?
  /// Turns the order of `sort` round.
  public var isDescending: Bool
  /// The columns that there are for the one who looks, in whose order values are given; those of the
  /// registry as it is declared now when nil.
  public var columns: [String]?

  /// Days that a date column has to lie between.
  public struct Span: Sendable, Hashable {
    /// The date column.
    public var column: String
    /// The first day; nil for no bound.
    public var from: Day?
    /// The last day; nil for no bound.
    public var to: Day?

    /// Takes every field as it is; nothing is checked.
    public init(column: String, from: Day?, to: Day?) {
      self.column = column
      self.from = from
      self.to = to
    }
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    registry: String, known: Int = .max, words: [String] = [], equal: [String: String] = [:],
    between: [Span] = [], sort: String? = nil, isDescending: Bool = false,
    columns: [String]? = nil
  ) {
    self.registry = registry
    self.known = known
    self.words = words
    self.equal = equal
    self.between = between
    self.sort = sort
    self.isDescending = isDescending
    self.columns = columns
  }
}

/// A store whose registries can be looked through.
public protocol BrowseStore: Sendable {
  /// Records in the order asked for. Columns that the registry does not have, and personal ones,
  /// are as if they were not asked for.
  func page(_ browsing: Browsing, offset: Int, limit: Int) throws -> [Record]
  func count(_ browsing: Browsing) throws -> Int
  /// How many records have each value of a text column, most first.
  func tally(_ browsing: Browsing, by column: String, limit: Int) throws -> [(String?, Int)]
}
