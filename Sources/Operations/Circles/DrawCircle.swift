import Accessibility
import Documents
import Domain

/// Who reaches which facilities in how many minutes, and where the next ones should stand: from
/// files, without a ledger.
public struct DrawCircle: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// `.csv`, `.xlsx` or `.geojson` with points.
    public var facilities: String
    /// `.csv`, `.xlsx` or `.geojson` with points and how many people live at each.
    public var population: String
    /// `.osm.pbf`, a saved map, GeoJSON, or a table of road lines.
    public var network: String
    /// How people travel, and how far.
    public var terms: TravelTerms
    /// Only facilities whose column has one of the values.
    public var filters: [(column: String, values: [String])] = []
    /// A table of speeds; the built-in one where nil.
    public var speeds: String?
    /// What facilities and population are written in; nil for WGS-84, with a look for a shift.
    public var datum: Datum?
    /// Where the next ones should stand; nil asks for none.
    public var sites: Sites?
    /// What the map is called; the name of the file of facilities where nil.
    public var title: String?

    /// A circle of files alone; everything else may be set afterwards.
    public init(facilities: String, population: String, network: String, terms: TravelTerms) {
      self.facilities = facilities
      self.population = population
      self.network = network
      self.terms = terms
    }
  }

  /// Where the next ones should stand.
  public struct Sites: Sendable {
    /// How many places are to be chosen.
    public var count: Int
    /// A file of candidates; nil for any node where people live.
    public var candidates: String?
    /// What is to be made best.
    public var goal: SitingProblem.Goal
    /// How many each new place takes; nil where they do not fill up.
    public var capacity: Double?
    /// Whether CBC or GLPK is asked how near the best it is.
    public var usesSolver: Bool
    /// For the solver.
    public var seconds: Int

    /// Takes every field as it is; nothing is checked.
    public init(
      count: Int, candidates: String?, goal: SitingProblem.Goal, capacity: Double? = nil,
      usesSolver: Bool = false, seconds: Int = 60
    ) {
      self.count = count
      self.candidates = candidates
      self.goal = goal
      self.capacity = capacity
      self.usesSolver = usesSolver
      self.seconds = seconds
    }
  }

  /// Works on files alone; needs no ledger.
  public init() {}

  /// - Throws: a `Fault` for what cannot be read or does not fit.
  public func run(_ question: Question) throws -> CircleReport {
    let files = PlaceFiles()
    let speeds = try files.speeds(question.speeds)
    var facilities = try files.rows(question.facilities)
    for (column, values) in question.filters { facilities = facilities.filtered(column, values) }
    let datum = question.datum ?? .wgs84
    let places = try facilities.places(.facilities, datum: datum)
    let people = try files.rows(question.population).places(.people, datum: datum)
    let map = try files.map(question.network)
    let maker = try CircleMaker(map, speeds: speeds, terms: question.terms)
    let circle = try maker.circle(places, people, checksDatum: question.datum == nil)
    let title = question.title ?? files.title(question.facilities)
    return CircleReport(
      title: Phrase(title, title), circle: circle,
      roads: maker.facts, drawing: maker.drawing(circle),
      siting: try question.sites.map { try sites($0, maker, circle, datum, files) })
  }

  private func sites(
    _ sites: Sites, _ maker: CircleMaker, _ circle: Circle, _ datum: Datum, _ files: PlaceFiles
  ) throws -> SitingReport {
    let planner = SitePlanner(maker, circle)
    let candidates =
      try sites.candidates.map { try files.rows($0).places(.facilities, datum: datum) }
      ?? planner.anywhere()
    let solver = sites.usesSolver ? Solver.find() : nil
    if sites.usesSolver, solver == nil {
      throw AccessibilityFault.solver("没有找到 cbc 或 glpsol / neither cbc nor glpsol was found")
    }
    return try planner.plan(
      sites.count, of: candidates, goal: sites.goal, capacity: sites.capacity, solver: solver,
      seconds: sites.seconds)
  }
}

/// Reads road maps into a form that opens at once.
public struct ReadRoads: Sendable {
  /// Works on files alone; needs no ledger.
  public init() {}

  /// - Returns: the saved form, and what is in it for each means of travel.
  public func run(
    _ path: String, speeds: String? = nil
  ) throws -> (saved: [UInt8], facts: [(mode: TravelMode, roads: RoadFacts?)]) {
    let files = PlaceFiles()
    let table = try files.speeds(speeds)
    let map = try files.map(path)
    let facts = TravelMode.allCases.map { mode -> (TravelMode, RoadFacts?) in
      guard let network = try? map.network(mode, speeds: table) else { return (mode, nil) }
      return (
        mode,
        RoadFacts(
          nodes: map.nodes.count, edges: network.edgeCount, cutRoads: map.cutRoads,
          islands: network.islands.sizes)
      )
    }
    return (map.saved, facts)
  }
}

/// Maps, points and speeds from files.
struct PlaceFiles {
  func speeds(_ path: String?) throws -> Speeds {
    guard let path else { return try Speeds.builtIn() }
    let source = ByteSource(path: path)
    return try Speeds(String(decoding: source.bytes(), as: UTF8.self), file: source.name)
  }

  func rows(_ path: String) throws -> FeatureRows {
    let source = ByteSource(path: path)
    let bytes = try source.bytes()
    if FeatureRows.isGeoJSON(bytes) { return try FeatureRows(geoJSON: bytes, file: source.name) }
    return FeatureRows(try TableReader().read(bytes, name: source.name))
  }

  func map(_ path: String) throws -> RoadMap {
    let source = ByteSource(path: path)
    let bytes = try source.bytes()
    let name = source.name.lowercased()
    if name.hasSuffix(".csv") || name.hasSuffix(".xlsx") {
      return try RoadMap(table: FeatureRows(TableReader().read(bytes, name: source.name)))
    }
    return try RoadMap(reading: bytes, file: source.name)
  }

  /// The file's name without its ending.
  func title(_ path: String) -> String {
    let name = ByteSource(path: path).name
    return name.split(separator: ".").first.map(String.init) ?? name
  }
}
