import GRDB
import GRDBSQLite

/// A prepared statement of the C library, for paths that handle every row of an import, an export
/// or a check. Used within one database access, on its thread.
final class RawStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer?

  init(_ db: Database, _ sql: String) throws {
    connection = db.sqliteConnection
    var handle: OpaquePointer?
    let result = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard result == SQLITE_OK, let handle else {
      throw RawStatement.error(result, connection, sql)
    }
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Parameters are numbered from 1.
  func bind(_ number: Int, at index: Int) {
    sqlite3_bind_int64(handle, Int32(index), Int64(number))
  }
  func bindNull(at index: Int) { sqlite3_bind_null(handle, Int32(index)) }

  /// The bytes, UTF-8, must stay where they are until the next `reset`.
  func bind(_ bytes: UnsafeRawBufferPointer, at index: Int) {
    sqlite3_bind_text64(
      handle, Int32(index), bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
      UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
  }

  /// Whether there is a row.
  func step() throws -> Bool {
    let result = sqlite3_step(handle)
    if result == SQLITE_ROW { return true }
    if result == SQLITE_DONE { return false }
    throw RawStatement.error(result, connection, nil)
  }

  func reset() { sqlite3_reset(handle) }

  /// Columns are numbered from 0.
  func int(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }
  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// Valid until the next step or reset.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    let start = UnsafeRawPointer(sqlite3_column_text(handle, Int32(column)))
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  private static func error(_ result: Int32, _ connection: OpaquePointer?, _ sql: String?)
    -> DatabaseError
  {
    DatabaseError(
      resultCode: ResultCode(rawValue: result),
      message: String(cString: sqlite3_errmsg(connection)),
      sql: sql)
  }
}
