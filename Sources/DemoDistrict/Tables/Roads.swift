import Domain

/// A road of the invented district.
public struct DemoRoad: Sendable {
  /// The line in the order of travel, WGS-84.
  public var points: [Coordinate]
  /// A class of the table of speeds.
  public var roadClass: String
  /// True where it may only be travelled in the order of its points.
  public var isOneWay: Bool
}

extension DemoDistrict {
  /// Where the day of the invented map is told.
  public static let roadsName = "示例区路网"
  /// Where the map comes from and of which day, as the ledger names it.
  public static let roadsSource = "合成路网 2022-12-01"

  /// Twelve kilometres by ten: a town of blocks in the north, a river that only bridges cross, and
  /// valleys in the south that hang together loosely.
  public static var roads: [DemoRoad] {
    let across = (0...rows).map { row in
      DemoRoad(
        points: (0...columns).map { crossing($0, row) },
        roadClass: row % 4 == 0 ? "secondary" : "residential", isOneWay: row > river && row % 4 == 2
      )
    }
    let along = (0...columns).flatMap { column -> [DemoRoad] in
      let roadClass = column % 4 == 0 ? "secondary" : "residential"
      let town = DemoRoad(
        points: (river + 1...rows).map { crossing(column, $0) }, roadClass: roadClass,
        isOneWay: column % 8 == 2)
      let valley = DemoRoad(
        points: (0...river).map { crossing(column, $0) },
        roadClass: column % 4 == 0 ? "tertiary" : "track", isOneWay: false)
      let bridge = DemoRoad(
        points: [crossing(column, river), crossing(column, river + 1)], roadClass: roadClass,
        isOneWay: false)
      // In the hills one valley in two has a road, and one in four a bridge.
      return [town] + (column % 2 == 0 ? [valley] : []) + (column % 4 == 0 ? [bridge] : [])
    }
    return across.enumerated().filter { $0.offset > river || $0.offset % 3 == 0 }.map(\.element)
      + along
  }

  static let columns = 24
  static let rows = 20
  /// The river flows between this row of crossings and the next.
  static let river = 6

  /// Half a kilometre apart.
  static func crossing(_ column: Int, _ row: Int) -> Coordinate {
    Coordinate(
      longitude: Double(1_165_000 + column * 56) / 10_000,
      latitude: Double(363_000 + row * 45) / 10_000)
  }

  /// A millionth of a degree each: a building some 30 m beside a crossing.
  static func building(_ column: Int, _ row: Int, _ number: Int) -> (FieldValue, FieldValue) {
    let point = crossing(column, row)
    return (
      .number(Int((point.longitude * 1e6).rounded()) + 60 + number * 37 % 240),
      .number(Int((point.latitude * 1e6).rounded()) + 60 + number * 53 % 240)
    )
  }
}
