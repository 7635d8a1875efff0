import Domain

/// Turns the rows of a table into records of a registry.
///
/// Every problem of every row is found before the table is refused. Rows without any words are
/// left out.
public struct RecordReader: Sendable {
  /// Checked by `RegistryCheck` beforehand.
  public let registry: Registry

  private let allowsOrder: Bool

  /// - Parameter allowingOrder: rows whose stages are out of order are taken.
  public init(_ registry: Registry, allowingOrder: Bool = false) {
    self.registry = registry
    allowsOrder = allowingOrder
  }

  /// The names that a header of this registry is known by.
  public var headers: Set<String> { ColumnNames(registry).all }

  /// The registry's columns that a table does not have.
  public func lacking(in table: Table) -> [RegistryColumn] {
    let match = HeaderMatch(registry, table)
    return registry.columns.indices.filter { match.columns[$0] == nil }.map { registry.columns[$0] }
  }

  /// Reads every row into the sink.
  ///
  /// - Parameters:
  ///   - sink: gets rows until the first problem; whoever gave it takes them back when this throws.
  ///   - progress: rows read and their total, every few thousand.
  /// - Returns: what the user should know, though nothing is wrong: columns that were left out,
  ///   hidden rows that were read.
  /// - Throws: `RegistryFault.refused` with all problems, or what the sink throws.
  @discardableResult
  public func read(
    _ table: Table, into sink: inout any RecordSink, progress: Progress? = nil
  ) throws -> [Phrase] {
    let match = HeaderMatch(registry, table)
    let lacking = match.columns.indices.filter { match.columns[$0] == nil }
    if !lacking.isEmpty { sink.keep(lacking) }
    var rows = RowReader(registry, table, match, allowsOrder: allowsOrder)
    try rows.read(into: &sink, progress)
    try rows.problems.refuse(table)
    return notes(table, match)
  }

  private func notes(_ table: Table, _ match: HeaderMatch) -> [Phrase] {
    var notes: [Phrase] = []
    if !match.unknown.isEmpty {
      notes.append(
        Phrase(
          "没有用到的列：\(match.unknown.joined(separator: "、"))。",
          "Columns that were not used: \(match.unknown.joined(separator: ", "))."))
    }
    let hidden = table.body.filter { table.rows[$0].isHidden }.map { "\(table.rows[$0].number)" }
    if !hidden.isEmpty {
      let rows = hidden.prefix(10).joined(separator: ", ") + (hidden.count > 10 ? " …" : "")
      notes.append(
        Phrase(
          "\(hidden.count) 行是隐藏的，也已读入：\(rows)。",
          "\(hidden.count) hidden rows were read too: \(rows)."))
    }
    return notes
  }
}
