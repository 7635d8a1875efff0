/// A published statistical series (地区生产总值) and how it is published.
public struct Series: Sendable, Equatable, Codable {
  public var name: String
  public var english: String?
  /// Unit of its level: 亿元. Growth is in percent.
  public var unit: String
  /// Whether its growth is real or nominal.
  public var price: PriceBasis?
  /// 人民币 or 美元, where that matters.
  public var currency: String?
  public var publisher: String?
  public var cadence: Cadence
  /// Months after a period's end until its figure is due; 1 when nil. R&D has about 10.
  public var lag: Int?
  /// Months without a figure of their own: 1 for series whose January is published with February.
  public var silent: [Int]?
  /// Other names under which tables print it.
  public var aliases: [String]?
  public var note: String?

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

  public enum Cadence: String, Sendable, Codable, CaseIterable { case month, quarter, year }
}

/// Whether prices are held still (real) or not (nominal).
public enum PriceBasis: String, Sendable, Codable, CaseIterable {
  case constant = "不变价"
  case current = "现价"
}

/// A published figure of a series for a period.
public struct Observation: Sendable, Hashable, Codable {
  public var series: String
  public var period: Period
  public var form: Form
  /// In the series' unit, or percent for growth.
  public var value: Exact
  public var price: PriceBasis?
  public var currency: String?
  public var vintage: Vintage
  public var publisher: String?
  public var published: Day
  /// True for a figure that was computed here from published ones (a month out of cumulative ones).
  public var derived: Bool?
  /// The id of its source.
  public var source: String

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

  public enum Form: String, Sendable, Codable, CaseIterable { case level, growth }

  public enum Vintage: String, Sendable, Codable, CaseIterable {
    case preliminary = "初步"
    case final = "最终"
    case revised = "修订"
  }
}
