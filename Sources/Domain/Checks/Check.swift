extension Registry {
  /// Something that holds of honest records (勾稽关系): where it does not, an auditor would ask. What
  /// is found is a doubt that stands beside the number; it moves a verdict only where a measure names
  /// it in `without`.
  public struct Check: Sendable, Equatable {
    /// 先发证后取消; what the doubt is called.
    public var name: String
    /// The doubt's name on English pages; nil shows the Chinese one.
    public var english: String?
    /// The records that it is asked of; all when nil.
    public var `where`: [Condition]?
    /// What must hold.
    public var rule: Rule
    /// Why it must, for people; shown beside the doubt.
    public var note: String?

    /// Takes every field as it is; `RegistryCheck` says whether the fields are there.
    public init(
      name: String, english: String? = nil, where: [Condition]? = nil, rule: Rule,
      note: String? = nil
    ) {
      self.name = name
      self.english = english
      self.where = `where`
      self.rule = rule
      self.note = note
    }

    /// An empty column never breaks a rule, unless a rule says so.
    public enum Rule: Sendable, Equatable {
      /// Dates that follow each other, equal ones allowed; at least `days` between two neighbours.
      case order([String], days: Int?)
      /// Numbers of one unit none of which is less than the one before.
      case rising([String])
      /// Every condition holds.
      case holds([Condition])
      /// The year in a document's number is that of a date.
      case year(Year)
      /// A percentage is that of two quantities.
      case rate(Rate)
      /// A code was given out here.
      case division(Division)
      /// What parts reach, comes before what the whole reaches.
      case parts(Parts)
      /// What is added up is no more than a limit.
      case total(Total)
      /// The thing had not ended by a day.
      case alive(Alive)
      /// The key is there in another registry.
      case known(Known)
      /// A number is what another registry adds up to.
      case tally(Tally)

      /// The other registry that the rule asks.
      public var other: String? {
        switch self {
        case .parts(let rule): rule.registry
        case .total(let rule): rule.registry
        case .alive(let rule): rule.registry
        case .known(let rule): rule.registry
        case .tally(let rule): rule.registry
        case .order, .rising, .holds, .year, .rate, .division: nil
        }
      }
    }

    /// The year in a document's number (〔2023〕) is that of a date, give or take ninety days.
    public struct Year: Sendable, Equatable, Codable {
      /// The text column with the document's number.
      public var of: String
      /// The date column whose year it must bear.
      public var on: String

      /// Takes both columns as they are.
      public init(of: String, on: String) { (self.of, self.on) = (of, on) }
    }

    /// A percentage is that of two quantities of one unit, give or take `within` points (1 where
    /// nil). A share of 100 or more beside more than the whole is no contradiction.
    public struct Rate: Sendable, Equatable, Codable {
      /// The number column with the percentage.
      public var `is`: String
      /// The number column of the part.
      public var of: String
      /// The number column of the whole.
      public var to: String
      /// Percentage points that rounding may cost; 1 when nil.
      public var within: Exact?

      /// Takes every field as it is; nothing is checked.
      public init(is name: String, of: String, to: String, within: Exact? = nil) {
        self.is = name
        (self.of, self.to, self.within) = (of, to, within)
      }
    }

    /// A 统一社会信用代码 (GB 32100-2015) names in its places 3 to 8 the division where it was given
    /// out: that of the district itself, of its city, its province or the state. The district's own
    /// is the one that most records name. A firm that moved here keeps its code: what the registry
    /// `unless` holds under its key is no doubt.
    public struct Division: Sendable, Equatable, Codable {
      /// The code column.
      public var of: String
      /// The registry of those that moved here, whose key is the code; nil for none.
      public var unless: String?

      /// Takes both as they are.
      public init(of: String, unless: String? = nil) { (self.of, self.unless) = (of, unless) }
    }

    /// What records of another registry (parts) that name this one reach, comes before `on` here:
    /// no part later, none without its date.
    public struct Parts: Sendable, Equatable, Codable {
      /// The registry of the parts.
      public var registry: String
      /// Its reference to this registry.
      public var by: String
      /// Its date.
      public var date: String
      /// The date here.
      public var on: String

      /// Takes every field as it is; nothing is checked.
      public init(registry: String, by: String, date: String, on: String) {
        (self.registry, self.by, self.date, self.on) = (registry, by, date, on)
      }
    }

    /// A field of the records of another registry that name this one, added up, is no more than
    /// `atMost` here, in the same unit. With `from`, only those that are there at one time are added
    /// up: on the day on which each begins.
    public struct Total: Sendable, Equatable, Codable {
      /// The registry whose records are added up.
      public var registry: String
      /// Its reference to this registry.
      public var by: String
      /// Its number column.
      public var field: String
      /// Its date column from which a record is there; nil adds all of them up.
      public var from: String?
      /// Its date column from which a record is gone; nil for never.
      public var until: String?
      /// The number column here that the sum may not exceed.
      public var atMost: String

      /// Takes every field as it is; nothing is checked.
      public init(
        registry: String, by: String, field: String, from: String? = nil, until: String? = nil,
        atMost: String
      ) {
        (self.registry, self.by, self.field) = (registry, by, field)
        (self.from, self.until, self.atMost) = (from, until, atMost)
      }
    }

    /// The record of another registry whose key stands in `by` had not ended (`until`) by `on`.
    public struct Alive: Sendable, Equatable, Codable {
      /// The other registry.
      public var registry: String
      /// The reference here that holds its key.
      public var by: String
      /// Its date column of ending; empty means that it goes on.
      public var until: String
      /// The date column here.
      public var on: String

      /// Takes every field as it is; nothing is checked.
      public init(registry: String, by: String, until: String, on: String) {
        (self.registry, self.by, self.until, self.on) = (registry, by, until, on)
      }
    }

    /// A number (已租面积) is the sum of a field of another registry's records (租赁面积) that name the
    /// same thing (`by` there, `own` here) and are there `on` a date, give or take `within` percent.
    /// Not said where most records break it: then the other registry is not whole.
    public struct Tally: Sendable, Equatable, Codable {
      /// The number column here.
      public var `is`: String
      /// The column here that names the thing.
      public var own: String
      /// The date column here: records of that day are added up.
      public var on: String
      /// The other registry.
      public var registry: String
      /// Its column that names the same thing.
      public var by: String
      /// Its number column.
      public var field: String
      /// Its date column from which a record is there.
      public var from: String
      /// Its date column from which it is gone; nil for never.
      public var until: String?
      /// Percent of the sum that the two may differ by.
      public var within: Exact

      /// Takes every field as it is; nothing is checked.
      public init(
        is name: String, own: String, on: String, registry: String, by: String, field: String,
        from: String, until: String? = nil, within: Exact
      ) {
        self.is = name
        (self.own, self.on, self.registry, self.by) = (own, on, registry, by)
        (self.field, self.from, self.until, self.within) = (field, from, until, within)
      }
    }

    /// What stands in `by` is a key of another registry. Not asked where a
    /// quarter or more are unknown to it: then it is not the whole that it is taken for.
    public struct Known: Sendable, Equatable, Codable {
      /// The registry that must know the key.
      public var registry: String
      /// The column here that holds it.
      public var by: String

      /// Takes both as they are.
      public init(registry: String, by: String) { (self.registry, self.by) = (registry, by) }
    }
  }
}

