import Domain
import Testing

@testable import Accessibility

/// Roads become a network that respects who may go where and how fast.
@Suite struct NetworkTests {
  private func point(_ x: Double, _ y: Double = 36) -> Coordinate {
    Coordinate(longitude: 117 + x / 1000, latitude: y)
  }

  private func network(_ roads: [RoadLine], _ mode: TravelMode) throws -> Network {
    try NetworkBuilder(speeds: Speeds.builtIn()).network(roads, mode: mode)
  }

  @Test func linesAreJoinedWhereTheyShareAPoint() throws {
    let roads = [
      RoadLine(points: [point(0), point(1), point(2)], roadClass: "residential"),
      RoadLine(points: [point(1), point(1, 36.001)], roadClass: "footway"),
      RoadLine(points: [point(50), point(51)], roadClass: "residential"),
    ]
    let walk = try network(roads, .walk)
    #expect(walk.nodes.count == 6 && walk.edgeCount == 8)
    #expect(walk.islands.map(\.count) == [4, 2])
    // Nobody drives on a footway.
    #expect(try network(roads, .drive).nodes.count == 5)
  }

  @Test func oneWayStreetsBindDriversAndNotWalkers() throws {
    let road = RoadLine(
      points: [point(0), point(1)], roadClass: "residential", direction: .forwards)
    #expect(try network([road], .drive).edgeCount == 1)
    #expect(try network([road], .walk).edgeCount == 2)
    let drive = try network([road], .drive)
    // The ambulance gets there, the patient does not get back.
    #expect(NearestSearch(drive).nearest([0], within: 10_000).times[1] < 10_000)
    #expect(NearestSearch(drive).nearest([1], within: 10_000).times[0] == NearestSearch.unreached)
  }

  @Test func timeIsDistanceOverSpeed() throws {
    // A thousandth of a degree at 36° north is 89.96 m: 72 s at 4.5 km/h.
    let road = RoadLine(points: [point(0), point(1)], roadClass: "residential")
    #expect(try network([road], .walk).times == [720, 720])
    var slow = road
    slow.speedLimit = 10
    let posted = try network([slow], .drive).times[0]
    #expect(try posted > network([road], .drive).times[0])
    #expect(try network([slow], .ambulance).times == network([road], .ambulance).times)
  }

  @Test func badInputIsAFault() throws {
    let motorway = RoadLine(points: [point(0), point(1)], roadClass: "motorway")
    #expect(throws: AccessibilityFault.noRoads(.walk)) { try network([motorway], .walk) }
    #expect(throws: AccessibilityFault.noRoads(.walk)) { try network([], .walk) }
    let swapped = RoadLine(
      points: [Coordinate(longitude: 36, latitude: 117), point(1)], roadClass: "residential")
    #expect(throws: AccessibilityFault.badPoint(road: 2)) {
      try network([motorway, swapped], .walk)
    }
    var closed = motorway
    closed.closedTo = [.drive]
    #expect(throws: AccessibilityFault.noRoads(.drive)) { try network([closed], .drive) }
  }

  @Test(arguments: [
    "residential 1 2 3", "residential 1 2 3 -4", "a 1 2 3 4\na 1 2 3 4", "a 1 2 3 x",
  ])
  func aDamagedTableOfSpeedsIsRefused(_ table: String) {
    #expect(throws: AccessibilityFault.self) { try Speeds(table) }
  }
}
