import Domain

/// A road network for one means of travel: nodes, and directed edges with the time that each takes.
///
/// Edges lie behind one another by the node they leave (compressed sparse rows): those of node `n`
/// are `starts[n]..<starts[n + 1]`. Times are tenths of a second, so that searching needs whole
/// numbers only.
public struct Network: Sendable, Equatable {
  /// Whose roads and times these are.
  public let mode: TravelMode
  /// Where each node is.
  public let nodes: [Coordinate]
  /// `nodes.count + 1` offsets into `heads` and `times`.
  public let starts: [Int32]
  /// The node that each edge leads to.
  public let heads: [Int32]
  /// Tenths of a second, at least 1.
  public let times: [Int32]

  /// Directed edges; a road that goes both ways has two.
  public var edgeCount: Int { heads.count }

  /// Directed edges, in any order; of parallel ones all are kept.
  ///
  /// Edges whose ends are no nodes are left out, and times below 1 become 1.
  public init(
    mode: TravelMode, nodes: [Coordinate], edges: [(from: Int, to: Int, time: Int)]
  ) {
    let usable = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for edge in usable { starts[edge.from + 1] += 1 }
    for node in nodes.indices { starts[node + 1] += starts[node] }
    var next = starts
    var heads = [Int32](repeating: 0, count: usable.count)
    var times = heads
    for edge in usable {
      let place = Int(next[edge.from])
      heads[place] = Int32(edge.to)
      times[place] = Int32(clamping: max(1, edge.time))
      next[edge.from] += 1
    }
    self.init(mode: mode, nodes: nodes, starts: starts, heads: heads, times: times)
  }

  /// Arrays that fit one another.
  init(mode: TravelMode, nodes: [Coordinate], starts: [Int32], heads: [Int32], times: [Int32]) {
    self.mode = mode
    self.nodes = nodes
    self.starts = starts
    self.heads = heads
    self.times = times
  }

  /// Every edge the other way round: times towards a place become times from it.
  public var reversed: Network {
    var edges: [(from: Int, to: Int, time: Int)] = []
    edges.reserveCapacity(edgeCount)
    for node in nodes.indices {
      for edge in Int(starts[node])..<Int(starts[node + 1]) {
        edges.append((Int(heads[edge]), node, Int(times[edge])))
      }
    }
    return Network(mode: mode, nodes: nodes, edges: edges)
  }

  /// The parts that no road joins, whatever its direction.
  public var islands: Islands { Islands(self) }
}

/// Parts of a network that no road joins, whatever its direction.
public struct Islands: Sendable, Equatable {
  /// The island of each node, numbered by size from 0 for the largest; -1 for a node without a road.
  public let of: [Int32]
  /// How many nodes each island has, largest first.
  public let sizes: [Int]

  init(_ network: Network) {
    var root = (0..<Int32(network.nodes.count)).map { $0 }
    func find(_ node: Int32) -> Int32 {
      var node = node
      while root[Int(node)] != node {
        root[Int(node)] = root[Int(root[Int(node)])]
        node = root[Int(node)]
      }
      return node
    }
    var hasRoad = [Bool](repeating: false, count: network.nodes.count)
    for node in network.nodes.indices {
      for edge in Int(network.starts[node])..<Int(network.starts[node + 1]) {
        hasRoad[node] = true
        hasRoad[Int(network.heads[edge])] = true
        let (one, other) = (find(Int32(node)), find(network.heads[edge]))
        if one != other { root[Int(max(one, other))] = min(one, other) }
      }
    }
    var sizes: [Int32: Int] = [:]
    var roots = [Int32](repeating: -1, count: network.nodes.count)
    for node in network.nodes.indices where hasRoad[node] {
      roots[node] = find(Int32(node))
      sizes[roots[node], default: 0] += 1
    }
    let order = sizes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    let numbers = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element.key, Int32($0.offset)) })
    of = roots.map { $0 < 0 ? -1 : numbers[$0] ?? -1 }
    self.sizes = order.map(\.value)
  }
}
