import Domain

/// A road as a district or a map draws it: its points in the order of travel, and what may use it.
public struct RoadLine: Sendable, Equatable {
  /// At least two points.
  public var points: [Coordinate]
  /// What the road is and who may use it.
  public var road: Road

  /// Takes both as they are; nothing is checked.
  public init(points: [Coordinate], road: Road) {
    self.points = points
    self.road = road
  }
}

/// What a road is and who may use it, in the order of its points and against it.
public struct Road: Sendable, Equatable {
  /// The class of the road as OpenStreetMap names it: `primary`, `residential`, `footway`.
  public var roadClass: String
  /// Means of travel that may go along the points, as far as the class is open to them.
  public var forwards: TravelModes
  /// The same against the order of the points.
  public var backwards: TravelModes
  /// Means of travel that may go although the class is closed to them (`foot=yes` on a trunk road).
  public var opened: TravelModes
  /// Highest speed for motor vehicles in km/h where one is posted.
  public var speedLimit: Double?

  /// By default a road that is open both ways to all whom its class lets in.
  public init(
    _ roadClass: String, forwards: TravelModes = .all, backwards: TravelModes = .all,
    opened: TravelModes = [], speedLimit: Double? = nil
  ) {
    self.roadClass = roadClass
    self.forwards = forwards
    self.backwards = backwards
    self.opened = opened
    self.speedLimit = speedLimit
  }
}
