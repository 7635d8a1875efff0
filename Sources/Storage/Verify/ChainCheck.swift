import Domain
import GRDB

/// Recomputes every hash.
struct ChainCheck {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// - Parameter head: an entry that was verified; what came before it is not hashed again, and only
  ///   declarations and batches of it are taken up.
  /// - Returns: what the chain says, and the first entry that does not fit.
  func run(after head: LedgerHead? = nil) throws -> (account: Account, finding: LedgerFinding?) {
    var (account, finding): (Account, LedgerFinding?) = (Account(), nil)
    var (sequence, hash) = (head?.sequence ?? 0, head?.hash ?? EntryHash.zero)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEntry.columns) FROM entry
        WHERE sequence > ? OR kind IN ('registry', 'records', 'observations') ORDER BY sequence
        """, arguments: [sequence])
    while let row = try rows.next() {
      do {
        let entry = try StoredEntry(row)
        if entry.sequence > head?.sequence ?? 0, finding == nil {
          try check(entry, after: sequence, hash)
          (sequence, hash) = (entry.sequence, entry.hash)
        }
        account.take(try entry.change(), entry.sequence)
      } catch let mismatch as Mismatch {
        finding = finding ?? mismatch.finding
      } catch StorageFault
        .entry(let sequence, _)
      { finding = finding ?? Self.unreadable(sequence) }
    }
    return (account, try finding ?? end(sequence, hash))
  }

  private func end(_ sequence: Int, _ hash: String) throws -> LedgerFinding? {
    if try Journal.head(db) == (sequence, hash) { return nil }
    return LedgerFinding(
      sequence: sequence + 1,
      what: Phrase("账本末尾有缺失或被改动", "the end of the ledger is missing or was changed"))
  }

  private static func unreadable(_ sequence: Int) -> LedgerFinding {
    LedgerFinding(sequence: sequence, what: Phrase("内容无法读懂", "its content cannot be read"))
  }

  private func check(_ entry: StoredEntry, after sequence: Int, _ hash: String) throws {
    guard entry.sequence == sequence + 1 else {
      throw Mismatch(sequence + 1, "这一条缺失", "this entry is missing")
    }
    guard entry.hash == entry.expectedHash(after: hash) else {
      throw Mismatch(entry.sequence, "内容与散列值不符", "its content does not fit its hash")
    }
  }
}

/// Rebuilds the sources from their entries.
struct SourceCheck {
  let db: Database
  let account: Account

  private struct Version {
    var first: Int
    var id: String
    var grade: Int
    var date: String
    var since: Int
    var until: Int?

    /// As a row of the table with its number.
    func values(_ number: Int) -> [DatabaseValue] {
      [
        number.databaseValue, first.databaseValue, id.databaseValue, grade.databaseValue,
        date.databaseValue, since.databaseValue, until.databaseValue,
      ]
    }
  }

  func run() throws {
    let expected = expectedVersions()
    let rows = try Row.fetchAll(
      db, sql: "SELECT number, first, id, grade, date, since, until FROM source ORDER BY number")
    for (index, version) in expected.enumerated() {
      guard index < rows.count, Array(rows[index].databaseValues) == version.values(index + 1)
      else {
        throw Mismatch(
          version.since, "来源「\(version.id)」在来源表里与这一条不符",
          "source \"\(version.id)\" differs in the table of sources")
      }
    }
    if rows.count > expected.count {
      throw Mismatch(
        Int.fromDatabaseValue(rows[expected.count][5]), "来源表有多余的行",
        "the table of sources has a row too many")
    }
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
