import Crypto
import Domain
import GRDB

/// Takes the digests of a table's rows, batch by batch, and compares them with the entries'.
struct BatchCheck {
  /// A stored row as it is checked.
  struct Stored {
    var id: Int
    var since: Int
    var source: String
    /// Nil for an observation.
    var key: String?
    var bytes: [UInt8]
    /// Where each cell ends in the bytes.
    var ends: [Int]
  }

  private let db: Database
  private let registry: String
  private let batches: [Account.Own]
  /// How cells are called; the key is the first.
  var names: [String] = []
  private var place = 0
  /// The id that comes next.
  private var next: Int
  private var hasher = SHA256()
  private var sums: [UInt8]?
  /// Rows of the present batch whose sums do not fit.
  private var altered: [LedgerFinding] = []
  private var found: [LedgerFinding] = []
  private static let most = 20

  /// - Parameter batches: those to be checked, in order.
  init(_ db: Database, registry: String, _ batches: [Account.Own]) throws {
    (self.db, self.registry, self.batches) = (db, registry, batches)
    next = batches.first?.ids.lowerBound ?? 1
    try begin()
  }

  private mutating func begin() throws {
    guard place < batches.count else { return }
    next = batches[place].ids.lowerBound
    sums = try RowSums.kept(db, of: registry, since: batches[place].sequence)
    (altered, hasher) = ([], SHA256())
  }

  mutating func take(_ row: Stored) throws {
    while place < batches.count, batches[place].sequence < row.since { try end() }
    guard place < batches.count, batches[place].sequence == row.since else {
      return note(row.since, nil, row.key, "有一行不属于任何一批", "a row is of no batch")
    }
    let own = batches[place]
    guard own.ids.contains(row.id), row.id >= next else {
      return note(row.since, nil, row.key, "有一行是多出来的", "there is a row too many")
    }
    if row.id > next { missing(own) }
    next = row.id + 1
    let number = row.id - own.ids.lowerBound
    if row.source != own.batch.source {
      note(row.since, number + 1, row.key, "这一行的来源不符", "the row has another source")
    }
    row.bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    compare(row, at: number, of: own)
  }

  private mutating func compare(_ row: Stored, at number: Int, of own: Account.Own) {
    guard let sums, altered.count < Self.most,
      let cells = RowSums.difference(
        row.bytes, ends: row.ends, from: sums, at: number, of: own.ids.count)
    else { return }
    altered.append(
      LedgerFinding(
        sequence: own.sequence, registry: registry.isEmpty ? nil : registry, row: number + 1,
        key: row.key, columns: cells.filter(names.indices.contains).map { names[$0] },
        what: Phrase("这一行的数据与记账时不符", "the row is not as it was entered")))
  }

  private mutating func missing(_ own: Account.Own) {
    note(
      own.sequence, next - own.ids.lowerBound + 1, nil, "这一行缺失或被改动",
      "the row is missing or was changed")
  }

  private mutating func end() throws {
    let own = batches[place]
    let before = found.count
    if next < own.ids.upperBound { missing(own) }
    if hasher.finalize().hexadecimal != own.batch.digest {
      found += altered
      if found.count == before {
        note(
          own.sequence, own.ids.count == 1 ? 1 : nil, nil, "这一批的数据与摘要不符",
          "the rows of this batch do not fit its digest")
      }
    }
    place += 1
    try begin()
  }

  /// - Returns: what does not fit.
  mutating func finish() throws -> [LedgerFinding] {
    while place < batches.count { try end() }
    return found
  }

  private mutating func note(
    _ sequence: Int, _ row: Int?, _ key: String?, _ chinese: String, _ english: String
  ) {
    guard found.count < Self.most else { return }
    found.append(
      LedgerFinding(
        sequence: sequence, registry: registry.isEmpty ? nil : registry, row: row, key: key,
        what: Phrase(chinese, english)))
  }
}
