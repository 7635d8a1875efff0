import COsmium
import Domain

extension RoadMap {
  /// Reads the roads of an OpenStreetMap extract in its binary form (`.osm.pbf`).
  ///
  /// Needs about 24 bytes for every node of the extract beside the map itself. Turn restrictions
  /// are not looked at. A road whose nodes lie outside the extract ends where it leaves it.
  ///
  /// - Throws: ``AccessibilityFault/damagedMap(reason:)`` for bytes that are no such file or only
  ///   a part of one, ``AccessibilityFault/emptyMap`` for one without a road.
  public init(openStreetMap bytes: [UInt8]) throws(AccessibilityFault) {
    guard !bytes.isEmpty else { throw .damagedMap(reason: "0 bytes") }
    var reason = [CChar](repeating: 0, count: 256)
    guard let osm = duban_osm_read(bytes, bytes.count, &reason, reason.count) else {
      let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw .damagedMap(reason: String(decoding: text, as: UTF8.self))
    }
    defer { duban_osm_free(osm) }
    let map = Self.map(osm.pointee)
    guard map.edgeCount > 0 else { throw .emptyMap }
    self = map
  }

  private static func map(_ osm: duban_osm) -> RoadMap {
    let sets = (0..<osm.tag_set_count).map { index in
      OSMRules.tags(osm.tag_sets[index].map { String(cString: $0) } ?? "")
    }
    let roads = sets.map(OSMRules.road)
    let closed = sets.map { $0.isEmpty ? TravelModes() : OSMRules.closed($0) }
    let nodes = (0..<osm.node_count).map {
      GridPoint(x: osm.longitudes[$0], y: osm.latitudes[$0]).coordinate
    }
    let count = Int(osm.starts[osm.way_count])
    var builder = RoadMapBuilder(nodes: nodes, roads: 2 * count)
    for way in 0..<osm.way_count {
      guard let road = roads[Int(osm.way_tags[way])] else { continue }
      let refs = Int(osm.starts[way])..<Int(osm.starts[way + 1])
      var edges = WayEdges(road)
      var last: Int32 = -1
      var isCut = false
      for ref in refs {
        let node = osm.refs[ref]
        if node < 0 {
          isCut = true
        } else if last >= 0 {
          let barrier = closed[Int(osm.node_tags[Int(node)])]
            .union(closed[Int(osm.node_tags[Int(last)])])
          edges.add(last, node, closedTo: barrier, to: &builder)
        }
        last = node
      }
      if isCut { builder.cutRoads += 1 }
    }
    return builder.map()
  }
}

/// The kinds of one way's edges, looked up once where no barrier stands on it.
private struct WayEdges {
  let road: Road
  private var usual: (UInt16?, UInt16?)?

  init(_ road: Road) { self.road = road }

  mutating func add(
    _ one: Int32, _ other: Int32, closedTo: TravelModes, to builder: inout RoadMapBuilder
  ) {
    guard closedTo.isEmpty else { return builder.add(one, other, road, closedTo: closedTo) }
    guard one != other else { return }
    let (forwards, backwards) = usual ?? builder.kinds(road)
    usual = (forwards, backwards)
    let length = builder.length(one, other)
    if let forwards { builder.add(one, other, length, forwards) }
    if let backwards { builder.add(other, one, length, backwards) }
  }
}
