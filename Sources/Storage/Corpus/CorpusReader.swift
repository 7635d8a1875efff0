import Domain
import Foundation
import GRDB

/// Asks a corpus; the file is opened for reading only. Safe to use from several threads.
public final class CorpusReader: Sendable {
  private let path: String
  private let queue: DatabaseQueue

  /// - Throws: ``StorageFault/cannotOpen(file:reason:)``, ``StorageFault/notACorpus(file:)``.
  public init(_ path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      throw StorageFault.cannotOpen(file: path, reason: "no such file")
    }
    guard Self.isCorpus(path) else { throw StorageFault.notACorpus(file: path) }
    queue = try DatabaseQueue(path: path, configuration: Self.configuration)
  }

  static func isCorpus(_ path: String) -> Bool {
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
      return false
    }
    defer { try? queue.close() }
    let found = try? queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
    return found == CorpusSchema.application
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "corpus"
    configuration.prepareDatabase { db in VerdictFunction.functions.forEach(db.add(function:)) }
    return configuration
  }

  /// Corpora made before keep only the numbers that SQL counts with.
  func hasExact() throws -> Bool {
    try queue.read { try $0.columns(in: "quantities").contains { $0.name == "exact" } }
  }

  /// Statements that meet a query, by place, year and place in the report.
  public func statements(_ query: CorpusQuery) throws -> CorpusTable {
    let compiled = CorpusCompiler(query)
    return try rows(compiled.sql, compiled.arguments)
  }

  /// What a SELECT of one's own gives.
  ///
  /// - Throws: ``StorageFault/database(file:reason:)`` for one that is wrong or that would write.
  public func rows(_ sql: String, _ arguments: [String: CorpusTable.Value] = [:]) throws
    -> CorpusTable
  {
    do {
      return try queue.read { db in
        let statement = try db.makeStatement(sql: sql)
        guard statement.isReadonly else {
          throw StorageFault.readOnly(file: path)
        }
        let values = StatementArguments(arguments.mapValues(\.database))
        let rows = try Row.fetchAll(statement, arguments: values)
        return CorpusTable(
          columns: statement.columnNames,
          rows: rows.map { row in row.databaseValues.map(CorpusTable.Value.init) })
      }
    } catch let error as DatabaseError {
      throw StorageFault.database(file: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}

extension CorpusTable.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .empty
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .text(String(decoding: data, as: UTF8.self))
    }
  }

  fileprivate var database: (any DatabaseValueConvertible)? {
    switch self {
    case .empty: nil
    case .integer(let number): number
    case .number(let number): number
    case .text(let text): text
    }
  }
}
