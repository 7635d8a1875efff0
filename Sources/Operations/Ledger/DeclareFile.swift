import Declarations
import Domain
import Registries
import Tracking

/// Declares what a YAML file holds: what is new or changed becomes one entry each, all in one
/// transaction.
public struct DeclareFile: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What a file of declarations holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// As the files of a pack begin: `registries-economy.yaml`.
    case registries, series, units, lights, scores
  }

  /// - Throws: the faults of the file, each with its place, or of a declaration that cannot be
  ///   accepted (a registry that refers to one that is missing, light rules with a gap).
  @discardableResult
  public func run(
    _ path: String, _ kind: Kind, decision: Decision? = nil, by caller: Caller,
    reason: String? = nil
  ) throws -> [Entry] {
    let file = ByteSource(path: path)
    return try run(
      [(file.name, file.bytes(), kind)], decision: decision, by: caller, reason: reason)
  }

  /// Several files as one whole.
  @discardableResult
  func run(
    _ files: [(name: String, bytes: [UInt8], kind: Kind)], decision: Decision? = nil,
    by caller: Caller, reason: String? = nil
  ) throws -> [Entry] {
    let changes = try files.flatMap { try Self.changes($0.bytes, $0.name, $0.kind) }
    return try office.change(.keepEvidence, by: caller, reason: reason) { books in
      try Self.check(changes, books)
      try UnitGuard(store: office.store, books: books).check(changes)
      let news = changes.filter { !Self.isThere($0, books) }
      return try decided(decision, news, books) + news
    }
  }

  /// The decision for declarations that could move the verdict of an issued commitment.
  private func decided(
    _ decision: Decision?, _ news: [Change], _ books: Books
  ) throws -> [Change] {
    let moved = Redeclarations.moved(news, in: books)
    guard !moved.isEmpty else { return [] }
    guard let decision else { throw TrackingFault.undecidedDeclaration(commitments: moved) }
    let names = news.compactMap { change -> String? in
      switch change {
      case .registry(let registry): registry.name
      case .series(let series): series.name
      default: nil
      }
    }
    try PlanGate.check(decision, for: names.joined(separator: "、"), today: office.today)
    return [.redeclared(DeclarationDecision(decision: decision, names: names))]
  }

  private static func changes(_ bytes: [UInt8], _ name: String, _ kind: Kind) throws -> [Change] {
    let reader = DeclarationReader(file: name)
    return switch kind {
    case .registries: try reader.registries(bytes).map(Change.registry)
    case .series: try reader.series(bytes).map(Change.series)
    case .units: try reader.units(bytes).map(Change.unit)
    case .lights: try reader.lights(bytes).map(Change.lights)
    case .scores: try reader.scores(bytes).map(Change.scores)
    }
  }

  private static func check(_ changes: [Change], _ books: Books) throws {
    var registries = books.registries
    for case .registry(let registry) in changes { registries[registry.name] = registry }
    for change in changes {
      switch change {
      case .registry(let registry):
        try RegistryCheck.check(registry, among: Array(registries.values))
      case .lights(let rules):
        if let fault = LightRulesCheck.check(rules).first { throw fault }
      default: break
      }
    }
  }

  private static func isThere(_ change: Change, _ books: Books) -> Bool {
    switch change {
    case .registry(let registry): books.registries[registry.name] == registry
    case .series(let series): books.series[series.name] == series
    case .unit(let unit): books.units.contains(unit)
    case .lights(let rules): books.lights.contains(rules)
    case .scores(let rules): books.scores.contains(rules)
    default: false
    }
  }
}
