import Domain
import Publishing
import Tracking

/// A commitment's page: the promise beside its proof.
public struct ShowCommitmentPage: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// - Throws: a fault for an id that the books do not have.
  public func run(_ id: String) throws -> CommitmentPage {
    let books = view.books
    let outcome = try view.explained(id)
    var account = outcome.account
    if account.records?.registry.isAboutPersons == true { account.records = nil }
    var facts = CommitmentPage.Facts()
    facts.hasMap = try ShowCircle(view).has(mapOf: account.commitment)
    facts.points = try points(of: account.commitment)
    facts.figures = try figures(of: account.commitment)
    facts.proofs = books.proofs.filter { $0.commitment == id && $0.day <= view.day }
    facts.sources = books.sources
    facts.filings = filings(of: id)
    facts.objections = objections(of: id)
    if view.isInside {
      facts.closings = books.closings[id] ?? []
      facts.receipts = books.receipts.filter { $0.key.commitment == id }
        .map { ($0.key.unit, $0.value.time.day) }.sorted { $0.unit < $1.unit }
      facts.people = books.accounts.mapValues(\.name)
    }
    facts.successors = books.active.filter { $0.predecessor?.id == id }
    return CommitmentPage(account, facts)
  }

  /// Every end of a month in the commitment's period up to the day, and the day itself.
  private func points(of commitment: Commitment) throws -> [CommitmentPage.Point] {
    guard commitment.state == .active, commitment.measure != nil else { return [] }
    // Where there are records of what happened, the model beside them is not drawn.
    var isRecorded = false
    if case .coverage(let coverage)? = commitment.measure { isRecorded = coverage.recorded != nil }
    let judge = Judge(
      books: view.books, evidence: view.evidence, travel: isRecorded ? nil : view.travel,
      tracing: false)
    let end = min(view.day, commitment.deadline.adding(months: commitment.settles ?? 0))
    var days: [Day] = []
    var month = commitment.period.first.endOfMonth
    while month < end, days.count < 60 {
      days.append(month)
      month = month.adding(days: 1).endOfMonth
    }
    if view.day >= commitment.period.first { days.append(end) }
    return try days.map { day in
      let judgement = try judge.judge(commitment, asOf: day, known: view.known, seen: view.seen)
      return CommitmentPage.Point(
        day: day, actual: judgement.actual, required: judgement.required,
        isFinal: judgement.data == .final || judgement.data == .revised)
    }
  }

  private func figures(of commitment: Commitment) throws -> [Observation] {
    guard case .reported(let reported)? = commitment.measure else { return [] }
    return try view.evidence.observations(of: reported.series, known: view.known)
      .filter { $0.form == reported.form && commitment.period.contains($0.period.last) }
  }

  private func filings(of id: String) -> [Books.Noted<Filing>] {
    view.books.filings.values.compactMap(\.last).filter { $0.value.commitment == id }
      .sorted { ($1.value.month.first, $0.value.unit) < ($0.value.month.first, $1.value.unit) }
  }

  private func objections(of id: String) -> [Objection] {
    view.books.objections.values.compactMap(\.last?.value)
      .filter { $0.commitment == id && $0.state == .answered }
      .sorted { $0.id < $1.id }
  }
}
