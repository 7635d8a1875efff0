/// A declared road network: a saved road map in the ledger's files, and the speeds on it.
public struct RoadNetwork: Sendable, Hashable, Codable {
  /// 全区路网; names it in measures.
  public var name: String
  /// SHA-256 of the saved road map, lower-case hexadecimal.
  public var sha256: String
  /// A table of speeds; the built-in one where nil.
  public var speeds: String?
  /// Where the map comes from and of which day.
  public var source: String

  /// Takes every field as it is; nothing is checked.
  public init(name: String, sha256: String, speeds: String? = nil, source: String) {
    self.name = name
    self.sha256 = sha256
    self.speeds = speeds
    self.source = source
  }
}

/// Who reaches what, with all that it rests on.
public struct TravelQuestion: Sendable, Hashable {
  /// The roads and the speeds on them.
  public var network: RoadNetwork
  /// How, when and how far.
  public var terms: TravelTerms
  /// What the points are written in; nil for WGS-84, with a look for a shift.
  public var datum: Datum?
  /// Points as they are written.
  public var facilities: [Place]
  /// The points where people live, with how many live there, as they are written.
  public var people: [Place]

  /// Takes every field as it is; nothing is checked.
  public init(
    network: RoadNetwork, terms: TravelTerms, datum: Datum?, facilities: [Place], people: [Place]
  ) {
    self.network = network
    self.terms = terms
    self.datum = datum
    self.facilities = facilities
    self.people = people
  }
}

/// Tells travel times; judging asks it and knows nothing of roads.
public protocol TravelTimes: Sendable {
  /// - Throws: a `Fault` where points, network and terms do not fit one another.
  func circle(_ question: TravelQuestion) throws -> Circle
}
