import Domain
import Foundation

/// Finds the place on a network's roads that is nearest to a point: stretches of road sorted into
/// cells.
public struct RoadIndex: Sendable {
  private let network: Network
  private let bounds: Bounds
  /// Degrees of a cell.
  private let width: Double
  private let height: Double
  private let columns: Int
  private let rows: Int
  /// `columns * rows + 1` offsets into the two arrays behind it.
  private let starts: [Int32]
  /// An edge, and the node that it leaves; of a two-way road one of both.
  private let edges: [Int32]
  private let tails: [Int32]

  /// Roads that the network's means of travel may use and that belong to no fragment.
  ///
  /// - Parameter fragment: islands of fewer nodes than this are passed over (a mapped car park, a
  ///   courtyard), as long as there is a larger one.
  /// - Returns: nil for a network without a road.
  public init?(_ network: Network, islands: Islands, fragment: Int = 20) {
    let least = min(fragment, islands.sizes.first ?? 0)
    let stretches = Self.stretches(network) { node in
      islands.of[node] >= 0 && islands.sizes[Int(islands.of[node])] >= least
    }
    guard !stretches.isEmpty, let bounds = Bounds(network.nodes) else { return nil }
    self.network = network
    self.bounds = bounds
    let (x, y) = (
      max(1e-6, bounds.northEast.longitude - bounds.southWest.longitude),
      max(1e-6, bounds.northEast.latitude - bounds.southWest.latitude)
    )
    // About three stretches in a cell.
    let cells = max(1, Double(stretches.count) / 3)
    columns = Int(min(4096, max(1, (cells * x / y).squareRoot().rounded())))
    rows = Int(min(4096, max(1, (cells / Double(columns)).rounded())))
    (width, height) = (x / Double(columns), y / Double(rows))
    (starts, edges, tails) = Self.sorted(
      stretches, network, bounds, columns: columns, rows: rows, width: width, height: height)
  }

  /// One edge of each stretch of road.
  private static func stretches(
    _ network: Network, _ isUsable: (Int) -> Bool
  ) -> [(edge: Int32, tail: Int32)] {
    var stretches: [(edge: Int32, tail: Int32)] = []
    for tail in network.nodes.indices where isUsable(tail) {
      for edge in Int(network.starts[tail])..<Int(network.starts[tail + 1]) {
        let head = Int(network.heads[edge])
        if tail < head || network.edge(from: head, to: tail) == nil {
          stretches.append((Int32(edge), Int32(tail)))
        }
      }
    }
    return stretches
  }

  /// Each stretch in every cell that the square around it touches.
  private static func sorted(
    _ stretches: [(edge: Int32, tail: Int32)], _ network: Network, _ bounds: Bounds, columns: Int,
    rows: Int, width: Double, height: Double
  ) -> ([Int32], [Int32], [Int32]) {
    func cells(_ stretch: (edge: Int32, tail: Int32), _ body: (Int) -> Void) {
      let one = network.nodes[Int(stretch.tail)]
      let other = network.nodes[Int(network.heads[Int(stretch.edge)])]
      func cell(_ value: Double, _ origin: Double, _ size: Double, _ count: Int) -> Int {
        Int(min(max((value - origin) / size, 0), Double(count - 1)))
      }
      let (west, south) = (bounds.southWest.longitude, bounds.southWest.latitude)
      let left = cell(min(one.longitude, other.longitude), west, width, columns)
      let right = cell(max(one.longitude, other.longitude), west, width, columns)
      let bottom = cell(min(one.latitude, other.latitude), south, height, rows)
      let top = cell(max(one.latitude, other.latitude), south, height, rows)
      for row in bottom...top { for column in left...right { body(row * columns + column) } }
    }
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    for stretch in stretches { cells(stretch) { starts[$0 + 1] += 1 } }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var edges = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    var tails = edges
    for stretch in stretches {
      cells(stretch) { cell in
        edges[Int(next[cell])] = stretch.edge
        tails[Int(next[cell])] = stretch.tail
        next[cell] += 1
      }
    }
    return (starts, edges, tails)
  }

