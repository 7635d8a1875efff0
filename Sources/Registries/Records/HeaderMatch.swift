import Domain

/// Which column of a table holds which column of a registry.
struct HeaderMatch {
  /// For each of the registry's columns, the table's column.
  private(set) var columns: [Int?]
  /// Headings that mean nothing to the registry.
  private(set) var unknown: [String] = []
  private(set) var problems: [Problem] = []

  init(_ registry: Registry, _ table: Table) {
    let names = ColumnNames(registry)
    columns = Array(repeating: nil, count: names.columns.count)
    let row = Int(table.rows[table.header].number)
    var all: [[Int]] = Array(repeating: [], count: columns.count)
    for (index, name) in table.names.enumerated() where !name.isEmpty {
      if let column = names.column(Heading(name)) {
        all[column].append(index)
        columns[column] = columns[column] ?? index
      } else {
        unknown.append(name)
      }
    }
    for (column, found) in all.enumerated() where found.count > 1 {
      let headings = found.map { "\(table.names[$0])（\(Table.address(row: row, column: $0))）" }
      problems.append(
        Problem(
          .columnDoubled(field: names.columns[column].name, headings: headings), row: row,
          column: table.names[found[1]], address: Table.address(row: row, column: found[1])))
    }
    addMissing(registry, names, row)
  }

  private mutating func addMissing(_ registry: Registry, _ names: ColumnNames, _ row: Int) {
    var seen: Set<Int> = []
    for (index, column) in names.columns.enumerated() where seen.insert(column.field).inserted {
      let field = registry.fields[column.field]
      guard columns[index] == nil, registry.isRequired(field) else { continue }
      let expected =
        field.kind == .stages ? [column.name] : [field.name] + (field.aliases ?? [])
      problems.append(Problem(.columnMissing(expected), row: row, column: field.name))
    }
  }
}

/// The names under which a registry's columns may stand in a header.
struct ColumnNames {
  let columns: [RegistryColumn]
  /// Names and aliases, as declared.
  private var declared: [String: Int] = [:]
  /// Names that follow from a stage's: 开工, 开工日期, 开工时间.
  private var implied: [String: Int] = [:]

  init(_ registry: Registry) {
    columns = registry.columns
    for (index, column) in columns.enumerated() {
      let field = registry.fields[column.field]
      let names = [field.name] + (field.aliases ?? [])
      guard field.kind == .stages else {
        for name in names { declared[Heading.folded(name)] = index }
        continue
      }
      let stage = String(column.name.dropFirst(field.name.count + 1))
      for name in names.flatMap({ ["\($0).\(stage)", "\($0)\(stage)"] }) {
        declared[Heading.folded(name)] = index
      }
      for name in [stage, stage + "日期", stage + "时间"] {
        implied[Heading.folded(name)] = index
      }
    }
  }

  /// The column that a heading means; nil for none.
  func column(_ heading: Heading) -> Int? {
    declared[heading.whole] ?? declared[heading.bare] ?? implied[heading.whole]
      ?? implied[heading.bare]
  }

  /// All of them, folded.
  var all: Set<String> { Set(declared.keys).union(implied.keys) }
}

extension Registry {
  /// Whether a field must have a value; those of the key always.
  func isRequired(_ field: Field) -> Bool { field.required == true || key.contains(field.name) }
}
