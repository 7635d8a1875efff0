import Domain

/// How the cells of one registry column are read. A class, as it is looked at for every cell.
final class CellForm: Sendable {
  /// The table's column; nil when the table has none.
  let column: Int?
  /// As the header has it, or the registry column's name.
  let heading: String
  let kind: Kind
  let isRequired: Bool
  /// Whether its words must not be shown.
  let isPersonal: Bool

  init(column: Int?, heading: String, kind: Kind, isRequired: Bool, isPersonal: Bool) {
    self.column = column
    self.heading = heading
    self.kind = kind
    self.isRequired = isRequired
    self.isPersonal = isPersonal
  }

  enum Kind: Sendable {
    case text
    case credit, division
    /// A code without a checker.
    case code
    case day
    case number(NumberCell)
    case choice([(bytes: [UInt8], value: FieldValue)], names: [String])
    case reference(String)
  }

  /// The forms of a registry's columns for a table; a heading's unit that does not fit is a
  /// problem.
  static func all(
    _ registry: Registry, _ table: Table, _ match: HeaderMatch, _ problems: inout ProblemList
  ) -> [CellForm] {
    var firsts: Set<Int> = []
    return registry.columns.enumerated().map { index, column in
      let field = registry.fields[column.field]
      let isFirst = firsts.insert(column.field).inserted
      let name = match.columns[index].map { table.names[$0] }
      return CellForm(
        column: match.columns[index], heading: name ?? column.name,
        kind: kind(of: field, column, heading: name, table, match.columns[index], &problems),
        isRequired: registry.isRequired(field) && isFirst, isPersonal: field.kind == .personal)
    }
  }

  private static func kind(
    of field: Field, _ column: RegistryColumn, heading: String?, _ table: Table, _ at: Int?,
    _ problems: inout ProblemList
  ) -> Kind {
    switch field.kind {
    case .text, .place, .personal: return .text
    case .code:
      return field.checker == .creditCode
        ? .credit : field.checker == .divisionCode ? .division : .code
    case .date, .stages: return .day
    case .choice:
      let names = field.choices ?? []
      return .choice(names.map { (Array($0.utf8), .text($0)) }, names: names)
    case .reference: return .reference(field.registry ?? "")
    case .number:
      let taken = factor(of: field, heading)
      if case .flaw(let flaw) = taken {
        let row = Int(table.rows[table.header].number)
        problems.add(
          Problem(
            flaw, row: row, column: heading,
            address: at.map { Table.address(row: row, column: $0) }))
      }
      var factor = Exact(1)
      if case .value(let value) = taken { factor = value }
      return .number(NumberCell(unit: field.unit, digits: column.digits, heading: factor))
    }
  }

  /// Words in a heading's brackets that are no unit.
  private static let remarks: Set<String> = ["必填", "选填", "可空", "数字", "数值"]

  /// From the unit in the heading's brackets to the field's.
  private static func factor(of field: Field, _ heading: String?) -> Taken<Exact> {
    guard let heading = heading.map({ Heading($0) }), let bracket = heading.bracket,
      let unit = field.unit, !remarks.contains(bracket)
    else { return .value(Exact(1)) }
    if let factor = UnitScale(bracket).factor(to: UnitScale(unit)) { return .value(factor) }
    let declared = [field.name] + (field.aliases ?? [])
    let isWhole = declared.contains { Heading.folded($0) == heading.whole }
    return isWhole ? .value(Exact(1)) : .flaw(.headingUnit(found: bracket, expected: unit))
  }
}
