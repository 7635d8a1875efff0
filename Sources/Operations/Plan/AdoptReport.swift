import Documents
import Domain
import Reading
import Tracking

/// Takes a report into the plan: reads it, proposes commitments, and appends them as first versions.
public struct AdoptReport: Sendable {
  private let store: any LedgerStore
  private let documents: DocumentReader
  private let reader: Reader

  /// - Throws: the reader's fault when its built-in lexicons are damaged.
  public init(_ store: any LedgerStore, options: DocumentOptions = DocumentOptions()) throws {
    self.store = store
    documents = DocumentReader(options: options)
    reader = try Reader()
  }

  /// Reads the file and adopts what it undertakes, in one transaction.
  ///
  /// - Parameters:
  ///   - templates: what a pack knows; empty without a pack.
  ///   - tasks: also adopt tasks without a number that no template reads.
  /// - Throws: a `Fault`; the ledger is then as it was. A report that was adopted before is refused.
  public func adopt(
    _ path: String, templates: [Template], tasks: Bool = false, by author: Author
  ) throws -> Adoption.Result {
    let source = ByteSource(path: path)
    return try adopt(
      source.bytes(), name: source.name, templates: templates, tasks: tasks, by: author)
  }

  /// The same for a report whose bytes are at hand.
  public func adopt(
    _ bytes: [UInt8], name: String, templates: [Template], tasks: Bool = false, by author: Author
  ) throws -> Adoption.Result {
    let reading = try read(bytes, name: name)
    let sha256 = store.sha256(bytes)
    guard try !store.books().reports.contains(where: { $0.sha256 == sha256 }) else {
      throw OperationFault.alreadyAdopted(name: name)
    }
    let result = try Adoption.propose(
      reading: reading, report: sha256, templates: templates, withTasks: tasks)
    try check(result.commitments)
    let facts = Change.ReportFacts(
      sha256: sha256, name: name, place: reading.report.place, year: reading.report.year,
      title: reading.report.title)
    try store.append(
      [.report(facts)] + result.commitments.map { .commitment($0, decision: nil) }, files: [bytes],
      by: author)
    return result
  }

  /// A measure is checked when it is bound.
  private func check(_ commitments: [Commitment]) throws {
    let books = try store.books()
    for commitment in commitments {
      guard let measure = commitment.measure else { continue }
      let faults = MeasureCheck.check(
        measure, for: commitment, registries: books.registries, series: books.series)
      if let fault = faults.first { throw fault }
    }
  }

  private func read(_ bytes: [UInt8], name: String) throws -> ReportReading {
    let report = try documents.read(bytes, name: name)
    guard report.year != nil else { throw OperationFault.noYear(name: name) }
    let statements = reader.statements(in: report)
    return ReportReading(
      report: report, statements: statements,
      tasks: reader.tasks(in: report, statements: statements))
  }
}
