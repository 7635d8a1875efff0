import GRDB
import GRDBSQLite

/// One prepared INSERT whose values are bound one behind the other.
final class RawRow {
  private let handle: OpaquePointer
  private let connection: OpaquePointer?
  private var place: Int32 = 0

  init(_ db: Database, _ table: String, _ count: Int) throws {
    connection = db.sqliteConnection
    let marks = Array(repeating: "?", count: count).joined(separator: ", ")
    var handle: OpaquePointer?
    let result = sqlite3_prepare_v2(
      connection, "INSERT INTO \(table) VALUES (\(marks))", -1, &handle, nil)
    guard result == SQLITE_OK, let handle else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: String(cString: sqlite3_errmsg(connection)))
    }
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  @discardableResult func int(_ value: Int?) -> Self {
    place += 1
    if let value {
      sqlite3_bind_int64(handle, place, Int64(value))
    } else {
      sqlite3_bind_null(handle, place)
    }
    return self
  }

  @discardableResult func double(_ value: Double?) -> Self {
    place += 1
    if let value {
      sqlite3_bind_double(handle, place, value)
    } else {
      sqlite3_bind_null(handle, place)
    }
    return self
  }

  @discardableResult func text(_ value: String?) -> Self {
    guard var value else { return int(nil) }
    place += 1
    value.withUTF8 { bind($0) }
    return self
  }

  @discardableResult func bytes(_ value: [UInt8]) -> Self {
    place += 1
    value.withUnsafeBufferPointer(bind)
    return self
  }

  /// SQLite copies the bytes.
  private func bind(_ bytes: UnsafeBufferPointer<UInt8>) {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(handle, place, start, Int32(bytes.count), copied)
    if start == nil { sqlite3_bind_text(handle, place, "", 0, copied) }
  }

  /// Writes the row and begins the next.
  func insert() throws {
    let result = sqlite3_step(handle)
    sqlite3_reset(handle)
    place = 0
    guard result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: String(cString: sqlite3_errmsg(connection)))
    }
  }
}
