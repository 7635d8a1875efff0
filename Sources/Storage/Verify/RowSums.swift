import Domain
import Foundation
import GRDB

/// Short sums of a batch's rows and of each of their cells, kept beside the batch: where its digest
/// does not fit they tell which row and which column was changed. They prove nothing themselves.
///
/// A row is 4 bytes for the whole and one byte for each cell, the key first.
struct RowSums {
  private(set) var bytes: [UInt8] = []

  init() {}

  private static let (offset, prime): (UInt32, UInt32) = (2_166_136_261, 16_777_619)

  /// - Parameter ends: where each cell ends in the row's canonical bytes.
  mutating func add(_ row: [UInt8], ends: [Int]) {
    let place = bytes.count
    bytes.append(contentsOf: [0, 0, 0, 0])
    var (whole, start) = (Self.offset, 0)
    row.withUnsafeBufferPointer { row in
      for end in ends {
        var cell = Self.offset
        while start < end {
          cell = (cell ^ UInt32(row[start])) &* Self.prime
          start += 1
        }
        whole = (whole ^ cell) &* Self.prime
        bytes.append(UInt8(truncatingIfNeeded: cell ^ cell >> 8 ^ cell >> 16 ^ cell >> 24))
      }
    }
    for index in 0..<4 {
      bytes[place + index] = UInt8(truncatingIfNeeded: whole >> (24 - 8 * UInt32(index)))
    }
  }

  /// Keeps them for the batch of an entry.
  func keep(_ db: Database, of registry: String, since: Int) throws {
    try db.execute(
      sql: "INSERT INTO rowsum (name, since, sums) VALUES (?, ?, ?)",
      arguments: [registry, since, Data(bytes)])
  }

  /// Those kept for a batch; nil in a ledger of before they were kept.
  static func kept(_ db: Database, of registry: String, since: Int) throws -> [UInt8]? {
    guard try db.tableExists("rowsum") else { return nil }
    return try Data.fetchOne(
      db, sql: "SELECT sums FROM rowsum WHERE name = ? AND since = ?",
      arguments: [registry, since]
    ).map { [UInt8]($0) }
  }

  /// Whether a row differs from the one whose sums are kept, and the indices of its cells that do.
  /// - Parameters:
  ///   - kept: the sums of a whole batch.
  ///   - index: the row's place in the batch, from 0.
  ///   - count: the rows of the batch.
  static func difference(
    _ row: [UInt8], ends: [Int], from kept: [UInt8], at index: Int, of count: Int
  ) -> [Int]? {
    let width = 4 + ends.count
    guard kept.count == count * width else { return nil }
    var sums = RowSums()
    sums.add(row, ends: ends)
    let own = kept[(index * width)..<((index + 1) * width)]
    if sums.bytes.elementsEqual(own) { return nil }
    return ends.indices.filter { sums.bytes[4 + $0] != own[own.startIndex + 4 + $0] }
  }
}
