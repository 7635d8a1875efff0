import Domain

/// What is imported: records of a registry, or published figures.
public enum ImportSubject: Sendable {
  case registry(Registry)
  case figures

  var path: String {
    switch self {
    case .registry(let registry): "/registries/" + registry.name
    case .figures: "/data"
    }
  }

  var name: Phrase {
    switch self {
    case .registry(let registry): Phrase(registry.name, registry.english ?? registry.name)
    case .figures: Phrase("数据", "Data")
    }
  }

  var tab: Tab {
    switch self {
    case .registry: .registries
    case .figures: .data
    }
  }
}

/// The document that a table comes from.
public protocol ImportSource: Sendable {
  var issuer: String { get }
  var date: Day { get }
  var grade: Grade { get }
  var title: String? { get }
}

/// What importing a table would do.
public struct ImportLook: Sendable {
  public var added = 0
  public var changed = 0
  public var unchanged = 0
  /// Rows that say something else than a stronger source, and would be kept beside it.
  public var beside = 0
  /// Records that would keep a value because the table lacks its column.
  public var kept = 0
  /// Values that an empty cell would take away.
  public var emptied = 0
  /// Records of the ledger that the table lacks.
  public var missing = MissingRecords()
  /// The first of what is wrong; nothing is imported while there is any.
  public var problems: [Flaw] = []
  /// How many there are in all.
  public var total = 0
  public var notes: [Phrase] = []
  /// The first rows, of a registry's table.
  public var sample: [Record] = []
  /// What would get another value.
  public var changes: [Turn] = []
  /// Figures for which there was none.
  public var figures: [(series: String, period: String, value: String)] = []
  /// Series that the table has figures of.
  public var series: Set<String> = []

  public init() {}

  /// One thing that is wrong, with its place.
  public struct Flaw: Sendable {
    public var code: String
    public var row: Int?
    public var column: String?
    public var address: String?
    public var text: String?
    public var what: Phrase

    public init(
      code: String, row: Int?, column: String?, address: String?, text: String?, what: Phrase
    ) {
      self.code = code
      self.row = row
      self.column = column
      self.address = address
      self.text = text
      self.what = what
    }
  }

  /// A value that would be replaced.
  public struct Turn: Sendable {
    public var what: String
    public var column: String
    public var old: String
    public var new: String

    public init(what: String, column: String, old: String, new: String) {
      self.what = what
      self.column = column
      self.old = old
      self.new = new
    }
  }
}
