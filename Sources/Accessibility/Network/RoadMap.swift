import Domain
import Foundation

/// All roads of an area as one directed graph, whatever may use them and how fast: what is saved,
/// and what a ``Network`` for one means of travel and hour is made from.
///
/// Edges lie behind one another by the node they leave (compressed sparse rows): those of node `n`
/// are `starts[n]..<starts[n + 1]`.
public struct RoadMap: Sendable, Equatable {
  /// Where each node is, to 1e-7 degrees.
  public let nodes: [Coordinate]
  /// `nodes.count + 1` offsets into the arrays of edges.
  public let starts: [Int32]
  /// The node that each edge leads to.
  public let heads: [Int32]
  /// Centimetres of each edge.
  public let lengths: [Int32]
  /// Index into `kindTable` of each edge.
  public let kinds: [UInt16]
  /// The kinds of road that are there, each once.
  public let kindTable: [RoadKind]
  /// Roads that lead out of the map and end at its border.
  public let cutRoads: Int

  /// Directed edges of all means of travel together.
  public var edgeCount: Int { heads.count }

  /// South-west and north-east corners; nil for a map without a node.
  public let bounds: Bounds?

  init(
    nodes: [Coordinate], starts: [Int32], heads: [Int32], lengths: [Int32], kinds: [UInt16],
    kindTable: [RoadKind], cutRoads: Int
  ) {
    self.nodes = nodes
    self.starts = starts
    self.heads = heads
    self.lengths = lengths
    self.kinds = kinds
    self.kindTable = kindTable
    self.cutRoads = cutRoads
    bounds = Bounds(nodes)
  }

  /// The network of one means of travel at an hour.
  ///
  /// - Parameters:
  ///   - hour: 0..<24; nil for no hour in particular.
  ///   - reversed: every edge the other way round, so that times from a place are times towards it.
  /// - Throws: ``AccessibilityFault/noRoads(_:)`` where it may use no road.
  public func network(
    _ mode: TravelMode, hour: Int? = nil, speeds: Speeds, reversed: Bool = false
  ) throws(AccessibilityFault) -> Network {
    // Tenths of a second for a centimetre; 0 for closed.
    let pace = kindTable.map { kind in
      speeds.speed(mode, on: kind, hour: hour).map { 0.36 / $0 } ?? 0
    }
    let count = kinds.reduce(0) { $0 + (pace[Int($1)] > 0 ? 1 : 0) }
    guard count > 0 else { throw .noRoads(mode) }
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    var heads = [Int32](repeating: 0, count: count)
    var times = heads
    if reversed {
      for edge in kinds.indices where pace[Int(kinds[edge])] > 0 {
        starts[Int(self.heads[edge]) + 1] += 1
      }
      for node in nodes.indices { starts[node + 1] += starts[node] }
      var next = starts
      eachEdge(pace) { from, edge, time in
        let place = Int(next[Int(self.heads[edge])])
        next[Int(self.heads[edge])] += 1
        heads[place] = Int32(from)
        times[place] = time
      }
    } else {
      var place = 0
      eachEdge(pace) { from, edge, time in
        heads[place] = self.heads[edge]
        times[place] = time
        place += 1
        starts[from + 1] = Int32(place)
      }
      for node in nodes.indices { starts[node + 1] = max(starts[node + 1], starts[node]) }
    }
    return Network(mode: mode, nodes: nodes, starts: starts, heads: heads, times: times)
  }

  private func eachEdge(_ pace: [Double], _ body: (_ from: Int, _ edge: Int, _ time: Int32) -> Void)
  {
    for from in nodes.indices {
      for edge in Int(starts[from])..<Int(starts[from + 1]) {
        let pace = pace[Int(kinds[edge])]
        guard pace > 0 else { continue }
        let time = (Double(lengths[edge]) * pace).rounded()
        body(from, edge, Int32(max(1, min(time, 1e9))))
      }
    }
  }
}

/// What an edge is: its class, who may go along it, and the posted limit.
public struct RoadKind: Sendable, Hashable {
  /// The class by which the table of speeds knows it: `primary`.
  public var roadClass: String
  /// Who may use it in the direction of the edge.
  public var modes: TravelModes
  /// Those that may go although the class is closed to them.
  public var opened: TravelModes
  /// km/h for motor vehicles.
  public var speedLimit: Double?

  /// Takes every field as it is; nothing is checked.
  public init(
    _ roadClass: String, modes: TravelModes = .all, opened: TravelModes = [],
    speedLimit: Double? = nil
  ) {
    self.roadClass = roadClass
    self.modes = modes
    self.opened = opened
    self.speedLimit = speedLimit
  }
}

