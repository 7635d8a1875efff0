import Domain
import Foundation
import Testing

@testable import Accessibility

/// Real maps, where they are there. Nothing of them is in the project.
@Suite struct RealMapTests {
  static let names = ["andorra", "helsinki-centre"]

  private func bytes(_ name: String) -> [UInt8]? {
    let bytes = Sample.real(name)
    if bytes == nil { print("skipped: ../shared/maps/\(name).osm.pbf is not here") }
    return bytes
  }

  @Test(arguments: names) func everyNodeHasTheTimeOfAPlainDijkstra(_ name: String) throws {
    guard let bytes = bytes(name) else { return }
    let map = try RoadMap(openStreetMap: bytes)
    for mode in [TravelMode.walk, .drive] {
      let network = try map.network(mode, speeds: .builtIn())
      let places = (0..<20).map { $0 * network.nodes.count / 20 }
      let found = NearestSearch(network).nearest(places, within: 18_000)
      #expect(found.times == Self.plain(network, places, 18_000))
    }
  }

  /// With a sorted set instead of buckets.
  private static func plain(_ network: Network, _ places: [Int], _ limit: Int) -> [Int32] {
    var times = [Int](repeating: .max, count: network.nodes.count)
    var heap: [(time: Int, node: Int)] = []
    func push(_ time: Int, _ node: Int) {
      heap.append((time, node))
      var child = heap.count - 1
      while child > 0, heap[child].time < heap[(child - 1) / 2].time {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }
    func pop() -> (time: Int, node: Int) {
      let first = heap[0]
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < heap.count && heap[child].time < heap[least].time { least = child }
        if least == parent { return first }
        heap.swapAt(parent, least)
        parent = least
      }
    }
    for place in places {
      times[place] = 0
      push(0, place)
    }
    while !heap.isEmpty {
      let (time, node) = pop()
      guard time == times[node] else { continue }
      for edge in Int(network.starts[node])..<Int(network.starts[node + 1]) {
        let (head, next) = (Int(network.heads[edge]), time + Int(network.times[edge]))
        if next < times[head], next <= limit {
          times[head] = next
          push(next, head)
        }
      }
    }
    return times.map { $0 == .max ? Int32.max : Int32($0) }
  }

  @Test(arguments: names) func aRealMapComesBackFromItsSavedForm(_ name: String) throws {
    guard let bytes = bytes(name) else { return }
    let map = try RoadMap(openStreetMap: bytes)
    #expect(try RoadMap(saved: map.saved) == map)
    // A city cut out of its country has roads that lead out of it.
    #expect((map.cutRoads > 0) == (name == "helsinki-centre"))
  }

  @Test func aPartOfAMapIsAFault() throws {
    guard let bytes = bytes("helsinki-centre") else { return }
    for part in [0, 1, 3, 20, bytes.count / 3, bytes.count / 2, bytes.count - 1] {
      #expect(throws: AccessibilityFault.self) {
        try RoadMap(openStreetMap: Array(bytes.prefix(part)))
      }
    }
  }

  /// Whatever a byte is changed to, it is a fault or a map that can be searched.
  @Test func aChangedByteNeverBreaksTheProgram() throws {
    guard let bytes = bytes("helsinki-centre") else { return }
    var random = SeededRandom(7)
    for _ in 0..<20 {
      var other = bytes
      for _ in 0..<3 {
        other[Int.random(in: other.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let map = try? RoadMap(openStreetMap: other) else { continue }
      #expect(map.nodes.count == map.starts.count - 1)
    }
  }

  @Test func anythingElseIsNoMap() {
    for text in ["hello", "\u{0}\u{0}\u{0}\u{0E}OSMHeader", "<osm></osm>"] {
      #expect(throws: AccessibilityFault.self) { try RoadMap(openStreetMap: Array(text.utf8)) }
    }
  }
}
