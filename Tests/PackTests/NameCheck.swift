import Domain

/// Names in measures that lead nowhere.
struct NameCheck {
  var registries: [String: Registry]
  var series: [String: Series]

  func problems(_ measure: Measure) -> [String] {
    switch measure {
    case .reported(let it): series[it.series] == nil ? ["series \(it.series)"] : []
    case .count(let it):
      columns([it.dated, it.ended, it.claimed], .day, it.registry)
        + columns(it.distinct ?? [], nil, it.registry) + conditions(it.where, it.registry)
    case .stock(let it):
      columns([it.from, it.until], .day, it.registry) + columns([it.field], .number, it.registry)
        + columns(it.distinct ?? [], nil, it.registry) + conditions(it.where, it.registry)
    case .sum(let it):
      columns([it.dated, it.claimed], .day, it.registry) + columns([it.field], .number, it.registry)
        + conditions(it.where, it.registry)
    case .ratio(let it): problems(it.of) + problems(it.to)
    case .growth(let inner): problems(inner)
    case .coverage(let it): [it.facilities, it.population].filter { registries[$0] == nil }
    case .milestones(let list):
      Set(list.map(\.id)).count == list.count ? [] : ["milestones of one id"]
    case .all(let parts): parts.flatMap { problems($0.measure) }
    }
  }

  private func columns(_ names: [String?], _ type: ColumnType?, _ registry: String) -> [String] {
    guard let declared = registries[registry] else { return ["registry \(registry)"] }
    return names.compactMap { $0 }.filter { name in
      guard let column = declared.column(name) else { return true }
      return type.map { $0 != column.type } ?? false
    }.map { "\(registry).\($0)" }
  }

  private func conditions(_ list: [Condition]?, _ registry: String) -> [String] {
    (list ?? []).flatMap { condition -> [String] in
      switch condition {
      case .isOne(let field, let values), .isNone(let field, let values):
        columns([field], .text, registry) + choices(values, field, registry)
      case .lies(let field, _): columns([field], .number, registry)
      case .reached(let field), .ahead(let field): columns([field], .day, registry)
      case .present(let field), .absent(let field): columns([field], nil, registry)
      case .either(let lists): lists.flatMap { conditions($0, registry) }
      case .every(let other, let by, let tests), .some(let other, let by, let tests):
        reference(other, by, registry) + conditions(tests, other)
      }
    }
  }

  private func choices(_ values: [String], _ name: String, _ registry: String) -> [String] {
    let field = registries[registry]?.fields.first { $0.name == name }
    return values.filter { field?.choices?.contains($0) == false }
  }

  private func reference(_ other: String, _ by: String, _ registry: String) -> [String] {
    let field = registries[other]?.fields.first { $0.name == by }
    return field?.kind == .reference && field?.registry == registry ? [] : ["\(other).\(by)"]
  }
}
