import Crypto
import Domain
import Foundation
import GRDB

/// Takes the digests of a table's rows, batch by batch, and compares them with the entries'.
struct BatchCheck {
  let account: Account
  private let expected: [Int]
  private var next = 0
  private var rows = 0
  private var hasher = SHA256()

  init(_ account: Account, registry: String) {
    self.account = account
    expected = account.batches(of: registry)
  }

  /// - Parameter id: 1 for the first row, without gaps.
  mutating func take(id: Int, since: Int, source: String?, _ bytes: [UInt8]) throws {
    rows += 1
    try move(to: since)
    guard id == rows else {
      throw Mismatch(since, "有一行缺失或被改动", "a row of it is missing or was changed")
    }
    guard source == account.batches[since]?.source else {
      throw Mismatch(since, "有一行的来源不符", "a row of it has another source")
    }
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  /// Ends batches before that of entry `since`; each must have had rows.
  private mutating func move(to since: Int) throws {
    while next < expected.count, expected[next] < since { try end() }
    guard next < expected.count, expected[next] == since else {
      throw Mismatch(since, "有一行不属于任何一批", "a row is of no batch")
    }
  }

  private mutating func end() throws {
    guard hasher.finalize().hexadecimal == account.batches[expected[next]]?.digest else {
      throw Mismatch(expected[next], "这一批的数据与摘要不符", "the rows of this batch do not fit its digest")
    }
    hasher = SHA256()
    next += 1
  }

  mutating func finish() throws { while next < expected.count { try end() } }
}

/// Recomputes digests, `until` and counts of one registry.
struct RecordCheck {
  let db: Database
  let account: Account
  let name: String

  func run() throws {
    guard let versions = account.tables[name], let last = versions.last?.table else { return }
    try checkRows(last, versions)
    try checkVersions(last)
    try checkBesides(last)
  }

  private func checkRows(
    _ table: RecordTable, _ versions: [(sequence: Int, table: RecordTable)]
  ) throws {
    var check = BatchCheck(account, registry: name)
    var layouts = versions.map { ($0.sequence, Layout(of: $0.table, in: table, first: 4)) }[...]
    var row = RowBytes()
    let names = table.columns.map { ", r." + quoted($0.name) }.joined()
    let rows = try RawStatement(
      db,
      """
      SELECT r.id, r.since, iif(s.number = s.first, s.id, ''), r.key\(names) FROM \(table.sql) r
      JOIN source s ON s.number = r.source ORDER BY r.id
      """)
    while try rows.step() {
      let since = rows.int(1)
      while let following = layouts.dropFirst().first, following.0 < since {
        layouts = layouts.dropFirst()
      }
      guard let layout = layouts.first?.1, layout.later.allSatisfy(rows.isNull) else {
        throw Mismatch(since, "有一行在后来才有的列里有值", "a row has a value in a column of later")
      }
      row.set(rows, key: 3, values: layout.places)
      try check.take(id: rows.int(0), since: since, source: rows.text(2), row.bytes)
    }
    try check.finish()
  }

  /// Where the columns of an earlier declaration stand in rows of the last.
  private struct Layout {
    var places: [(column: RegistryColumn, place: Int)]
    /// Columns that came after it.
    var later: [Int]

    init(of earlier: RecordTable, in table: RecordTable, first: Int) {
      let indices = Dictionary(
        table.columns.enumerated().map { ($1.name, $0 + first) }, uniquingKeysWith: { a, _ in a })
      places = earlier.columns.compactMap { column in indices[column.name].map { (column, $0) } }
      later = Set(indices.values).subtracting(places.map(\.place)).sorted()
    }
  }

  /// What weaker sources said beside: as many versions as the batch says.
  private func checkBesides(_ table: RecordTable) throws {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT since, count(*) FROM \(table.sql) WHERE until = since GROUP BY since")
    let counts = Dictionary(rows.map { ($0[0] as Int, $0[1] as Int) }) { $1 }
    for sequence in account.batches(of: name)
    where counts[sequence] ?? 0 != account.batches[sequence]?.beside ?? 0 {
      throw Mismatch(sequence, "这一批另存的行数不符", "the number of rows that it kept beside does not fit")
    }
  }

  /// A version ends where the next of its key begins, or where its key was removed.
  private func checkVersions(_ table: RecordTable) throws {
    let removals = account.removals[name] ?? [:]
    var counts: [Int: (added: Int, changed: Int)] = [:]
    let rows = try RawStatement(
      db,
      """
      SELECT key, since, until, lead(since) OVER own, lag(until) OVER own FROM \(table.sql)
      WHERE until IS NULL OR until <> since WINDOW own AS (PARTITION BY key ORDER BY id)
      """)
    while try rows.step() {
      let since = rows.int(1)
      let next = rows.isNull(3) ? Int.max : rows.int(3)
      let removed = removals.isEmpty ? nil : removals[rows.text(0)]?.first { $0 > since }
      let expected = min(next, removed ?? .max)
      guard (rows.isNull(2) ? Int.max : rows.int(2)) == expected else {
        throw Mismatch(since, "有一行的失效记账号不符", "a row of it does not end where it should")
      }
      let isChange = !rows.isNull(4) && rows.int(4) == since
      counts[since, default: (0, 0)].added += isChange ? 0 : 1
      counts[since, default: (0, 0)].changed += isChange ? 1 : 0
    }
    for sequence in account.batches(of: name) {
      let (added, changed) = counts[sequence] ?? (0, 0)
      guard account.batches[sequence].map({ ($0.added, $0.changed) == (added, changed) }) == true
      else { throw Mismatch(sequence, "这一批的行数不符", "the number of its rows does not fit") }
    }
  }
}

/// Recomputes the digests of observations.
struct ObservationCheck {
  let db: Database
  let account: Account

  func run() throws {
    var check = BatchCheck(account, registry: "")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(Observation.storedColumns), iif(source.number = source.first, source.id, ''),
          observation.id, observation.since
        FROM observation JOIN source ON source.number = observation.source ORDER BY observation.id
        """)
    while let row = try rows.next() {
      let since: Int = row[13]
      guard let observation = try? Observation(stored: row) else {
        throw Mismatch(since, "有一条统计数据无法读懂", "an observation of it cannot be read")
      }
      try check.take(id: row[12], since: since, source: row[11], observation.canonicalBytes)
    }
    try check.finish()
  }
}

/// Recomputes the hashes of files.
struct FileCheck {
  let db: Database
  let account: Account

  func run() throws {
    var kept: Set<String> = []
    let names = try String.fetchAll(db, sql: "SELECT sha256 FROM file ORDER BY sha256")
    for name in names {
      let bytes =
        try Data.fetchOne(db, sql: "SELECT bytes FROM file WHERE sha256 = ?", arguments: [name])
        ?? Data()
      guard SHA256.hash(data: bytes).hexadecimal == name else {
        throw Mismatch(
          named(name), "保存的文件 \(name) 与散列值不符", "the stored file \(name) does not fit its hash")
      }
      kept.insert(name)
    }
    for (sequence, name) in account.files where !kept.contains(name) {
      throw Mismatch(sequence, "文件 \(name) 缺失", "file \(name) is missing")
    }
    let count = try Int.fetchOne(db, sql: "SELECT files FROM head")
    guard count == kept.count else {
      throw Mismatch(nil, "保存的文件数不符", "the number of stored files does not fit")
    }
  }

  private func named(_ name: String) -> Int? { account.files.first { $0.sha256 == name }?.sequence }
}