/// `{name: 先发证后取消, order: [发证日期, 取消日期]}`: a name and one rule.
extension Registry.Check: Codable {
  private enum Key: String, CodingKey {
    case name, english, `where`, note
    case order, days, rising, holds, year, rate, division, parts, total, alive, known, tally
  }

  /// Reads a name, optional `english`, `where` and `note`, and exactly one rule; a fault otherwise.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    name = try values.decode(String.self, forKey: .name)
    english = try values.decodeIfPresent(String.self, forKey: .english)
    `where` = try values.decodeIfPresent([Condition].self, forKey: .where)
    note = try values.decodeIfPresent(String.self, forKey: .note)
    rule = try Self.rule(values, decoder)
  }

  private static func rule(
    _ values: KeyedDecodingContainer<Key>, _ decoder: any Decoder
  ) throws -> Rule {
    if let names = try values.decodeIfPresent([String].self, forKey: .order) {
      return .order(names, days: try values.decodeIfPresent(Int.self, forKey: .days))
    }
    if let names = try values.decodeIfPresent([String].self, forKey: .rising) {
      return .rising(names)
    }
    if let list = try values.decodeIfPresent([Condition].self, forKey: .holds) {
      return .holds(list)
    }
    if let rule = try values.decodeIfPresent(Year.self, forKey: .year) { return .year(rule) }
    if let rule = try values.decodeIfPresent(Rate.self, forKey: .rate) { return .rate(rule) }
    if let rule = try values.decodeIfPresent(Division.self, forKey: .division) {
      return .division(rule)
    }
    if let rule = try values.decodeIfPresent(Parts.self, forKey: .parts) { return .parts(rule) }
    if let rule = try values.decodeIfPresent(Total.self, forKey: .total) { return .total(rule) }
    if let rule = try values.decodeIfPresent(Alive.self, forKey: .alive) { return .alive(rule) }
    if let rule = try values.decodeIfPresent(Known.self, forKey: .known) { return .known(rule) }
    if let rule = try values.decodeIfPresent(Tally.self, forKey: .tally) { return .tally(rule) }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath,
        debugDescription: "a check has one of order, rising, holds, year, rate, division, parts, "
          + "total, alive, known, tally"))
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    try values.encodeIfPresent(english, forKey: .english)
    try values.encodeIfPresent(`where`, forKey: .where)
    switch rule {
    case .order(let names, let days):
      try values.encode(names, forKey: .order)
      try values.encodeIfPresent(days, forKey: .days)
    case .rising(let names): try values.encode(names, forKey: .rising)
    case .holds(let list): try values.encode(list, forKey: .holds)
    case .year(let rule): try values.encode(rule, forKey: .year)
    case .rate(let rule): try values.encode(rule, forKey: .rate)
    case .division(let rule): try values.encode(rule, forKey: .division)
    case .parts(let rule): try values.encode(rule, forKey: .parts)
    case .total(let rule): try values.encode(rule, forKey: .total)
    case .alive(let rule): try values.encode(rule, forKey: .alive)
    case .known(let rule): try values.encode(rule, forKey: .known)
    case .tally(let rule): try values.encode(rule, forKey: .tally)
    }
    try values.encodeIfPresent(note, forKey: .note)
  }
}
