import Domain

/// What of a series or registry can move the verdict of a commitment that rests on it. A new
/// column, another name for one, a note or a choice more cannot.
public enum Redeclarations {
  /// Issued commitments whose verdict new declarations could move, in the order of adoption.
  public static func moved(_ changes: [Change], in books: Books) -> [String] {
    let resting = books.active.compactMap { commitment in
      commitment.measure.map { (id: commitment.id, names: MeasureNames($0)) }
    }
    return resting.filter { item in
      changes.contains { moves($0, item.names, books) } && books.issued(item.id) != nil
    }.map(\.id)
  }

  private static func moves(_ change: Change, _ names: MeasureNames, _ books: Books) -> Bool {
    switch change {
    case .series(let new):
      guard names.series.contains(new.name), let old = books.series[new.name] else { return false }
      return !differences(old, new).isEmpty
    case .registry(let new):
      guard let fields = names.fields[new.name], let old = books.registries[new.name] else {
        return false
      }
      return !differences(old, new, fields).isEmpty
    default: return false
    }
  }

  /// One thing that became another, in words.
  typealias Difference = (old: Phrase, new: Phrase)

  static func differences(_ old: Series, _ new: Series) -> [Difference] {
    [
      difference(old.name, "单位", "unit", old.unit, new.unit),
      difference(old.name, "价格", "price basis", old.price?.rawValue, new.price?.rawValue),
      difference(old.name, "币种", "currency", old.currency, new.currency),
      difference(old.name, "发布单位", "publisher", old.publisher, new.publisher),
      difference(old.name, "周期", "cadence", old.cadence.rawValue, new.cadence.rawValue),
      difference(old.name, "滞后月数", "lag in months", "\(old.lag ?? 1)", "\(new.lag ?? 1)"),
      difference(old.name, "无数据的月份", "silent months", list(old.silent), list(new.silent)),
    ].compactMap { $0 }
  }

  static func differences(
    _ old: Registry, _ new: Registry, _ fields: Set<String>
  ) -> [Difference] {
    let own = [
      difference(old.name, "计量单位", "unit", old.unit, new.unit),
      difference(old.name, "一条是什么", "entity", old.counted, new.counted),
      difference(
        old.name, "主键", "key", old.key.joined(separator: "、"), new.key.joined(separator: "、")),
      difference(old.name, "勾稽关系", "checks", checks(old), lacking(old, new)),
      difference(
        old.name, "查重规则", "rules of likeness", old.duplicates.map { "\($0.count)" },
        keeps(old, new) ? old.duplicates.map { "\($0.count)" } : "\(new.duplicates?.count ?? 0)"),
    ]
    let rest = old.fields.filter { fields.contains($0.name) }.flatMap { field in
      differences(field, new.fields.first { $0.name == field.name }, of: old.name)
    }
    return own.compactMap { $0 } + rest
  }

  private static func checks(_ registry: Registry) -> String? {
    (registry.checks ?? []).isEmpty ? nil : registry.checks?.map(\.name).joined(separator: "、")
  }

  /// The old checks that the new declaration still has; all of them where more were added.
  private static func lacking(_ old: Registry, _ new: Registry) -> String? {
    let kept = (old.checks ?? []).filter { new.checks?.contains($0) == true }.map(\.name)
    return kept.isEmpty ? nil : kept.joined(separator: "、")
  }

  /// Every rule of likeness is still there; an empty list takes away those that go by names.
  private static func keeps(_ old: Registry, _ new: Registry) -> Bool {
    guard let rules = old.duplicates else { return new.duplicates?.isEmpty != true }
    return rules.allSatisfy { new.duplicates?.contains($0) == true }
  }

  private static func differences(
    _ old: Field, _ new: Field?, of registry: String
  ) -> [Difference] {
    let name = "\(registry)·\(old.name)"
    guard let new else { return [(both(name), Phrase("\(name)：已无此栏", "\(name): gone"))] }
    let gone = (old.choices ?? []).filter { new.choices?.contains($0) == false }
    return [
      difference(name, "类型", "kind", old.kind.rawValue, new.kind.rawValue),
      difference(name, "单位", "unit", old.unit, new.unit),
      difference(name, "小数位", "digits", "\(old.digits ?? 0)", "\(new.digits ?? 0)"),
      difference(name, "指向", "refers to", old.registry, new.registry),
      difference(
        name, "阶段", "stages", old.stages?.joined(separator: "、"),
        new.stages?.joined(separator: "、")),
      gone.isEmpty
        ? nil : difference(name, "选项", "choices", gone.joined(separator: "、"), "删去"),
    ].compactMap { $0 }
  }

  /// Nil where nothing differs.
  private static func difference(
    _ name: String, _ chinese: String, _ english: String, _ old: String?, _ new: String?
  ) -> Difference? {
    guard old != new else { return nil }
    func words(_ value: String?) -> Phrase {
      Phrase(
        "\(name)：\(chinese) \(value ?? "未定")", "\(name): \(english) \(value ?? "none")")
    }
    return (words(old), words(new))
  }

  private static func list(_ months: [Int]?) -> String? {
    months?.map(String.init).joined(separator: "、")
  }

  private static func both(_ text: String) -> Phrase { Phrase(text, text) }
}

extension PlanTurns {
  /// Series and registries that were declared anew while the commitment rested on them.
  func redeclared(_ versions: [Books.Version]) -> [PlanTurn] {
    let plan = books.plan
    guard plan.hasRedeclared, let first = versions.first?.sequence,
      let last = versions.last?.commitment, let measure = last.measure
    else { return [] }
    let names = MeasureNames(measure)
    let series = names.series.sorted().flatMap { name in
      turns(plan.series[name] ?? [], name, after: first, of: last, Redeclarations.differences)
    }
    let registries = names.fields.sorted { $0.key < $1.key }.flatMap { name, fields in
      turns(plan.registries[name] ?? [], name, after: first, of: last) {
        Redeclarations.differences($0, $1, fields)
      }
    }
    return series + registries
  }

  private func turns<Value>(
    _ versions: [Books.Noted<Value>], _ name: String, after first: Int, of commitment: Commitment,
    _ differences: (Value, Value) -> [Redeclarations.Difference]
  ) -> [PlanTurn] {
    zip(versions, versions.dropFirst()).flatMap { old, new -> [PlanTurn] in
      guard new.note.sequence > first, isKnown(new.note) else { return [] }
      let decision = decision(name, after: old.note, before: new.note)
      return differences(old.value, new.value).map {
        turn(.measure, $0.old, $0.new, decision, new.note, of: commitment)
      }
    }
  }

  /// The decision that was entered for a declaration, just before it.
  private func decision(
    _ name: String, after old: Books.Note, before new: Books.Note
  ) -> Decision? {
    books.plan.decisions.last {
      $0.value.names.contains(name) && $0.note.sequence > old.sequence
        && $0.note.sequence < new.sequence
    }?.value.decision
  }
}
