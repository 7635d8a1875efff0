import Domain

/// What a measure rests on: series, registries, and the fields of each, those of its conditions
/// about other registries too.
struct MeasureNames {
  private(set) var series: Set<String> = []
  /// Names of fields by registry; a stage's field is named without the stage.
  private(set) var fields: [String: Set<String>] = [:]

  init(_ measure: Measure) { add(measure) }

  private mutating func add(_ measure: Measure) {
    switch measure {
    case .reported(let reported): series.insert(reported.series)
    case .count(let count):
      add(count.registry, [count.dated, count.ended, count.claimed], count.where, count.distinct)
      add(count.registry, [], count.renewed, nil)
    case .stock(let stock):
      add(stock.registry, [stock.from, stock.until, stock.field], stock.where, stock.distinct)
    case .sum(let sum): add(sum.registry, [sum.field, sum.dated, sum.claimed], sum.where, nil)
    case .ratio(let ratio):
      add(ratio.of)
      add(ratio.to)
    case .growth(let inner): add(inner)
    case .coverage(let coverage): add(coverage)
    case .milestones: break
    case .all(let parts): for part in parts { add(part.measure) }
    }
  }

  private mutating func add(_ coverage: Measure.Coverage) {
    add(coverage.facilities, [coverage.from, coverage.until], coverage.where, nil)
    add(coverage.population, [coverage.people], nil, nil)
    if let recorded = coverage.recorded { add(recorded) }
  }

  private mutating func add(
    _ registry: String, _ columns: [String?], _ conditions: [Condition]?, _ distinct: [String]?
  ) {
    let names = columns.compactMap { $0 } + (distinct ?? [])
    fields[registry, default: []].formUnion(names.map(Self.field))
    for condition in conditions ?? [] { add(condition, of: registry) }
  }

  private mutating func add(_ condition: Condition, of registry: String) {
    switch condition {
    case .isOne(let field, _), .isNone(let field, _), .lies(let field, _), .present(let field),
      .absent(let field), .reached(let field), .ahead(let field):
      add(registry, [field], nil, nil)
    case .every(let other, let by, let tests), .some(let other, let by, let tests):
      add(other, [by], tests, nil)
    case .either(let lists): for list in lists { add(registry, [], list, nil) }
    }
  }

  /// `进度` of `进度.开工`.
  private static func field(_ column: String) -> String {
    column.split(separator: ".", maxSplits: 1).first.map(String.init) ?? column
  }
}
