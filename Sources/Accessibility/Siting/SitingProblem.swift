import Domain

/// Where the next places should stand: people, what they reach today, and what each candidate site
/// would bring them.
public struct SitingProblem: Sendable {
  /// What is sought.
  public enum Goal: String, Sendable, CaseIterable {
    /// Most people within the limit (maximal covering location, Church and ReVelle 1974).
    case cover
    /// The shortest way on average (p-median, Hakimi 1964).
    case median
  }

  /// What is to be made best.
  public let goal: Goal
  /// How many live at each point.
  public let people: [Double]
  /// Tenths of a second to the nearest place there is; ``NearestSearch/unreached`` for none.
  public let existing: [Int32]
  /// For each candidate the tenths of a second to each point.
  public let candidates: [[Int32]]
  /// Tenths of a second within which a point is covered.
  public let limit: Int32
  /// How many sites to add; never more than there are candidates.
  public let count: Int

  /// - Parameters: arrays that fit one another; negative numbers of people count as none.
  public init(
    goal: Goal, people: [Double], existing: [Int32], candidates: [[Int32]], limit: Int, count: Int
  ) {
    self.goal = goal
    self.people = people.map { max(0, $0) }
    self.existing = existing
    self.candidates = candidates
    self.limit = Int32(clamping: limit)
    self.count = max(0, min(count, candidates.count))
  }

  /// What stands for a point that no place is reached from: twice the longest way that there is.
  var worst: Int32 {
    var longest = limit
    for time in existing where time != NearestSearch.unreached { longest = max(longest, time) }
    for times in candidates {
      for time in times where time != NearestSearch.unreached { longest = max(longest, time) }
    }
    return longest > Int32.max / 2 ? Int32.max - 1 : longest * 2
  }

  /// The value of a set of candidates beside what there is: people covered, or people times minutes.
  public func value(_ sites: [Int]) -> Double {
    let worst = worst
    var value = 0.0
    for point in people.indices {
      let time = sites.reduce(existing[point]) { min($0, candidates[$1][point]) }
      switch goal {
      case .cover: value += time <= limit ? people[point] : 0
      case .median: value += people[point] * Double(min(time, worst)) / 600
      }
    }
    return value
  }

  /// Whether one value is better than another by more than rounding.
  func isBetter(_ one: Double, than other: Double) -> Bool {
    let least = 1e-9 * max(1, abs(other))
    return goal == .cover ? one > other + least : one < other - least
  }
}

/// Sites that were chosen, in the order of what each brings.
public struct Siting: Sendable, Equatable {
  /// What was made best.
  public let goal: SitingProblem.Goal
  /// Index of the candidate, and the value once it is added to those before.
  public let steps: [Step]
  /// Without any of them.
  public let before: Double
  /// The best value that could be possible, where a solver told one.
  public var bound: Double?
  /// The solver has proven that nothing is better.
  public var isProven = false

  /// A site in the order in which it was chosen.
  public struct Step: Sendable, Equatable {
    /// Index of the candidate.
    public let site: Int
    /// What is reached with it and all before it, in the goal's unit.
    public let value: Double
  }

  /// What is reached with all sites; as before where there is none.
  public var value: Double { steps.last?.value ?? before }

  /// How far the value may be from the best one, 0 for the best; nil without a bound.
  public var gap: Double? {
    guard let bound else { return nil }
    switch goal {
    case .cover: return bound > 0 ? max(0, (bound - value) / bound) : 0
    case .median: return value > 0 ? max(0, (value - bound) / value) : 0
    }
  }

  /// Orders a set of sites: first the one that brings most, then the one that brings most beside it.
  init(_ problem: SitingProblem, _ sites: [Int]) {
    goal = problem.goal
    before = problem.value([])
    var (rest, chosen, steps) = (sites.sorted(), [Int](), [Step]())
    while !rest.isEmpty {
      var best: (place: Int, value: Double)?
      for place in rest.indices {
        let value = problem.value(chosen + [rest[place]])
        if best.map({ problem.isBetter(value, than: $0.value) }) ?? true { best = (place, value) }
      }
      guard let best else { break }
      chosen.append(rest.remove(at: best.place))
      steps.append(Step(site: chosen[chosen.count - 1], value: best.value))
    }
    self.steps = steps
  }
}
