/// The number that a commitment is held to.
public struct Target: Sendable, Equatable, Codable {
  /// As promised, in `unit`.
  public var value: Exact
  /// The upper end of a range.
  public var value2: Exact?
  /// Whether the number is a floor, a ceiling, about right, an end of a range, or exact.
  public var bound: Statement.Bound
  /// True where the number itself does not suffice (超过, 突破, 不足, 余).
  public var strict: Bool?
  /// As written: `%`, `万家`, `亿元`.
  public var unit: String
  /// How far 左右 and 约 reach; declared before the period begins.
  public var tolerance: Tolerance?

  /// Takes every field as it is; nothing is checked.
  public init(
    value: Exact, value2: Exact? = nil, bound: Statement.Bound = .exact, strict: Bool? = nil,
    unit: String, tolerance: Tolerance? = nil
  ) {
    self.value = value
    self.value2 = value2
    self.bound = bound
    self.strict = strict
    self.unit = unit
    self.tolerance = tolerance
  }
}

/// How far from the number 左右 and 约 still hold.
public struct Tolerance: Sendable, Equatable, Codable {
  /// Percentage points, or percent of the number.
  public var value: Exact
  /// What `value` counts.
  public var kind: Kind
  /// The day on which it was declared; nil for one that always held.
  public var declared: Day?

  /// Takes every field as it is; nothing is checked.
  public init(value: Exact, kind: Kind, declared: Day? = nil) {
    self.value = value
    self.kind = kind
    self.declared = declared
  }

  /// Percentage points, or percent of the number itself.
  public enum Kind: String, Sendable, Codable, CaseIterable { case points, percent }

  /// What holds where none was declared: ±0.5 points on growth, on changes in points and on rates
  /// that are a state (失业率, 价格); ±5 % of the number on levels, counts and shares. The law gives
  /// none, so it is printed beside every verdict.
  /// - Parameter indicator: what is measured, in a report's or a series' words.
  public static func usual(
    _ relation: Statement.Relation, unit: String, indicator: String
  ) -> Tolerance {
    let inPoints =
      switch relation {
      case .growth, .change: percents.contains(unit) || points.contains(unit)
      case .level: percents.contains(unit) && states.contains { indicator.contains($0) }
      case .share, .count, .rank, .multiple: points.contains(unit)
      }
    return inPoints
      ? Tolerance(value: Exact(5, digits: 1), kind: .points) : Tolerance(value: 5, kind: .percent)
  }

  /// How far from a number it reaches, in the number's unit.
  public func reach(of number: Exact) -> Exact {
    kind == .points ? value : number.magnitude * value * Exact(1, digits: 2)
  }

  /// `±0.5个百分点`, `±5%`.
  public var words: Phrase {
    kind == .points
      ? Phrase("±\(value)个百分点", "±\(value) points") : Phrase("±\(value)%", "±\(value) %")
  }

  private static let percents: Set<String> = ["%", "％"]
  private static let points: Set<String> = ["个百分点", "百分点"]
  /// Names of rates that say how things stand, not which part of a whole they are.
  private static let states = ["失业率", "价格", "物价", "CPI", "通胀", "涨幅", "增速", "利率", "税率"]
}

/// How much of a target is required by when (序时进度).
public enum Path: Sendable, Equatable {
  /// In step with the days of the period.
  case linear
  /// 60 % by the middle of the period and 40 % after it (or other shares; the first is kept).
  case halves(first: Int)
  /// Percent of the target required at the end of each month; straight between nodes.
  case nodes([Node])
  /// Nothing is required before the end.
  case annual

  /// What is required at the end of one day.
  public struct Node: Sendable, Equatable, Codable {
    /// The day; usually a month's last.
    public var day: Day
    /// Percent of the target, 0 to 100.
    public var percent: Exact

    /// Takes every field as it is; nothing is checked.
    public init(day: Day, percent: Exact) {
      self.day = day
      self.percent = percent
    }
  }
}

/// `linear`, `annual`, `60/40`, or a list of nodes.
extension Path: Codable {
  /// Reads `linear`, `annual` and shares of the halves like `60/40`.
  public init?(_ text: String) {
    switch text {
    case "linear": self = .linear
    case "annual": self = .annual
    default:
      let halves = text.split(separator: "/").compactMap { Int(digits: $0) }
      guard halves.count == 2, halves[0] + halves[1] == 100 else { return nil }
      self = .halves(first: halves[0])
    }
  }

  /// Reads `linear`, `annual`, `60/40` or a list of nodes; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    if let nodes = try? decoder.singleValueContainer().decode([Node].self) {
      self = .nodes(nodes)
    } else {
      self = try decoder.text("linear, annual, 60/40 or a list of day and percent", Path.init)
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .linear: try encoder.write("linear")
    case .annual: try encoder.write("annual")
    case .halves(let first): try encoder.write("\(first)/\(100 - first)")
    case .nodes(let nodes): try nodes.encode(to: encoder)
    }
  }
}