  /// A place on the roads.
  public struct Found: Sendable, Equatable {
    /// The node that the edge leaves.
    public let tail: Int
    /// Index into the network's edges.
    public let edge: Int
    /// 0 at the tail of the edge to 1 at its head.
    public let fraction: Double
    /// Metres from the point.
    public let metres: Double
  }

  /// The nearest place on a road; nil for a point further than a degree from all of them.
  public func nearest(to point: Coordinate) -> Found? {
    guard point.isOnEarth, bounds.contains(point, margin: 1) else { return nil }
    let column = clamp((point.longitude - bounds.southWest.longitude) / width, columns)
    let row = clamp((point.latitude - bounds.southWest.latitude) / height, rows)
    // The shorter side of a cell in degrees of latitude, nowhere longer than it is.
    let high = max(
      abs(bounds.southWest.latitude), abs(bounds.northEast.latitude), abs(point.latitude))
    let side = min(height, width * cos(min(high, 89.9) * .pi / 180))
    var best = Best(point)
    for ring in 0..<max(columns, rows) {
      // What lies in this ring is at least so far away.
      let least = Double(ring - 1) * side
      if ring > 0, best.square < least * least { break }
      look(row, column, ring, &best)
    }
    guard best.edge >= 0 else { return nil }
    return Found(
      tail: best.tail, edge: best.edge, fraction: best.fraction,
      metres: best.place(network).metres(to: point))
  }

  private func clamp(_ value: Double, _ count: Int) -> Int {
    Int(min(max(value, 0), Double(count - 1)))
  }

  private func look(_ row: Int, _ column: Int, _ ring: Int, _ best: inout Best) {
    guard row - ring < rows, row + ring >= 0 else { return }
    for y in max(0, row - ring)...min(rows - 1, row + ring) {
      let step = abs(y - row) == ring || ring == 0 ? 1 : 2 * ring
      for x in stride(from: column - ring, through: column + ring, by: step)
      where x >= 0 && x < columns {
        let cell = y * columns + x
        for member in Int(starts[cell])..<Int(starts[cell + 1]) {
          best.look(Int(edges[member]), from: Int(tails[member]), network)
        }
      }
    }
  }

  /// The best so far, on the plane that touches the earth at the point, in degrees of latitude.
  private struct Best {
    let point: Coordinate
    let narrowing: Double
    var edge = -1
    var tail = -1
    var fraction = 0.0
    var square = Double.infinity

    init(_ point: Coordinate) {
      self.point = point
      narrowing = cos(point.latitude * .pi / 180)
    }

    mutating func look(_ edge: Int, from tail: Int, _ network: Network) {
      let (one, other) = (network.nodes[tail], network.nodes[Int(network.heads[edge])])
      let (x, y) = ((point.longitude - one.longitude) * narrowing, point.latitude - one.latitude)
      let (dx, dy) = (
        (other.longitude - one.longitude) * narrowing, other.latitude - one.latitude
      )
      let length = dx * dx + dy * dy
      let fraction = length > 0 ? min(1, max(0, (x * dx + y * dy) / length)) : 0
      let (a, b) = (x - fraction * dx, y - fraction * dy)
      let square = a * a + b * b
      if (square, edge) < (self.square, self.edge) {
        (self.square, self.edge, self.tail, self.fraction) = (square, edge, tail, fraction)
      }
    }

    func place(_ network: Network) -> Coordinate {
      let (one, other) = (network.nodes[tail], network.nodes[Int(network.heads[edge])])
      return Coordinate(
        longitude: one.longitude + fraction * (other.longitude - one.longitude),
        latitude: one.latitude + fraction * (other.latitude - one.latitude))
    }
  }
}

extension Network {
  /// The shortest edge between two nodes; nil for none.
  func edge(from tail: Int, to head: Int) -> Int? {
    (Int(starts[tail])..<Int(starts[tail + 1])).filter { heads[$0] == Int32(head) }
      .min { times[$0] < times[$1] }
  }
}
