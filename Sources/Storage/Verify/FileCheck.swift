import Crypto
import Domain
import Foundation
import GRDB

/// Recomputes the digests of observations.
struct ObservationCheck {
  let db: Database
  let account: Account
  /// Batches up to this entry were verified before.
  var after = 0

  func run() throws -> [LedgerFinding] {
    let batches = account.batches(of: "").filter { $0.sequence > after }
    if after > 0, batches.isEmpty { return [] }
    var check = try BatchCheck(db, registry: "", batches)
    check.names = Observation.storedColumns.split(separator: ", ").map {
      String($0.split(separator: ".").last ?? $0)
    }
    var unreadable: [LedgerFinding] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(Observation.storedColumns), iif(source.number = source.first, source.id, ''),
          observation.id, observation.since
        FROM observation LEFT JOIN source ON source.number = observation.source
        WHERE observation.id >= ? ORDER BY observation.id
        """, arguments: [after > 0 ? batches.first?.ids.lowerBound ?? 1 : 0])
    while let row = try rows.next() {
      guard let observation = try? Observation(stored: row) else {
        unreadable.append(
          LedgerFinding(
            sequence: Int.fromDatabaseValue(row[13]),
            what: Phrase("有一条统计数据无法读懂", "an observation of it cannot be read")))
        continue
      }
      let bytes = observation.canonicalBytes
      try check.take(
        .init(
          id: row[12], since: Int.fromDatabaseValue(row[13]) ?? 0,
          source: observation.source, key: nil, bytes: bytes,
          ends: Observation.ends(of: bytes)))
    }
    return try unreadable + check.finish()
  }
}

/// Recomputes the hashes of files.
struct FileCheck {
  let db: Database
  let account: Account

  func run() throws -> [LedgerFinding] {
    var (kept, found): (Set<String>, [LedgerFinding]) = ([], [])
    for name in try String.fetchAll(db, sql: "SELECT sha256 FROM file ORDER BY sha256") {
      let bytes =
        try Data.fetchOne(db, sql: "SELECT bytes FROM file WHERE sha256 = ?", arguments: [name])
        ?? Data()
      kept.insert(name)
      guard SHA256.hash(data: bytes).hexadecimal != name else { continue }
      found.append(
        LedgerFinding(
          sequence: named(name),
          what: Phrase(
            "保存的文件 \(name) 与散列值不符", "the stored file \(name) does not fit its hash")))
    }
    found += missing(kept)
    if try Int.fetchOne(db, sql: "SELECT files FROM head") != kept.count {
      found.append(
        LedgerFinding(
          sequence: nil,
          what: Phrase("保存的文件数不符", "the number of stored files does not fit")))
    }
    return found
  }

  /// Files that entries name and that are not there.
  func missing(_ kept: Set<String>, after: Int = 0) -> [LedgerFinding] {
    account.files.filter { $0.sequence > after && !kept.contains($0.sha256) }.map {
      LedgerFinding(
        sequence: $0.sequence,
        what: Phrase("文件 \($0.sha256) 缺失", "file \($0.sha256) is missing"))
    }
  }

  private func named(_ name: String) -> Int? { account.files.first { $0.sha256 == name }?.sequence }
}
