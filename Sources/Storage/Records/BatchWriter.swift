import Crypto
import Domain
import GRDB

/// Writes the rows of one batch: a new key is added, a changed row closes the version before, an
/// equal one is nothing. Used within one transaction.
///
/// A row of a weaker source than the one that counts closes nothing: it is kept beside it, as a
/// version that begins and ends with the batch and so is never current.
///
/// Into an empty table it writes without any index and makes them at the end; a key that came
/// twice is found then.
final class BatchWriter {
  private let db: Database
  private let table: RecordTable
  private let sequence: Int
  private var row = RowBytes()
  private var hasher = SHA256()
  private var sums = RowSums()
  private let insertion: RawStatement
  private let closing: RawStatement
  private var lookup: RawStatement?
  /// How versions kept beside a stronger one are looked up and written; made at their first use.
  private var beside: BesideWriter?
  private let source: Int
  /// Grades by the number of a source's first version; nil where every row may replace another.
  private let grades: [Int: Int]?
  /// Columns that the table lacks.
  private var lacking: [Int] = []
  /// Whether the table was empty and has no indices yet.
  private var isBulk: Bool
  private let firstID: Int
  private var seen: BitSet
  private var rows = 0
  private var failure: (any Error)?
  private(set) var added = 0
  private(set) var changed = 0
  private(set) var unchanged = 0
  /// Rows kept beside a stronger source.
  private(set) var besides = 0
  /// Records that kept a value of a column that the table lacks.
  private(set) var kept = 0
  /// Values that an empty cell took away.
  private(set) var emptied = 0

  /// - Parameter ranks: false for batches that were made before weaker sources stood beside.
  init(_ db: Database, _ table: RecordTable, sequence: Int, source: Int, ranks: Bool = true) throws
  {
    self.db = db
    self.source = source
    grades = ranks ? try BatchWriter.grades(db) : nil
    self.table = table
    self.sequence = sequence
    firstID = try (Int.fetchOne(db, sql: "SELECT max(id) FROM \(table.sql)") ?? 0) + 1
    isBulk = firstID == 1
    seen = BitSet(count: firstID)
    let marks = String(repeating: ", ?", count: table.columns.count)
    let names = table.columns.isEmpty ? "" : ", " + table.list()
    insertion = try RawStatement(
      db, "INSERT INTO \(table.sql) (key, since, source\(names)) VALUES (?, ?, ?\(marks))")
    closing = try RawStatement(db, "UPDATE \(table.sql) SET until = ? WHERE id = ?")
    insertion.bind(sequence, at: 2)
    insertion.bind(source, at: 3)
    closing.bind(sequence, at: 1)
    if !isBulk { try prepareLookup() }
  }

  private static func grades(_ db: Database) throws -> [Int: Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT first, grade FROM source WHERE until IS NULL")
    return Dictionary(rows.map { ($0[0] as Int, $0[1] as Int) }) { $1 }
  }

  private func prepareLookup() throws {
    let names = table.columns.isEmpty ? "" : ", " + table.list()
    lookup = try RawStatement(
      db, "SELECT id, since, source\(names) FROM \(table.sql) WHERE key = ? AND until IS NULL")
  }

  /// The table lacks these columns: what a record has in them stays.
  func keep(_ columns: [Int]) { lacking = columns }

  /// Takes a row, the next of the batch. After a fault the batch is lost, whoever catches it.
  func add(key: String, values: [FieldValue]) throws {
    do { try write(key, values) } catch {
      failure = failure ?? error
      throw error
    }
  }

  private func write(_ key: String, _ values: [FieldValue]) throws {
    rows += 1
    guard values.count == table.columns.count else {
      throw StorageFault.row(registry: table.registry.name, row: rows, column: nil)
    }
    if let wrong = row.set(key: key, values: values, columns: table.columns) {
      throw StorageFault.row(
        registry: table.registry.name, row: rows, column: table.columns[wrong].name)
    }
    switch try standing(key) {
    case .new: added += 1
    case .equal:
      unchanged += 1
      return
    case .stronger(let held):
      return try writeBeside(key, completed(values, held))
    case .older(let id, let held):
      changed += 1
      try complete(key, values, held)
      closing.bind(id, at: 2)
      _ = try closing.step()
      closing.reset()
    }
    try insert(key)
  }

  /// Where a row stands against the version that counts; `held` is what that has in the columns
  /// that the table lacks.
  private enum Standing {
    case new, equal
    case older(id: Int, held: [FieldValue])
    case stronger(held: [FieldValue])
  }

  private func standing(_ key: String) throws -> Standing {
    guard let lookup else { return .new }
    return try row.withBound(lookup, key: 1, values: nil) {
      defer { lookup.reset() }
      guard try lookup.step() else { return .new }
      let id = lookup.int(0)
      guard lookup.int(1) != sequence, seen.insert(id) else { throw duplicate(key, rows) }
      if row.equals(lookup, from: 3, except: lacking) {
        noteKept(lookup)
        return .equal
      }
      let held = lacking.map { table.value(lookup, 3 + $0, table.columns[$0]) }
      if isStronger(lookup.int(2)) { return .stronger(held: held) }
      noteKept(lookup)
      emptied += row.emptied(lookup, from: 3, except: lacking)
      return .older(id: id, held: held)
    }
  }

