import Domain

extension SitingProblem {
  /// The site that brings most, again and again; then single sites are exchanged for others as long
  /// as that brings more (Teitz and Bart 1968).
  ///
  /// Covering greedily brings at least 63 % of the best (Nemhauser, Wolsey and Fisher 1978); with
  /// exchanging it is seldom more than a few percent away.
  public func greedy() -> Siting {
    var search = ExchangeSearch(self)
    while search.chosen.count < count, search.add() {}
    while search.exchange() {}
    return Siting(self, search.chosen)
  }
}

/// A set of sites, and for each point what it costs beside all but one of them.
///
/// Both goals are one: each point has a cost for each site (0 or its people for covering, people
/// times tenths for the median), and the sum of the least costs is to be made small.
private struct ExchangeSearch {
  let problem: SitingProblem
  /// Cost of each point at each candidate.
  private let costs: [[Float]]
  /// Cost of each point with what there is.
  private let base: [Float]
  private(set) var chosen: [Int] = []

  init(_ problem: SitingProblem) {
    self.problem = problem
    let worst = problem.worst
    func cost(_ time: Int32, _ people: Double) -> Float {
      switch problem.goal {
      case .cover: time <= problem.limit ? 0 : Float(people)
      case .median: Float(people * Double(min(time, worst)))
      }
    }
    base = zip(problem.existing, problem.people).map(cost)
    costs = problem.candidates.map { zip($0, problem.people).map(cost) }
  }

  /// Takes in the best site; false when none brings anything.
  mutating func add() -> Bool {
    let now = least(without: nil)
    guard let (site, gain) = best(beside: now), gain > 0 else { return false }
    chosen.append(site)
    return true
  }

  /// Exchanges one site for another that brings more; false when there is none.
  mutating func exchange() -> Bool {
    let all = total(least(without: nil))
    var swap: (out: Int, site: Int, total: Double)?
    for out in chosen.indices {
      let rest = least(without: out)
      guard let (site, gain) = best(beside: rest) else { continue }
      let value = total(rest) - gain
      if value < all * (1 - 1e-6) - 1e-6, swap.map({ value < $0.total }) ?? true {
        swap = (out, site, value)
      }
    }
    guard let swap else { return false }
    chosen[swap.out] = swap.site
    return true
  }

  /// The least cost of each point with the chosen sites but one.
  private func least(without out: Int?) -> [Float] {
    var least = base
    for (place, site) in chosen.enumerated() where place != out {
      costs[site].withUnsafeBufferPointer { costs in
        for point in least.indices { least[point] = min(least[point], costs[point]) }
      }
    }
    return least
  }

  private func total(_ costs: [Float]) -> Double { costs.reduce(0.0) { $0 + Double($1) } }

  /// The candidate that lowers the sum most, and by how much; the first of equals.
  private func best(beside now: [Float]) -> (site: Int, gain: Double)? {
    var best: (site: Int, gain: Double)?
    for site in costs.indices where !chosen.contains(site) {
      let gain = now.withUnsafeBufferPointer { now in
        costs[site].withUnsafeBufferPointer { Self.gain($0, now) }
      }
      if best.map({ gain > $0.gain }) ?? true { best = (site, gain) }
    }
    return best
  }

  /// In eight sums side by side, which the compiler turns into vectors.
  private static func gain(
    _ costs: UnsafeBufferPointer<Float>, _ now: UnsafeBufferPointer<Float>
  ) -> Double {
    var sums = SIMD8<Float>.zero
    let whole = now.count & ~7
    var point = 0
    while point < whole {
      var (one, other) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
      for lane in 0..<8 {
        one[lane] = now[point + lane]
        other[lane] = costs[point + lane]
      }
      let difference = one - other
      sums += difference.replacing(with: 0, where: difference .< 0)
      point += 8
    }
    var gain = Double(sums.sum())
    for rest in whole..<now.count { gain += Double(max(0, now[rest] - costs[rest])) }
    return gain
  }
}
