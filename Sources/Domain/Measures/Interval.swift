/// Numbers between two ends, each included or not: `>= 10, <= 30`, `< 0`, `= 2`, `any`.
public struct Interval: Sendable, Hashable, CustomStringConvertible {
  /// The lower end; nil for no bound.
  public var lower: End?
  /// The upper end; nil for no bound.
  public var upper: End?

  /// One end of an interval.
  public struct End: Sendable, Hashable {
    /// The number at the end.
    public var value: Exact
    /// Whether the number itself belongs to the interval.
    public var isIncluded: Bool

    /// An end at a number.
    public init(_ value: Exact, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// Takes both ends as they are; an interval whose ends are crossed contains nothing.
  public init(lower: End? = nil, upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether a number lies in it; decided on the very value, never on a rounded one.
  public func contains(_ number: Exact) -> Bool {
    if let lower, lower.isIncluded ? number < lower.value : number <= lower.value { return false }
    if let upper, upper.isIncluded ? number > upper.value : number >= upper.value { return false }
    return true
  }

  /// Comparisons (`>`, `>=`, `<`, `<=`, `=`) with a comma between them, or `any`.
  public init?(_ text: String) {
    self.init()
    guard text != "any" else { return }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard add(part.filter { $0 != " " }) else { return nil }
    }
  }

  private mutating func add(_ part: String) -> Bool {
    let sign = part.prefix { "<>=".contains($0) }
    guard let value = Exact(part.dropFirst(sign.count)) else { return false }
    switch sign {
    case ">" where lower == nil: lower = End(value, isIncluded: false)
    case ">=" where lower == nil: lower = End(value, isIncluded: true)
    case "<" where upper == nil: upper = End(value, isIncluded: false)
    case "<=" where upper == nil: upper = End(value, isIncluded: true)
    case "=" where lower == nil && upper == nil:
      lower = End(value, isIncluded: true)
      upper = lower
    default: return false
    }
    return true
  }

  /// The comparisons that ``init(_:)`` reads; `any` for no bound at all.
  public var description: String {
    if let lower, lower == upper, lower.isIncluded { return "= \(lower.value)" }
    let parts = [
      lower.map { "\($0.isIncluded ? ">=" : ">") \($0.value)" },
      upper.map { "\($0.isIncluded ? "<=" : "<") \($0.value)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "any" : parts.joined(separator: ", ")
  }
}

extension Interval: Codable {
  /// Reads comparisons; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("comparisons like \">= 10, < 30\"", Interval.init)
  }

  /// Writes ``description``.
  public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}
