import Domain

/// A siting problem as an integer program in the LP format that CBC and GLPK read.
struct SitingModel {
  let problem: SitingProblem

  init(_ problem: SitingProblem) { self.problem = problem }

  /// What is the same whatever is chosen.
  var constant: Double { problem.goal == .cover ? problem.value([]) : 0 }

  var text: String { problem.goal == .cover ? cover : median }

  /// A candidate that brings nobody anything can be left out, but is kept so that the count fits.
  private var sites: [String] { problem.candidates.indices.map { "x\($0)" } }

  private var cover: String {
    var (gains, rows): ([String], [String]) = ([], [])
    for point in problem.people.indices
    where problem.people[point] > 0 && problem.existing[point] > problem.limit {
      let near = problem.candidates.indices.filter {
        problem.candidates[$0][point] <= problem.limit
      }
      guard !near.isEmpty else { continue }
      gains.append("\(problem.people[point]) y\(point)")
      rows.append("c\(point): y\(point) - \(near.map { "x\($0)" }.joined(separator: " - ")) <= 0")
    }
    let goal = gains.isEmpty ? "0 x0" : Self.sum(gains)
    let bounds = gains.map { "0 <= \($0.split(separator: " ")[1]) <= 1" }
    return program("Maximize", goal, rows, bounds)
  }

  private var median: String {
    let worst = problem.worst
    var (costs, rows): ([String], [String]) = ([], [])
    for point in problem.people.indices where problem.people[point] > 0 {
      let now = min(problem.existing[point], worst)
      var shares = ["e\(point)"]
      costs.append("\(problem.people[point] * Double(now) / 600) e\(point)")
      for site in problem.candidates.indices where problem.candidates[site][point] < now {
        let time = problem.candidates[site][point]
        costs.append("\(problem.people[point] * Double(time) / 600) z\(point)_\(site)")
        shares.append("z\(point)_\(site)")
        rows.append("u\(point)_\(site): z\(point)_\(site) - x\(site) <= 0")
      }
      rows.append("a\(point): \(Self.sum(shares)) = 1")
    }
    return program("Minimize", costs.isEmpty ? "0 x0" : Self.sum(costs), rows, [])
  }

  private func program(
    _ direction: String, _ goal: String, _ rows: [String], _ bounds: [String]
  ) -> String {
    """
    \(direction)
     value: \(goal)
    Subject To
    \(rows.joined(separator: "\n"))
    count: \(Self.sum(sites)) <= \(problem.count)
    \(bounds.isEmpty ? "" : "Bounds\n\(bounds.joined(separator: "\n"))")
    Binary
    \(sites.joined(separator: "\n"))
    End

    """
  }

  /// One term on a line: solvers read lines of a few hundred letters at most.
  private static func sum(_ terms: [String]) -> String { terms.joined(separator: "\n + ") }
}