  private func isStronger(_ other: Int) -> Bool {
    guard let grades, other != source else { return false }
    return (grades[other] ?? 0) > (grades[source] ?? 0)
  }

  private func noteKept(_ lookup: RawStatement) {
    if lacking.contains(where: { !lookup.isNull(3 + $0) }) { kept += 1 }
  }

  private func completed(_ values: [FieldValue], _ held: [FieldValue]) -> [FieldValue] {
    guard !lacking.isEmpty else { return values }
    var whole = values
    for (column, value) in zip(lacking, held) { whole[column] = value }
    return whole
  }

  private func complete(_ key: String, _ values: [FieldValue], _ held: [FieldValue]) throws {
    guard !lacking.isEmpty else { return }
    _ = row.set(key: key, values: completed(values, held), columns: table.columns)
  }

  private func writeBeside(_ key: String, _ values: [FieldValue]) throws {
    _ = row.set(key: key, values: values, columns: table.columns)
    let writer = try beside ?? BesideWriter(db, table, sequence: sequence, source: source)
    beside = writer
    guard try writer.write(row) else {
      unchanged += 1
      return
    }
    besides += 1
    digest()
  }

  private func insert(_ key: String) throws {
    defer { insertion.reset() }
    do {
      try row.withBound(insertion, key: 1, values: 4) { _ = try insertion.step() }
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw duplicate(key, rows)
    }
    digest()
  }

  private func digest() {
    row.bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    sums.add(row.bytes, ends: row.ends)
  }

  private func duplicate(_ key: String, _ row: Int) -> StorageFault {
    .duplicateKey(registry: table.registry.name, key: key, row: row)
  }

  /// Whether the table has a current record of a key, those of this batch included.
  func has(_ key: String) throws -> Bool {
    if isBulk { try endBulk() }
    return try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM \(table.sql) WHERE key = ? AND until IS NULL)",
      arguments: [key]) ?? false
  }

  /// Current records from before the batch that none of its rows named, by key.
  /// - Parameter replaceable: only those whose source is not stronger.
  func missing(replaceable: Bool = false) throws -> [String] {
    guard firstID > 1, changed + unchanged + besides > 0 else { return [] }
    let rows = try RawStatement(
      db,
      "SELECT id, source, key FROM \(table.sql) WHERE until IS NULL AND id < \(firstID) ORDER BY key"
    )
    var keys: [String] = []
    while try rows.step() {
      guard !seen.contains(rows.int(0)), !replaceable || !isStronger(rows.int(1)) else { continue }
      keys.append(rows.text(2))
    }
    return keys
  }

  /// Ends the batch.
  /// - Returns: SHA-256 over the canonical bytes of the rows written, in lower-case hexadecimal.
  func finish() throws -> String {
    if let failure { throw failure }
    if isBulk, added > 0 { try endBulk() }
    if added + changed + besides > 0 {
      try sums.keep(db, of: table.registry.name, since: sequence)
    }
    return hasher.finalize().hexadecimal
  }

  /// Ends the batch, and says what it brought.
  func batch(of source: Source) throws -> Change.Batch {
    let digest = try finish()
    return Change.Batch(
      registry: table.registry.name, source: source.id, added: added, changed: changed,
      unchanged: unchanged, digest: digest, beside: besides == 0 ? nil : besides,
      kept: kept == 0 ? nil : kept, emptied: emptied == 0 ? nil : emptied)
  }

  private func endBulk() throws {
    isBulk = false
    do {
      try table.createKeyIndex(db)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw try firstDuplicate() ?? error
    }
    try table.createIndices(db)
    try prepareLookup()
  }

  /// A row's place in the batch is its id's distance from the first: nothing else writes meanwhile.
  private func firstDuplicate() throws -> (any Error)? {
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT key, id FROM (
          SELECT key, id, ROW_NUMBER() OVER (PARTITION BY key ORDER BY id) AS nth FROM \(table.sql))
        WHERE nth = 2 ORDER BY id LIMIT 1
        """)
    return found.map { duplicate($0["key"], ($0["id"] as Int) - firstID + 1) }
  }
}

/// Which of the numbers 0..<count have been seen.
private struct BitSet {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: count / 64 + 1) }

  func contains(_ number: Int) -> Bool {
    guard number / 64 < words.count else { return false }
    return words[number / 64] & (UInt64(1) << UInt64(number % 64)) != 0
  }

  /// - Returns: false where the number was there already; numbers beyond are always new.
  mutating func insert(_ number: Int) -> Bool {
    guard number / 64 < words.count else { return true }
    let bit = UInt64(1) << UInt64(number % 64)
    defer { words[number / 64] |= bit }
    return words[number / 64] & bit == 0
  }
}

extension SHA256.Digest {
  /// In lower-case hexadecimal.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: self.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
