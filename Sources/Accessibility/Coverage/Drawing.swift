import Domain

/// Draws a network as lines: roads of one importance that are reached within the same minute are
/// joined, and points that nobody would see are left out.
struct Drawing {
  let map: RoadMap
  let times: [Int32]
  /// Tenths of a second.
  let limit: Int
  /// With fewer edges than this, every road is drawn; of larger maps the major ones.
  private static let most = 300_000
  private static let minor: Set<String> = [
    "footway", "path", "steps", "service", "track", "cycleway", "pedestrian", "bridleway", "road",
  ]

  private struct Look: Hashable {
    var band: Int?
    var minute: Int?
    var isMajor: Bool
  }

  private struct Edge {
    var ends: (Int, Int)
    var look: Look
    var isDrawn = false
  }

  func strokes() -> [RoadStroke] {
    let isMinor = map.kindTable.map { Self.minor.contains($0.roadClass) }
    var edges: [Edge] = []
    var seen: Set<Int> = []
    let skipsMinor = map.edgeCount > Self.most
    for from in map.nodes.indices {
      for edge in Int(map.starts[from])..<Int(map.starts[from + 1]) {
        let to = Int(map.heads[edge])
        let isMinor = isMinor[Int(map.kinds[edge])]
        guard !(isMinor && skipsMinor),
          seen.insert(min(from, to) * map.nodes.count + max(from, to)).inserted
        else { continue }
        edges.append(Edge(ends: (from, to), look: look(from, to, isMajor: !isMinor)))
      }
    }
    var at: [[Int32]] = Array(repeating: [], count: map.nodes.count)
    for (index, edge) in edges.enumerated() {
      at[edge.ends.0].append(Int32(index))
      at[edge.ends.1].append(Int32(index))
    }
    var strokes: [RoadStroke] = []
    let tolerance = self.tolerance
    for start in edges.indices where !edges[start].isDrawn {
      edges[start].isDrawn = true
      let look = edges[start].look
      var nodes = [edges[start].ends.0, edges[start].ends.1]
      extend(&nodes, look, &edges, at)
      nodes.reverse()
      extend(&nodes, look, &edges, at)
      strokes.append(
        RoadStroke(
          points: thinned(nodes, tolerance), band: look.band, minute: look.minute,
          isMajor: look.isMajor))
    }
    return strokes
  }

  private func extend(
    _ nodes: inout [Int], _ look: Look, _ edges: inout [Edge], _ at: [[Int32]]
  ) {
    while let last = nodes.last,
      let next = at[last].first(where: {
        !edges[Int($0)].isDrawn && edges[Int($0)].look == look
      })
    {
      edges[Int(next)].isDrawn = true
      let ends = edges[Int(next)].ends
      nodes.append(ends.0 == last ? ends.1 : ends.0)
    }
  }

  /// The later of both ends; a road is within a minute when it is as a whole.
  private func look(_ one: Int, _ other: Int, isMajor: Bool) -> Look {
    let time = Int(max(times[one], times[other]))
    guard time <= limit, limit > 0 else { return Look(isMajor: isMajor) }
    return Look(
      band: min(4, max(0, (time * 5 - 1) / limit)), minute: Coverage.minute(time),
      isMajor: isMajor)
  }

  /// Degrees: a two-thousandth of the map's height.
  private var tolerance: Double {
    guard let bounds = map.bounds else { return 0 }
    return (bounds.northEast.latitude - bounds.southWest.latitude) / 2000
  }

  private func thinned(_ nodes: [Int], _ tolerance: Double) -> [Coordinate] {
    var points: [Coordinate] = []
    for (place, node) in nodes.enumerated() {
      let point = map.nodes[node]
      if let last = points.last, place < nodes.count - 1,
        abs(point.longitude - last.longitude) < tolerance,
        abs(point.latitude - last.latitude) < tolerance
      {
        continue
      }
      points.append(point)
    }
    return points
  }
}

extension CircleMaker {
  /// The lines of the map, coloured by what a circle reaches.
  public func drawing(_ circle: Circle) -> [RoadStroke] {
    Drawing(map: map, times: circle.nodeTimes, limit: limit).strokes()
  }

  /// How large the network is, and in how many parts.
  public var facts: RoadFacts {
    RoadFacts(
      nodes: map.nodes.count, edges: network.edgeCount, cutRoads: map.cutRoads,
      islands: islands.sizes)
  }
}
