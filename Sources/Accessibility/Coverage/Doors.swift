import Domain

/// Times from door to door: over the network between its nodes, along the road before the first and
/// behind the last of them, and on foot between door and road.
struct Doors {
  private let network: Network
  /// Tenths of a second.
  private let limit: Int

  init(_ network: Network, limit: Int) {
    self.network = network
    self.limit = limit
  }

  /// What a home reaches: tenths of a second and the number of the place.
  struct Reached {
    var time: Int?
    var nearest: Int?
    var secondTime: Int?
    var second: Int?
  }

  /// Tenths of a second from the nearest of some places to each home;
  /// ``NearestSearch/unreached`` beyond the limit.
  func nearest(from places: [Circle.Joint?], to homes: [Circle.Joint?]) -> [Int32] {
    let found = NearestSearch(network).nearest(starts(places), within: limit)
    let beside = Beside(places)
    return homes.map { home in
      guard let home else { return NearestSearch.unreached }
      let best = (ways(home, found) + beside.ways(home)).map(\.time).min()
      return best.flatMap { $0 <= limit ? Int32($0) : nil } ?? NearestSearch.unreached
    }
  }

  /// For each home the nearest place and the nearest other one; with the times at the nodes.
  func twoNearest(
    from places: [Circle.Joint?], to homes: [Circle.Joint?]
  ) -> (nodes: [Int32], homes: [Reached]) {
    let (first, second) = NearestSearch(network).twoNearest(starts(places), within: limit)
    let beside = Beside(places)
    let reached = homes.map { home -> Reached in
      guard let home else { return Reached() }
      let all = (ways(home, first) + ways(home, second) + beside.ways(home))
        .filter { $0.time <= limit }
      guard let best = all.min(by: { ($0.time, $0.place) < ($1.time, $1.place) }) else {
        return Reached()
      }
      let other = all.filter { $0.place != best.place }
        .min { ($0.time, $0.place) < ($1.time, $1.place) }
      return Reached(
        time: best.time, nearest: best.place, secondTime: other?.time, second: other?.place)
    }
    return (first.times, reached)
  }

  private typealias Way = (time: Int, place: Int)

  /// A part of a road that is so near to its end that it is the end.
  private static let end = 1e-6

  /// The nodes that a place leads to first.
  private func starts(_ places: [Circle.Joint?]) -> [NearestSearch.Start] {
    places.enumerated().flatMap { number, place -> [NearestSearch.Start] in
      guard let place else { return [] }
      var starts: [NearestSearch.Start] = []
      func add(_ node: Int, _ along: Double) {
        starts.append(.init(node, delay: place.delay + Int(along.rounded()), place: number))
      }
      if let time = place.forwards { add(place.head, (1 - place.fraction) * Double(time)) }
      if let time = place.backwards { add(place.tail, place.fraction * Double(time)) }
      if place.fraction <= Self.end { add(place.tail, 0) }
      if place.fraction >= 1 - Self.end { add(place.head, 0) }
      return starts
    }
  }

  /// Ways to a home over either end of its road.
  private func ways(_ home: Circle.Joint, _ found: NearestSearch.Result) -> [Way] {
    var ways: [Way] = []
    func add(_ node: Int, _ along: Double) {
      guard found.places[node] >= 0 else { return }
      ways.append(
        (
          Int(found.times[node]) + Int(along.rounded()) + home.delay, Int(found.places[node])
        ))
    }
    if let time = home.forwards { add(home.tail, home.fraction * Double(time)) }
    if let time = home.backwards { add(home.head, (1 - home.fraction) * Double(time)) }
    if home.fraction <= Self.end { add(home.tail, 0) }
    if home.fraction >= 1 - Self.end { add(home.head, 0) }
    return ways
  }

  /// Places on the same stretch of road as a home, reached without passing a node.
  private struct Beside {
    private struct Stretch: Hashable {
      var low: Int
      var high: Int

      init(_ joint: Circle.Joint) {
        low = min(joint.tail, joint.head)
        high = max(joint.tail, joint.head)
      }
    }

    private var places: [Stretch: [(number: Int, joint: Circle.Joint)]] = [:]

    init(_ joints: [Circle.Joint?]) {
      for (number, joint) in joints.enumerated() {
        if let joint { places[Stretch(joint), default: []].append((number, joint)) }
      }
    }

    func ways(_ home: Circle.Joint) -> [Way] {
      (places[Stretch(home)] ?? []).compactMap { number, place in
        // Both in the direction of the home's edge.
        let from = place.tail == home.tail ? place.fraction : 1 - place.fraction
        let along = home.fraction - from
        guard let time = along >= 0 ? home.forwards ?? (along == 0 ? 0 : nil) : home.backwards
        else { return nil }
        return (Int((abs(along) * Double(time)).rounded()) + home.delay + place.delay, number)
      }
    }
  }
}
