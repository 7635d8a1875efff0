import Documents
import Domain
import Reading
import Reconciling

/// Sets the promises of reports against the claims of those that follow them.
public struct ReconcileReports: Sendable {
  private let reader: ReadReports
  private let reconciler: Reconciler

  /// - Throws: a `Fault` where a table that is built into the program is damaged.
  public init() throws {
    reader = try ReadReports(wantsTasks: true, wantsSentences: true)
    reconciler = try Reconciler()
  }

  /// What came of it: the pairs of reports, and what could not be read or paired.
  public struct Outcome: Sendable {
    /// By place in the order of its first report, oldest pair first.
    public var reconciliations: [Reconciliation]
    /// Why reports could not be read or paired.
    public var failures: [any Fault]
  }

  /// Two files are set against each other in the order given; of more files, or folders, all
  /// consecutive years of each place.
  public func run(_ paths: [String], progress: Progress? = nil) async -> Outcome {
    var readings: [ReportReading] = []
    var failures: [any Fault] = []
    for outcome in await reader.read(paths, progress: progress) {
      switch outcome {
      case .read(let reading): readings.append(reading)
      case .failed(let fault): failures.append(fault)
      }
    }
    let pairs =
      paths.count == 2 && readings.count == 2 && failures.isEmpty
      ? [(readings[0], readings[1])] : Self.consecutive(readings)
    if let fault = Self.unusable(pairs, readings) { failures.append(fault) }
    let reconciler = reconciler
    let usable = pairs.filter { !Self.isReversed($0.0, $0.1) }
    let all = await inParallel(usable) { reconciler.reconcile($0.0, $0.1) }
    return Outcome(reconciliations: Self.chained(all), failures: failures)
  }

  // MARK: Which reports belong together

  /// All pairs of one place and two following years; of several reports of one place and year the
  /// first counts, files of texts before others.
  static func consecutive(_ readings: [ReportReading]) -> [(ReportReading, ReportReading)] {
    var places: [String] = []
    var years: [String: [Int: ReportReading]] = [:]
    for reading in readings.filter(isText) + readings.filter({ !isText($0) }) {
      guard let year = reading.report.year, reading.report.kind != .news else { continue }
      let place = reading.report.place ?? reading.report.placeOfFile
      if years[place] == nil { places.append(place) }
      if years[place]?[year] == nil { years[place, default: [:]][year] = reading }
    }
    return places.flatMap { place -> [(ReportReading, ReportReading)] in
      let own = years[place] ?? [:]
      return own.keys.sorted().compactMap { year in
        own[year + 1].flatMap { later in own[year].map { ($0, later) } }
      }
    }
  }

  private static func isText(_ reading: ReportReading) -> Bool {
    reading.report.name.hasSuffix(".txt")
  }

  private static func isReversed(_ earlier: ReportReading, _ later: ReportReading) -> Bool {
    guard let first = earlier.report.year, let second = later.report.year else { return false }
    return first >= second
  }

  private static func unusable(
    _ pairs: [(ReportReading, ReportReading)], _ readings: [ReportReading]
  ) -> (any Fault)? {
    if let pair = pairs.first(where: { isReversed($0.0, $0.1) }) {
      return OperationFault.reportsReversed(
        earlier: pair.0.report.name, later: pair.1.report.name)
    }
    return pairs.isEmpty && !readings.isEmpty ? OperationFault.nothingToReconcile : nil
  }

  static func chained(_ all: [Reconciliation]) -> [Reconciliation] {
    var out: [Reconciliation] = []
    var group: [Reconciliation] = []
    for next in all {
      if let last = group.last, last.later.report.name != next.earlier.report.name {
        out += Chains.marked(group)
        group = []
      }
      group.append(next)
    }
    return out + Chains.marked(group)
  }
}
