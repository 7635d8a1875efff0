import Documents
import Domain
import Publishing
import Reconciling

/// Looks for what does not fit in reports: `audit` in those that were given, `lint` in drafts.
public struct CheckReports: Sendable {
  /// What is looked for.
  public enum Check: Sendable {
    /// Whether the figures fit each other.
    case audit
    /// Whether the promises can be checked.
    case lint
  }

  private let reader: ReadReports
  private let audit: Audit
  private let lint: Lint

  /// - Throws: a `Fault` where a table that is built into the program is damaged.
  public init(options: DocumentOptions = DocumentOptions()) throws {
    reader = try ReadReports(options: options, wantsTasks: true, wantsSentences: true)
    audit = try Audit()
    lint = try Lint()
  }

  /// The findings of each report that could be read, and what could not.
  public struct Outcome: Sendable {
    /// The findings, a list for each report.
    public var lists: [FindingList]
    /// Why reports could not be read.
    public var failures: [any Fault]

    /// The gravest finding of all.
    public var worst: ReportFinding.Severity? { lists.flatMap(\.findings).map(\.severity).max() }
  }

  /// - Parameters:
  ///   - earlier: path of the report of the year before, or nil.
  ///   - least: findings below it are left out.
  public func run(
    _ check: Check, _ paths: [String], earlier: String? = nil,
    least: ReportFinding.Severity = .note,
    progress: Progress? = nil
  ) async -> Outcome {
    var outcome = Outcome(lists: [], failures: [])
    var before: ReportReading? = nil
    if let earlier {
      switch await reader.read([earlier]).first {
      case .read(let reading): before = reading
      case .failed(let fault): outcome.failures.append(fault)
      case nil: break
      }
    }
    let base = before
    for result in await reader.read(paths, progress: progress) {
      switch result {
      case .read(let reading):
        let found = findings(check, reading, base).filter { $0.severity >= least }
        outcome.lists.append(FindingList(reading: reading, findings: found))
      case .failed(let fault): outcome.failures.append(fault)
      }
    }
    return outcome
  }

  private func findings(
    _ check: Check, _ reading: ReportReading, _ earlier: ReportReading?
  ) -> [ReportFinding] {
    switch check {
    case .audit: audit.findings(reading, earlier: earlier)
    case .lint: lint.findings(reading, earlier: earlier)
    }
  }
}
