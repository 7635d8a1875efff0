import Accessibility
import Domain
import Synchronization

/// Travel times on the networks that a ledger holds. What was computed is kept by what was asked, so
/// that judging the same points again costs nothing.
struct RoadTimes: TravelTimes {
  private let store: any LedgerStore

  init(_ store: any LedgerStore) { self.store = store }

  func circle(_ question: TravelQuestion) throws -> Circle { try circle(question, on: nil) }

  /// - Parameter maker: the question's network where it is at hand.
  func circle(_ question: TravelQuestion, on maker: CircleMaker?) throws -> Circle {
    if let kept = Self.kept.withLock({ $0.circle(question) }) { return kept }
    let maker = try maker ?? self.maker(question)
    let circle = try maker.circle(
      question.facilities.map { moved($0, question.datum) },
      question.people.map { moved($0, question.datum) }, checksDatum: question.datum == nil)
    Self.kept.withLock { $0.keep(circle, for: question) }
    return circle
  }

  /// The network of a question, ready to be searched.
  func maker(_ question: TravelQuestion) throws -> CircleMaker {
    guard let bytes = try store.file(question.network.sha256) else {
      throw AccessibilityFault.damagedRoads(byte: 0)
    }
    let speeds = try question.network.speeds.map { try Speeds($0) } ?? Speeds.builtIn()
    return try CircleMaker(RoadMap(saved: bytes), speeds: speeds, terms: question.terms)
  }

  /// A place as the roads are written.
  func moved(_ place: Place, _ datum: Datum?) -> Place {
    guard let datum else { return place }
    var place = place
    place.point = datum.toWGS84(place.point)
    return place
  }

  private static let kept = Mutex(Kept())

  /// The last circles, oldest first.
  private struct Kept {
    private static let most = 16
    private var circles: [(question: TravelQuestion, circle: Circle)] = []

    func circle(_ question: TravelQuestion) -> Circle? {
      circles.first { $0.question == question }?.circle
    }

    mutating func keep(_ circle: Circle, for question: TravelQuestion) {
      circles.removeAll { $0.question == question }
      circles.append((question, circle))
      if circles.count > Self.most { circles.removeFirst() }
    }
  }
}

/// Takes a road map into a ledger.
public struct DeclareRoads: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// The map is read, and kept in its saved form with its speeds; nothing is recorded where it is
  /// damaged or empty, or where the same was declared before.
  ///
  /// - Parameters:
  ///   - path: `.osm.pbf`, a saved map, GeoJSON, or a table of road lines.
  ///   - source: where it comes from and of which day; the file's name where nil.
  /// - Returns: false where nothing was new.
  @discardableResult
  public func run(
    _ path: String, name: String, speeds: String? = nil, source: String? = nil, by caller: Caller,
    reason: String? = nil
  ) throws -> Bool {
    let files = PlaceFiles()
    let table = try speeds.map { try files.speeds($0).table }
    return try run(
      files.map(path), name: name, speeds: table, source: source ?? ByteSource(path: path).name,
      by: caller, reason: reason)
  }

  func run(
    _ map: RoadMap, name: String, speeds: String? = nil, source: String, by caller: Caller,
    reason: String? = nil
  ) throws -> Bool {
    let saved = map.saved
    let network = RoadNetwork(
      name: name, sha256: office.store.sha256(saved), speeds: speeds, source: source)
    let entries = try office.change(.keepEvidence, by: caller, reason: reason, files: [saved]) {
      $0.network(name) == network ? [] : [.roads(network)]
    }
    return !entries.isEmpty
  }
}
