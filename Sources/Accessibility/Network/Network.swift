import Domain

/// A road network for one means of travel: nodes, and directed edges with the time that each takes.
///
/// Edges lie behind one another by the node they leave (compressed sparse rows): those of node `n`
/// are `starts[n]..<starts[n + 1]`. Times are tenths of a second, so that searching needs whole
/// numbers only.
public struct Network: Sendable, Equatable {
  public let mode: TravelMode
  /// Where each node is.
  public let nodes: [Coordinate]
  /// `nodes.count + 1` offsets into `heads` and `times`.
  public let starts: [Int32]
  /// The node that each edge leads to.
  public let heads: [Int32]
  /// Tenths of a second, at least 1.
  public let times: [Int32]

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

  /// Nodes of each island: parts that no road joins, whatever its direction; the largest first.
  public var islands: [[Int]] {
    var root = Array(nodes.indices)
    func find(_ node: Int) -> Int {
      var node = node
      while root[node] != node {
        root[node] = root[root[node]]
        node = root[node]
      }
      return node
    }
    for node in nodes.indices {
      for edge in Int(starts[node])..<Int(starts[node + 1]) {
        let (one, other) = (find(node), find(Int(heads[edge])))
        if one != other { root[max(one, other)] = min(one, other) }
      }
    }
    var islands: [Int: [Int]] = [:]
    for node in nodes.indices { islands[find(node), default: []].append(node) }
    return islands.values.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) }
  }
}
