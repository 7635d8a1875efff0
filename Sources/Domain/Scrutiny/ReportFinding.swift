/// Something that a reader of a report should look at: a figure that does not fit another, a
/// promise that nobody could check.
///
/// A finding is no fault: the report was read. It accuses nobody either; it says what does not fit
/// together, shows the working, and where both stand.
public struct ReportFinding: Sendable, Equatable {
  /// The stable name of the check (`level-growth`, `no-number`); docs/findings.md explains each.
  public var rule: String
  /// How much it weighs.
  public var severity: Severity
  /// Bytes of `Report.text` that it is about.
  public var range: Range<Int>
  /// Other places of the same report that it rests on, in reading order.
  public var related: [Range<Int>]
  /// What does not fit, with the arithmetic where there is one.
  public var message: Phrase
  /// What would put it right, or make it checkable; nil where the reader must know.
  public var advice: Phrase?

  /// How much a finding weighs, lightest first. Command line and files use the names.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Good to know.
    case note
    /// Should be looked at before the report is given.
    case warning
    /// Contradicts itself: both cannot be true.
    case error

    /// True where the left one is lighter.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    rule: String, severity: Severity, range: Range<Int>, related: [Range<Int>] = [],
    message: Phrase, advice: Phrase? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.related = related
    self.message = message
    self.advice = advice
  }
}
