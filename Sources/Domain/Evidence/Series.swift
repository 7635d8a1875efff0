/// A published statistical series (地区生产总值) and how it is published.
public struct Series: Sendable, Equatable, Codable {
  /// Its name: 地区生产总值; measures and tables call it so.
  public var name: String
  /// The name for English pages; nil shows the Chinese one.
  public var english: String?
  /// Unit of its level: 亿元. Growth is in percent.
  public var unit: String
  /// Whether its growth is real or nominal.
  public var price: PriceBasis?
  /// 人民币 or 美元, where that matters.
  public var currency: String?
  /// The body that publishes it; figures of others are set aside. Nil takes all.
  public var publisher: String?
  /// How often a figure is published.
  public var cadence: Cadence
  /// Months after a period's end until its figure is due; 1 when nil. R&D has about 10.
  public var lag: Int?
  /// Months without a figure of their own: 1 for series whose January is published with February.
  public var silent: [Int]?
  /// Other names under which tables print it.
  public var aliases: [String]?
  /// A remark for readers; nothing is decided by it.
  public var note: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, english: String? = nil, unit: String, price: PriceBasis? = nil,
    currency: String? = nil, publisher: String? = nil, cadence: Cadence, lag: Int? = nil,
    silent: [Int]? = nil, aliases: [String]? = nil, note: String? = nil
  ) {
    self.name = name
    self.english = english
    self.unit = unit
    self.price = price
    self.currency = currency
    self.publisher = publisher
    self.cadence = cadence
    self.lag = lag
    self.silent = silent
    self.aliases = aliases
    self.note = note
  }

  /// For which lengths of time it is published.
  public enum Cadence: String, Sendable, Codable, CaseIterable { case month, quarter, year }
}

/// Whether prices are held still (real) or not (nominal).
public enum PriceBasis: String, Sendable, Codable, CaseIterable {
  /// 不变价: growth is real.
  case constant = "不变价"
  /// 现价: growth is nominal.
  case current = "现价"
}

/// A published figure of a series for a period.
public struct Observation: Sendable, Hashable, Codable {
  /// The name of its series.
  public var series: String
  /// What it is a figure of; cumulative figures have the months 1 to n.
  public var period: Period
  /// Whether it is the level itself or its growth.
  public var form: Form
  /// In the series' unit, or percent for growth.
  public var value: Exact
  /// Whether prices are held still; nil where the publication does not say.
  public var price: PriceBasis?
  /// 人民币 or 美元; nil where the publication does not say.
  public var currency: String?
  /// How final it is; a later one replaces an earlier one.
  public var vintage: Vintage
  /// Who published it; nil where the table does not say.
  public var publisher: String?
  /// The day of publication: before it, nobody knew.
  public var published: Day
  /// True for a figure that was computed here from published ones (a month out of cumulative ones).
  public var derived: Bool?
  /// The id of its source.
  public var source: String

  /// Takes every field as it is; nothing is checked.
  public init(
    series: String, period: Period, form: Form, value: Exact, price: PriceBasis? = nil,
    currency: String? = nil, vintage: Vintage, publisher: String? = nil, published: Day,
    derived: Bool? = nil, source: String
  ) {
    self.series = series
    self.period = period
    self.form = form
    self.value = value
    self.price = price
    self.currency = currency
    self.vintage = vintage
    self.publisher = publisher
    self.published = published
    self.derived = derived
    self.source = source
  }

  /// The level in the series' unit, or its growth against the year before in percent.
  public enum Form: String, Sendable, Codable, CaseIterable { case level, growth }

  /// 初步核算, 最终核实 or 修订: statistics come in several states of the same figure. The names are stored.
  public enum Vintage: String, Sendable, Codable, CaseIterable {
    /// 初步核算: the first figure, shortly after the period.
    case preliminary = "初步"
    /// 最终核实: it is not expected to change.
    case final = "最终"
    /// 修订: an earlier one was changed, mostly after a census.
    case revised = "修订"
  }
}
