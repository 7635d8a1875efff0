import Crypto
import Domain
import Foundation
import GRDB

extension SQLiteLedger {
  /// Makes a ledger of exported files by entering everything again in order: it has the same head
  /// and verifies. A file that is incomplete or was changed is refused with its line.
  /// - Throws: a fault when something is at `path` already; nothing is left there then.
  public static func `import`(from directory: String, to path: String) throws {
    try refuseExisting(path)
    let lock = try LedgerLock.seize(path)
    defer { withExtendedLifetime(lock) {} }
    try making(path) { partial in
      let ledger = try SQLiteLedger(path: partial, readOnly: false, lock: nil)
      defer { try? ledger.close() }
      try ledger.write { db in try Replay(db: db, folder: directory).run() }
      try ledger.close()
      try verify(partial, named: directory)
    }
  }
}

/// Enters an export again, within one transaction.
private final class Replay {
  private let db: Database
  private let folder: String
  private var records: [String: LineReader] = [:]
  private let observations: LineReader
  private let entries: LineReader
  private var sequence = 0
  private var hash = EntryHash.zero

  init(db: Database, folder: String) throws {
    self.db = db
    self.folder = folder
    entries = try LineReader(
      "\(folder)/\(ExportLines.entries)", name: ExportLines.entries, isRequired: true)
    observations = try LineReader(
      "\(folder)/\(ExportLines.observations)", name: ExportLines.observations, isRequired: true)
  }

  func run() throws {
    let files = try keepFiles()
    while let line = entries.next, let (facts, content) = ExportLines.entry(line) {
      try enter(facts, content)
      try entries.advance()
    }
    try checkHead(files)
    for reader in [observations] + records.values where reader.next != nil {
      throw reader.fault("有多余的行", "there is a line too many")
    }
  }

  private func keepFiles() throws -> Int {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/files").sorted()
    for name in names {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/files/\(name)"))
      guard SHA256.hash(data: data).hexadecimal == name else {
        throw StorageFault.export(
          file: "files/\(name)", line: nil, reason: Phrase("内容与散列值不符", "it does not fit its hash"))
      }
      try db.execute(sql: "INSERT INTO file VALUES (?, ?)", arguments: [name, data])
    }
    try db.execute(sql: "UPDATE head SET files = ?", arguments: [names.count])
    return names.count
  }

  private func checkHead(_ files: Int) throws {
    guard let head = try entries.decode(ExportLines.Head.self)?.head else {
      throw entries.fault("末尾缺失", "the end is missing")
    }
    guard head.sequence == sequence, head.hash == hash else {
      throw entries.fault("与末条不符", "it does not fit the last entry")
    }
    guard head.files == files else {
      throw entries.fault("文件数不符", "the number of files does not fit")
    }
    try entries.advance()
    if entries.next != nil { throw entries.fault("有多余的行", "there is a line too many") }
  }

  private func enter(_ facts: ExportLines.EntryFacts, _ content: String) throws {
    let entry = StoredEntry(
      sequence: facts.sequence, time: facts.time, actor: facts.actor, kind: facts.kind,
      content: content, reason: facts.reason, previous: hash)
    guard entry.hash == facts.hash, entry.sequence == sequence + 1 else {
      throw entries.fault("与散列值不符，或缺少前一行", "it does not fit its hash, or a line before is missing")
    }
    let change = try entry.change()
    try entry.insert(db)
    (sequence, hash) = (entry.sequence, entry.hash)
    switch change {
    case .records(let batch): try enter(batch)
    case .observations(let batch): try enterObservations(batch)
    default: try Derivation(db: db, sequence: sequence).apply(change)
    }
  }

  private func number(of source: String) throws -> Int {
    let number = try Int.fetchOne(
      db, sql: "SELECT first FROM source WHERE id = ? AND until IS NULL", arguments: [source])
    guard let number else { throw entries.fault("来源未登记", "its source is not there") }
    return number
  }

  private func reader(_ registry: String) throws -> LineReader {
    if let reader = records[registry] { return reader }
    let name = ExportLines.records(of: registry)
    let reader = try LineReader("\(folder)/\(name)", name: name, isRequired: true)
    records[registry] = reader
    return reader
  }

  private func enter(_ batch: Change.Batch) throws {
    let table = try Catalog(db, sequence: sequence).table(batch.registry)
    let writer = try BatchWriter(
      db, table, sequence: sequence, source: try number(of: batch.source),
      ranks: batch.beside != nil)
    let lines = try reader(batch.registry)
    let first = lines.number
    let digest: String
    do {
      try addRows(of: lines, to: writer, table)
      digest = try writer.finish()
    } catch StorageFault.duplicateKey(_, _, let row) {
      throw lines.fault("主键在同一批中重复", "the key came before in its batch", line: first + row - 1)
    }
    guard digest == batch.digest, writer.added == batch.added,
      writer.besides == batch.beside ?? 0
    else {
      throw lines.fault(
        "自这一行起的一批与第 \(sequence) 条的摘要不符",
        "the batch from this line on does not fit the digest of entry \(sequence)", line: first)
    }
  }

  private func addRows(of lines: LineReader, to writer: BatchWriter, _ table: RecordTable) throws {
    while let line = try lines.decode(ExportLines.Record.self), line.since == sequence {
      guard let values = ExportLines.values(line, table) else {
        throw lines.fault("有值与声明的类型不符", "a value is not of the declared type")
      }
      try writer.add(key: line.key, values: values)
      try lines.advance()
    }
  }

  private func enterObservations(_ batch: Change.Batch) throws {
    var writer = try ObservationWriter(
      db, sequence: sequence, source: try number(of: batch.source))
    let first = observations.number
    while let line = try observations.decode(ExportLines.Observed.self), line.since == sequence {
      try writer.add(line.observation)
      try observations.advance()
    }
    guard try writer.finish() == batch.digest else {
      throw observations.fault(
        "自这一行起的一批与第 \(sequence) 条的摘要不符",
        "the batch from this line on does not fit the digest of entry \(sequence)", line: first)
    }
  }
}
