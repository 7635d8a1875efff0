import Documents
import Domain
import Publishing
import Tracking

/// An uploaded report that waits to be adopted, with what was read from it. It stands beside the
/// ledger, bound to whoever uploaded it.
struct ReportDraft {
  /// Days for which it waits.
  static let days = 30
  static let prefix = "report-"

  var draft: Draft
  var facts: Change.ReportFacts
  var reading: ReportReading
  /// As the report proposes it, under the templates' ids.
  var proposed: [Commitment]
  var proposals: [ReportDraftPage.Proposal]
  /// Ids and titles of the templates that found nothing.
  var notFound: [String]

  var id: String { draft.id }
  var bytes: [UInt8] { draft.files.first?.bytes ?? [] }

  /// - Throws: ``WorkFault/notFound`` for one that is gone or somebody else's; faults of reading.
  init(_ id: String, _ office: Office, by caller: Caller) throws {
    try office.require(.plan, by: caller)
    guard id.hasPrefix(Self.prefix), let draft = try office.access.draft(id),
      draft.login == caller.account?.login, draft.expires > office.now, !draft.files.isEmpty
    else { throw WorkFault.notFound }
    try self.init(draft, office)
  }

  init(_ draft: Draft, _ office: Office) throws {
    self.draft = draft
    let file = draft.files.first
    let (bytes, name) = (file?.bytes ?? [], file?.name ?? "")
    let sha256 = office.store.sha256(bytes)
    let key = ReportReadings.Key(
      sha256: sha256, name: name, place: draft.values["place"].flatMap { $0.isEmpty ? nil : $0 },
      year: draft.values["year"].flatMap { Int($0) })
    reading = try ReportReadings.shared.reading(key) { bytes }
    guard reading.report.year != nil else { throw OperationFault.noYear(name: name) }
    facts = Change.ReportFacts(
      sha256: sha256, name: name, place: reading.report.place, year: reading.report.year,
      title: reading.report.title, kind: reading.report.kind.rawValue)
    let books = try office.books()
    let templates = try Pack.district.templates()
    let result = try Adoption.propose(
      reading: reading, report: sha256, templates: templates, withTasks: true)
    let named = PlanIds.free(
      result.commitments, books,
      year: facts.year ?? result.commitments.first?.period.first.year ?? 0)
    proposed = result.commitments
    proposals = zip(result.commitments, named).map { Self.proposal($0, as: $1, books) }
    notFound = result.notFound.map { id in
      id + " " + (templates.first { $0.id == id }?.title ?? "")
    }
  }

  /// What a template suggests and this ledger cannot bind is adopted without a measure.
  private static func proposal(
    _ proposed: Commitment, as named: Commitment, _ books: Books
  ) -> ReportDraftPage.Proposal {
    var commitment = named
    var doubt: Phrase?
    if let measure = commitment.measure {
      let fault = MeasureCheck.check(
        measure, for: commitment, registries: books.registries, series: books.series
      ).first
      if let fault {
        doubt = Phrase(fault.sentence(.chinese), fault.sentence(.english))
        (commitment.measure, commitment.unverifiable) = (nil, "尚未确定口径")
      }
    }
    let words = MeasureWords(registries: books.registries, series: books.series)
    let isOptional = proposed.kind == .task && proposed.id.hasPrefix("M") && proposed.theme == nil
    return ReportDraftPage.Proposal(
      commitment, measure: commitment.measure.map { words.phrase($0, in: commitment.period) },
      doubt: doubt, isOptional: isOptional)
  }

  /// Statements that gave no commitment: what is proposed has their clause as an origin.
  var left: [ReportDraftPage.Left] {
    let quotes = Set(proposals.flatMap(\.commitment.origins).map(\.quote))
    return reading.statements.compactMap { statement in
      let quote = String(reading.report.string(statement.clause).split { $0.isNewline }.joined())
      guard !quotes.contains(quote) else { return nil }
      return ReportDraftPage.Left(
        kind: statement.kind, quote: quote, indicator: statement.indicator)
    }
  }

  /// What stands in the form before anything is typed.
  var suggested: [String: String] {
    var values: [String: String] = [:]
    for proposal in proposals where !proposal.isOptional {
      let commitment = proposal.commitment
      values["title-\(commitment.id)"] = commitment.title
      values["units-\(commitment.id)"] = commitment.units.joined(separator: "、")
      values["take-\(commitment.id)"] = "yes"
    }
    return values
  }
}
