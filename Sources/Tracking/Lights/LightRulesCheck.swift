import Domain

/// Refuses light rules that leave facts without a light or give them two.
///
/// Between two neighbouring end points of the rules nothing changes, so one point of each such span
/// (and each end point itself) stands for the whole space of facts.
public enum LightRulesCheck {
  /// Every gap and overlap is of these; the first example of each kind is named.
  public static func check(_ rules: LightRules) -> [TrackingFault] {
    let facts = rules.named.sorted()
    if let unknown = facts.first(where: { LightRules.Fact(rawValue: $0) == nil }) {
      return [.unknownFact(rules.name, fact: unknown)]
    }
    let axes = facts.compactMap(LightRules.Fact.init).map { ($0, points(of: $0, in: rules)) }
    let size = axes.reduce(1) { min($0, limit + 1) * $1.1.count }
    guard size <= limit else { return [.tooManyFacts(rules.name)] }
    return faults(rules, axes, size)
  }

  private static let limit = 200_000

  private static func faults(
    _ rules: LightRules, _ axes: [(LightRules.Fact, [Exact])], _ size: Int
  ) -> [TrackingFault] {
    var gap: TrackingFault?
    var overlap: TrackingFault?
    for index in 0..<size {
      let facts = point(index, axes)
      let lights = rules.lights.filter { $0.holds(facts) }.map(\.light)
      if lights.isEmpty {
        gap = gap ?? .lightGap(rules.name, example: words(facts))
      } else if lights.contains(where: { $0 != lights[0] }) {
        overlap = overlap ?? .lightOverlap(rules.name, example: words(facts), lights: lights)
      }
    }
    return [gap, overlap].compactMap { $0 }
  }

  /// The point of that number, the first axis turning fastest.
  private static func point(_ index: Int, _ axes: [(LightRules.Fact, [Exact])]) -> LightFacts {
    var rest = index
    var facts: LightFacts = [:]
    for (fact, points) in axes {
      facts[fact] = points[rest % points.count]
      rest /= points.count
    }
    return facts
  }

  private static func words(_ facts: LightFacts) -> String {
    facts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) = \($0.value)" }.joined(separator: ", ")
  }

  private static func points(of fact: LightRules.Fact, in rules: LightRules) -> [Exact] {
    let ends = Set(
      rules.lights.compactMap { $0.when[fact.rawValue] }
        .flatMap { [$0.lower?.value, $0.upper?.value] }.compactMap { $0 }
    ).sorted()
    let candidates = fact.isWhole ? steps(around: ends) : spans(of: ends)
    let (lower, upper) = fact.limits
    return Set(candidates + [lower, upper].compactMap { $0 }).sorted().filter { value in
      (lower.map { $0 <= value } ?? true) && (upper.map { $0 >= value } ?? true)
    }
  }

  /// Each end point, whole numbers beside it, one below and one above all.
  private static func steps(around ends: [Exact]) -> [Exact] {
    ends.isEmpty
      ? [.zero]
      : ends.flatMap { end in
        let up = end.ceiling
        return [up - Exact(2), up - Exact(1), up, up + Exact(1)]
      }
  }

  /// Each end point, the middle between neighbours, one below and one above all.
  private static func spans(of ends: [Exact]) -> [Exact] {
    guard let first = ends.first, let last = ends.last else { return [.zero] }
    let middles = zip(ends, ends.dropFirst()).map { ($0 + $1) * Exact(5, digits: 1) }
    return [first - Exact(1)] + ends + middles + [last + Exact(1)]
  }
}
