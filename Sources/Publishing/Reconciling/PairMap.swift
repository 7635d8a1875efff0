import Domain

/// One reconciliation with what every form asks of it: offsets, quotes, sections.
struct PairMap: Sendable {
  let reconciliation: Reconciliation
  let earlier: SourceMap
  let later: SourceMap

  init(_ reconciliation: Reconciliation) {
    self.reconciliation = reconciliation
    earlier = SourceMap(reconciliation.earlier)
    later = SourceMap(reconciliation.later)
  }

  /// 山东省 2025 → 2026
  var heading: String {
    let years = [earlier, later].map { $0.report.year.map(String.init) ?? $0.report.name }
    return "\(place) \(years[0]) → \(years[1])"
  }

  /// The place's name, or what its files call it.
  var place: String { earlier.report.place ?? reconciliation.place }

  /// The promise in the report's own words.
  func promise(_ pair: PromisePair) -> String { earlier.quote(pair.promise.range) }

  /// What answers it in the report's own words; empty where the report is silent.
  func claim(_ pair: PromisePair) -> String { pair.claim.map { later.quote($0.range) } ?? "" }

  /// 力争, 确保 of the promise.
  func strength(_ pair: PromisePair) -> String? {
    switch pair.promise.kind {
    case .number(let index): reconciliation.earlier.statements[index].modality
    case .task(let index): reconciliation.earlier.tasks[index].modality
    case .words: nil
    }
  }

  /// Statement of the promise, where it is a number.
  func target(_ pair: PromisePair) -> Statement? {
    guard case .number(let index) = pair.promise.kind else { return nil }
    return reconciliation.earlier.statements[index]
  }

  /// Statement of the claim, where a number answers.
  func answer(_ pair: PromisePair) -> Statement? {
    pair.claim?.statement.map { reconciliation.later.statements[$0] }
  }

  /// Since which year it is promised in these words, where it comes back.
  func carriedYears(_ pair: PromisePair) -> [Int] {
    let year = earlier.report.year
    let first = pair.since ?? (pair.carried == nil ? nil : year)
    let last = pair.carried == nil ? year : later.report.year
    guard let first, let last, first < last else { return [] }
    return Array(first...last)
  }
}
