import Domain

/// One thing that happens in the demo district, for a runner to carry out on a ledger.
public struct DemoStep: Sendable {
  /// When it is recorded.
  public var time: Instant
  /// Who does it, as the entry names him.
  public var actor: String
  /// Why; kept with the entry.
  public var reason: String
  /// What is to be done.
  public var action: Action

  /// What a step does to a ledger.
  public enum Action: Sendable {
    /// The ledger holds invented data.
    case synthetic(String)
    case source(Source)
    /// Rows for one import.
    case records(registry: String, source: Source, rows: DemoRows)
    case observations([Observation], source: Source)
    /// A milestone's document, with its paper.
    case proof(Proof, source: Source, paper: [UInt8])
    /// A target changed by a decision.
    case target(commitment: String, Target, Decision)
    /// A commitment of a later year.
    case commitment(Commitment)
  }
}

/// Rows that are made while they are handed over and never held.
public struct DemoRows: Sendable {
  /// Rows that will come.
  public let count: Int
  private let make: @Sendable ((String, [FieldValue]) throws -> Void) throws -> Void

  init(
    count: Int, make: @escaping @Sendable ((String, [FieldValue]) throws -> Void) throws -> Void
  ) {
    self.count = count
    self.make = make
  }

  /// Hands over each row: its key, and its values in the order of `Registry.columns`. Stops where
  /// the body throws.
  public func each(_ body: (String, [FieldValue]) throws -> Void) throws { try make(body) }
}
