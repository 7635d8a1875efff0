/// One change of the ledger, chained to the one before.
public struct Entry: Sendable, Equatable {
  /// 1-based, without gaps.
  public var sequence: Int
  /// When it counts as recorded; never before the entry before it.
  public var time: Instant
  /// The time that it bears, where it counts as recorded at another (see `EntryTimes`).
  public var stamp: Instant?
  /// Who made it: the login, or as whom the command line was told to act.
  public var actor: String
  /// What it changes.
  public var change: Change
  /// The reason given with it; nil where none was.
  public var reason: String?
  /// SHA-256 over this entry and the hash before, lower-case hexadecimal.
  public var hash: String

  /// Takes every field as it is; nothing is checked.
  public init(
    sequence: Int, time: Instant, stamp: Instant? = nil, actor: String, change: Change,
    reason: String?, hash: String
  ) {
    self.sequence = sequence
    self.time = time
    self.stamp = stamp
    self.actor = actor
    self.change = change
    self.reason = reason
    self.hash = hash
  }
}

/// What an entry changes. Rows of imports are kept beside it, bound by their digest.
public enum Change: Sendable, Equatable {
  /// Marks a ledger as holding invented data; every export says so.
  case synthetic(String)
  /// A report was adopted.
  case report(ReportFacts)
  /// A unit, whole; of the same name again it takes its place.
  case unit(WorkUnit)
  /// A registry's declaration, whole; of the same name again it is a new version.
  case registry(Registry)
  /// A series' declaration, whole; of the same name again it is a new version.
  case series(Series)
  /// A document, whole; the same id again is a new version.
  case source(Source)
  /// Rows of a registry, which are kept beside the entry.
  case records(Batch)
  /// Records that should never have been there; their keys.
  case removal(Removal)
  /// Published figures, which are kept beside the entry.
  case observations(Batch)
  /// A whole version of a commitment; with the decision where what moves its verdict changed.
  case commitment(Commitment, decision: Decision?)
  /// A document for a milestone; the last one for it counts.
  case proof(Proof)
  /// A rule set for lights, whole; of the same name again it takes its place.
  case lights(LightRules)
  /// A rule set for points, whole; of the same name again it takes its place.
  case scores(ScoreRules)
  /// A road network; its map is kept as a file.
  case roads(RoadNetwork)
  /// A month's judgements; a month is released once.
  case release(Release)
  /// An account, whole; of the same login again it takes its place.
  case account(Account)
  /// All settings, whole.
  case settings(OfficeSettings)
  /// A unit has signed for a task; the first time counts.
  case receipt(Receipt)
  /// A whole version of a filing.
  case filing(Filing)
  /// A step of closing a matter out.
  case closing(Closing)
  /// A whole version of an objection.
  case objection(Objection)
  /// A reminder or 督办单 went out.
  case notice(Notice)
  /// The office's signature under an entry before it.
  case signed(SignedHead)
  /// Some entries before it bear a time that is wrong.
  case clock(ClockMend)
  /// The plan of a year is no draft any more.
  case issued(PlanIssue)
  /// The decision for declarations that follow it, where issued commitments rest on them.
  case redeclared(DeclarationDecision)

  /// True for what can alter a judgement; how the work is done cannot.
  public var isEvidence: Bool {
    switch self {
    case .account, .settings, .receipt, .filing, .closing, .objection, .notice, .release,
      .signed:
      false
    default: true
    }
  }

  /// The facts of an adopted report; its file is kept under its SHA-256.
  public struct ReportFacts: Sendable, Equatable, Codable {
    /// SHA-256 of its file in lower-case hexadecimal; origins of commitments point to it.
    public var sha256: String
    /// The file's name without folders.
    public var name: String
    /// The place that reports; nil where it does not say.
    public var place: String?
    /// The year in which it was given; nil where it does not say.
    public var year: Int?
    /// Its title as the text has it; nil for none.
    public var title: String?
    /// What sort of document it is, by its stored name; nil in ledgers of before it was kept.
    public var kind: String?

    /// Takes every field as it is; nothing is checked.
    public init(
      sha256: String, name: String, place: String?, year: Int?, title: String?,
      kind: String? = nil
    ) {
      self.kind = kind
      self.sha256 = sha256
      self.name = name
      self.place = place
      self.year = year
      self.title = title
    }
  }

  /// What a batch brought; the digest is SHA-256 over its rows in order.
  public struct Batch: Sendable, Equatable, Codable {
    /// The registry, or empty for observations.
    public var registry: String
    /// The id of the source that the rows come from.
    public var source: String
    /// Rows with a key that was not there.
    public var added: Int
    /// Rows that became a new version.
    public var changed: Int
    /// Rows that say what is known already.
    public var unchanged: Int
    /// SHA-256 over all rows in order, in lower-case hexadecimal.
    public var digest: String
    /// Rows that say something else than a stronger source: kept beside it, without replacing it.
    /// Nil for none.
    public var beside: Int?
    /// Records that kept a value because the table lacks its column; nil for none.
    public var kept: Int?
    /// Values that an empty cell took away; nil for none.
    public var emptied: Int?

    /// Takes every field as it is; nothing is checked.
    public init(
      registry: String, source: String, added: Int, changed: Int, unchanged: Int, digest: String,
      beside: Int? = nil, kept: Int? = nil, emptied: Int? = nil
    ) {
      self.beside = beside
      self.kept = kept
      self.emptied = emptied
      self.registry = registry
      self.source = source
      self.added = added
      self.changed = changed
      self.unchanged = unchanged
      self.digest = digest
    }
  }

  /// Records that were taken out by hand.
  public struct Removal: Sendable, Equatable, Codable {
    /// The registry that they were in.
    public var registry: String
    /// Their keys; at least one.
    public var keys: [String]

    /// Takes every field as it is; nothing is checked.
    public init(registry: String, keys: [String]) {
      self.registry = registry
      self.keys = keys
    }
  }
}

/// A document that proves a milestone.
public struct Proof: Sendable, Equatable, Codable {
  /// The commitment's id.
  public var commitment: String
  /// The milestone's id within its measure.
  public var milestone: String
  /// The day of the event that it proves.
  public var day: Day
  /// The id of the document's source.
  public var source: String

  /// Takes every field as it is; nothing is checked.
  public init(commitment: String, milestone: String, day: Day, source: String) {
    self.commitment = commitment
    self.milestone = milestone
    self.day = day
    self.source = source
  }
}

/// Who appends, when and why.
public struct Author: Sendable, Equatable {
  /// As whom the entry is recorded.
  public var actor: String
  /// Nil for now. An entry never counts as recorded before the last one.
  public var time: Instant?
  /// Why; shown beside the entry. Nil for none.
  public var reason: String?

  /// Takes every field as it is; nothing is checked.
  public init(actor: String, time: Instant? = nil, reason: String? = nil) {
    self.actor = actor
    self.time = time
    self.reason = reason
  }
}
