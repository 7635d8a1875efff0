import Domain

/// What is known of a commitment on a date, as light rules ask for it.
public typealias LightFacts = [LightRules.Fact: Exact]

extension LightRules {
  /// The light where every named fact lies in its interval; grey where a fact that the rules name is
  /// not known, or no rule fits.
  public func light(for facts: LightFacts) -> Light {
    guard named.isSubset(of: Set(facts.keys.map(\.rawValue))) else { return .grey }
    return lights.first { $0.holds(facts) }?.light ?? .grey
  }

  /// The facts that any rule names.
  public var named: Set<String> { Set(lights.flatMap(\.when.keys)) }

  func asks(_ fact: Fact) -> Bool { named.contains(fact.rawValue) }
}

extension LightRules.Rule {
  func holds(_ facts: LightFacts) -> Bool {
    when.allSatisfy { name, interval in
      guard let fact = LightRules.Fact(rawValue: name), let value = facts[fact] else {
        return false
      }
      return interval.contains(value)
    }
  }
}

extension LightRules.Fact {
  /// Goes in steps of one.
  var isWhole: Bool {
    switch self {
    case .behindPoints, .behindShare: false
    case .missedMonths, .monthsNotStarted, .monthsNotEntered, .daysOverdue, .excused, .missed: true
    }
  }

  /// The ends beyond which it never lies.
  var limits: (lower: Exact?, upper: Exact?) {
    switch self {
    case .behindPoints, .behindShare, .daysOverdue: (nil, nil)
    case .missedMonths, .monthsNotStarted, .monthsNotEntered: (.zero, nil)
    case .excused, .missed: (.zero, Exact(1))
    }
  }
}
