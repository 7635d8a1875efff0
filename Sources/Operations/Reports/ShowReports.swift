import Domain
import Publishing

/// The reports that the accounts rest on, and one of them with what became of its words.
public struct ShowReports: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// Every report that the viewer may see, the latest first.
  public func list(asOf day: Day, by caller: Caller) throws -> ReportsPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    guard let known = try known(asOf: day, by: caller) else {
      return ReportsPage([], mayAdopt: false)
    }
    let rows = try books.reports.reversed().compactMap { facts -> ReportsPage.Row? in
      let own = versions(of: facts.sha256, books, known)
      guard !own.isEmpty || !caller.isPublic else { return nil }
      let reading = try office.reading(of: facts)
      let active = own.count { $0.commitment.state == .active }
      return ReportsPage.Row(
        facts, statements: reading.statements.count, tasks: reading.tasks.count, adopted: active,
        gone: own.count - active, since: since(facts.sha256, books))
    }
    return ReportsPage(
      rows, mayAdopt: caller.may(.plan),
      mayCompare: try !ShowComparisons(office).isEmpty(asOf: day, by: caller))
  }

  /// The adopted reports that the viewer may see, the oldest first.
  func seen(asOf day: Day, by caller: Caller) throws -> [Change.ReportFacts] {
    let books = try office.books()
    guard let known = try known(asOf: day, by: caller) else { return [] }
    return books.reports.filter {
      !caller.isPublic || !versions(of: $0.sha256, books, known).isEmpty
    }
  }

  /// - Throws: ``WorkFault/notFound`` for a report that there is not, and for the public before a
  ///   release knew of it.
  public func one(_ sha256: String, asOf day: Day, by caller: Caller) throws -> ReportPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    guard let facts = books.reports.first(where: { $0.sha256 == sha256 }) else {
      throw WorkFault.notFound
    }
    let outcome = try office.accounts(asOf: day, by: caller)
    let known = outcome.isPlanLater ? Int.max : outcome.known
    let rows = Dictionary(outcome.rows.map { ($0.commitment.id, $0) }) { $1 }
    let own = versions(of: sha256, books, known)
    guard !own.isEmpty || !caller.isPublic else { throw WorkFault.notFound }
    let standings = own.map { version in
      let id = version.commitment.id
      let history = (books.commitments[id] ?? []).filter { $0.sequence <= known }
      return Standing(
        version.commitment, row: version.commitment.state == .active ? rows[id] : nil,
        numbers: Self.numbers(history), reason: Self.reason(history))
    }
    return ReportPage(
      try office.reading(of: facts), facts: facts, standings: standings, mayPlan: caller.may(.plan))
  }

  /// The last entry that the viewer may know of; nil for the public before the first release.
  private func known(asOf day: Day, by caller: Caller) throws -> Int? {
    do {
      let outcome = try office.accounts(asOf: day, by: caller)
      return outcome.isPlanLater ? Int.max : outcome.known
    } catch WorkFault.notFound {
      return nil
    }
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
