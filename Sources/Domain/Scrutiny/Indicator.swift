/// What statistics measure under one name, whatever reports call it.
public struct Indicator: Sendable, Equatable {
  /// 地区生产总值
  public var name: String
  /// Names that reports use for it, the standard name left out.
  public var aliases: [String]
  /// The unit that it is usually given in: 亿元.
  public var unit: String
  /// Which way is better.
  public var direction: Direction
  /// What its growth or value is counted in.
  public var basis: Basis
  /// Standard names of indicators that are a part of it: exports of all trade.
  public var parts: [String]
  /// The statistical system, standard or department that publishes it.
  public var source: String

  /// Which way is better.
  public enum Direction: String, Sendable, CaseIterable {
    /// More is better, or less is.
    case up, down
    /// Both sides of the target are off it: consumer prices.
    case steady
  }

  /// What its growth or value is counted in.
  public enum Basis: String, Sendable, CaseIterable {
    /// Growth at constant prices.
    case real
    /// Growth at the prices of the day.
    case nominal
    /// A state: a rate, a concentration, an amount on a date.
    case level
    /// Things or persons counted.
    case count
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, aliases: [String] = [], unit: String, direction: Direction, basis: Basis,
    parts: [String] = [], source: String
  ) {
    self.name = name
    self.aliases = aliases
    self.unit = unit
    self.direction = direction
    self.basis = basis
    self.parts = parts
    self.source = source
  }
}
