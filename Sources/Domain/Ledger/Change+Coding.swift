/// A change is a mapping with one key, its kind: `{"registry": {…}}`,
/// `{"commitment": {"commitment": {…}, "decision": {…}}}`.
extension Change: Codable {
  /// The names of changes as they are stored; never used again for another meaning.
  public enum Kind: String, CodingKey, Sendable, CaseIterable {
    case synthetic, report, unit, registry, series, source, records, removal, observations
    case commitment, proof, lights, scores, release
    case account, settings, receipt, filing, closing, objection, notice
    case roads
    case signed, clock
    case issued, redeclared
  }

  /// The name under which the change is stored.
  public var kind: Kind {
    switch self {
    case .synthetic: .synthetic
    case .report: .report
    case .unit: .unit
    case .registry: .registry
    case .series: .series
    case .source: .source
    case .records: .records
    case .removal: .removal
    case .observations: .observations
    case .commitment: .commitment
    case .proof: .proof
    case .lights: .lights
    case .scores: .scores
    case .roads: .roads
    case .release: .release
    case .account: .account
    case .settings: .settings
    case .receipt: .receipt
    case .filing: .filing
    case .closing: .closing
    case .objection: .objection
    case .notice: .notice
    case .signed: .signed
    case .clock: .clock
    case .issued: .issued
    case .redeclared: .redeclared
    }
  }

  /// What stands under the kind's key.
  public var content: Content { Content(change: self) }

  /// A change without its kind, for stores that keep the two apart; only written.
  public struct Content: Sendable, Encodable {
    var change: Change

    /// Writes what stands under the kind's key, without the key.
    public func encode(to encoder: any Encoder) throws {
      if let value = change.payload { return try value.encode(to: encoder) }
      guard case .commitment(let commitment, let decision) = change else { return }
      try Adopted(commitment: commitment, decision: decision).encode(to: encoder)
    }
  }

  private struct Adopted: Codable {
    var commitment: Commitment
    var decision: Decision?
  }

  /// The one value of a change that has one.
  private var payload: (any Encodable)? {
    switch self {
    case .synthetic(let why): why
    case .report(let facts): facts
    case .unit(let unit): unit
    case .registry(let registry): registry
    case .series(let series): series
    case .source(let source): source
    case .records(let batch), .observations(let batch): batch
    case .removal(let removal): removal
    case .commitment: nil
    case .proof(let proof): proof
    case .lights(let rules): rules
    case .scores(let rules): rules
    case .roads(let roads): roads
    case .release(let release): release
    case .account(let account): account
    case .settings(let settings): settings
    case .receipt(let receipt): receipt
    case .filing(let filing): filing
    case .closing(let closing): closing
    case .objection(let objection): objection
    case .notice(let notice): notice
    case .signed(let head): head
    case .clock(let mend): mend
    case .issued(let issue): issue
    case .redeclared(let decision): decision
    }
  }

  /// Writes a mapping with the one key of the change's kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    try container.encode(content, forKey: kind)
  }

  /// Reads a mapping with exactly one known key; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    guard container.allKeys.count == 1, let kind = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a change has one of the keys "
            + Kind.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
      try container.decode(type, forKey: kind)
    }
    switch kind {
    case .synthetic: self = .synthetic(try value())
    case .report: self = .report(try value())
    case .unit: self = .unit(try value())
    case .registry: self = .registry(try value())
    case .series: self = .series(try value())
    case .source: self = .source(try value())
    case .records: self = .records(try value())
    case .removal: self = .removal(try value())
    case .observations: self = .observations(try value())
    case .commitment:
      let adopted = try value(Adopted.self)
      self = .commitment(adopted.commitment, decision: adopted.decision)
    case .proof: self = .proof(try value())
    case .lights: self = .lights(try value())
    case .scores: self = .scores(try value())
    case .roads: self = .roads(try value())
    case .release: self = .release(try value())
    case .account: self = .account(try value())
    case .settings: self = .settings(try value())
    case .receipt: self = .receipt(try value())
    case .filing: self = .filing(try value())
    case .closing: self = .closing(try value())
    case .objection: self = .objection(try value())
    case .notice: self = .notice(try value())
    case .signed: self = .signed(try value())
    case .clock: self = .clock(try value())
    case .issued: self = .issued(try value())
    case .redeclared: self = .redeclared(try value())
    }
  }
}
