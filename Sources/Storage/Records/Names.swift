import Domain

/// A name as SQL writes it, whatever is in it.
func quoted(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}

/// Lower case for A to Z alone: names that agree in it are one name for SQL.
func folded(_ name: String) -> [UInt8] {
  name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
}

/// A registry and the table that holds every version of its records.
struct RecordTable: Sendable {
  let registry: Registry
  let columns: [RegistryColumn]

  init(_ registry: Registry) {
    self.registry = registry
    columns = registry.columns
  }

  private init(_ registry: Registry, _ columns: [RegistryColumn]) {
    self.registry = registry
    self.columns = columns
  }

  /// The same table with some of its columns, in their order; all for nil.
  func limited(to names: [String]?) -> RecordTable {
    guard let names, names != columns.map(\.name) else { return self }
    let own = Dictionary(columns.map { ($0.name, $0) }) { first, _ in first }
    return RecordTable(registry, names.compactMap { own[$0] })
  }

  /// Columns of every such table, beside those of the registry.
  static let ownColumns = ["id", "key", "since", "until", "source"]

  /// The table's name as people see it in any SQLite tool.
  var name: String { "台账:\(registry.name)" }
  var sql: String { quoted(name) }

  /// The registry's columns, each quoted, with commas between, each after `prefix`.
  func list(_ prefix: String = "") -> String {
    columns.map { prefix + quoted($0.name) }.joined(separator: ", ")
  }

  func indexName(_ purpose: String) -> String { quoted(plainIndexName(purpose)) }

  func plainIndexName(_ purpose: String) -> String {
    "索引:\(registry.name)\(Domain.Record.separator)\(purpose)"
  }

  func column(_ name: String, _ type: ColumnType) -> RegistryColumn? {
    columns.first { $0.name == name && $0.type == type }
  }

  static func sqlType(_ type: ColumnType) -> String { type == .number ? "INTEGER" : "TEXT" }
}
