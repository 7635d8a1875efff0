/// A measure is a mapping with one key, its name: `count: {registry: …}`.
extension Measure: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case reported, count, stock, sum, ratio, growth, coverage, milestones, all
  }

  /// Reads a mapping with exactly one key, a measure's name; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    let names = container.allKeys
    guard names.count == 1, let name = names.first, let key = Key(rawValue: name.stringValue) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a measure has one of the keys "
            + Key.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    self =
      switch key {
      case .reported: .reported(try container.decode(Reported.self, forKey: name))
      case .count: .count(try container.decode(Count.self, forKey: name))
      case .stock: .stock(try container.decode(Stock.self, forKey: name))
      case .sum: .sum(try container.decode(Sum.self, forKey: name))
      case .ratio: .ratio(try container.decode(Ratio.self, forKey: name))
      case .growth: .growth(try container.decode(Measure.self, forKey: name))
      case .coverage: .coverage(try container.decode(Coverage.self, forKey: name))
      case .milestones: .milestones(try container.decode([Milestone].self, forKey: name))
      case .all: .all(try container.decode([Part].self, forKey: name))
      }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .reported(let value): try container.encode(value, forKey: .reported)
    case .count(let value): try container.encode(value, forKey: .count)
    case .stock(let value): try container.encode(value, forKey: .stock)
    case .sum(let value): try container.encode(value, forKey: .sum)
    case .ratio(let value): try container.encode(value, forKey: .ratio)
    case .growth(let value): try container.encode(value, forKey: .growth)
    case .coverage(let value): try container.encode(value, forKey: .coverage)
    case .milestones(let value): try container.encode(value, forKey: .milestones)
    case .all(let value): try container.encode(value, forKey: .all)
    }
  }
}

/// A condition names a field and one condition (`{field: 类型, is: [融资租赁]}`), or other records
/// (`{every: 部件, by: 项目, where: [...]}`), or alternatives (`{either: [[...], [...]]}`).
extension Condition: Codable {
  private enum Key: String, CodingKey {
    case field, `is`, isNot, lies, present, reached, every, some, by, `where`, either
  }

  /// Reads exactly one condition; two at once, or an unknown word, is a fault.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let lists = try container.decodeIfPresent([[Condition]].self, forKey: .either) {
      self = .either(lists)
    } else if container.contains(.every) || container.contains(.some) {
      let isEvery = container.contains(.every)
      let registry = try container.decode(String.self, forKey: isEvery ? .every : .some)
      let by = try container.decode(String.self, forKey: .by)
      let tests = try container.decodeIfPresent([Condition].self, forKey: .where) ?? []
      self =
        isEvery
        ? .every(registry: registry, by: by, tests) : .some(registry: registry, by: by, tests)
    } else {
      self = try Condition.ofField(container, decoder)
    }
  }

  private static func ofField(
    _ container: KeyedDecodingContainer<Key>, _ decoder: any Decoder
  ) throws -> Condition {
    let field = try container.decode(String.self, forKey: .field)
    if container.contains(.is) {
      return .isOne(field: field, of: try Condition.list(container, .is))
    }
    if container.contains(.isNot) {
      return .isNone(field: field, of: try Condition.list(container, .isNot))
    }
    if let interval = try container.decodeIfPresent(Interval.self, forKey: .lies) {
      return .lies(field: field, in: interval)
    }
    if let present = try container.decodeIfPresent(Bool.self, forKey: .present) {
      return present ? .present(field: field) : .absent(field: field)
    }
    if let reached = try container.decodeIfPresent(Bool.self, forKey: .reached) {
      return reached ? .reached(field: field) : .ahead(field: field)
    }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath,
        debugDescription: "a condition on a field has one of is, isNot, lies, present, reached"))
  }

  /// One value may stand without a list around it.
  private static func list(_ container: KeyedDecodingContainer<Key>, _ key: Key) throws -> [String]
  {
    if let one = try? container.decode(String.self, forKey: key) { return [one] }
    return try container.decode([String].self, forKey: key)
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .isOne(let field, let values):
      try container.encode(field, forKey: .field)
      try container.encode(values, forKey: .is)
    case .isNone(let field, let values):
      try container.encode(field, forKey: .field)
      try container.encode(values, forKey: .isNot)
    case .lies(let field, let interval):
      try container.encode(field, forKey: .field)
      try container.encode(interval, forKey: .lies)
    case .present(let field), .absent(let field):
      try container.encode(field, forKey: .field)
      try container.encode(self == .present(field: field), forKey: .present)
    case .reached(let field), .ahead(let field):
      try container.encode(field, forKey: .field)
      try container.encode(self == .reached(field: field), forKey: .reached)
    case .every(let registry, let by, let tests), .some(let registry, let by, let tests):
      let isEvery = self == .every(registry: registry, by: by, tests)
      try container.encode(registry, forKey: isEvery ? .every : .some)
      try container.encode(by, forKey: .by)
      try container.encode(tests, forKey: .where)
    case .either(let lists):
      try container.encode(lists, forKey: .either)
    }
  }
}
