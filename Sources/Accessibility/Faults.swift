import Domain

/// What keeps a network from being made or travel times from being told.
public indirect enum AccessibilityFault: Fault, Equatable {
  /// A line of the table of speeds cannot be understood.
  case speeds(line: Int, reason: Phrase)
  /// No road that the means of travel may use.
  case noRoads(TravelMode)
  /// A point that is none on the earth; the road's number from 1.
  case badPoint(road: Int)
  /// Bytes that are no OpenStreetMap extract, or only a part of one.
  case damagedMap(reason: String)
  /// A map without a single road.
  case emptyMap
  /// A saved road map that is not whole; the byte where that was seen.
  case damagedRoads(byte: Int)
  /// A row or feature that is no road.
  case road(line: Int, reason: Phrase)
  /// A row or feature that is no place.
  case place(file: String, line: Int, reason: Phrase)
  /// Text that is no GeoJSON.
  case notGeoJSON(file: String, reason: Phrase)
  /// No place to go to.
  case noPlaces
  /// Nobody lives anywhere.
  case nobody
  /// Every point lies far from the map.
  case elsewhere(what: Phrase, count: Int, example: String)
  /// The points fit the map with longitude and latitude exchanged.
  case swapped(what: Phrase, count: Int, example: String)
  /// The points fit the roads as another datum, and not as WGS-84.
  case shifted(what: Phrase, datum: Datum, metres: Int, instead: Int)
  /// No place could be joined to the network.
  case nothingSnapped(what: Phrase, count: Int, limit: Int)
  /// Every place stands on a part of the network that leads nowhere.
  case island(count: Int, nodes: Int)
  /// What the solver was given or gave back is of no use.
  case solver(String)
  /// One of the others, in a file by name.
  case inFile(String, AccessibilityFault)

  /// The stable code.
  public var code: FaultCode {
    switch self {
    case .speeds: .damagedSpeeds
    case .noRoads, .emptyMap: .noRoads
    case .badPoint, .road: .badPoint
    case .damagedMap, .damagedRoads: .damagedMap
    case .place, .notGeoJSON: .badPlace
    case .noPlaces, .nobody: .nothingToReach
    case .elsewhere: .elsewhere
    case .swapped: .swappedCoordinates
    case .shifted: .shiftedCoordinates
    case .nothingSnapped, .island: .offTheNetwork
    case .solver: .solverFailed
    case .inFile(_, let fault): fault.code
    }
  }

  /// The same, with the file that it was found in.
  func found(in file: String) -> AccessibilityFault {
    switch self {
    case .inFile, .place, .notGeoJSON: self
    default: .inFile(file, self)
    }
  }

  /// The file, and the line, the road or the byte.
  public var place: FaultPlace? {
    switch self {
    case .speeds(let line, _): FaultPlace(file: "speeds.txt", line: line)
    case .badPoint(let road): FaultPlace(file: "roads", line: road)
    case .road(let line, _): FaultPlace(file: "roads", line: line)
    case .place(let file, let line, _): FaultPlace(file: file, line: line)
    case .notGeoJSON(let file, _): FaultPlace(file: file)
    case .inFile(let file, let fault): FaultPlace(file: file, line: fault.place?.line)
    default: nil
    }
  }
}
