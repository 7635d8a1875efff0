import Domain

/// A road as a district or a map draws it: its points in the order of travel, and what may use it.
public struct RoadLine: Sendable, Equatable {
  /// At least two points.
  public var points: [Coordinate]
  /// The class of the road as OpenStreetMap names it: `primary`, `residential`, `footway`.
  public var roadClass: String
  public var direction: Direction
  /// Means of travel that may not use it, whatever its class.
  public var closedTo: Set<TravelMode>
  /// Highest speed for motor vehicles in km/h where one is posted.
  public var speedLimit: Double?

  /// Where motor vehicles and bicycles may go; walking knows no one-way streets.
  public enum Direction: Sendable { case both, forwards, backwards }

  /// Takes every field as it is; nothing is checked.
  public init(
    points: [Coordinate], roadClass: String, direction: Direction = .both,
    closedTo: Set<TravelMode> = [], speedLimit: Double? = nil
  ) {
    self.points = points
    self.roadClass = roadClass
    self.direction = direction
    self.closedTo = closedTo
    self.speedLimit = speedLimit
  }
}

/// How people get there.
public enum TravelMode: String, Sendable, CaseIterable, Codable {
  case walk, cycle, drive
  /// Drives towards the person; not bound by the posted limits.
  case ambulance

  /// One-way streets bind it.
  var obeysDirection: Bool { self != .walk }
}
