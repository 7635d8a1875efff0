import Domain

/// Where the next places should stand, on a network with its people.
public struct SitePlanner: Sendable {
  let maker: CircleMaker
  let circle: Circle

  /// Plans for what a circle leaves out, on the same roads and terms.
  public init(_ maker: CircleMaker, _ circle: Circle) {
    self.maker = maker
    self.circle = circle
  }

  /// The keys of the facilities that there are.
  public var facilities: Set<String> { Set(circle.facilities.map(\.place.key)) }

  /// Candidates where none are given: nodes at which people live, thinned evenly to `most`.
  public func anywhere(most: Int = 500) -> [Place] {
    var seen: Set<Int> = []
    let nodes = circle.people.compactMap { $0.joint?.node }.filter { seen.insert($0).inserted }
    let step = max(1, (nodes.count + most - 1) / max(1, most))
    return stride(from: 0, to: nodes.count, by: step).map { place in
      let node = nodes[place]
      let point = maker.map.nodes[node]
      return Place(
        key: "node-\(node)", name: "\(Self.short(point.longitude)), \(Self.short(point.latitude))",
        point: point)
    }
  }

  /// Degrees to about ten metres.
  private static func short(_ degrees: Double) -> String {
    "\((degrees * 10_000).rounded() / 10_000)"
  }

  /// The sites that bring most, with what each brings.
  ///
  /// - Parameters:
  ///   - capacity: how many each new place takes where it does not tell itself; with it, or where
  ///     facilities tell theirs for `schools`, places fill up.
  ///   - solver: asked for the best and its proof; nil for none.
  /// - Throws: ``AccessibilityFault/noPlaces`` where no candidate is joined to the network.
  public func plan(
    _ count: Int, of candidates: [Place], goal: SitingProblem.Goal, capacity: Double? = nil,
    solver: Solver? = nil, seconds: Int = 60
  ) throws(AccessibilityFault) -> SitingReport {
    let joined = candidates.compactMap { place in maker.joint(place.point).map { (place, $0) } }
    guard !joined.isEmpty else { throw .noPlaces }
    // The median looks at ways beyond the limit too.
    let horizon = goal == .median ? maker.limit * 4 : maker.limit
    let ways = joined.map { times(from: [$0.1], horizon) }
    if let capacity { return schools(count, joined.map(\.0), ways, capacity) }
    let problem = SitingProblem(
      goal: goal, people: circle.people.map(\.place.people),
      existing: times(from: circle.facilities.compactMap(\.joint), horizon), candidates: ways,
      limit: maker.limit, count: count)
    var siting = problem.greedy()
    // A solver that runs out of time leaves what greedy has found.
    if let best = try? solver?.solve(problem, seconds: seconds) {
      if best.isProven || problem.isBetter(best.value, than: siting.value) {
        siting = best
      } else {
        siting.bound = best.bound
      }
    }
    return report(siting, problem, joined.map(\.0), solver)
  }

  private func times(from joints: [Circle.Joint], _ limit: Int) -> [Int32] {
    Doors(maker.network, limit: limit).nearest(from: joints, to: circle.people.map(\.joint))
  }

  private func report(
    _ siting: Siting, _ problem: SitingProblem, _ places: [Place], _ solver: Solver?
  ) -> SitingReport {
    let people = problem.people.reduce(0, +)
    let scale = problem.goal == .cover || people == 0 ? 1 : 1 / people
    return SitingReport(
      goal: problem.goal == .cover
        ? Phrase("时限内覆盖的人最多", "most people within the limit")
        : Phrase("平均用时最短", "the shortest way on average"),
      steps: siting.steps.map { .init(place: places[$0.site], value: $0.value * scale) },
      before: siting.before * scale,
      unit: problem.goal == .cover ? Phrase("人", "people") : Phrase("分钟", "minutes"),
      gap: siting.gap, isProven: siting.isProven, solver: solver?.name, candidates: places.count)
  }

  private func schools(
    _ count: Int, _ places: [Place], _ times: [[Int32]], _ capacity: Double
  ) -> SitingReport {
    let there = circle.facilities.compactMap { facility in
      facility.joint.map {
        (times: self.times(from: [$0], maker.limit), capacity: facility.place.capacity ?? capacity)
      }
    }
    let schools = SchoolSiting(
      people: circle.people.map(\.place.people), existing: there,
      candidates: zip(places, times).map { ($1, $0.capacity ?? capacity) }, limit: maker.limit)
    let (before, steps) = schools.greedy(count)
    return SitingReport(
      goal: Phrase("时限内有学位（床位）的人最多", "most people with a place within the limit"),
      steps: steps.map { .init(place: places[$0.site], value: $0.placed) }, before: before,
      unit: Phrase("人", "people"), candidates: places.count)
  }
}
