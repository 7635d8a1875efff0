import Domain
import Foundation

/// Proves a milestone by a document: its file, or where it can be found.
public struct AddProof: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  /// - Parameters:
  ///   - day: of the event that the document proves.
  ///   - path: the document's file; nil when only its address is known.
  public func run(
    _ commitment: String, milestone: String, on day: Day, file path: String?,
    source facts: SourceFacts, by author: Author
  ) throws {
    try check(commitment, milestone)
    let file = path.map(ByteSource.init)
    let bytes = try file?.bytes()
    let source = Source(
      id: facts.id ?? bytes.map { String(store.sha256($0).prefix(12)) } ?? facts.address ?? "",
      title: facts.title ?? file?.name ?? milestone, issuer: facts.issuer, date: facts.date,
      grade: facts.grade, sha256: bytes.map(store.sha256), address: facts.address)
    guard !source.id.isEmpty else { throw OperationFault.noSource }
    let proof = Proof(commitment: commitment, milestone: milestone, day: day, source: source.id)
    try store.append(
      [.source(source), .proof(proof)], files: bytes.map { [$0] } ?? [], by: author)
  }

  private func check(_ id: String, _ milestone: String) throws {
    let commitment = try Declared(store).commitment(id)
    let milestones = Self.milestones(commitment.measure).map(\.id)
    guard milestones.contains(milestone) else {
      throw OperationFault.unknownName(milestone, kind: .milestone, known: milestones)
    }
  }

  private static func milestones(_ measure: Measure?) -> [Measure.Milestone] {
    switch measure {
    case .milestones(let milestones): milestones
    case .all(let parts): parts.flatMap { Self.milestones($0.measure) }
    default: []
    }
  }
}
