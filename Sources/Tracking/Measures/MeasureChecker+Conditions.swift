import Domain

extension MeasureChecker {
  mutating func registry(_ name: String) -> Registry? {
    if registries[name] == nil { faults.append(.unknownRegistry(id, registry: name)) }
    return registries[name]
  }

  @discardableResult
  mutating func column(_ name: String, _ type: ColumnType, _ registry: Registry) -> RegistryColumn?
  {
    guard let column = registry.column(name) else {
      faults.append(.unknownField(id, registry: registry.name, field: name))
      return nil
    }
    guard column.type == type else {
      faults.append(
        .wrongKind(id, registry: registry.name, field: name, expected: type.words))
      return nil
    }
    return column
  }

  mutating func check(_ conditions: [Condition]?, _ registry: Registry) {
    for condition in conditions ?? [] { check(condition, registry) }
  }

  private mutating func check(_ condition: Condition, _ registry: Registry) {
    switch condition {
    case .isOne(let field, let values), .isNone(let field, let values):
      check(values, of: field, registry)
    case .lies(let field, _): column(field, .number, registry)
    case .reached(let field), .ahead(let field): column(field, .day, registry)
    case .present(let field), .absent(let field):
      if registry.column(field) == nil {
        faults.append(.unknownField(id, registry: registry.name, field: field))
      }
    case .every(let other, let by, let tests), .some(let other, let by, let tests):
      checkReference(other, by, tests, to: registry)
    case .either(let lists): for list in lists { check(list, registry) }
    }
  }

  private mutating func check(_ values: [String], of field: String, _ registry: Registry) {
    guard let column = column(field, .text, registry) else { return }
    guard let choices = registry.fields[column.field].choices else { return }
    for value in values where !choices.contains(value) {
      faults.append(.unknownChoice(id, registry: registry.name, field: field, value: value))
    }
  }

  /// The other registry's field refers to this one by its key.
  private mutating func checkReference(
    _ other: String, _ by: String, _ tests: [Condition], to registry: Registry
  ) {
    guard let declared = self.registry(other) else { return }
    let field = declared.fields.first { $0.name == by }
    if field?.kind != .reference || field?.registry != registry.name {
      faults.append(.noReference(id, registry: other, field: by, to: registry.name))
    }
    check(tests, declared)
  }
}

extension ColumnType {
  var words: Phrase {
    switch self {
    case .text: Phrase("文字或选项", "text or a choice")
    case .day: Phrase("日期", "a date")
    case .number: Phrase("数字", "a number")
    }
  }
}
