import Domain
import Foundation

@testable import Accessibility

/// The same numbers every time (SplitMix64, Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Small towns for tests.
enum Sample {
  static func point(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(longitude: 117 + x / 1000, latitude: 36.6 + y / 1000)
  }

  static func place(_ x: Double, _ y: Double, people: Double = 1, in street: String? = nil) -> Place
  {
    Place(key: "\(x),\(y)", point: point(x, y), people: people, subdistrict: street)
  }

  /// A square of streets, a thousandth of a degree apart (about 90 by 111 m).
  static func town(_ size: Int, oneWay: Bool = false) throws -> RoadMap {
    let lines = (0...size).flatMap { number -> [RoadLine] in
      let across = (0...size).map { point(Double($0), Double(number)) }
      let along = (0...size).map { point(Double(number), Double($0)) }
      let road = Road("residential", backwards: oneWay ? .walk : .all)
      return [
        RoadLine(points: across, road: road), RoadLine(points: along, road: Road("residential")),
      ]
    }
    return try RoadMap(lines)
  }

  static func maker(
    _ map: RoadMap, _ mode: TravelMode = .walk, minutes: Int = 10,
    towards: TravelTerms.Towards? = nil, reach: Int = 500
  ) throws -> CircleMaker {
    try CircleMaker(
      map, speeds: .builtIn(),
      terms: TravelTerms(mode: mode, minutes: minutes, towards: towards, reach: reach))
  }

  /// A real map of ../shared, or nil where it is not there.
  static func real(_ name: String) -> [UInt8]? {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appendingPathComponent("shared/maps/\(name).osm.pbf")
    return (try? Data(contentsOf: url)).map { [UInt8]($0) }
  }
}
