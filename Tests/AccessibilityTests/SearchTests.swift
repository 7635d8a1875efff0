import Domain
import Testing

@testable import Accessibility

/// Searching against a slow and simple way, and what must hold of every network.
@Suite struct SearchTests {
  typealias Edge = (from: Int, to: Int, time: Int)

  private static func edges(_ nodes: Int, _ count: Int, _ random: inout SeededRandom) -> [Edge] {
    (0..<count).map { _ in
      (
        Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random),
        Int.random(in: 1...400, using: &random)
      )
    }
  }

  private static func network(_ nodes: Int, _ edges: [Edge]) -> Network {
    let points = (0..<nodes).map { Coordinate(longitude: Double($0) / 100, latitude: 0) }
    return Network(mode: .drive, nodes: points, edges: edges)
  }

  /// Every edge again and again until nothing changes (Bellman and Ford).
  private static func slow(_ nodes: Int, _ edges: [Edge], from places: [Int], within limit: Int)
    -> [Int32]
  {
    var times = [Int](repeating: .max, count: nodes)
    for place in places { times[place] = 0 }
    for _ in 0..<nodes {
      for edge in edges where times[edge.from] != .max {
        times[edge.to] = min(times[edge.to], times[edge.from] + edge.time)
      }
    }
    return times.map { $0 <= limit ? Int32($0) : NearestSearch.unreached }
  }

  @Test(arguments: 0..<40) func theSearchIsTheSlowWay(_ seed: Int) {
    var random = SeededRandom(seed)
    let nodes = Int.random(in: 1...60, using: &random)
    let edges = Self.edges(nodes, Int.random(in: 0...240, using: &random), &random)
    let places = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Int.random(in: 0..<nodes, using: &random)
    }
    let limit = Int.random(in: 0...1500, using: &random)
    let network = Self.network(nodes, edges)
    let found = NearestSearch(network).nearest(places, within: limit)
    #expect(found.times == Self.slow(nodes, edges, from: places, within: limit))
    for node in 0..<nodes {
      #expect((found.places[node] == -1) == (found.times[node] == NearestSearch.unreached))
    }
    // Towards the places: the slow way over edges that are turned round.
    let turned = edges.map { (from: $0.to, to: $0.from, time: $0.time) }
    let towards = NearestSearch(network.reversed).nearest(places, within: limit)
    #expect(towards.times == Self.slow(nodes, turned, from: places, within: limit))
    #expect(network.reversed.reversed.edgeCount == network.edgeCount)
  }

  @Test(arguments: 0..<20) func oneMorePlaceIsNeverLongerAndOneEdgeFewerNeverShorter(_ seed: Int) {
    var random = SeededRandom(seed + 1000)
    let edges = Self.edges(40, 120, &random)
    let limit = 5_000
    let before = NearestSearch(Self.network(40, edges)).nearest([0], within: limit).times
    let more = NearestSearch(Self.network(40, edges)).nearest([0, 7], within: limit).times
    let fewer = NearestSearch(Self.network(40, Array(edges.dropLast()))).nearest([0], within: limit)
    #expect(zip(before, more).allSatisfy { $0 >= $1 })
    #expect(zip(before, fewer.times).allSatisfy { $0 <= $1 })
  }

  @Test func placesThatThereAreNotFindNothing() {
    let found = NearestSearch(Self.network(3, [(0, 1, 5)])).nearest([-1, 9], within: 100)
    #expect(found.times.allSatisfy { $0 == NearestSearch.unreached })
  }

  @Test(arguments: 0..<20) func theSecondNearestIsTheNearestWithoutTheFirst(_ seed: Int) {
    var random = SeededRandom(seed + 2000)
    let network = Self.network(30, Self.edges(30, 90, &random))
    let places = [3, 11, 17, 25].enumerated().map {
      NearestSearch.Start($1, delay: $1, place: $0)
    }
    let (first, second) = NearestSearch(network).twoNearest(places, within: 2_000)
    #expect(first.times == NearestSearch(network).nearest(places, within: 2_000).times)
    for node in 0..<30 where first.places[node] >= 0 {
      var others = places
      others.remove(at: Int(first.places[node]))
      let alone = NearestSearch(network).nearest(others, within: 2_000).times[node]
      #expect(second.times[node] == alone)
    }
  }

  @Test func theShareOfPeopleNeverFallsAndLiesBetweenNobodyAndAll() {
    let people: [(count: Double, time: Int?)] = [
      (10, 0), (20, 600), (30, 601), (40, 6_600), (5, nil), (-7, 0),
    ]
    let coverage = Coverage(people, minutes: 5)
    #expect(coverage.within == [10, 30, 60, 60, 60, 60])
    #expect(coverage.total == 105 && coverage.leftOut == 45)
    #expect(coverage.share(1) == 30.0 / 105 && coverage.share(-1) == 0)
    #expect(coverage.share(999) == coverage.share(5))
    #expect(Coverage([], minutes: 5).share(5) == 0)
  }
}
