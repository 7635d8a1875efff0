import Domain
import GRDBSQLite

/// The canonical bytes of a row, over which a batch's digest is taken, and where its values lie in
/// them. One instance is used for all rows of a batch, so that none of them costs an allocation.
///
/// A row is its key and its values in the order of the registry's columns. The key is its length
/// (4 bytes, big-endian) and its UTF-8. A value is a tag and its content: 0 nothing, 1 text (length
/// and UTF-8), 2 a day (10 bytes, `2023-11-30`), 3 a number (8 bytes, big-endian).
struct RowBytes {
  private(set) var bytes: [UInt8] = []
  /// Where the key and each value end in the bytes.
  private(set) var ends: [Int] = []
  private var slots: [Slot] = []

  /// Where a value lies: a length of -1 means none, -2 the number itself.
  private struct Slot {
    var start: Int
    var length: Int
  }

  /// 0001-01-01 to 9999-12-31, the days that ten bytes can say.
  private static let days = -719_162...2_932_896

  /// Takes in a row.
  /// - Returns: the index of the first value that is not of its column's type, or nil.
  mutating func set(key: String, values: [FieldValue], columns: [RegistryColumn]) -> Int? {
    bytes.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    append(key)
    ends.append(bytes.count)
    for index in values.indices {
      switch (values[index], columns[index].type) {
      case (.none, _): appendNothing()
      case (.text(let text), .text): appendTagged(text)
      case (.day(let day), .day) where RowBytes.days.contains(day.number): append(day)
      case (.number(let number), .number): append(number)
      default: return index
      }
      ends.append(bytes.count)
    }
    return nil
  }

  private mutating func appendNothing() {
    bytes.append(0)
    slots.append(Slot(start: 0, length: -1))
  }

  private mutating func appendTagged(_ text: String) {
    bytes.append(1)
    append(text)
  }

  private mutating func append(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: [0, 0, 0, 0])
    bytes.append(contentsOf: text.utf8)
    let length = bytes.count - start - 4
    for place in 0..<4 {
      bytes[start + place] = UInt8(truncatingIfNeeded: length >> (24 - 8 * place))
    }
    slots.append(Slot(start: start + 4, length: length))
  }

  private mutating func append(_ day: Day) {
    bytes.append(2)
    slots.append(Slot(start: bytes.count, length: 10))
    let (year, month, ofMonth) = (day.year, day.month, day.day)
    for divisor in [1000, 100, 10, 1] { bytes.append(digit(year / divisor)) }
    bytes.append(0x2D)
    bytes.append(digit(month / 10))
    bytes.append(digit(month))
    bytes.append(0x2D)
    bytes.append(digit(ofMonth / 10))
    bytes.append(digit(ofMonth))
  }

  private func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number % 10) }

  private mutating func append(_ number: Int) {
    bytes.append(3)
    slots.append(Slot(start: number, length: -2))
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (56 - 8 * place))) }
  }
}

extension RowBytes {
  /// Binds the key (value 0) or a value, calls `use`, and keeps the bytes in place meanwhile.
  func withBound<Result>(
    _ statement: RawStatement, key: Int, values: Int?, _ use: () throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBytes { base in
      bind(slots[0], of: base, to: statement, at: key)
      if let values {
        for index in 1..<slots.count {
          bind(slots[index], of: base, to: statement, at: values + index - 1)
        }
      }
      return try use()
    }
  }

  private func bind(
    _ slot: Slot, of base: UnsafeRawBufferPointer, to statement: RawStatement, at index: Int
  ) {
    switch slot.length {
    case -1: statement.bindNull(at: index)
    case -2: statement.bind(slot.start, at: index)
    default:
      statement.bind(
        UnsafeRawBufferPointer(rebasing: base[slot.start..<slot.start + slot.length]), at: index)
    }
  }

  /// Values of the statement's row, from column `first` on, where there is none here.
  func emptied(_ statement: RawStatement, from first: Int, except lacking: [Int]) -> Int {
    (1..<slots.count).count { index in
      slots[index].length == -1 && !lacking.contains(index - 1)
        && !statement.isNull(first + index - 1)
    }
  }

  /// Whether the statement's row has these very values from column `first` on; some columns may be
  /// passed over.
  func equals(_ statement: RawStatement, from first: Int, except lacking: [Int] = []) -> Bool {
    bytes.withUnsafeBytes { base in
      (1..<slots.count).allSatisfy { index in
        if !lacking.isEmpty, lacking.contains(index - 1) { return true }
        let (slot, column) = (slots[index], first + index - 1)
        if statement.isNull(column) || slot.length == -1 {
          return statement.isNull(column) && slot.length == -1
        }
        if slot.length == -2 { return statement.int(column) == slot.start }
        return statement.bytes(column)
          .elementsEqual(
            UnsafeRawBufferPointer(rebasing: base[slot.start..<slot.start + slot.length]))
      }
    }
  }

  /// Takes in a stored row: the column of its key, and those of its values.
  mutating func set(
    _ statement: RawStatement, key: Int, values: [(column: RegistryColumn, place: Int)]
  ) {
    bytes.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    append(statement.bytes(key))
    ends.append(bytes.count)
    for (column, place) in values {
      if statement.isNull(place) {
        appendNothing()
      } else if column.type == .number {
        append(statement.int(place))
      } else if column.type == .day {
        bytes.append(2)
        bytes.append(contentsOf: statement.bytes(place))
      } else {
        bytes.append(1)
        append(statement.bytes(place))
      }
      ends.append(bytes.count)
    }
  }

  private mutating func append(_ text: UnsafeRawBufferPointer) {
    for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: text.count >> (24 - 8 * place))) }
    bytes.append(contentsOf: text)
  }
}
