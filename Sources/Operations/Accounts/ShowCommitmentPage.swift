import Domain
import Publishing
import Tracking

/// A commitment's page as of a day: the promise beside its proof, with what the caller may see.
public struct ShowCommitmentPage: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// - Throws: ``WorkFault``, or a fault for an id that there is not.
  public func run(_ id: String, asOf day: Day, by caller: Caller) throws -> CommitmentPage {
    try office.require(.readPublic, by: caller)
    let view = try office.view(asOf: day, by: caller)
    let books = try office.books()
    let outcome = try ExplainCommitment(office.store, books: books)
      .run(id, asOf: view.day, knowing: view.knowledge, records: true)
    var account = outcome.account
    let isInside = caller.may(.readInternal)
    if account.records?.registry.isAboutPersons == true { account.records = nil }
    var facts = CommitmentPage.Facts()
    facts.hasMap = try ShowCircle(office).has(mapOf: account.commitment, view)
    let known = try view.knowledge.sequence(asOf: view.day, in: office.store)
    facts.points = try points(of: account.commitment, view, known, books)
    facts.figures = try figures(of: account.commitment, known)
    facts.proofs = books.proofs.filter { $0.commitment == id && $0.day <= view.day }
    facts.sources = books.sources
    facts.filings = filings(of: id, books, isInside: isInside)
    facts.closings = isInside ? books.closings[id] ?? [] : []
    facts.objections = objections(of: id, books)
    if isInside {
      facts.receipts = books.receipts.filter { $0.key.commitment == id }
        .map { ($0.key.unit, $0.value.time.day) }.sorted { $0.unit < $1.unit }
      facts.people = books.accounts.mapValues(\.name)
    }
    facts.successors = books.active.filter { $0.predecessor?.id == id }
    return CommitmentPage(account, facts)
  }

  /// Every end of a month in the commitment's period up to the day, and the day itself.
  private func points(
    of commitment: Commitment, _ view: Office.View, _ known: Int, _ books: Books
  ) throws -> [CommitmentPage.Point] {
    guard commitment.state == .active, commitment.measure != nil else { return [] }
    // Where there are records of what happened, the model beside them is not drawn.
    var isRecorded = false
    if case .coverage(let coverage)? = commitment.measure { isRecorded = coverage.recorded != nil }
    let judge = Judge(
      books: books, evidence: office.store, travel: isRecorded ? nil : RoadTimes(office.store),
      tracing: false)
    let seen = try view.knowledge.seen(asOf: view.day, in: office.store)
    let end = min(view.day, commitment.deadline.adding(months: commitment.settles ?? 0))
    var days: [Day] = []
    var month = commitment.period.first.endOfMonth
    while month < end, days.count < 60 {
      days.append(month)
      month = month.adding(days: 1).endOfMonth
    }
    if view.day >= commitment.period.first { days.append(end) }
    return try days.map { day in
      let judgement = try judge.judge(commitment, asOf: day, known: known, seen: seen)
      return CommitmentPage.Point(
        day: day, actual: judgement.actual, required: judgement.required,
        isFinal: judgement.data == .final || judgement.data == .revised)
    }
  }

  private func figures(of commitment: Commitment, _ known: Int) throws -> [Observation] {
    guard case .reported(let reported)? = commitment.measure else { return [] }
    return try office.store.observations(of: reported.series, known: known)
      .filter { $0.form == reported.form && commitment.period.contains($0.period.last) }
  }

  private func filings(
    of id: String, _ books: Books, isInside: Bool
  ) -> [Books.Noted<Filing>] {
    books.filings.values.compactMap(\.last)
      .filter { $0.value.commitment == id && (isInside || $0.value.state == .accepted) }
      .sorted { ($1.value.month.first, $0.value.unit) < ($0.value.month.first, $1.value.unit) }
  }

  private func objections(of id: String, _ books: Books) -> [Objection] {
    books.objections.values.compactMap(\.last?.value)
      .filter { $0.commitment == id && $0.state == .answered }
      .sorted { $0.id < $1.id }
  }
}
