import Accessibility
import Domain
import Publishing
import Tracking

/// The map behind a commitment that promises minutes.
public struct ShowCircle: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every commitment whose measure is a travel time.
  public func list() throws -> CirclesPage {
    CirclesPage(
      try commitments.map { commitment, coverage in
        CirclesPage.Row(
          id: commitment.id, title: commitment.title, english: commitment.english,
          terms: words(coverage, of: commitment),
          circle: try outcome(commitment, coverage))
      })
  }

  /// The commitments that have a map, by id.
  func mapped() throws -> [String] {
    try commitments.filter { try circle($0.0, $0.1) != nil }.map(\.0.id)
  }

  /// False for a commitment that promises no minutes, or whose roads, places or people are not there
  /// yet.
  func has(mapOf commitment: Commitment) throws -> Bool {
    guard case .coverage(let coverage)? = commitment.measure else { return false }
    return try circle(commitment, coverage) != nil
  }

  /// - Throws: ``WorkFault/notFound`` for a commitment that promises no minutes, or whose network,
  ///   places and people are not there.
  ///
  /// - Parameter wish: for those inside: where the next ones should stand.
  public func one(_ id: String, seeking wish: SitingForm.Wish? = nil) throws -> CirclePage {
    guard let (commitment, coverage) = commitments.first(where: { $0.0.id == id }),
      let found = try report(commitment, coverage)
    else { throw WorkFault.notFound }
    var report = found.report
    let books = view.books
    var form: SitingForm?
    if view.isInside {
      form = SitingForm(wish: wish, registries: candidates(books))
      do {
        report.siting = try wish.map { try sites($0, commitment, coverage, found.planner) }
      } catch let notice as NoSites {
        form?.notice = notice.reason
      }
    }
    return CirclePage(
      report, commitment: commitment, terms: words(coverage, of: commitment), siting: form,
      hidesPeople: !view.isInside && books.registries[coverage.population]?.isAboutPersons ?? true)
  }

  private var commitments: [(Commitment, Measure.Coverage)] {
    view.books.active.compactMap { commitment in
      guard case .coverage(let coverage)? = commitment.measure else { return nil }
      return (commitment, coverage)
    }
  }

  /// The model's terms, the level of the facilities among them.
  private func words(_ coverage: Measure.Coverage, of commitment: Commitment) -> Phrase {
    var model = coverage
    model.records = nil
    return MeasureWords(registries: view.books.registries, series: view.books.series)
      .phrase(.coverage(model), in: commitment.period)
  }

  private func question(
    _ commitment: Commitment, _ coverage: Measure.Coverage
  ) throws -> TravelQuestion? {
    try CoverageGatherer(books: view.books, evidence: view.evidence).question(
      coverage, of: commitment, asOf: view.day, known: view.known, seen: view.seen)
  }

  private func circle(
    _ commitment: Commitment, _ coverage: Measure.Coverage
  ) throws -> Circle? {
    let outcome = try outcome(commitment, coverage)
    return try? outcome.get()
  }

  /// The circle, or why there is none.
  private func outcome(
    _ commitment: Commitment, _ coverage: Measure.Coverage
  ) throws -> Result<Circle, CirclesPage.Missing> {
    guard let question = try question(commitment, coverage) else {
      return .failure(.init(Phrase("路网、设施或人口还没有登记", "roads, places or people are not there yet")))
    }
    do {
      return .success(try view.travel.circle(question))
    } catch let fault as AccessibilityFault {
      return .failure(.init(Phrase(fault.sentence(.chinese), fault.sentence(.english))))
    }
  }

  private func report(
    _ commitment: Commitment, _ coverage: Measure.Coverage
  ) throws -> (report: CircleReport, planner: SitePlanner)? {
    guard let question = try question(commitment, coverage) else { return nil }
    let times = view.travel
    do {
      let maker = try times.maker(question)
      let circle = try times.circle(question, on: maker)
      let report = CircleReport(
        title: Phrase(
          coverage.facilities,
          view.books.registries[coverage.facilities]?.english ?? coverage.facilities),
        circle: circle, roads: maker.facts, drawing: maker.drawing(circle))
      return (report, SitePlanner(maker, circle))
    } catch is AccessibilityFault {
      return nil
    }
  }
}

// MARK: Sites

/// Why a wish gives no sites.
private struct NoSites: Error {
  var reason: Phrase

  init(_ chinese: String, _ english: String) { reason = Phrase(chinese, english) }
}

extension ShowCircle {
  /// Registries whose records may have a point, and are no persons.
  private func candidates(_ books: Books) -> [(name: String, english: String?)] {
    books.registries.values.filter { $0.mayHavePoints && !$0.isAboutPersons }
      .sorted { $0.name < $1.name }.map { ($0.name, $0.english) }
  }

  /// - Throws: `NoSites` with what the page says instead.
  private func sites(
    _ wish: SitingForm.Wish, _ commitment: Commitment, _ coverage: Measure.Coverage,
    _ planner: SitePlanner
  ) throws -> SitingReport {
    let most = SitingForm.Wish.candidates
    var places = planner.anywhere(most: most)
    if let registry = wish.registry {
      places = try self.places(of: registry, commitment, coverage, planner)
      guard !places.isEmpty else {
        throw NoSites(
          "台账「\(registry)」没有可作候选的、有坐标的记录",
          "The registry \(registry) has no record with coordinates to choose from")
      }
      guard places.count <= most else {
        throw NoSites(
          "台账「\(registry)」有 \(places.count) 个候选点，网页上最多 \(most) 个；请用 duban circle … --sites",
          "The registry \(registry) has \(places.count) candidates; a page takes \(most) at most: use duban circle … --sites"
        )
      }
    }
    do {
      return try planner.plan(wish.count, of: places, goal: wish.isMedian ? .median : .cover)
    } catch .noPlaces {
      throw NoSites("候选点都离路网太远", "All candidates lie too far from the roads")
    }
  }

  /// The records of a registry but those where a facility of the measure stands already.
  private func places(
    of registry: String, _ commitment: Commitment, _ coverage: Measure.Coverage,
    _ planner: SitePlanner
  ) throws -> [Place] {
    guard candidates(view.books).contains(where: { $0.name == registry }) else { return [] }
    let times = view.travel
    let there = registry == coverage.facilities ? planner.facilities : []
    return try CoverageGatherer(books: view.books, evidence: view.evidence)
      .candidates(
        of: registry, coverage, for: commitment, asOf: view.day, known: view.known, seen: view.seen
      )
      .filter { !there.contains($0.key) }.map { times.moved($0, coverage.datum) }
  }
}
