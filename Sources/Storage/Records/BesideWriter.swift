import Domain
import GRDB

/// Writes what a weaker source says of records that a stronger one counts for: versions that begin
/// and end with their batch.
final class BesideWriter {
  private let lookup: RawStatement
  private let insertion: RawStatement

  init(_ db: Database, _ table: RecordTable, sequence: Int, source: Int) throws {
    let names = table.columns.isEmpty ? "" : ", " + table.list()
    let marks = String(repeating: ", ?", count: table.columns.count)
    lookup = try RawStatement(
      db,
      """
      SELECT id\(names) FROM \(table.sql) WHERE key = ? AND until IS NOT NULL AND since = until \
      ORDER BY id DESC LIMIT 1
      """)
    insertion = try RawStatement(
      db,
      "INSERT INTO \(table.sql) (key, since, until, source\(names)) VALUES (?, ?, ?, ?\(marks))")
    insertion.bind(sequence, at: 2)
    insertion.bind(sequence, at: 3)
    insertion.bind(source, at: 4)
  }

  /// - Returns: false where the last that was said beside is just this.
  func write(_ row: RowBytes) throws -> Bool {
    let isThere = try row.withBound(lookup, key: 1, values: nil) {
      defer { lookup.reset() }
      return try lookup.step() && row.equals(lookup, from: 1)
    }
    if isThere { return false }
    defer { insertion.reset() }
    try row.withBound(insertion, key: 1, values: 5) { _ = try insertion.step() }
    return true
  }
}

extension RecordTable {
  /// What a statement has in a column of the registry.
  func value(_ statement: RawStatement, _ place: Int, _ column: RegistryColumn) -> FieldValue {
    if statement.isNull(place) { return .none }
    switch column.type {
    case .number: return .number(statement.int(place))
    case .text: return .text(statement.text(place))
    case .day: return Day(statement.text(place)).map(FieldValue.day) ?? .none
    }
  }
}