/// Collects roads into a map.
struct RoadMapBuilder {
  private var nodes: [Coordinate] = []
  private var numbers: [GridPoint: Int32] = [:]
  private var tails: [Int32] = []
  private var heads: [Int32] = []
  private var lengths: [Int32] = []
  private var kinds: [UInt16] = []
  private var kindTable: [RoadKind] = []
  private var kindNumbers: [RoadKind: UInt16] = [:]
  var cutRoads = 0

  init() {}

  /// Nodes that are known before the roads.
  init(nodes: [Coordinate], roads: Int) {
    self.nodes = nodes
    for keyPath in [\RoadMapBuilder.tails, \.heads, \.lengths] {
      self[keyPath: keyPath].reserveCapacity(roads)
    }
    kinds.reserveCapacity(roads)
  }

  /// The node at a point; points of the same 1e-7 degrees are one.
  mutating func node(at point: Coordinate) -> Int32 {
    let key = GridPoint(point)
    if let number = numbers[key] { return number }
    let number = Int32(nodes.count)
    numbers[key] = number
    nodes.append(key.coordinate)
    return number
  }

  /// The number of a kind, or nil when there are too many.
  mutating func kind(_ kind: RoadKind) -> UInt16? {
    if let number = kindNumbers[kind] { return number }
    guard let number = UInt16(exactly: kindTable.count) else { return nil }
    kindTable.append(kind)
    kindNumbers[kind] = number
    return number
  }

  mutating func add(_ from: Int32, _ to: Int32, _ length: Int32, _ kind: UInt16) {
    tails.append(from)
    heads.append(to)
    lengths.append(length)
    kinds.append(kind)
  }

  func length(_ one: Int32, _ other: Int32) -> Int32 {
    let metres = nodes[Int(one)].metres(to: nodes[Int(other)])
    return Int32(min(1e9, (metres * 100).rounded()))
  }

  /// Both ways of a road between two nodes that follow one another.
  mutating func add(_ one: Int32, _ other: Int32, _ road: Road, closedTo: TravelModes = []) {
    guard one != other else { return }
    let length = length(one, other)
    let (forwards, backwards) = kinds(road, closedTo: closedTo)
    if let forwards { add(one, other, length, forwards) }
    if let backwards { add(other, one, length, backwards) }
  }

  /// The kinds of a road along its points and against them; nil where nobody may go.
  mutating func kinds(_ road: Road, closedTo: TravelModes = []) -> (UInt16?, UInt16?) {
    (
      kind(road, road.forwards.subtracting(closedTo)),
      kind(road, road.backwards.subtracting(closedTo))
    )
  }

  private mutating func kind(_ road: Road, _ modes: TravelModes) -> UInt16? {
    guard !modes.isEmpty else { return nil }
    return kind(
      RoadKind(
        road.roadClass, modes: modes, opened: road.opened.intersection(modes),
        speedLimit: road.speedLimit))
  }

  /// Sorts the edges by the nodes that they leave.
  func map() -> RoadMap {
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for tail in tails { starts[Int(tail) + 1] += 1 }
    for node in nodes.indices { starts[node + 1] += starts[node] }
    var next = starts
    var (heads, lengths, kinds) = (self.heads, self.lengths, self.kinds)
    for edge in tails.indices {
      let place = Int(next[Int(tails[edge])])
      next[Int(tails[edge])] += 1
      heads[place] = self.heads[edge]
      lengths[place] = self.lengths[edge]
      kinds[place] = self.kinds[edge]
    }
    return RoadMap(
      nodes: nodes, starts: starts, heads: heads, lengths: lengths, kinds: kinds,
      kindTable: kindTable, cutRoads: cutRoads)
  }
}

extension RoadMap {
  /// Joins lines where they share a point.
  ///
  /// - Throws: ``AccessibilityFault/badPoint(road:)`` for a point that is none on the earth,
  ///   ``AccessibilityFault/emptyMap`` for no road at all.
  public init(_ roads: [RoadLine]) throws(AccessibilityFault) {
    var builder = RoadMapBuilder()
    for (index, road) in roads.enumerated() {
      guard road.points.allSatisfy(\.isOnEarth) else { throw .badPoint(road: index + 1) }
      var last: Int32? = nil
      for point in road.points {
        let node = builder.node(at: point)
        if let last { builder.add(last, node, road.road) }
        last = node
      }
    }
    let map = builder.map()
    guard map.edgeCount > 0 else { throw .emptyMap }
    self = map
  }
}

/// A point in whole units of 1e-7 degrees, about a centimetre.
struct GridPoint: Hashable {
  let x: Int32
  let y: Int32

  /// - Parameter point: on the earth.
  init(_ point: Coordinate) {
    x = Int32((point.longitude * 1e7).rounded())
    y = Int32((point.latitude * 1e7).rounded())
  }

  init(x: Int32, y: Int32) { (self.x, self.y) = (x, y) }

  var coordinate: Coordinate { Coordinate(longitude: Double(x) / 1e7, latitude: Double(y) / 1e7) }
}
