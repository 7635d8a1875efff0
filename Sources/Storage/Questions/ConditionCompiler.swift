import Domain

/// Turns conditions on the records of one registry into SQL. Each gives true, false or nothing
/// (for an empty column), which stands for false; none is ever negated.
struct ConditionCompiler {
  let catalog: Catalog
  /// The day on which a date is reached: the judged one, or the window's last once it is over.
  let asOf: Day
  let moment: Moment

  /// - Parameter depth: how many registries stand around this one.
  func all(_ conditions: [Condition], of table: RecordTable, alias: String, depth: Int = 0) throws
    -> Fragment
  {
    try conditions.map { try one($0, table, alias, depth) }.all
  }

  private func one(_ condition: Condition, _ table: RecordTable, _ alias: String, _ depth: Int)
    throws -> Fragment
  {
    switch condition {
    case .isOne(let field, let values):
      let column = try column(field, [.text, .day], table)
      return "+\(alias: alias).\(name: column.name) IN (\(sql: list(values)))"
    case .isNone(let field, let values):
      let column = try column(field, [.text, .day], table)
      return """
        (+\(alias: alias).\(name: column.name) IS NULL \
        OR \(alias: alias).\(name: column.name) NOT IN (\(sql: list(values))))
        """
    case .lies(let field, let interval):
      return lies(try column(field, [.number], table), interval, alias)
    case .present(let field):
      return "+\(alias: alias).\(name: try any(field, table).name) IS NOT NULL"
    case .absent(let field):
      return "+\(alias: alias).\(name: try any(field, table).name) IS NULL"
    case .reached(let field):
      return "+\(alias: alias).\(name: try column(field, [.day], table).name) <= \(asOf)"
    case .ahead(let field):
      let name = try column(field, [.day], table).name
      return "(+\(alias: alias).\(name: name) IS NULL OR +\(alias: alias).\(name: name) > \(asOf))"
    case .every(let registry, let by, let tests):
      return try others(registry, by, tests, every: true, alias, depth)
    case .some(let registry, let by, let tests):
      return try others(registry, by, tests, every: false, alias, depth)
    case .either(let lists):
      let ways = try lists.map { try all($0, of: table, alias: alias, depth: depth) as Fragment }
      return ways.isEmpty ? "0" : "(\(sql: ways.map { "(\(sql: $0))" }.joined(" OR ")))"
    }
  }

  private func list(_ values: [String]) -> Fragment { values.map { "\($0)" }.joined(", ") }

  /// The whole numbers of the column's smallest unit that lie in the interval.
  private func lies(_ column: RegistryColumn, _ interval: Interval, _ alias: String) -> Fragment {
    let scale = Exact.tens(column.digits)
    let value: Fragment = "+\(alias: alias).\(name: column.name)"
    var tests: [Fragment] = ["\(sql: value) IS NOT NULL"]
    if let lower = interval.lower {
      let (end, isWhole) = (lower.value * scale).ceilingNumber
      tests.append("\(sql: value) >= \(isWhole && !lower.isIncluded ? end + 1 : end)")
    }
    if let upper = interval.upper {
      let (end, isWhole) = (upper.value * scale).ceilingNumber
      tests.append("\(sql: value) <= \(isWhole && upper.isIncluded ? end : end - 1)")
    }
    return "(\(sql: tests.all))"
  }

  /// The set of keys is made once for the statement, not once for a record.
  private func others(
    _ registry: String, _ by: String, _ tests: [Condition], every: Bool, _ alias: String,
    _ depth: Int
  ) throws -> Fragment {
    let other = try catalog.table(registry)
    let own = "c\(depth + 1)"
    let reference = try column(by, [.text], other)
    let passes = try all(tests, of: other, alias: own, depth: depth + 1)
    let rest: Fragment =
      every
      ? " GROUP BY 1 HAVING min(ifnull(\(sql: passes), 0)) = 1" : " AND (\(sql: passes))"
    return """
      +\(alias: alias).key IN (SELECT \(alias: own).\(name: reference.name) \
      FROM \(name: other.name) \(alias: own) WHERE \(sql: moment.current(own)) \
      AND \(alias: own).\(name: reference.name) IS NOT NULL\(sql: rest))
      """
  }

  func column(_ name: String, _ types: [ColumnType], _ table: RecordTable) throws -> RegistryColumn
  {
    guard let column = table.columns.first(where: { $0.name == name && types.contains($0.type) })
    else { throw StorageFault.question(registry: table.registry.name, column: name) }
    return column
  }

  private func any(_ name: String, _ table: RecordTable) throws -> RegistryColumn {
    try column(name, [.text, .day, .number], table)
  }
}

extension Exact {
  /// The smallest whole number that is not less, kept within what SQLite can hold, and whether it
  /// is the number itself.
  fileprivate var ceilingNumber: (Int, Bool) {
    let limit = Exact(Int.max / 2)
    return (min(limit, max(-limit, ceiling)).int ?? Int.max / 2, isWhole)
  }
}
