import Domain
import Foundation

/// Makes a network from road lines: lines that share a point are joined there.
public struct NetworkBuilder: Sendable {
  private let speeds: Speeds

  public init(speeds: Speeds) { self.speeds = speeds }

  /// - Throws: ``AccessibilityFault/noRoads(_:)``, ``AccessibilityFault/badPoint(road:)``.
  public func network(_ roads: [RoadLine], mode: TravelMode) throws(AccessibilityFault) -> Network {
    var numbers: [Point: Int] = [:]
    var nodes: [Coordinate] = []
    var edges: [(from: Int, to: Int, time: Int)] = []
    for (index, road) in roads.enumerated() {
      guard road.points.allSatisfy(\.isOnEarth) else { throw .badPoint(road: index + 1) }
      guard let speed = speeds.speed(mode, on: road) else { continue }
      var last: Int? = nil
      for point in road.points {
        let number = numbers[Point(point)] ?? nodes.count
        if number == nodes.count {
          numbers[Point(point)] = number
          nodes.append(point)
        }
        if let from = last, from != number {
          let time = Self.time(nodes[from], point, speed)
          let isBound = mode.obeysDirection
          if !isBound || road.direction != .backwards { edges.append((from, number, time)) }
          if !isBound || road.direction != .forwards { edges.append((number, from, time)) }
        }
        last = number
      }
    }
    guard !edges.isEmpty else { throw .noRoads(mode) }
    return Network(mode: mode, nodes: nodes, edges: edges)
  }

  /// Points that are one: to within about a centimetre.
  private struct Point: Hashable {
    let x: Int
    let y: Int

    init(_ point: Coordinate) {
      x = Int((point.longitude * 1e7).rounded())
      y = Int((point.latitude * 1e7).rounded())
    }
  }

  /// Tenths of a second at `speed` km/h.
  private static func time(_ one: Coordinate, _ other: Coordinate, _ speed: Double) -> Int {
    max(1, Int((one.metres(to: other) / (speed / 3.6) * 10).rounded()))
  }
}

extension Coordinate {
  /// Longitude and latitude are numbers of the earth.
  public var isOnEarth: Bool {
    longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
  }

  /// Great-circle distance on a sphere of 6,371,008.8 m (the mean radius of IUGG).
  public func metres(to other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let (a, b) = (latitude * radians, other.latitude * radians)
    let (dy, dx) = (b - a, (other.longitude - longitude) * radians)
    let h = sin(dy / 2) * sin(dy / 2) + cos(a) * cos(b) * sin(dx / 2) * sin(dx / 2)
    return 2 * 6_371_008.8 * asin(min(1, h.squareRoot()))
  }
}
