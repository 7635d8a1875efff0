import Domain
import Foundation
import GRDB

extension EntryTimes {
  /// Those of all entries that the access sees.
  init(_ db: Database) throws {
    self.init()
    try read(db)
  }

  /// Takes in what came since.
  mutating func read(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT time, iif(kind = 'clock', content, NULL) FROM entry WHERE sequence > ?
        ORDER BY sequence
        """, arguments: [count])
    while let row = try rows.next() {
      let content = String.fromDatabaseValue(row[1])
      add(
        Instant(milliseconds: Int.fromDatabaseValue(row[0]) ?? 0),
        mend: content.flatMap { try? JSONDecoder().decode(ClockMend.self, from: Data($0.utf8)) })
    }
  }
}

extension Change {
  /// What it corrects of the clock; nil for any other change.
  var mend: ClockMend? {
    guard case .clock(let mend) = self else { return nil }
    return mend
  }
}
