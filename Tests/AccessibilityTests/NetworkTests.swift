import Domain
import Testing

@testable import Accessibility

/// Roads become a network that respects who may go where and how fast.
@Suite struct NetworkTests {
  private func point(_ x: Double, _ y: Double = 36) -> Coordinate {
    Coordinate(longitude: 117 + x / 1000, latitude: y)
  }

  private func line(_ points: [Coordinate], _ road: Road) -> RoadLine {
    RoadLine(points: points, road: road)
  }

  private func network(_ roads: [RoadLine], _ mode: TravelMode, hour: Int? = nil) throws -> Network
  {
    try RoadMap(roads).network(mode, hour: hour, speeds: .builtIn())
  }

  @Test func linesAreJoinedWhereTheyShareAPoint() throws {
    let roads = [
      line([point(0), point(1), point(2)], Road("residential")),
      line([point(1), point(1, 36.001)], Road("footway")),
      line([point(50), point(51)], Road("residential")),
    ]
    let walk = try network(roads, .walk)
    #expect(walk.nodes.count == 6 && walk.edgeCount == 8)
    #expect(walk.islands.sizes == [4, 2] && walk.islands.of == [0, 0, 0, 0, 1, 1])
    // Nobody drives on a footway.
    let drive = try network(roads, .drive)
    #expect(drive.edgeCount == 6 && drive.islands.of[3] == -1)
  }

  @Test func oneWayStreetsBindDriversAndNotWalkers() throws {
    let road = line([point(0), point(1)], Road("residential", backwards: .walk))
    #expect(try network([road], .drive).edgeCount == 1)
    #expect(try network([road], .walk).edgeCount == 2)
    let map = try RoadMap([road])
    let drive = try map.network(.drive, speeds: .builtIn())
    // The ambulance gets there, the patient does not get back.
    #expect(NearestSearch(drive).nearest([0], within: 10_000).times[1] < 10_000)
    #expect(NearestSearch(drive).nearest([1], within: 10_000).times[0] == NearestSearch.unreached)
    #expect(try map.network(.drive, speeds: .builtIn(), reversed: true) == drive.reversed)
  }

  @Test func timeIsDistanceOverSpeed() throws {
    // A thousandth of a degree at 36° north is 89.96 m: 72 s at 4.5 km/h.
    let road = line([point(0), point(1)], Road("residential"))
    #expect(try network([road], .walk).times == [720, 720])
    let slow = line([point(0), point(1)], Road("residential", speedLimit: 10))
    #expect(try network([slow], .drive).times[0] > network([road], .drive).times[0])
    #expect(try network([slow], .ambulance).times == network([road], .ambulance).times)
  }

  @Test func theHourChangesTheSpeedOfThoseWhoDrive() throws {
    let road = line([point(0), point(10)], Road("primary"))
    #expect(try network([road], .drive, hour: 8).times[0] > network([road], .drive).times[0])
    #expect(try network([road], .drive, hour: 3).times[0] < network([road], .drive).times[0])
    #expect(try network([road], .walk, hour: 8).times == network([road], .walk).times)
  }

  @Test func badInputIsAFault() throws {
    let motorway = line([point(0), point(1)], Road("motorway"))
    #expect(throws: AccessibilityFault.noRoads(.walk)) { try network([motorway], .walk) }
    #expect(throws: AccessibilityFault.emptyMap) { try RoadMap([]) }
    let swapped = line([Coordinate(longitude: 36, latitude: 117), point(1)], Road("residential"))
    #expect(throws: AccessibilityFault.badPoint(road: 2)) { try RoadMap([motorway, swapped]) }
    let closed = line([point(0), point(1)], Road("motorway", forwards: .walk, backwards: .walk))
    #expect(throws: AccessibilityFault.noRoads(.drive)) { try network([closed], .drive) }
  }

  @Test(arguments: [
    "residential 1 2 3", "residential 1 2 3 -4", "a 1 2 3 4\na 1 2 3 4", "a 1 2 3 x",
    "hour:24 1 1 1 1", "hour:8 1 1 0 1", "hour:8 1 1 1 1\nhour:8 1 1 1 1", "a nan 1 1 1",
  ])
  func aDamagedTableOfSpeedsIsRefused(_ table: String) {
    #expect(throws: AccessibilityFault.self) { try Speeds(table) }
  }

  // MARK: The tags of OpenStreetMap

  @Test(arguments: [
    ("highway=residential", "wcda wcda"), ("highway=residential oneway=yes", "wcda w"),
    ("highway=residential oneway=-1", "w wcda"),
    ("highway=residential oneway=yes oneway:bicycle=no", "wcda wc"),
    ("highway=residential oneway=yes cycleway=opposite_lane", "wcda wc"),
    ("highway=residential junction=roundabout", "wcda w"),
    ("highway=motorway", "wcda w"), ("highway=service access=private", "a a"),
    ("highway=service access=no", "- -"), ("highway=service access=private foot=yes", "wa wa"),
    ("highway=residential motor_vehicle=no", "wc wc"),
    ("highway=residential motor_vehicle=no emergency=yes", "wca wca"),
    ("highway=residential vehicle=no bicycle=yes", "wc wc"),
    ("highway=primary motorroad=yes", "da da"), ("highway=residential motorcar=no", "wca wca"),
    ("highway=residential access=destination", "wcda wcda"),
  ])
  func tagsSayWhoMayGo(_ tags: String, _ expected: String) throws {
    let road = try #require(OSMRules.road(OSMRules.tags(tags.replacing(" ", with: "\n"))))
    #expect("\(letters(road.forwards)) \(letters(road.backwards))" == expected)
  }

