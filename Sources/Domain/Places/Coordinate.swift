/// A point on the earth in degrees of WGS-84 (EPSG:4326).
///
/// Chinese maps publish shifted coordinates (GCJ-02, BD-09); they are converted before they become a
/// `Coordinate`, never guessed.
public struct Coordinate: Sendable, Hashable, Codable {
  /// -180...180, east positive.
  public var longitude: Double
  /// -90...90, north positive.
  public var latitude: Double

  /// Takes both as they are; nothing is checked.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Longitude and latitude are numbers of the earth.
  public var isOnEarth: Bool {
    longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
  }

  /// Longitude and latitude exchanged.
  public var swapped: Coordinate { Coordinate(longitude: latitude, latitude: longitude) }
}

/// South-west and north-east corners of what lies in between.
public struct Bounds: Sendable, Equatable {
  /// The smallest longitude and latitude.
  public var southWest: Coordinate
  /// The greatest longitude and latitude.
  public var northEast: Coordinate

  /// Nil for no points.
  public init?(_ points: [Coordinate]) {
    guard let first = points.first else { return nil }
    var (west, south, east, north) = (
      first.longitude, first.latitude, first.longitude, first.latitude
    )
    for point in points {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
    }
    southWest = Coordinate(longitude: west, latitude: south)
    northEast = Coordinate(longitude: east, latitude: north)
  }

  /// Whether a point lies inside, or at most so many degrees outside.
  public func contains(_ point: Coordinate, margin: Double = 0) -> Bool {
    (southWest.longitude - margin...northEast.longitude + margin).contains(point.longitude)
      && (southWest.latitude - margin...northEast.latitude + margin).contains(point.latitude)
  }
}

extension Coordinate {
  /// Longitude and latitude with a comma or a space in between, alone or in brackets behind an
  /// address: `117.0012,36.6543`, `经七路100号(117.0012, 36.6543)`.
  public init?(_ text: String) {
    var inner = Substring(text)
    if let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }) {
      inner = text[text.index(after: open)...].prefix { $0 != ")" && $0 != "）" }
    }
    let parts = inner.split { $0 == "," || $0 == "，" || $0.isWhitespace }
    guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]) else { return nil }
    self.init(longitude: x, latitude: y)
  }
}
