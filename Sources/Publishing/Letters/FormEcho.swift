import Domain

/// What was typed into a form and what is wrong with it: shown again, so that nothing is lost.
public struct FormEcho: Sendable {
  public var values: [String: String]
  public var problems: [(field: String, what: Phrase)]
  /// What is wrong with the whole: somebody else was faster.
  public var general: Phrase?

  public init(
    _ values: [String: String] = [:], problems: [(field: String, what: Phrase)] = [],
    general: Phrase? = nil
  ) {
    self.values = values
    self.problems = problems
    self.general = general
  }

  public func value(_ field: String) -> String { values[field] ?? "" }

  /// Puts `v-FIELD` and, where something is wrong with it, `w-FIELD` beside the page's own values,
  /// and what the part `problems` needs.
  func add(_ fields: [String], to context: inout [String: Any], _ frame: Frame) {
    for field in fields { context["v-" + field] = value(field) }
    guard !problems.isEmpty || general != nil else { return }
    context["has-problems"] = true
    let count = problems.count
    context["problems-title"] =
      general?(frame.language)
      ?? frame("有 \(count) 处需要改正", "\(count) thing\(count == 1 ? "" : "s") to correct")
    context["problems"] = problems.map {
      ["field": $0.field, "what": $0.what(frame.language)]
    }
    for problem in problems where context["w-" + problem.field] == nil {
      context["w-" + problem.field] = problem.what(frame.language)
    }
  }
}
