/// Numbers between two ends, each included or not: `>= 10, <= 30`, `< 0`, `= 2`, `any`.
public struct Interval: Sendable, Hashable, CustomStringConvertible {
  public var lower: End?
  public var upper: End?

  public struct End: Sendable, Hashable {
    public var value: Exact
    public var isIncluded: Bool

    public init(_ value: Exact, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  public init(lower: End? = nil, upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }

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
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("comparisons like \">= 10, < 30\"", Interval.init)
  }

  public func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}
