import Domain

/// Reads the rows of one table, one after the other.
struct RowReader {
  private let registry: Registry
  private let table: Table
  private let cells: CellReader
  private let width: Int
  /// Indices into the registry's columns of the key's fields.
  private let key: [Int]
  /// Indices of the columns of each field with stages, and of the field that says why they are out
  /// of order.
  private let stages: [(columns: [Int], excuse: Int?)]
  /// Indices of the columns that refer to a registry, and its name.
  private let links: [(column: Int, registry: String)]
  private(set) var problems = ProblemList()
  /// Rows by key.
  private var seen: [String: Int32] = [:]
  private var references: References
  private var accepted = 0

  init(
    _ registry: Registry, _ table: Table, _ match: HeaderMatch, allowsOrder: Bool = false
  ) {
    self.registry = registry
    self.table = table
    let columns = registry.columns
    for problem in match.problems { problems.add(problem) }
    cells = CellReader(table: table, forms: CellForm.all(registry, table, match, &problems))
    width = table.rows[table.header].cells.count
    key = registry.key.compactMap { name in columns.firstIndex { $0.name == name } }
    stages = registry.fields.indices
      .filter { registry.fields[$0].kind == .stages && !allowsOrder }
      .map { field in
        (
          columns.indices.filter { columns[$0].field == field },
          columns.firstIndex { $0.name == registry.fields[field].unless }
        )
      }
    links = cells.forms.enumerated().compactMap { index, form in
      guard case .reference(let name) = form.kind else { return nil }
      return (index, name)
    }
    references = References(own: registry.name)
    seen.reserveCapacity(table.body.count)
    addMerges(match)
  }

  /// Merged cells below the header, in columns that are read.
  private mutating func addMerges(_ match: HeaderMatch) {
    let header = Int(table.rows[table.header].number)
    let used = Set(match.columns.compactMap { $0.map { $0 + 1 } })
    for merge in table.merges where merge.rows.upperBound > header {
      guard let column = merge.columns.first(where: used.contains) else { continue }
      problems.add(
        Problem(
          .merged(merge.description), row: merge.rows.lowerBound,
          column: column <= width ? table.names[column - 1] : nil,
          address: Table.address(row: merge.rows.lowerBound, column: column - 1)))
    }
  }

  mutating func read(into sink: inout any RecordSink, _ progress: Progress?) throws {
    // Without its columns, every row would only repeat what is missing.
    guard !cells.forms.contains(where: { $0.isRequired && $0.column == nil }) else { return }
    let total = table.body.count
    let text = table.text
    let span = text.span
    for (done, row) in table.body.enumerated() {
      if done % 4096 == 0 { progress?(done, total) }
      if cells.isBlank(row, span) { continue }
      if checkWidth(row) { continue }
      try add(row, span, &sink)
    }
    let missing = try references.missing(seen, cells, &sink)
    for problem in missing { problems.add(problem) }
    progress?(total, total)
  }

  /// Adds a problem, and gives true, when a row has more cells than the header, or a line of text
  /// fewer.
  private mutating func checkWidth(_ row: Int) -> Bool {
    let count = table.rows[row].cells.count
    guard count > width || (table.isDelimited && count < width) else { return false }
    problems.add(Problem(.ragged(cells: count, expected: width), row: Int(table.rows[row].number)))
    return true
  }

  private mutating func add(
    _ row: Int, _ span: Span<UInt8>, _ sink: inout any RecordSink
  ) throws {
    let before = problems.total
    var values: [FieldValue] = []
    values.reserveCapacity(cells.forms.count)
    for column in cells.forms.indices {
      values.append(cells.value(row, column, span, &problems))
    }
    try check(&values, row, &sink)
    guard problems.total == before else { return }
    let key = key(of: values)
    if let earlier = seen.updateValue(table.rows[row].number, forKey: key) {
      problems.add(cells.problem(.repeatedKey(row: Int(earlier)), row, self.key.first ?? 0))
    }
    if problems.isEmpty { try sink.add(key: key, values: values) }
  }

  private mutating func check(
    _ values: inout [FieldValue], _ row: Int, _ sink: inout any RecordSink
  ) throws {
    for (columns, excuse) in stages where excuse.map({ values[$0] == .none }) ?? true {
      checkOrder(values, columns, row)
    }
    for (column, registry) in links {
      guard case .text(let key) = values[column] else { continue }
      let found = try references.find(key, in: registry, row, column, &sink)
      guard let found else {
        problems.add(cells.problem(.reference(registry: registry), row, column))
        continue
      }
      if found != key { values[column] = .text(found) }
    }
  }

  private mutating func checkOrder(_ values: [FieldValue], _ columns: [Int], _ row: Int) {
    var latest: (column: Int, day: Day)?
    for column in columns {
      guard case .day(let day) = values[column] else { continue }
      if let latest, day < latest.day {
        let earlier = cells.forms[latest.column].heading
        problems.add(cells.problem(.stageOrder(earlier: earlier, latest.day), row, column))
      } else {
        latest = (column, day)
      }
    }
  }

  private func key(of values: [FieldValue]) -> String {
    guard key.count != 1 else { return part(values[key[0]], key[0]) }
    return key.map { part(values[$0], $0) }.joined(separator: Record.separator)
  }

  private func part(_ value: FieldValue, _ column: Int) -> String {
    switch value {
    case .none: return ""
    case .text(let text): return text
    case .day(let day): return day.description
    case .number(let number):
      guard case .number(let form) = cells.forms[column].kind else { return "\(number)" }
      return Exact(number, digits: form.digits).description
    }
  }
}
