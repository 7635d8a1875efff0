import Domain
import GRDB

/// What the chain says should be in the other tables.
struct Account {
  /// Batches by entry, of records and of observations (whose registry is empty).
  var batches: [Int: Change.Batch] = [:]
  /// Each registry's declarations, oldest first.
  var tables: [String: [(sequence: Int, table: RecordTable)]] = [:]
  var sources: [(sequence: Int, source: Source)] = []
  /// When keys were removed, by registry.
  var removals: [String: [String: [Int]]] = [:]
  /// Files that entries name, with the entry.
  var files: [(sequence: Int, sha256: String)] = []

  /// Entries that brought rows of a registry, in order.
  func batches(of registry: String) -> [Int] {
    batches.filter { $0.value.registry == registry }.keys.sorted()
  }

  mutating func take(_ change: Change, _ sequence: Int) {
    switch change {
    case .registry(let registry):
      tables[registry.name, default: []].append((sequence, RecordTable(registry)))
    case .source(let source):
      sources.append((sequence, source))
      if let sha256 = source.sha256 { files.append((sequence, sha256)) }
    case .report(let facts): files.append((sequence, facts.sha256))
    case .records(let batch), .observations(let batch): batches[sequence] = batch
    case .removal(let removal):
      for key in removal.keys {
        removals[removal.registry, default: [:]][key, default: []].append(sequence)
      }
    default: break
    }
  }
}

/// Recomputes every hash.
struct ChainCheck {
  let db: Database

  init(_ db: Database) { self.db = db }

  func run() throws -> Account {
    var account = Account()
    var (sequence, hash, time) = (0, EntryHash.zero, Int.min)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(StoredEntry.columns) FROM entry ORDER BY sequence")
    while let row = try rows.next() {
      let entry = try StoredEntry(row)
      try check(entry, after: sequence, hash, time)
      account.take(try entry.change(), entry.sequence)
      (sequence, hash, time) = (entry.sequence, entry.hash, entry.time)
    }
    guard try Journal.head(db) == (sequence, hash) else {
      throw Mismatch(sequence + 1, "账本末尾有缺失或被改动", "the end of the ledger is missing or was changed")
    }
    return account
  }

  private func check(_ entry: StoredEntry, after sequence: Int, _ hash: String, _ time: Int) throws
  {
    guard entry.sequence == sequence + 1 else {
      throw Mismatch(sequence + 1, "这一条缺失", "this entry is missing")
    }
    guard entry.hash == entry.expectedHash(after: hash) else {
      throw Mismatch(entry.sequence, "内容与散列值不符", "its content does not fit its hash")
    }
    guard entry.time >= time else {
      throw Mismatch(entry.sequence, "时间早于前一条", "its time is before the entry before it")
    }
  }
}

/// Rebuilds the sources from their entries.
struct SourceCheck {
  let db: Database
  let account: Account

  private struct Version: Equatable {
    var first: Int
    var id: String
    var grade: Int
    var date: String
    var since: Int
    var until: Int?
  }

  func run() throws {
    let expected = expectedVersions()
    let rows = try Row.fetchAll(
      db, sql: "SELECT number, first, id, grade, date, since, until FROM source ORDER BY number")
    for (index, version) in expected.enumerated() {
      guard index < rows.count, rows[index][0] as Int == index + 1,
        self.version(rows[index]) == version
      else { throw Mismatch(version.since, "来源表与这一条不符", "the table of sources does not fit it") }
    }
    if rows.count > expected.count {
      throw Mismatch(rows[expected.count][5], "来源表有多余的行", "the table of sources has a row too many")
    }
  }

  private func version(_ row: Row) -> Version {
    Version(first: row[1], id: row[2], grade: row[3], date: row[4], since: row[5], until: row[6])
  }

  private func expectedVersions() -> [Version] {
    var versions: [Version] = []
    var current: [String: Int] = [:]
    for (sequence, source) in account.sources {
      let earlier = current[source.id]
      if let earlier { versions[earlier].until = sequence }
      versions.append(
        Version(
          first: earlier.map { versions[$0].first } ?? versions.count + 1, id: source.id,
          grade: source.grade.rawValue, date: source.date.description, since: sequence))
      current[source.id] = versions.count - 1
    }
    return versions
  }
}
