import Domain

/// Siting where places fill up: a school takes no more than its number of pupils.
///
/// Children of one point may go to several schools. What a set of schools can take is a largest flow
/// from the schools through those in reach to the children (Ford and Fulkerson 1956).
public struct SchoolSiting: Sendable {
  /// Children at each point.
  public let people: [Double]
  /// Whether each school (those there are first, then the candidates) is reached in time.
  private let reaches: [[Int]]
  private let capacities: [Double]
  private let existing: Int

  /// - Parameters:
  ///   - existing: tenths of a second from each school to each point, with its capacity.
  ///   - candidates: the same of the sites that could be added.
  public init(
    people: [Double], existing: [(times: [Int32], capacity: Double)],
    candidates: [(times: [Int32], capacity: Double)], limit: Int
  ) {
    self.people = people.map { max(0, $0) }
    let all = existing + candidates
    reaches = all.map { school in
      school.times.indices.filter { Int(school.times[$0]) <= limit }
    }
    capacities = all.map { max(0, $0.capacity) }
    self.existing = existing.count
  }

  /// A school that was chosen and how many children have a place once it is there.
  public struct Step: Sendable, Equatable {
    /// Index of the candidate.
    public let site: Int
    /// Children who have a place within the limit, all sites up to this one counted.
    public let placed: Double
  }

  /// How many have a place today, and the candidates that bring most, one after the other.
  public func greedy(_ count: Int) -> (before: Double, steps: [Step]) {
    var flow = Flow(people: people)
    for school in 0..<existing { flow.add(reaches[school], capacities[school]) }
    let before = flow.placed
    var steps: [Step] = []
    var rest = Array(existing..<reaches.count)
    while steps.count < count, !rest.isEmpty {
      var best: (place: Int, flow: Flow)?
      for place in rest.indices {
        var other = flow
        other.add(reaches[rest[place]], capacities[rest[place]])
        if other.placed > (best?.flow.placed ?? flow.placed) + 1e-9 { best = (place, other) }
      }
      guard let best else { break }
      flow = best.flow
      steps.append(Step(site: rest.remove(at: best.place) - existing, placed: flow.placed))
    }
    return (before, steps)
  }

  /// How many have a place with these candidates beside the schools that there are.
  public func placed(_ sites: [Int]) -> Double {
    var flow = Flow(people: people)
    for school in Array(0..<existing) + sites.map({ $0 + existing }) {
      flow.add(reaches[school], capacities[school])
    }
    return flow.placed
  }
}

/// Children assigned to schools; adding a school moves others where that makes room.
private struct Flow {
  /// Children of each point without a place.
  private var waiting: [Double]
  private var reaches: [[Int]] = []
  private var room: [Double] = []
  /// By school, how many of each point.
  private var assigned: [[Int: Double]] = []
  private(set) var placed = 0.0

  init(people: [Double]) { waiting = people }

  mutating func add(_ reach: [Int], _ capacity: Double) {
    reaches.append(reach)
    room.append(capacity)
    assigned.append([:])
    // First those who wait in its own reach, then those who wait elsewhere and can be made room for.
    let school = reaches.count - 1
    for point in reach {
      let count = min(waiting[point], room[school])
      if count > 0 { move(count, point, to: school) }
    }
    while room[school] > 1e-9, augment(school) {}
  }

  private mutating func move(_ count: Double, _ point: Int, to school: Int) {
    waiting[point] -= count
    room[school] -= count
    assigned[school][point, default: 0] += count
    placed += count
  }

  /// Looks from a school with room, over children who could change to it, for a school that then
  /// takes somebody who waits.
  private mutating func augment(_ start: Int) -> Bool {
    // For each school that was reached: the school before it and the point that would change.
    var before: [Int: (school: Int, point: Int)] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let school = queue[next]
      next += 1
      if school != start, let point = reaches[school].first(where: { waiting[$0] > 1e-9 }) {
        return push(point, school, start, before)
      }
      let reach = Set(reaches[school])
      for other in reaches.indices where other != start && before[other] == nil && other != school {
        let change = assigned[other].filter { reach.contains($0.key) && $0.value > 1e-9 }
          .max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let change {
          before[other] = (school, change.key)
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func push(
    _ point: Int, _ school: Int, _ start: Int, _ before: [Int: (school: Int, point: Int)]
  ) -> Bool {
    var count = min(waiting[point], room[start])
    var place = school
    while place != start, let step = before[place] {
      count = min(count, assigned[place][step.point] ?? 0)
      place = step.school
    }
    guard count > 1e-9 else { return false }
    place = school
    while place != start, let step = before[place] {
      assigned[place][step.point, default: 0] -= count
      assigned[step.school][step.point, default: 0] += count
      place = step.school
    }
    waiting[point] -= count
    assigned[school][point, default: 0] += count
    room[start] -= count
    placed += count
    return true
  }
}
