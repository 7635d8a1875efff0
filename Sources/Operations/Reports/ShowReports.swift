import Domain
import Publishing

/// The reports that the accounts rest on, and one of them with what became of its words.
public struct ShowReports: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every report that the viewer may see, the latest first.
  public func list() throws -> ReportsPage {
    let (books, known) = (view.books, try known())
    let rows = try books.reports.reversed().compactMap { facts -> ReportsPage.Row? in
      let own = versions(of: facts.sha256, books, known)
      guard !own.isEmpty || view.isInside else { return nil }
      let reading = try view.reading(of: facts)
      let active = own.count { $0.commitment.state == .active }
      return ReportsPage.Row(
        facts, statements: reading.statements.count, tasks: reading.tasks.count, adopted: active,
        gone: own.count - active, since: since(facts.sha256, books))
    }
    return ReportsPage(
      rows, mayAdopt: view.caller.may(.plan), mayCompare: try !ShowComparisons(view).isEmpty)
  }

  /// The adopted reports that the viewer may see, the oldest first.
  func seen() throws -> [Change.ReportFacts] {
    let known = try known()
    return view.books.reports.filter {
      view.isInside || !versions(of: $0.sha256, view.books, known).isEmpty
    }
  }

  /// - Throws: ``WorkFault/notFound`` for a report that the books do not have, and for the public
  ///   without a commitment from it.
  public func one(_ sha256: String) throws -> ReportPage {
    let books = view.books
    guard let facts = books.reports.first(where: { $0.sha256 == sha256 }) else {
      throw WorkFault.notFound
    }
    let outcome = try view.accounts()
    let known = outcome.isPlanLater ? Int.max : outcome.known
    let rows = Dictionary(outcome.rows.map { ($0.commitment.id, $0) }) { $1 }
    let own = versions(of: sha256, books, known)
    guard !own.isEmpty || view.isInside else { throw WorkFault.notFound }
    let standings = own.map { version in
      let id = version.commitment.id
      let history = (books.commitments[id] ?? []).filter { $0.sequence <= known }
      return Standing(
        version.commitment, row: version.commitment.state == .active ? rows[id] : nil,
        numbers: Self.numbers(history), reason: Self.reason(history))
    }
    return ReportPage(
      try view.reading(of: facts), facts: facts, standings: standings,
      mayPlan: view.caller.may(.plan))
  }

  /// The last entry whose plan is looked at.
  private func known() throws -> Int {
    let outcome = try view.accounts()
    return outcome.isPlanLater ? Int.max : outcome.known
  }

  /// The version of each commitment from a report that was valid then, in the plan's order.
  private func versions(
    of sha256: String, _ books: Books, _ known: Int
  ) -> [Books.Version] {
    books.order.compactMap { id in
      books.commitments[id]?.last { $0.sequence <= known }
    }.filter { $0.commitment.origins.contains { $0.report == sha256 } }
  }

  private func since(_ sha256: String, _ books: Books) -> Day? {
    books.commitments.values.compactMap(\.first)
      .filter { $0.commitment.origins.contains { $0.report == sha256 } }
      .map(\.time.day).min()
  }

  /// The numbers of all targets and of all parts, of every version.
  private static func numbers(_ versions: [Books.Version]) -> [Exact] {
    var numbers: [Exact] = []
    for version in versions {
      var own = [version.commitment.target].compactMap { $0?.value }
      if case .all(let parts) = version.commitment.measure { own += parts.map(\.target.value) }
      for number in own where !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  /// Why it was left out: the last lines of its note, which leaving out has added.
  private static func reason(_ versions: [Books.Version]) -> String? {
    guard let last = versions.last, last.commitment.state == .withdrawn else { return nil }
    let note = last.commitment.note ?? ""
    let before = versions.dropLast().last?.commitment.note ?? ""
    guard !before.isEmpty, note.hasPrefix(before) else { return note.isEmpty ? nil : note }
    return String(note.dropFirst(before.count).drop { $0.isNewline })
  }
}
