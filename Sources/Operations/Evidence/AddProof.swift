import Domain
import Foundation

/// Proves a milestone by a document: its file, or where it can be found.
public struct AddProof: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameters:
  ///   - day: of the event that the document proves.
  ///   - path: the document's file; nil when only its address is known.
  /// - Returns: what is to be told of the document's grade.
  /// - Throws: ``EvidenceFault`` for a grade that the document cannot have.
  @discardableResult
  public func run(
    _ commitment: String, milestone: String, on day: Day, file path: String?,
    source facts: SourceFacts, by caller: Caller, reason: String? = nil
  ) throws -> [Phrase] {
    let file = path.map(ByteSource.init)
    let bytes = try file?.bytes()
    let sha256 = bytes.map(office.store.sha256)
    let given = Source(
      id: facts.id ?? sha256.map { String($0.prefix(12)) } ?? facts.address ?? "",
      title: facts.title ?? file?.name ?? milestone, issuer: facts.issuer, date: facts.date,
      grade: facts.grade, sha256: sha256, address: facts.address, number: facts.number,
      kind: facts.kind)
    guard !given.id.isEmpty else { throw OperationFault.noSource }
    let proof = Proof(commitment: commitment, milestone: milestone, day: day, source: given.id)
    var notes: [Phrase] = []
    try office.change(
      .keepEvidence, by: caller, reason: reason, files: bytes.map { [$0] } ?? []
    ) { books in
      try Self.check(commitment, milestone, books)
      let grading = SourceGrading(books, responsible: books.commitment(commitment)?.units ?? [])
      let graded = try grading.graded(given, idGiven: facts.id != nil, reason: reason)
      notes = graded.notes
      return [.source(graded.source), .proof(proof)]
    }
    return notes
  }

  private static func check(_ id: String, _ milestone: String, _ books: Books) throws {
    let commitment = try Declared(books).commitment(id)
    let milestones = (commitment.measure?.allMilestones ?? []).map(\.id)
    guard milestones.contains(milestone) else {
      throw OperationFault.unknownName(milestone, kind: .milestone, known: milestones)
    }
  }
}
