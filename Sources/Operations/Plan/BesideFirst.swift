import Domain
import Reading
import Tracking

/// What a report brings into books that may have one already: a set of its own, or the differences
/// from the first report of the same place, year and kind.
struct BesideFirst {
  private let store: any LedgerStore
  private let books: Books
  private let templates: [Template]
  private let tasks: Bool

  init(_ store: any LedgerStore, _ books: Books, templates: [Template], tasks: Bool) {
    self.store = store
    self.books = books
    self.templates = templates
    self.tasks = tasks
  }

  /// - Parameters:
  ///   - proposed: what the report proposes, under the templates' ids.
  ///   - decision: by which differences from a first report are adopted.
  /// - Throws: ``OperationFault/secondReport(name:first:differences:)`` without a decision, and what
  ///   the plan's gate refuses.
  func changes(
    _ proposed: [Commitment], of facts: Change.ReportFacts, decision: Decision?, today: Day
  ) throws -> [Change] {
    let year = facts.year ?? proposed.first?.period.first.year ?? today.year
    if let second = try second(proposed, facts) {
      guard let decision else {
        throw OperationFault.secondReport(
          name: facts.name, first: first(facts)?.title ?? first(facts)?.name ?? "",
          differences: second.words(books))
      }
      try PlanGate.check(decision, for: facts.name, today: today)
      return try second.changes(books, year: year, decision: decision, today: today)
    }
    return try PlanIds.free(proposed, books, year: year).compactMap {
      try PlanGate.pass($0, nil, into: books, today: today)
    }
  }

  /// Nil where there is no first report of the same place, year and kind.
  func second(_ proposed: [Commitment], _ facts: Change.ReportFacts) throws -> SecondReport? {
    guard let first = first(facts) else { return nil }
    let before = try proposals(of: first)
    let second = SecondReport(before, proposed, books)
    // Documents of one kind that have nothing in common are no two copies of one.
    let missing = second.differences.count { if case .missing = $0 { true } else { false } }
    let isReport = facts.kind == Report.Kind.workReport.rawValue
    return isReport || missing < before.count ? second : nil
  }

  /// 清河区, 清河区人民政府 and 济南市清河区 are one place; so is what does not say.
  private func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return true }
    func bare(_ place: String) -> String {
      var place = Heading.folded(place)
      for ending in ["人民政府", "政府"] where place.hasSuffix(ending) {
        place.removeLast(ending.count)
        break
      }
      return place
    }
    let (a, b) = (bare(one), bare(other))
    return a == b || (min(a.count, b.count) > 2 && (a.hasSuffix(b) || b.hasSuffix(a)))
  }

  /// The last one that was adopted; what is not known of a place or kind may be the same.
  private func first(_ facts: Change.ReportFacts) -> Change.ReportFacts? {
    books.reports.last { other in
      guard other.sha256 != facts.sha256 else { return false }
      if let title = facts.title, title == other.title { return true }
      return other.year == facts.year && isSame(other.place, facts.place)
        && (other.kind == facts.kind || other.kind == nil)
    }
  }

  /// What the first report proposes by the same templates; without its file, what the plan took
  /// from it.
  private func proposals(of first: Change.ReportFacts) throws -> [Commitment] {
    guard let bytes = try store.file(first.sha256) else {
      return books.order.compactMap { books.commitments[$0]?.first?.commitment }.filter {
        $0.origins.contains { $0.report == first.sha256 }
      }
    }
    let key = ReportReadings.Key(
      sha256: first.sha256, name: first.name, place: first.place, year: first.year)
    let reading = try ReportReadings.shared.reading(key) { bytes }
    return try Adoption.propose(
      reading: reading, report: first.sha256, templates: templates, withTasks: tasks
    ).commitments
  }
}
