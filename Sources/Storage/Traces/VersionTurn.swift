import Domain
import GRDB
import Synchronization

/// A version of a record that ended, and the one after it.
struct VersionTurn: Sendable {
  /// The ids of the two rows; 0 where none comes after.
  var old: Int
  var new: Int
  /// The entry that ended it.
  var until: Int
  /// Columns of the registry in which the two differ, one bit for each; those beyond share the last.
  var altered: UInt64
  /// Kept beside a stronger version, and never current.
  var isBeside: Bool
  var isRemoved: Bool { new == 0 && !isBeside }

  /// The bits of some columns.
  static func mask(of columns: [RegistryColumn], in table: RecordTable) -> UInt64 {
    columns.reduce(0) { mask, column in
      guard let index = table.columns.firstIndex(of: column) else { return mask }
      return mask | bit(index)
    }
  }

  static func bit(_ index: Int) -> UInt64 { 1 << UInt64(min(index, 62)) }
}

/// The turns of every registry: what has ended never begins again, so that only those of new entries
/// are read.
final class KeptTurns: Sendable {
  private struct Kept {
    var columns: [RegistryColumn]
    var through = 0
    var turns: [VersionTurn] = []
  }

  private let kept = Mutex<[String: Kept]>([:])

  /// - Parameter head: the last entry that is asked for; later ones may be among the turns.
  func turns(of table: RecordTable, _ db: Database, head: Int) throws -> [VersionTurn] {
    let name = table.registry.name
    var own = kept.withLock { $0[name] } ?? Kept(columns: table.columns)
    if own.columns != table.columns { own = Kept(columns: table.columns) }
    guard own.through < head else { return own.turns }
    own.turns += try Self.read(table, db, after: own.through, through: head)
    own.through = head
    kept.withLock { all in
      if all[name].map({ $0.columns == own.columns && $0.through >= head }) != true {
        all[name] = own
      }
    }
    return own.turns
  }

  private static func read(
    _ table: RecordTable, _ db: Database, after: Int, through: Int
  ) throws -> [VersionTurn] {
    let versions = "SELECT x.id FROM \(table.sql) x WHERE x.key = o.key"
    // SQLite binds `<<` and `|` alike, from the left.
    let mask = table.columns.enumerated().map { index, column in
      "((o.\(quoted(column.name)) IS NOT n.\(quoted(column.name))) << \(min(index, 62)))"
    }
    let rows = try RawStatement(
      db,
      """
      SELECT o.id, n.id, o.until, o.until = o.since, \(mask.isEmpty ? "0" : mask.joined(separator: " | "))
      FROM \(table.sql) o LEFT JOIN \(table.sql) n ON n.id = coalesce(
        (\(versions) AND x.until IS NULL AND x.since = o.until),
        (\(versions) AND x.until IS NOT NULL AND x.since = o.until AND x.until > x.since))
        AND o.until > o.since
      WHERE o.until > \(after) AND o.until <= \(through) ORDER BY o.until, o.id
      """)
    var turns: [VersionTurn] = []
    while try rows.step() {
      turns.append(
        VersionTurn(
          old: rows.int(0), new: rows.isNull(1) ? 0 : rows.int(1), until: rows.int(2),
          altered: UInt64(bitPattern: Int64(rows.int(4))), isBeside: rows.int(3) != 0))
    }
    return turns
  }
}
