/// Something about the evidence of a commitment that a careful auditor would ask about (疑点). It
/// stands beside the number with the records concerned and never moves a verdict by itself.
///
/// Typed to the edge: what people read is made of it in one place.
public struct Finding: Sendable, Hashable, Codable {
  /// What is asked about.
  public var kind: Kind
  /// The registry or series that it is about.
  public var about: String
  /// The name of the declared check, for ``Kind/check``.
  public var check: String?
  /// How many records, or pairs of them, there are in all.
  public var count: Int
  /// The first of them, each with every record that takes part, by key.
  public var groups: [[String]]
  /// What a declaration says of it, or figures that explain it.
  public var detail: Phrase?
  /// True where the records are persons or households: their keys stay inside.
  public var isPersonal: Bool?

  /// Takes every field as it is; nothing is checked.
  public init(
    kind: Kind, about: String, check: String? = nil, count: Int, groups: [[String]] = [],
    detail: Phrase? = nil, isPersonal: Bool? = nil
  ) {
    self.kind = kind
    self.about = about
    self.check = check
    self.count = count
    self.groups = groups
    self.detail = detail
    self.isPersonal = isPersonal
  }

  /// Groups that a finding lists at most.
  public static let listed = 20

  /// The names are stored in releases: never used again for another meaning.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Records that are likely one thing.
    case likelySame
    /// A check that the registry declares does not hold.
    case check
    /// One amount is far from all others.
    case outlier
    /// A document is older than the event that it proves.
    case olderThanEvent
    /// One document stands for several events.
    case oneForSeveral
    /// Nothing is kept of the document but an address.
    case notKept
    /// The document is of another kind than the one that proves it.
    case otherKind
    /// Two figures of one publisher and day, or two sources of one record, differ.
    case contradiction
    /// A figure of somebody who does not publish the series.
    case otherPublisher
    /// A source was given a stronger grade after it had been entered.
    case raisedGrade
    /// A weaker source says something else than the stronger one that counts.
    case weakerSource
  }
}
