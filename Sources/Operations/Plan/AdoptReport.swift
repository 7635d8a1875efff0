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
  ///   - decision: needed for a second report of the same place, year and kind; what differs is then
  ///     adopted as changes.
  /// - Returns: what was adopted, under the ids that it has in the plan.
  /// - Throws: a `Fault`; the ledger is then as it was. A report that was adopted before is refused.
  public func adopt(
    _ path: String, templates: [Template], tasks: Bool = false, decision: Decision? = nil,
    by caller: Caller, reason: String? = nil
  ) throws -> Adoption.Result {
    let source = ByteSource(path: path)
    return try adopt(
      source.bytes(), name: source.name, templates: templates, tasks: tasks, decision: decision,
      by: caller, reason: reason)
  }

  /// The same for a report whose bytes are at hand.
  public func adopt(
    _ bytes: [UInt8], name: String, templates: [Template], tasks: Bool = false,
    decision: Decision? = nil, by caller: Caller, reason: String? = nil
  ) throws -> Adoption.Result {
    let reading = try read(bytes, name: name)
    let sha256 = office.store.sha256(bytes)
    var result = try Adoption.propose(
      reading: reading, report: sha256, templates: templates, withTasks: tasks)
    let facts = Change.ReportFacts(
      sha256: sha256, name: name, place: reading.report.place, year: reading.report.year,
      title: reading.report.title, kind: reading.report.kind.rawValue)
    let entries = try office.change(.plan, by: caller, reason: reason, files: [bytes]) { books in
      guard !books.reports.contains(where: { $0.sha256 == sha256 }) else {
        throw OperationFault.alreadyAdopted(name: name)
      }
      let beside = BesideFirst(office.store, books, templates: templates, tasks: tasks)
      return [.report(facts)]
        + (try beside.changes(
          result.commitments, of: facts, decision: decision, today: office.today))
    }
    result.commitments = entries.compactMap {
      if case .commitment(let commitment, _) = $0.change { commitment } else { nil }
    }
    return result
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
