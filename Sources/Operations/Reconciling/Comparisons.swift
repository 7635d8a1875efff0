import Domain
import Publishing
import Reconciling
import Synchronization

/// Reports that an office sets against each other: those of a folder, read once at the start, and
/// those that its ledger has adopted.
public final class Comparisons: Sendable {
  private let folder: [Reconciliation]
  private let own = Mutex<(reports: [String], all: [Reconciliation])>(([], []))

  /// None but those of the ledger.
  public init() { folder = [] }

  private init(_ folder: [Reconciliation]) { self.folder = folder }

  /// Reads a folder of reports.
  ///
  /// - Returns: the comparisons, and what could not be read.
  public static func reading(_ folder: String) async throws -> (Comparisons, [any Fault]) {
    let outcome = try await ReconcileReports().run([folder])
    return (Comparisons(outcome.reconciliations), outcome.failures)
  }

  /// All pairs: the ledger's reports first.
  func all(_ readings: [(sha256: String, reading: () throws -> ReportReading)]) throws
    -> [Reconciliation]
  {
    let names = readings.map(\.sha256)
    if let kept = own.withLock({ $0.reports == names ? $0.all : nil }) { return kept + folder }
    guard readings.count > 1 else { return folder }
    let pairs = ReconcileReports.consecutive(try readings.map { try $0.reading() })
    let reconciler = try Reconciler()
    let all = ReconcileReports.chained(pairs.map { reconciler.reconcile($0.0, $0.1) })
    own.withLock { $0 = (names, all) }
    return all + folder
  }
}

/// 承诺对账: the pairs of reports that a viewer may see.
public struct ShowComparisons: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every pair of reports.
  public func list() throws -> ComparisonsPage {
    ComparisonsPage(try all())
  }

  /// - Throws: ``WorkFault/notFound`` for a pair that there is not.
  public func one(_ id: String) throws -> ComparisonPage {
    let all = try all()
    guard let found = all.first(where: { ComparisonPage.id($0) == id }) else {
      throw WorkFault.notFound
    }
    let place = found.earlier.report.place
    return ComparisonPage(found, others: all.filter { $0.earlier.report.place == place })
  }

  var isEmpty: Bool { get throws { try all().isEmpty } }

  private func all() throws -> [Reconciliation] {
    try view.comparisons.all(
      ShowReports(view).seen().map { facts in (facts.sha256, { try view.reading(of: facts) }) })
  }
}
