import Domain

/// What keeps a network from being made.
public enum AccessibilityFault: Fault, Equatable {
  /// A line of the table of speeds cannot be understood.
  case speeds(line: Int, reason: Phrase)
  /// No road that the means of travel may use.
  case noRoads(TravelMode)
  /// A point that is none on the earth; `line` is the road's number from 1.
  case badPoint(road: Int)

  /// The stable code.
  public var code: FaultCode {
    switch self {
    case .speeds: .damagedSpeeds
    case .noRoads: .noRoads
    case .badPoint: .badPoint
    }
  }

  /// The line or the road.
  public var place: FaultPlace? {
    switch self {
    case .speeds(let line, _): FaultPlace(file: "speeds.txt", line: line)
    case .noRoads: nil
    case .badPoint(let road): FaultPlace(file: "roads", line: road)
    }
  }
}
