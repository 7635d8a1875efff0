import Domain

/// Joins places and people to a network and finds who reaches what in time.
public struct CircleMaker: Sendable {
  /// What is searched, for all means of travel.
  public let map: RoadMap
  /// The table of speeds.
  public let speeds: Speeds
  /// What a minute means.
  public let terms: TravelTerms
  /// Edges in the direction in which they are searched: away from the facilities.
  public let network: Network
  /// The parts of the network that no road joins.
  public let islands: Islands
  let index: RoadIndex

  /// - Throws: ``AccessibilityFault/noRoads(_:)`` where the means of travel may use no road.
  public init(_ map: RoadMap, speeds: Speeds, terms: TravelTerms) throws(AccessibilityFault) {
    self.map = map
    self.speeds = speeds
    self.terms = terms
    network = try map.network(
      terms.mode, hour: terms.hour, speeds: speeds, reversed: terms.towards == .place)
    islands = network.islands
    guard let index = RoadIndex(network, islands: islands) else { throw .noRoads(terms.mode) }
    self.index = index
  }

  /// Tenths of a second.
  public var limit: Int { max(0, terms.minutes) * 600 }

  /// Where a point meets the network; nil when that is further than the terms allow.
  public func joint(_ point: Coordinate) -> Circle.Joint? {
    guard let found = index.nearest(to: point), found.metres <= Double(terms.reach) else {
      return nil
    }
    let head = Int(network.heads[found.edge])
    return Circle.Joint(
      tail: found.tail, head: head, fraction: found.fraction,
      forwards: network.edge(from: found.tail, to: head).map { Int(network.times[$0]) },
      backwards: network.edge(from: head, to: found.tail).map { Int(network.times[$0]) },
      metres: found.metres,
      delay: Int((found.metres / (speeds.offRoad / 3.6) * 10).rounded()))
  }

  /// Who reaches which of the facilities.
  ///
  /// - Parameters:
  ///   - checksDatum: true where nobody has said what the coordinates are written in: then points
  ///     that fit the roads much better as another datum are a fault.
  /// - Throws: ``AccessibilityFault`` for no places, nobody, points elsewhere, exchanged or shifted
  ///   coordinates, and places that all stand off the network or on an island.
  public func circle(
    _ facilities: [Place], _ people: [Place], checksDatum: Bool = false
  ) throws(AccessibilityFault) -> Circle {
    guard !facilities.isEmpty else { throw .noPlaces }
    guard people.contains(where: { $0.people > 0 }) else { throw .nobody }
    let check = PointCheck(self)
    try check.check(facilities, Phrase("设施", "facilities"), datum: checksDatum)
    try check.check(people, Phrase("人口点", "points with people"), datum: checksDatum)
    let joints = facilities.map { joint($0.point) }
    let homes = people.map { joint($0.point) }
    try check.checkIslands(joints)
    guard homes.contains(where: { $0 != nil }) else {
      throw .nothingSnapped(
        what: Phrase("人口点", "points with people"), count: people.count, limit: terms.reach)
    }
    let doors = Doors(network, limit: limit)
    let (first, reached) = doors.twoNearest(from: joints, to: homes)
    let reach = reaches(facilities, joints, homes)
    let supply = reach.flatMap {
      Catchment(limit: limit).supply(
        capacities: facilities.map(\.capacity), reaches: $0, people: people.map(\.people))
    }
    let inhabited = people.indices.map { index in
      let (place, reached) = (people[index], reached[index])
      return Circle.Inhabited(
        place: place, joint: homes[index], time: reached.time, nearest: reached.nearest,
        secondTime: reached.secondTime, second: reached.second, supply: supply?[index])
    }
    return Circle(
      terms: terms, facilities: served(facilities, joints, inhabited, reach),
      people: inhabited,
      coverage: Coverage(
        inhabited.lazy.map { ($0.place.people, $0.time) }, minutes: terms.minutes),
      resilience: Coverage(
        inhabited.lazy.map { ($0.place.people, $0.secondTime) }, minutes: terms.minutes),
      subdistricts: subdistricts(inhabited),
      problems: check.problems(facilities, joints),
      homeProblems: check.homeProblems(people, homes), nodeTimes: first)
  }

  /// With more nodes times facilities than this, who is in reach of each facility is looked at only
  /// where capacities are told.
  private static let affordable = 10_000_000

  /// For each facility alone the tenths of a second to each home.
  private func reaches(
    _ facilities: [Place], _ joints: [Circle.Joint?], _ homes: [Circle.Joint?]
  ) -> [[Int32]]? {
    let size = joints.count.multipliedReportingOverflow(by: map.nodes.count)
    guard
      facilities.contains(where: { $0.capacity != nil })
        || (!size.overflow && size.partialValue <= Self.affordable)
    else { return nil }
    let doors = Doors(network, limit: limit)
    return joints.map { doors.nearest(from: [$0], to: homes) }
  }

  private func served(
    _ facilities: [Place], _ joints: [Circle.Joint?], _ people: [Circle.Inhabited],
    _ reach: [[Int32]]?
  ) -> [Circle.Facility] {
    var served = [Double](repeating: 0, count: facilities.count)
    for home in people {
      if let nearest = home.nearest { served[nearest] += home.place.people }
    }
    return facilities.indices.map { index in
      let inReach = reach.map { reach in
        zip(people, reach[index]).reduce(0) {
          $0 + ($1.1 == NearestSearch.unreached ? 0 : $1.0.place.people)
        }
      }
      return Circle.Facility(
        place: facilities[index], joint: joints[index], served: served[index], inReach: inReach)
    }
  }

  private func subdistricts(_ people: [Circle.Inhabited]) -> [(name: String, coverage: Coverage)] {
    Dictionary(grouping: people) { $0.place.subdistrict ?? "" }
      .map { name, people in
        (
          name,
          Coverage(people.lazy.map { ($0.place.people, $0.time) }, minutes: terms.minutes)
        )
      }
      .sorted { ($0.1.leftOut, $1.0) > ($1.1.leftOut, $0.0) }
  }
}
