import Documents
import Domain
import Reading
import Tracking

/// Takes a report into the plan: reads it, proposes commitments, and appends them as first versions.
public struct AdoptReport: Sendable {
  private let office: Office
  private let documents: DocumentReader
  private let reader: Reader

  /// - Throws: the reader's fault when its built-in lexicons are damaged.
  public init(_ office: Office, options: DocumentOptions = DocumentOptions()) throws {
    self.office = office
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
    _ path: String, templates: [Template], tasks: Bool = false, by caller: Caller,
    reason: String? = nil
  ) throws -> Adoption.Result {
    let source = ByteSource(path: path)
    return try adopt(
      source.bytes(), name: source.name, templates: templates, tasks: tasks, by: caller,
      reason: reason)
  }

  /// The same for a report whose bytes are at hand.
  public func adopt(
    _ bytes: [UInt8], name: String, templates: [Template], tasks: Bool = false, by caller: Caller,
    reason: String? = nil
  ) throws -> Adoption.Result {
    let reading = try read(bytes, name: name)
    let sha256 = office.store.sha256(bytes)
    let result = try Adoption.propose(
      reading: reading, report: sha256, templates: templates, withTasks: tasks)
    let facts = Change.ReportFacts(
      sha256: sha256, name: name, place: reading.report.place, year: reading.report.year,
      title: reading.report.title)
    try office.change(.plan, by: caller, reason: reason, files: [bytes]) { books in
      guard !books.reports.contains(where: { $0.sha256 == sha256 }) else {
        throw OperationFault.alreadyAdopted(name: name)
      }
      try Self.check(result.commitments, books)
      return [.report(facts)] + result.commitments.map { .commitment($0, decision: nil) }
    }
    return result
  }

  /// A measure is checked when it is bound.
  private static func check(_ commitments: [Commitment], _ books: Books) throws {
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
