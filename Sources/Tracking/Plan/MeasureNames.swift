import Domain

/// What a measure rests on: series, registries, and the fields of each, those of its conditions
/// about other registries too.
struct MeasureNames {
  private(set) var series: Set<String> = []
  /// Names of fields by registry; a stage's field is named without the stage.
  private(set) var fields: [String: Set<String>] = [:]

  init(_ measure: Measure) { add(measure) }

  private mutating func add(_ measure: Measure) {
    let basis = measure.basis
    if let name = basis.series { series.insert(name) }
    for reads in basis.reads { add(reads.registry, reads.columns, reads.conditions) }
    for inner in basis.inner { add(inner) }
  }

  private mutating func add(
    _ registry: String, _ columns: [String], _ conditions: [Condition]
  ) {
    fields[registry, default: []].formUnion(columns.map(Self.field))
    for condition in conditions { add(condition, of: registry) }
  }

  private mutating func add(_ condition: Condition, of registry: String) {
    switch condition {
    case .isOne(let field, _), .isNone(let field, _), .lies(let field, _), .present(let field),
      .absent(let field), .reached(let field), .ahead(let field):
      add(registry, [field], [])
    case .every(let other, let by, let tests), .some(let other, let by, let tests):
      add(other, [by], tests)
    case .either(let lists): for list in lists { add(registry, [], list) }
    }
  }

  /// `进度` of `进度.开工`.
  private static func field(_ column: String) -> String {
    column.split(separator: ".", maxSplits: 1).first.map(String.init) ?? column
  }
}
