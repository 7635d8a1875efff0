/// What was taken out or altered after it had counted, or after the period (留痕): it stands where
/// the number stands, and is no verdict.
public struct Trace: Sendable, Hashable, Codable {
  public var kind: Kind
  public var registry: String
  /// The record's key.
  public var key: String
  /// The column that was altered; nil for a record that was removed or came late.
  public var column: String?
  /// As it was when it counted, in the column's own writing.
  public var old: String?
  public var new: String?
  /// The entry that altered it.
  public var sequence: Int
  /// The day on which that was recorded.
  public var day: Day
  public var actor: String
  public var reason: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    kind: Kind, registry: String, key: String, column: String? = nil, old: String? = nil,
    new: String? = nil, sequence: Int, day: Day, actor: String, reason: String? = nil
  ) {
    self.kind = kind
    self.registry = registry
    self.key = key
    self.column = column
    self.old = old
    self.new = new
    self.sequence = sequence
    self.day = day
    self.actor = actor
    self.reason = reason
  }

  /// The names are stored in releases: never used again for another meaning.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The record was removed.
    case removed
    /// A value that the measure rests on became another.
    case altered
    /// It was entered only after the period's evidence was complete.
    case late
  }
}
