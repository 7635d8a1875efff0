/// What was taken out or altered after it had counted, or after the period (留痕): it stands where
/// the number stands, and is no verdict. One trace holds all of a kind in one registry.
public struct Trace: Sendable, Hashable, Codable {
  /// Whether records were removed or values altered.
  public var kind: Kind
  /// The registry of the records.
  public var registry: String
  /// How many there are in all.
  public var count: Int
  /// The first of them, by entry and key; at most ``listed``.
  public var items: [Item]
  /// True where a record is a person or a household: its key is shown to nobody.
  public var isPersonal: Bool?

  /// Takes every field as it is; nothing is checked.
  public init(
    kind: Kind, registry: String, count: Int, items: [Item], isPersonal: Bool? = nil
  ) {
    self.kind = kind
    self.registry = registry
    self.count = count
    self.items = items
    self.isPersonal = isPersonal
  }

  /// Items that a trace lists at most.
  public static let listed = 20

  /// One record that was removed, or one value of one that was altered.
  public struct Item: Sendable, Hashable, Codable {
    /// The record's key.
    public var key: String
    /// The column that was altered; nil for a record that was removed or came late.
    public var column: String?
    /// As it was when it counted, in the column's own writing; nil for nothing, and for what is
    /// personal.
    public var old: String?
    /// As it became; nil for nothing, and for what is personal.
    public var new: String?
    /// The entry that altered it.
    public var sequence: Int
    /// The day on which that was recorded.
    public var day: Day
    /// Who entered the alteration.
    public var actor: String
    /// The reason given with it; nil where none was.
    public var reason: String?

    /// Takes every field as it is; nothing is checked.
    public init(
      key: String, column: String? = nil, old: String? = nil, new: String? = nil, sequence: Int,
      day: Day, actor: String, reason: String? = nil
    ) {
      self.key = key
      self.column = column
      self.old = old
      self.new = new
      self.sequence = sequence
      self.day = day
      self.actor = actor
      self.reason = reason
    }
  }

  /// The names are stored in releases: never used again for another meaning.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The record was removed.
    case removed
    /// A value that the measure rests on became another.
    case altered
  }
}

extension [Trace] {
  /// One trace for each kind and registry, removals first; the same change of the same value once,
  /// however many questions of a measure it was found by.
  public var merged: [Trace] {
    Trace.Kind.allCases.flatMap { kind in
      let own = filter { $0.kind == kind }
      let names = own.map(\.registry).reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      return names.map { name in Self.joined(own.filter { $0.registry == name }) }
    }
  }

  private static func joined(_ traces: [Trace]) -> Trace {
    var whole = traces[0]
    for trace in traces.dropFirst() {
      let known = Set(whole.items)
      let news = trace.items.filter { !known.contains($0) }
      // What is beyond the lists may be the same again: the larger number is the surest.
      whole.count = Swift.max(whole.count + news.count, trace.count)
      whole.items += news
    }
    whole.items = [Trace.Item](
      whole.items.sorted { ($0.sequence, $0.key) < ($1.sequence, $1.key) }.prefix(Trace.listed))
    return whole
  }
}

/// Asks for what was removed or altered in the records behind a question.
public struct TraceQuestion: Sendable, Hashable {
  /// The question whose records are looked at.
  public var question: Question
  /// Columns whose alteration matters though the record counts before and after: what is added up,
  /// what names the thing, where a facility lies.
  public var watched: [String]
  /// The last day of the period: what is altered later is always told.
  public var ends: Day
  /// The day by which evidence may still come in: until its end, what only then begins to count is
  /// ordinary work.
  public var settles: Day
  /// The last entry that each release knew: what a release has counted, and was altered after it, is
  /// told whenever that was.
  public var releases: [Int]

  /// Takes every field as it is; nothing is checked.
  public init(
    _ question: Question, watched: [String] = [], ends: Day, settles: Day, releases: [Int]
  ) {
    self.question = question
    self.watched = watched
    self.ends = ends
    self.settles = settles
    self.releases = releases
  }
}

/// What a store tells of the history of the records behind a question.
public struct Traced: Sendable, Equatable {
  /// The traces, one for each kind and registry.
  public var traces: [Trace]
  /// Keys of records of which a weaker source says something else that would alter the number.
  public var contradicted: [String]

  /// Nothing to tell.
  public init(traces: [Trace] = [], contradicted: [String] = []) {
    self.traces = traces
    self.contradicted = contradicted
  }
}
