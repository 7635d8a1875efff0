import Documents
import Domain
import Tracking

/// Holds the quotes of commitments against the ledger's own copies of the reports.
public struct CheckQuotes {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// A quote of one version that is not the report's own words.
  public struct Found: Sendable, Equatable {
    /// The commitment's id.
    public var commitment: String
    /// The entry that brought the version.
    public var sequence: Int
    /// What does not fit, with both wordings.
    public var fault: TrackingFault
  }

  /// Quotes that changes bring in; those that were there before are not looked at again.
  ///
  /// - Throws: the first ``TrackingFault``, and what reading a stored report throws.
  func check(_ changes: [Change], _ books: Books) throws {
    var reports = Reports(store, books)
    for case .commitment(let commitment, _) in changes {
      let old = books.commitment(commitment.id)?.origins ?? []
      for origin in commitment.origins where !old.contains(origin) {
        if let fault = try reports.fault(commitment.id, origin) { throw fault }
      }
    }
  }

  /// Every quote of every version that is not the stored report's own, each once, in the order of
  /// entries within a commitment: what `verify` tells.
  ///
  /// - Throws: what reading a stored report throws.
  public func faults(in books: Books) throws -> [Found] {
    var reports = Reports(store, books)
    var found: [Found] = []
    for id in books.order {
      var seen: [Commitment.Origin] = []
      for version in books.commitments[id] ?? [] {
        for origin in version.commitment.origins where !seen.contains(origin) {
          seen.append(origin)
          guard let fault = try reports.fault(id, origin) else { continue }
          found.append(Found(commitment: id, sequence: version.sequence, fault: fault))
        }
      }
    }
    return found
  }
}

/// Stored reports, each read once.
private struct Reports {
  private let store: any LedgerStore
  private let facts: [String: Change.ReportFacts]
  private var checks: [String: QuoteCheck] = [:]

  init(_ store: any LedgerStore, _ books: Books) {
    self.store = store
    facts = Dictionary(books.reports.map { ($0.sha256, $0) }) { $1 }
  }

  mutating func fault(_ id: String, _ origin: Commitment.Origin) throws -> TrackingFault? {
    guard let check = try check(origin.report) else {
      return .quoteWithoutReport(id, report: origin.report)
    }
    return check.fault(id, origin)
  }

  /// Nil where the ledger does not have the report.
  private mutating func check(_ sha256: String) throws -> QuoteCheck? {
    if let known = checks[sha256] { return known }
    guard let facts = facts[sha256], let bytes = try store.file(sha256) else { return nil }
    let options = DocumentOptions(place: facts.place, year: facts.year)
    let check = QuoteCheck(try DocumentReader(options: options).read(bytes, name: facts.name))
    checks[sha256] = check
    return check
  }
}
