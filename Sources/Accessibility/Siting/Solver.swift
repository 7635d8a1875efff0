import Domain
import Foundation
import Programs

/// A program that finds the best sites and proves it: CBC or, where that is not there, GLPK.
public struct Solver: Sendable {
  private let program: Program
  private let isCBC: Bool

  /// The name to print.
  public var name: String { isCBC ? "CBC" : "GLPK" }

  /// Looks for `cbc`, then `glpsol`, in the folders of `PATH`; nil when there is neither.
  public static func find(
    _ path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) -> Solver? {
    for name in ["cbc", "glpsol"] {
      if let program = Program.find(name, in: path) {
        return Solver(program: program, isCBC: name == "cbc")
      }
    }
    return nil
  }

  /// The best sites, or the best found in the time with the bound of what could still be possible.
  ///
  /// - Parameter seconds: after which the solver is asked to stop.
  /// - Throws: ``AccessibilityFault/solver(_:)``.
  public func solve(
    _ problem: SitingProblem, seconds: Int = 60
  ) throws(AccessibilityFault) -> Siting {
    guard problem.count > 0 else {
      var siting = Siting(problem, [])
      (siting.bound, siting.isProven) = (siting.value, true)
      return siting
    }
    let model = SitingModel(problem)
    let result: ProgramResult
    do {
      result = try run(model, seconds)
    } catch {
      throw .solver("\(error)")
    }
    guard let answer = result.files[Self.answer] else {
      throw .solver("\(name) \(result.status)")
    }
    return try read(
      String(decoding: answer, as: UTF8.self), String(decoding: result.output, as: UTF8.self),
      problem, model)
  }

  private static let answer = "siting.txt"
  /// Bytes of memory that a solver may take.
  private static let memory = 4 << 30
  /// Seconds for which it may go on after it was asked to stop: it writes its answer last.
  private static let grace = 30

  private func run(_ model: SitingModel, _ seconds: Int) throws(ProgramFault) -> ProgramResult {
    let arguments =
      isCBC
      ? ["siting.lp", "sec", "\(seconds)", "ratio", "0", "solve", "solution", Self.answer]
      : ["--lp", "siting.lp", "--tmlim", "\(seconds)", "--write", Self.answer]
    return try program.run(
      arguments, files: ["siting.lp": Array(model.text.utf8)], keeping: [Self.answer],
      limits: ProgramLimits(seconds: seconds + Self.grace, memory: Self.memory))
  }

  private func read(
    _ answer: String, _ log: String, _ problem: SitingProblem, _ model: SitingModel
  ) throws(AccessibilityFault) -> Siting {
    let (sites, isProven) = isCBC ? cbc(answer) : glpk(answer, problem)
    guard let sites, sites.allSatisfy(problem.candidates.indices.contains) else {
      throw .solver(String(answer.prefix(80)))
    }
    var siting = Siting(problem, sites)
    siting.isProven = isProven
    siting.bound = isProven ? siting.value : bound(log).map { $0 + model.constant }
    return siting
  }

  /// `Optimal - objective value 12`, then lines of number, name, value, reduced cost.
  private func cbc(_ answer: String) -> ([Int]?, Bool) {
    let lines = answer.split(separator: "\n")
    guard let first = lines.first, !first.contains("nfeasible"), lines.count > 1 else {
      return (nil, false)
    }
    let sites = lines.dropFirst().compactMap { line -> Int? in
      let cells = line.split(separator: " ").drop { $0 == "**" }
      guard cells.count >= 3 else { return nil }
      let (name, value) = (cells[cells.startIndex + 1], cells[cells.startIndex + 2])
      guard name.first == "x", (Double(value) ?? 0) > 0.5 else { return nil }
      return Int(name.dropFirst())
    }
    return (sites, first.hasPrefix("Optimal"))
  }

  /// `s mip rows columns o value`, then `j column value`; columns in the order of their first use.
  private func glpk(_ answer: String, _ problem: SitingProblem) -> ([Int]?, Bool) {
    let lines = answer.split(separator: "\n").map { $0.split(separator: " ") }
    guard let status = lines.first(where: { $0.first == "s" }), status.count >= 6,
      status[4] == "o" || status[4] == "f"
    else { return (nil, false) }
    let values = lines.filter { $0.first == "j" && $0.count >= 3 }
    // GLPK tells columns by number only: those of sites are found by their order in the model.
    let names = GLPKColumns.names(SitingModel(problem).text)
    let sites = values.compactMap { line -> Int? in
      guard let number = Int(line[1]), names.indices.contains(number - 1),
        (Double(line[2]) ?? 0) > 0.5, names[number - 1].first == "x"
      else { return nil }
      return Int(names[number - 1].dropFirst())
    }
    return (sites, status[4] == "o")
  }

  /// What CBC says of the bound when it stops early.
  private func bound(_ log: String) -> Double? {
    for line in log.split(separator: "\n").reversed() {
      for name in ["Lower bound:", "Upper bound:"] where line.hasPrefix(name) {
        return Double(line.dropFirst(name.count).filter { $0 != " " })
      }
    }
    return nil
  }
}

/// The variables of a program in the order in which they are first named.
private enum GLPKColumns {
  static func names(_ text: String) -> [String] {
    var (seen, names): (Set<Substring>, [String]) = ([], [])
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let first = word.first, "xyez".contains(first), word.last != ":",
        word.dropFirst().first?.isNumber == true, seen.insert(word).inserted
      else { continue }
      names.append(String(word))
    }
    return names
  }
}
