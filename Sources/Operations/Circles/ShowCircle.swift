import Accessibility
import Domain
import Publishing
import Tracking

/// The map behind a commitment that promises minutes.
public struct ShowCircle: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// Every commitment whose measure is a travel time.
  public func list(asOf day: Day, by caller: Caller) throws -> CirclesPage {
    try office.require(.readPublic, by: caller)
    let view = try office.view(asOf: day, by: caller)
    return CirclesPage(
      try commitments(view).map { commitment, coverage in
        CirclesPage.Row(
          id: commitment.id, title: commitment.title, english: commitment.english,
          terms: try words(coverage, of: commitment),
          circle: try circle(commitment, coverage, view))
      })
  }

  /// The commitments that have a map, by id.
  func mapped(asOf day: Day, by caller: Caller) throws -> [String] {
    let view = try office.view(asOf: day, by: caller)
    return try commitments(view).filter { try circle($0.0, $0.1, view) != nil }.map(\.0.id)
  }

  /// False for a commitment that promises no minutes, or whose roads, places or people are not there
  /// yet.
  func has(mapOf commitment: Commitment, _ view: Office.View) throws -> Bool {
    guard case .coverage(let coverage)? = commitment.measure else { return false }
    return try circle(commitment, coverage, view) != nil
  }

  /// - Throws: ``WorkFault/notFound`` for a commitment that promises no minutes, or whose network,
  ///   places and people are not there.
  ///
  /// - Parameter add: for those inside: where so many more should stand, most people covered first.
  public func one(
    _ id: String, adding add: Int? = nil, asOf day: Day, by caller: Caller
  ) throws -> CirclePage {
    try office.require(.readPublic, by: caller)
    let view = try office.view(asOf: day, by: caller)
    guard let (commitment, coverage) = try commitments(view).first(where: { $0.0.id == id }),
      let report = try report(
        commitment, coverage, view, adding: caller.may(.readInternal) ? add : nil)
    else { throw WorkFault.notFound }
    let books = try office.books()
    return CirclePage(
      report, commitment: commitment, terms: try words(coverage, of: commitment),
      mayPlan: caller.may(.readInternal),
      hidesPeople: !caller.may(.readInternal)
        && books.registries[coverage.population]?.isAboutPersons ?? true)
  }

  private func commitments(_ view: Office.View) throws -> [(Commitment, Measure.Coverage)] {
    let books = try office.books()
    return books.active.compactMap { commitment in
      guard case .coverage(let coverage)? = commitment.measure else { return nil }
      return (commitment, coverage)
    }
  }

  /// The model's terms, the level of the facilities among them.
  private func words(_ coverage: Measure.Coverage, of commitment: Commitment) throws -> Phrase {
    let books = try office.books()
    var model = coverage
    model.records = nil
    return MeasureWords(registries: books.registries, series: books.series)
      .phrase(.coverage(model), in: commitment.period)
  }

  private func question(
    _ commitment: Commitment, _ coverage: Measure.Coverage, _ view: Office.View
  ) throws -> TravelQuestion? {
    let store = office.store
    let known = try view.knowledge.sequence(asOf: view.day, in: store)
    let seen = try view.knowledge.seen(asOf: view.day, in: store)
    let gatherer = CoverageGatherer(books: try office.books(), evidence: store)
    return try gatherer.question(
      coverage, of: commitment, asOf: view.day, known: known, seen: seen)
  }

  private func circle(
    _ commitment: Commitment, _ coverage: Measure.Coverage, _ view: Office.View
  ) throws -> Circle? {
    guard let question = try question(commitment, coverage, view) else { return nil }
    do {
      return try RoadTimes(office.store).circle(question)
    } catch is AccessibilityFault {
      return nil
    }
  }

  private func report(
    _ commitment: Commitment, _ coverage: Measure.Coverage, _ view: Office.View, adding add: Int?
  ) throws -> CircleReport? {
    guard let question = try question(commitment, coverage, view) else { return nil }
    let times = RoadTimes(office.store)
    do {
      let circle = try times.circle(question)
      let maker = try times.maker(question)
      let planner = SitePlanner(maker, circle)
      let siting = try add.map {
        try planner.plan(max(1, min($0, 10)), of: planner.anywhere(most: 200), goal: .cover)
      }
      return CircleReport(
        title: Phrase(
          coverage.facilities,
          try office.books().registries[coverage.facilities]?.english ?? coverage.facilities),
        circle: circle, roads: maker.facts,
        drawing: maker.drawing(circle), siting: siting)
    } catch is AccessibilityFault {
      return nil
    }
  }
}
