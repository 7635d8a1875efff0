/// What the ledger's entries amount to at one point: declarations, sources, and every version of
/// every commitment. Derived by folding entries in order; rows of registries are left in the store.
public struct Books: Sendable {
  /// The last entry folded in.
  public private(set) var sequence = 0
  /// Why the data is invented, or nil for a real ledger.
  public private(set) var synthetic: String?
  public private(set) var reports: [Change.ReportFacts] = []
  public private(set) var units: [WorkUnit] = []
  public private(set) var registries: [String: Registry] = [:]
  public private(set) var series: [String: Series] = [:]
  public private(set) var sources: [String: Source] = [:]
  /// Versions of each commitment, oldest first.
  public private(set) var commitments: [String: [Version]] = [:]
  /// Ids in the order of adoption.
  public private(set) var order: [String] = []
  public private(set) var proofs: [Proof] = []
  /// Every version of every proof with the entry that brought it, oldest first.
  public private(set) var proofVersions: [(proof: Proof, sequence: Int)] = []
  /// The entry that first brought each source.
  public private(set) var sourceSince: [String: Int] = [:]
  public private(set) var lights: [LightRules] = []
  public private(set) var scores: [ScoreRules] = []
  public private(set) var releases: [Release] = []

  /// One version of a commitment.
  public struct Version: Sendable, Equatable {
    public var commitment: Commitment
    public var decision: Decision?
    public var sequence: Int
    public var time: Instant
    public var actor: String
    public var reason: String?
  }

  public init() {}

  public init(_ entries: some Sequence<Entry>) {
    for entry in entries { fold(entry) }
  }

  /// Current versions in the order of adoption, those merged, split or withdrawn left out.
  public var active: [Commitment] {
    order.compactMap { commitments[$0]?.last?.commitment }.filter { $0.state == .active }
  }

  /// The current version, whatever its state.
  public func commitment(_ id: String) -> Commitment? { commitments[id]?.last?.commitment }

  /// The version whose target was the first one, and the decision of each later target.
  public func targetHistory(_ id: String) -> [Version] {
    (commitments[id] ?? []).reduce(into: []) { history, version in
      if history.last?.commitment.target != version.commitment.target { history.append(version) }
    }
  }

  /// Takes in the next entry.
  public mutating func fold(_ entry: Entry) {
    sequence = entry.sequence
    switch entry.change {
    case .synthetic(let why): synthetic = why
    case .report(let facts): reports.append(facts)
    case .unit(let unit): replace(&units, unit) { $0.name == unit.name }
    case .registry(let registry): registries[registry.name] = registry
    case .series(let value): series[value.name] = value
    case .source(let source):
      sources[source.id] = source
      sourceSince[source.id] = sourceSince[source.id] ?? entry.sequence
    case .records, .removal, .observations: break
    case .commitment(let commitment, let decision): add(commitment, decision, entry)
    case .proof(let proof):
      proofVersions.append((proof, entry.sequence))
      replace(&proofs, proof) {
        $0.commitment == proof.commitment && $0.milestone == proof.milestone
      }
    case .lights(let rules): replace(&lights, rules) { $0.name == rules.name }
    case .scores(let rules): replace(&scores, rules) { $0.name == rules.name }
    case .release(let release): releases.append(release)
    }
  }

  private mutating func add(_ commitment: Commitment, _ decision: Decision?, _ entry: Entry) {
    if commitments[commitment.id] == nil { order.append(commitment.id) }
    commitments[commitment.id, default: []].append(
      Version(
        commitment: commitment, decision: decision, sequence: entry.sequence, time: entry.time,
        actor: entry.actor, reason: entry.reason))
  }

  private func replace<Item>(_ items: inout [Item], _ item: Item, where same: (Item) -> Bool) {
    if let index = items.firstIndex(where: same) { items[index] = item } else { items.append(item) }
  }
}
