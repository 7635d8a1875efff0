import Domain
import Foundation
import Testing

@testable import Accessibility

/// Sites against every set there is, and against a solver where one is installed.
@Suite struct SitingTests {
  private static func problem(
    _ goal: SitingProblem.Goal, points: Int, candidates: Int, count: Int, seed: Int
  ) -> SitingProblem {
    var random = SeededRandom(seed)
    func spot() -> (Double, Double) {
      (.random(in: 0...1, using: &random), .random(in: 0...1, using: &random))
    }
    func time(_ one: (Double, Double), _ other: (Double, Double)) -> Int32 {
      let (x, y) = (one.0 - other.0, one.1 - other.1)
      return Int32((x * x + y * y).squareRoot() * 60_000)
    }
    let homes = (0..<points).map { _ in spot() }
    let people = homes.map { _ in Double(Int.random(in: 1...400, using: &random)) }
    let there = spot()
    let sites = (0..<candidates).map { _ in spot() }
    return SitingProblem(
      goal: goal, people: people, existing: homes.map { time($0, there) },
      candidates: sites.map { site in homes.map { time($0, site) } }, limit: 9_000, count: count)
  }

  /// The best of all sets of so many candidates.
  private static func best(_ problem: SitingProblem) -> Double {
    var best = problem.value([])
    func look(_ chosen: [Int], _ from: Int) {
      let value = problem.value(chosen)
      if problem.isBetter(value, than: best) { best = value }
      guard chosen.count < problem.count else { return }
      for site in from..<problem.candidates.count { look(chosen + [site], site + 1) }
    }
    look([], 0)
    return best
  }

  @Test(arguments: SitingProblem.Goal.allCases, 0..<10)
  func greedyIsNearTheBestOfAllSets(_ goal: SitingProblem.Goal, _ seed: Int) {
    let problem = Self.problem(goal, points: 40, candidates: 9, count: 3, seed: seed)
    let (greedy, best) = (problem.greedy(), Self.best(problem))
    #expect(!problem.isBetter(greedy.value, than: best))
    #expect(abs(greedy.value - best) <= best * 0.05)
    // Every step is told with what it brings, and none is without use.
    var before = greedy.before
    for step in greedy.steps {
      #expect(problem.isBetter(step.value, than: before))
      before = step.value
    }
  }

  @Test(arguments: 0..<50) func theSolverProvesHowNearGreedyIs(_ seed: Int) throws {
    guard let solver = Solver.find() else {
      print("skipped: neither cbc nor glpsol is installed")
      return
    }
    let goal = SitingProblem.Goal.allCases[seed % 2]
    let problem = Self.problem(goal, points: 60, candidates: 25, count: 5, seed: seed + 100)
    var greedy = problem.greedy()
    let best = try solver.solve(problem, seconds: 30)
    #expect(best.isProven && best.gap == 0)
    #expect(!problem.isBetter(greedy.value, than: best.value))
    greedy.bound = best.value
    #expect(try #require(greedy.gap) <= 0.05)
  }

  /// Where CBC is not installed, GLPK finds the same.
  @Test(arguments: SitingProblem.Goal.allCases) func bothSolversAgree(
    _ goal: SitingProblem.Goal
  ) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/duban-solver-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard let cbc = Solver.find(), cbc.name == "CBC",
      FileManager.default.isExecutableFile(atPath: "/usr/bin/glpsol")
    else {
      print("skipped: not both of cbc and glpsol are installed")
      return
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/glpsol", withDestinationPath: "/usr/bin/glpsol")
    let glpk = try #require(Solver.find(folder))
    #expect(glpk.name == "GLPK" && Solver.find("/nowhere") == nil)
    for seed in 0..<4 {
      let problem = Self.problem(goal, points: 30, candidates: 12, count: 3, seed: seed + 500)
      let (one, other) = (try cbc.solve(problem), try glpk.solve(problem))
      #expect(other.isProven && abs(one.value - other.value) < 1e-6 * one.value)
    }
  }

  @Test func sitesThatBringNothingAreNotAdded() {
    let problem = SitingProblem(
      goal: .cover, people: [5, 5], existing: [0, .max], candidates: [[0, .max], [.max, .max]],
      limit: 600, count: 2)
    #expect(problem.greedy().steps.isEmpty && problem.greedy().value == 5)
    let none = SitingProblem(
      goal: .median, people: [], existing: [], candidates: [], limit: 600, count: 3)
    #expect(none.greedy().value == 0)
  }

  @Test func aSchoolTakesNoMoreThanItsPlacesAndMovesChildrenToMakeRoom() {
    // Both points reach the old school, only the first the new one.
    let schools = SchoolSiting(
      people: [100, 100], existing: [(times: [1, 1], capacity: 100)],
      candidates: [(times: [1, .max], capacity: 100), (times: [.max, .max], capacity: 500)],
      limit: 600)
    let (before, steps) = schools.greedy(2)
    #expect(before == 100)
    #expect(steps == [SchoolSiting.Step(site: 0, placed: 200)])
    #expect(schools.placed([1]) == 100)
  }

  @Test(arguments: 0..<10) func placesAreNeverMoreThanChildrenOrRoom(_ seed: Int) {
    var random = SeededRandom(seed)
    let people = (0..<12).map { _ in Double(Int.random(in: 0...60, using: &random)) }
    let schools = (0..<5).map { _ in
      (
        times: people.map { _ in Bool.random(using: &random) ? Int32(1) : Int32.max },
        capacity: Double(Int.random(in: 10...120, using: &random))
      )
    }
    let siting = SchoolSiting(
      people: people, existing: [schools[0]], candidates: Array(schools.dropFirst()), limit: 600)
    let all = siting.placed([0, 1, 2, 3])
    // The largest flow is the smallest cut (over all sets of schools).
    var cut = Double.infinity
    for set in 0..<(1 << 5) {
      var bound = 0.0
      var reached = Set<Int>()
      for (number, school) in schools.enumerated() {
        if set >> number & 1 == 0 {
          bound += school.capacity
        } else {
          for point in people.indices where school.times[point] == 1 { reached.insert(point) }
        }
      }
      cut = min(cut, bound + reached.reduce(0) { $0 + people[$1] })
    }
    #expect(abs(all - cut) < 1e-6)
    for count in 1...4 {
      #expect(siting.greedy(count).steps.last.map { $0.placed <= all + 1e-6 } ?? true)
    }
  }
}
