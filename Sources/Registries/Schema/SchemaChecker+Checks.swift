import Domain

/// Whether the checks of a registry could ever find anything: what they name is there and of the
/// right kind.
extension SchemaChecker {
  mutating func checkChecks() {
    let checks = registry.checks ?? []
    for name in repeated(checks.map(\.name)) {
      add(name, "有两条同名的勾稽关系。", "Two checks have this name.")
    }
    for check in checks {
      if isBlank(check.name) { add(nil, "勾稽关系没有名称。", "A check has no name.") }
      conditions(check.where ?? [], check)
      rule(check)
    }
  }

  private mutating func rule(_ check: Registry.Check) {
    switch check.rule {
    case .order(let names, let days):
      for name in names { column(name, .day, check) }
      if names.count < 2 { few(check) }
      if let days, days < 1 { add(check.name, "days 应为 1 或更大。", "Expected days of 1 or more.") }
    case .rising(let names):
      for name in names { column(name, .number, check) }
      if names.count < 2 { few(check) }
      sameUnit(names.map { (registry, $0) }, check)
    case .holds(let list): conditions(list, check)
    case .year(let rule):
      column(rule.of, .text, check)
      column(rule.on, .day, check)
    case .rate(let rule):
      for name in [rule.is, rule.of, rule.to] { column(name, .number, check) }
      sameUnit([(registry, rule.of), (registry, rule.to)], check)
    case .division(let rule):
      code(rule.of, check)
      if let unless = rule.unless { other(unless, check) }
    case .parts, .total, .alive, .known, .tally: relation(check)
    }
  }

  private mutating func relation(_ check: Registry.Check) {
    switch check.rule {
    case .parts(let rule):
      column(rule.on, .day, check)
      guard let parts = other(rule.registry, check) else { return }
      column(rule.date, .day, check, of: parts)
      column(rule.by, .text, check, of: parts)
    case .total(let rule):
      column(rule.atMost, .number, check)
      guard let parts = other(rule.registry, check) else { return }
      column(rule.by, .text, check, of: parts)
      column(rule.field, .number, check, of: parts)
      for name in [rule.from, rule.until].compactMap({ $0 }) {
        column(name, .day, check, of: parts)
      }
      sameUnit([(registry, rule.atMost), (parts, rule.field)], check)
    case .alive(let rule):
      column(rule.by, .text, check)
      column(rule.on, .day, check)
      if let master = other(rule.registry, check) { column(rule.until, .day, check, of: master) }
    case .known(let rule):
      column(rule.by, .text, check)
      other(rule.registry, check)
    case .tally(let rule):
      column(rule.is, .number, check)
      column(rule.own, .text, check)
      column(rule.on, .day, check)
      guard let parts = other(rule.registry, check) else { return }
      column(rule.by, .text, check, of: parts)
      column(rule.field, .number, check, of: parts)
      for name in [rule.from, rule.until].compactMap({ $0 }) {
        column(name, .day, check, of: parts)
      }
      sameUnit([(registry, rule.is), (parts, rule.field)], check)
    default: break
    }
  }

  private mutating func few(_ check: Registry.Check) {
    add(check.name, "至少应有两个字段。", "Expected two fields or more.")
  }

  private mutating func column(
    _ name: String, _ type: ColumnType, _ check: Registry.Check, of other: Registry? = nil
  ) {
    let registry = other ?? self.registry
    guard registry.column(name)?.type != type else { return }
    let kind = [ColumnType.text: "文字", .day: "日期", .number: "数字"][type] ?? ""
    add(
      check.name, "“\(name)”不是\(registry.name)的\(kind)字段。",
      "\(name) is no \(type.rawValue) field of \(registry.name).")
  }

  private mutating func code(_ name: String, _ check: Registry.Check) {
    guard registry.fields.first(where: { $0.name == name })?.checker != .creditCode else { return }
    add(check.name, "“\(name)”不是统一社会信用代码。", "\(name) is no credit code.")
  }

  @discardableResult
  private mutating func other(_ name: String, _ check: Registry.Check) -> Registry? {
    let found = registries.first { $0.name == name }
    if found == nil {
      add(check.name, "台账“\(name)”没有声明。", "The registry \(name) is not declared.")
    }
    return found
  }

  private mutating func sameUnit(
    _ fields: [(registry: Registry, name: String)], _ check: Registry.Check
  ) {
    let units = fields.compactMap { item in
      item.registry.fields.first { $0.name == item.name }?.unit
    }
    if Set(units).count > 1 {
      add(check.name, "各数字的单位应相同。", "Expected numbers of one unit.")
    }
  }

  private mutating func conditions(_ list: [Condition], _ check: Registry.Check) {
    for condition in list {
      switch condition {
      case .isOne(let name, let values), .isNone(let name, let values):
        column(name, .text, check)
        let choices = registry.fields.first { $0.name == name }?.choices
        for value in values where choices?.contains(value) == false {
          add(check.name, "“\(name)”没有“\(value)”这一项。", "\(name) has no choice \(value).")
        }
      case .lies(let name, _): column(name, .number, check)
      case .reached(let name), .ahead(let name): column(name, .day, check)
      case .present(let name), .absent(let name):
        if registry.column(name) == nil {
          add(check.name, "“\(name)”不是字段。", "\(name) is no field.")
        }
      case .either(let lists): for list in lists { conditions(list, check) }
      case .every(let name, _, _), .some(let name, _, _): other(name, check)
      }
    }
  }
}
