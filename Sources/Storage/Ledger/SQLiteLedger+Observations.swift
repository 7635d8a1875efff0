import Crypto
import Domain
import Foundation
import GRDB

extension SQLiteLedger {
  /// The observations take the source that is given here. Their series must be declared.
  public func importObservations(
    _ observations: [Observation], from source: Source, file: [UInt8]?, onTopOf head: Int,
    by author: Author
  ) throws -> Change.Batch? {
    try write(onTopOf: head, by: author) { db, journal in
      if let file { _ = try Self.keep(file, in: db) }
      for name in Set(observations.map(\.series)) { try SQLiteLedger.requireSeries(name, db) }
      let number = try journal.record(source)
      var writer = try ObservationWriter(db, sequence: journal.sequence + 1, source: number)
      for observation in observations { try writer.add(observation) }
      let batch = Change.Batch(
        registry: "", source: source.id, added: writer.added, changed: 0,
        unchanged: observations.count - writer.added, digest: try writer.finish())
      if batch.added > 0 { _ = try journal.append(.observations(batch)) }
      return batch
    }
  }

  private static func requireSeries(_ name: String, _ db: Database) throws {
    let isDeclared = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM entry WHERE kind = 'series' AND json_extract(content, '$.name') = ?)
        """, arguments: [name])
    if isDeclared != true { throw StorageFault.undeclared(name: name) }
  }

  public func observations(of series: String, known: Int) throws -> [Observation] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(Observation.storedColumns), source.id FROM observation
          JOIN source ON source.number = observation.source
          WHERE series = ? AND observation.since <= ?
          ORDER BY observation.first, last, published, observation.id
          """, arguments: [series, known]
      ).map { try Observation(stored: $0) }
    }
  }
}

/// Writes the observations of one batch that are not there yet.
struct ObservationWriter {
  private let db: Database
  private let sequence: Int
  private let source: Int
  private let search: GRDB.Statement
  private let insertion: GRDB.Statement
  private var hasher = SHA256()
  private var sums = RowSums()
  private(set) var added = 0

  init(_ db: Database, sequence: Int, source: Int) throws {
    self.db = db
    self.sequence = sequence
    self.source = source
    let names = Observation.storedColumns.split(separator: ", ")
    search = try db.makeStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM observation WHERE "
        + names.map { "\($0.split(separator: ".").last ?? "") IS ?" }.joined(separator: " AND ")
        + ")")
    insertion = try db.makeStatement(
      sql: """
        INSERT INTO observation (series, first, last, form, value, price, currency, vintage,
          publisher, published, derived, source, since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  mutating func add(_ observation: Observation) throws {
    let values = observation.storedValues
    if try Bool.fetchOne(search, arguments: StatementArguments(values)) == true { return }
    try insertion.execute(
      arguments: StatementArguments(values + [source.databaseValue, sequence.databaseValue]))
    let bytes = observation.canonicalBytes
    hasher.update(data: bytes)
    sums.add(bytes, ends: Observation.ends(of: bytes))
    added += 1
  }

  /// Ends the batch.
  /// - Returns: SHA-256 over the canonical bytes of those written, in lower-case hexadecimal.
  func finish() throws -> String {
    if added > 0 { try sums.keep(db, of: "", since: sequence) }
    return hasher.finalize().hexadecimal
  }
}

extension Observation {
  static let storedColumns = """
    series, observation.first, last, form, value, price, currency, vintage, publisher, published, \
    derived
    """

  var storedValues: [DatabaseValue] {
    [
      series.databaseValue, period.first.description.databaseValue,
      period.last.description.databaseValue, form.rawValue.databaseValue,
      value.description.databaseValue, (price?.rawValue).databaseValue, currency.databaseValue,
      vintage.rawValue.databaseValue, publisher.databaseValue, published.description.databaseValue,
      derived.databaseValue,
    ]
  }

  /// Takes the columns of `storedColumns` and, after them, the source's id.
  init(stored row: Row) throws {
    func text(_ index: Int) -> String { String.fromDatabaseValue(row[index]) ?? "" }
    guard let first = Day(text(1)), let last = Day(text(2)),
      let period = Period(first, last), let form = Form(rawValue: text(3)),
      let value = Exact(text(4)), let vintage = Vintage(rawValue: text(7)),
      let published = Day(text(9))
    else {
      throw StorageFault.damaged(
        file: text(0), reason: Phrase("有一条统计数据无法读懂", "an observation cannot be read"))
    }
    self.init(
      series: text(0), period: period, form: form, value: value,
      price: (row[5] as String?).flatMap(PriceBasis.init), currency: row[6], vintage: vintage,
      publisher: row[8], published: published, derived: row[10], source: text(11))
  }

  /// Where each value ends in canonical bytes.
  static func ends(of bytes: [UInt8]) -> [Int] {
    var (ends, place): ([Int], Int) = ([], 0)
    while place < bytes.count {
      if bytes[place] == 0 {
        place += 1
      } else {
        place += 5 + bytes[place + 1..<place + 5].reduce(0) { $0 << 8 | Int($1) }
      }
      ends.append(place)
    }
    return ends
  }

  /// Its values in the order of the columns: a byte 0 for nothing, else a byte 1, the length (4
  /// bytes, big-endian) and the text; `derived` is `1` or `0`.
  var canonicalBytes: [UInt8] {
    storedValues.reduce(into: []) { bytes, value in
      guard
        let text = String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map(String.init)
      else { return bytes.append(0) }
      bytes.append(1)
      let length = text.utf8.count
      for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: length >> (24 - 8 * place))) }
      bytes.append(contentsOf: text.utf8)
    }
  }
}
