import Domain
import GRDB

extension RecordTable {
  /// Makes or extends the table of a declaration. Values already stored keep their meaning: a
  /// column is never dropped and never changes its type.
  func declare(_ db: Database, after earlier: RecordTable?, others: some Sequence<String>) throws {
    try checkNames(others)
    if let earlier {
      try checkFields(after: earlier)
      try extend(db, after: earlier)
    } else {
      try db.execute(sql: creation)
    }
  }

  private var creation: String {
    let own = """
      id INTEGER PRIMARY KEY, key TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, \
      source INTEGER NOT NULL REFERENCES source(number)
      """
    let fields = columns.map { ", \(quoted($0.name)) \(RecordTable.sqlType($0.type))" }.joined()
    return "CREATE TABLE \(sql) (\(own)\(fields)) STRICT"
  }

  private func extend(_ db: Database, after earlier: RecordTable) throws {
    let known = Set(earlier.columns.map(\.name))
    for column in columns where !known.contains(column.name) {
      try db.execute(
        sql: "ALTER TABLE \(sql) ADD COLUMN \(quoted(column.name)) "
          + RecordTable.sqlType(column.type))
    }
    if try !isEmpty(db) { try createIndices(db) }
  }

  func isEmpty(_ db: Database) throws -> Bool {
    try !Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(sql))").orFalse
  }

  /// Indices are made after the first rows, by sorting, which is several times faster than growing
  /// them row by row. A date index holds all that counting by it needs.
  func createIndices(_ db: Database) throws {
    try createKeyIndex(db)
    try db.execute(
      sql: """
        CREATE INDEX IF NOT EXISTS \(indexName("history")) ON \(sql) (key, since) \
        WHERE until IS NOT NULL
        """)
    try db.execute(
      sql: "CREATE INDEX IF NOT EXISTS \(indexName("since")) ON \(sql) (since)")
    for column in columns where column.type == .day {
      try db.execute(
        sql: """
          CREATE INDEX IF NOT EXISTS \(indexName("day:" + column.name)) \
          ON \(sql) (\(quoted(column.name)), since, until, source) \
          WHERE \(quoted(column.name)) IS NOT NULL
          """)
    }
  }

  /// What the indices of a table that has rows are for.
  var indexPurposes: [String] {
    ["key", "history", "since"] + columns.filter { $0.type == .day }.map { "day:" + $0.name }
  }

  func createKeyIndex(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE UNIQUE INDEX IF NOT EXISTS \(indexName("key")) ON \(sql) (key) WHERE until IS NULL
        """)
  }
}

extension RecordTable {
  private func conflict(_ field: String?, _ chinese: String, _ english: String) -> StorageFault {
    .declaration(registry: registry.name, field: field, reason: Phrase(chinese, english))
  }

  private func checkNames(_ others: some Sequence<String>) throws {
    let same = others.contains { $0 != registry.name && folded($0) == folded(registry.name) }
    if same { throw conflict(nil, "另有只差大小写的台账", "another registry differs only in case") }
    guard RecordTable.isSound(registry.name) else {
      throw conflict(nil, "名称为空或含有控制字符", "its name is empty or has control characters")
    }
    var taken = Set((RecordTable.ownColumns + ["rowid", "oid", "_rowid_"]).map(folded))
    for column in columns {
      guard RecordTable.isSound(column.name) else {
        throw conflict(column.name, "名称为空或含有控制字符", "a name is empty or has control characters")
      }
      guard taken.insert(folded(column.name)).inserted else {
        throw conflict(column.name, "名称重复或被保留", "the name is there twice or reserved")
      }
    }
  }

  private static func isSound(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private func checkFields(after earlier: RecordTable) throws {
    guard registry.key == earlier.registry.key else {
      throw conflict(nil, "主键不能改变", "the key cannot change")
    }
    for field in earlier.registry.fields {
      guard let now = registry.fields.first(where: { $0.name == field.name }) else {
        throw conflict(field.name, "字段不能删去", "a field cannot be dropped")
      }
      guard now.kind == field.kind, (now.digits ?? 0) == (field.digits ?? 0) else {
        throw conflict(field.name, "字段的类型和小数位不能改变", "its kind and digits cannot change")
      }
      guard Set(field.stages ?? []).isSubset(of: now.stages ?? []) else {
        throw conflict(field.name, "阶段不能删去", "a stage cannot be dropped")
      }
    }
  }
}

extension Bool? {
  /// What `EXISTS` answers; it always does.
  fileprivate var orFalse: Bool { self ?? false }
}