  @Test(arguments: [
    ("barrier=bollard", "da"), ("barrier=gate", "-"), ("barrier=gate access=private", "wcd"),
    ("barrier=stile", "cda"), ("barrier=wall", "wcda"), ("barrier=bollard motor_vehicle=yes", "-"),
    ("barrier=lift_gate motor_vehicle=no", "da"),
  ])
  func barriersSayWhoIsHeldUp(_ tags: String, _ expected: String) {
    #expect(letters(OSMRules.closed(OSMRules.tags(tags.replacing(" ", with: "\n")))) == expected)
  }

  @Test func whatIsNoRoadIsNone() {
    for text in ["highway=construction", "building=yes", "highway=proposed"] {
      #expect(OSMRules.road(OSMRules.tags(text)) == nil)
    }
    let limits = ["50": 50, "30 mph": 48.28032, "none": nil, "CN:urban": nil] as [String: Double?]
    for (text, limit) in limits {
      let road = OSMRules.road(OSMRules.tags("highway=primary\nmaxspeed=\(text)"))
      #expect(road?.speedLimit == limit)
    }
  }

  private func letters(_ modes: TravelModes) -> String {
    let names = TravelMode.allCases.filter { modes.contains($0) }.map {
      String($0.rawValue.prefix(1))
    }
    return names.isEmpty ? "-" : names.joined()
  }

  // MARK: Saving

  @Test func aSavedMapComesBackAsItWas() throws {
    let map = try Sample.town(9, oneWay: true)
    #expect(try RoadMap(saved: map.saved) == map)
  }

  @Test func aDamagedSavedMapIsRefusedWhereverItIsDamaged() throws {
    let saved = try Sample.town(3).saved
    for place in saved.indices {
      var other = saved
      other[place] ^= 0x10
      #expect(throws: AccessibilityFault.self) { try RoadMap(saved: other) }
    }
    for count in stride(from: 0, to: saved.count, by: 7) {
      #expect(throws: AccessibilityFault.self) { try RoadMap(saved: Array(saved.prefix(count))) }
    }
  }

  // MARK: A district's own roads

  @Test func roadsOfGeoJSONAreThoseOfLines() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"类别":"residential","单行":"是"},
       "geometry":{"type":"LineString","coordinates":[[117,36],[117.001,36]]}},
      {"type":"Feature","properties":{"highway":"footway"},
       "geometry":{"type":"MultiLineString","coordinates":[[[117.001,36],[117.001,36.001]]]}}]}
      """
    let map = try RoadMap(reading: Array(text.utf8), file: "roads.geojson")
    #expect(map.nodes.count == 3 && map.edgeCount == 4)
    #expect(try map.network(.drive, speeds: .builtIn()).edgeCount == 1)
  }

  /// What programs write out of OpenStreetMap has more than roads in it.
  @Test func whatIsNoRoadInGeoJSONIsLeftOut() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"highway":"crossing"},
       "geometry":{"type":"Point","coordinates":[117,36]}},
      {"type":"Feature","properties":{"highway":"pedestrian"},"geometry":
       {"type":"Polygon","coordinates":[[[117,36],[117.1,36],[117.1,36.1],[117,36]]]}},
      {"type":"Feature","properties":{"highway":"construction"},
       "geometry":{"type":"LineString","coordinates":[[117,36],[117,36.001]]}},
      {"type":"Feature","properties":{"highway":"residential"},
       "geometry":{"type":"LineString","coordinates":[[117,36],[117.001,36]]}}]}
      """
    let map = try RoadMap(reading: Array(text.utf8), file: "roads.geojson")
    #expect(map.nodes.count == 2 && map.edgeCount == 2)
  }

  @Test(arguments: [
    "{", "{}", #"{"features":[{"geometry":null,"properties":{"highway":"primary"}}]}"#,
    #"{"features":[{"geometry":{"type":"LineString","coordinates":[[1]]}}]}"#,
    #"{"features":[{"properties":{"highway":"primary","限速":"-5"},"geometry":{"type":"LineString","coordinates":[[117,36],[117.1,36]]}}]}"#,
    #"{"features":[{"properties":{"highway":"primary"},"geometry":{"type":"LineString","coordinates":[[36,117],[36,117.1]]}}]}"#,
    #"{"features":[]}"#,
  ])
  func damagedRoadsAreAFault(_ text: String) {
    let fault = #expect(throws: AccessibilityFault.self) {
      try RoadMap(reading: Array(text.utf8), file: "roads.geojson")
    }
    #expect(fault?.place?.file == "roads.geojson")
  }
}
