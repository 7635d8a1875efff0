import Domain
import Foundation
import GRDB

/// Writes a corpus: into a file beside the one that is asked for, which takes its name when all is
/// there. Used from one thread.
public final class CorpusWriter {
  private let path: String
  private let part: String
  private let queue: DatabaseQueue
  private var reports = 0
  private var sentences = 0
  private var quantities = 0

  /// - Throws: ``StorageFault/exists(file:)`` where something that is no corpus is in the way,
  ///   ``StorageFault/cannotOpen(file:reason:)``.
  public init(_ path: String) throws {
    self.path = path
    part = path + ".part"
    try Self.checkReplaceable(path)
    Self.remove(part)
    var configuration = Configuration()
    configuration.label = "corpus"
    do {
      queue = try DatabaseQueue(path: part, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        // The file is made anew if anything goes wrong, so it need not outlast a loss of power.
        try db.execute(
          sql: """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
            PRAGMA application_id = \(CorpusSchema.application);
            """)
        try db.execute(sql: CorpusSchema.tables)
        try db.execute(sql: "INSERT INTO words (words, rank) VALUES ('automerge', 0)")
      }
    } catch let error as DatabaseError {
      throw StorageFault.cannotOpen(file: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  /// Adds reports in the order given.
  public func add(_ batch: [CorpusReport]) throws {
    try telling {
      try queue.write { db in
        let rows = try RowWriter(db)
        for report in batch { try add(report, rows) }
      }
    }
  }

  /// Adds the indicators whose standard names the rows bear.
  public func add(indicators: [Indicator]) throws {
    try telling {
      try queue.write { db in
        for indicator in indicators {
          try db.execute(
            sql: "INSERT INTO indicators VALUES (?, ?, ?, ?, ?)",
            arguments: [
              indicator.name, indicator.unit, indicator.direction.rawValue,
              indicator.basis.rawValue, indicator.source,
            ])
        }
      }
    }
  }

  /// Makes the indices and gives the file its name.
  ///
  /// - Returns: how many reports and statements it holds.
  public func finish() throws -> (reports: Int, statements: Int) {
    try telling {
      try queue.write { db in try db.execute(sql: CorpusSchema.indices) }
      try queue.close()
    }
    guard rename(part, path) == 0 else {
      throw StorageFault.cannotOpen(file: path, reason: String(cString: strerror(errno)))
    }
    return (reports, quantities)
  }

  /// Leaves nothing behind.
  public func abandon() {
    try? queue.close()
    Self.remove(part)
  }

  private func add(_ report: CorpusReport, _ rows: RowWriter) throws {
    reports += 1
    try rows.add(report, id: reports)
    let first = sentences
    for sentence in report.sentences {
      sentences += 1
      try rows.add(sentence, id: sentences, report: reports)
    }
    for row in report.rows {
      quantities += 1
      try rows.add(row, id: quantities, report: reports, sentence: first + row.sentence + 1)
    }
  }

  private func telling(_ work: () throws -> Void) throws {
    do { try work() } catch let error as DatabaseError {
      throw StorageFault.database(file: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  /// An earlier corpus may be replaced; any other file may not.
  private static func checkReplaceable(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard CorpusReader.isCorpus(path) else { throw StorageFault.exists(file: path) }
  }

  private static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }
}

/// The prepared statements of one transaction.
private final class RowWriter {
  private let report: RawRow
  private let sentence: RawRow
  private let words: RawRow
  private let quantity: RawRow
  private var pairs: [UInt8] = []

  init(_ db: Database) throws {
    report = try RawRow(db, "reports", 8)
    sentence = try RawRow(db, "sentences", 5)
    words = try RawRow(db, "words (rowid, pairs)", 2)
    quantity = try RawRow(db, "quantities", 24)
  }

  func add(_ value: CorpusReport, id: Int) throws {
    report.int(id).text(value.file).text(value.place).text(value.code).text(value.level?.rawValue)
    report.int(value.year).text(value.kind.rawValue).text(value.title)
    try report.insert()
  }

  func add(_ value: CorpusReport.Sentence, id: Int, report: Int) throws {
    sentence.int(id).int(report).int(value.passage).text(value.section).text(value.text)
    try sentence.insert()
    pairs.removeAll(keepingCapacity: true)
    CharacterPairs.index(value.text, into: &pairs)
    words.int(id).bytes(pairs)
    try words.insert()
  }

  func add(_ row: CorpusReport.Row, id: Int, report: Int, sentence: Int) throws {
    let value = row.statement
    quantity.int(id).int(report).int(sentence).int(value.id).text(value.indicator)
    quantity.text(row.standard).text(value.action).text(value.relation.rawValue)
    quantity.text(value.bound.rawValue).int(value.strict ? 1 : 0).double(value.value.double)
    quantity.double(value.value2?.double).text(value.unit).text(value.kind.rawValue).text(
      value.period)
    quantity.text(value.modality).text(value.nature?.rawValue).int(row.start).int(row.end)
    quantity.int(value.restates).text(value.note).text(value.rule)
    quantity.text(value.value.description).text(value.value2?.description)
    try quantity.insert()
  }
}
