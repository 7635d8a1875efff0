import Domain
import Foundation
import GRDB

/// The lines of an exported ledger: how they are written and read.
enum ExportLines {
  static let entries = "entries.jsonl"
  static let observations = "observations.jsonl"

  /// A registry's file; what a file system might not take is percent-encoded.
  static func records(of registry: String) -> String {
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_"))
    return
      "records/\(registry.addingPercentEncoding(withAllowedCharacters: plain) ?? registry).jsonl"
  }

  /// The content comes last and as it is stored, so that its bytes can be hashed again.
  static func line(_ entry: StoredEntry) -> String {
    """
    {"sequence":\(entry.sequence),"time":\(entry.time),"actor":\(quotedJSON(entry.actor)),\
    "kind":\(quotedJSON(entry.kind)),"reason":\(entry.reason.map(quotedJSON) ?? "null"),\
    "hash":"\(entry.hash)","content":\(entry.content)}
    """
  }

  /// The last line of the entries, so that a missing end is noticed.
  struct Head: Codable {
    var head: Values

    struct Values: Codable {
      var sequence: Int
      var hash: String
      var files: Int
    }
  }

  struct EntryFacts: Codable {
    var sequence: Int
    var time: Int
    var actor: String
    var kind: String
    var reason: String?
    var hash: String
  }

  /// Facts and content of an entry's line; nil for a line that is none. A quotation mark within a
  /// text has a stroke before it, so the mark before the content is found where it stands.
  static func entry(_ line: ArraySlice<UInt8>) -> (facts: EntryFacts, content: String)? {
    guard let cut = line.firstRange(of: Array(",\"content\":".utf8)), line.last == 0x7D,
      let facts = try? JSONDecoder().decode(
        EntryFacts.self, from: Data(line[..<cut.lowerBound] + [0x7D]))
    else { return nil }
    return (facts, String(decoding: line[cut.upperBound...].dropLast(), as: UTF8.self))
  }

  struct Record: Codable {
    var since: Int
    var key: String
    var values: [String: String]
  }

  /// Values by column, those that are empty left out; numbers in the field's unit.
  static func record(_ row: RawStatement, _ table: RecordTable) -> String {
    var values: [String] = []
    for (index, column) in table.columns.enumerated() where !row.isNull(index + 2) {
      let value =
        column.type == .number
        ? Exact(row.int(index + 2), digits: column.digits).description : row.text(index + 2)
      values.append("\(quotedJSON(column.name)):\(quotedJSON(value))")
    }
    return """
      {"since":\(row.int(0)),"key":\(quotedJSON(row.text(1))),"values":{\(values.joined(separator: ","))}}
      """
  }

  /// The values of a line in the order of the columns; nil where one does not fit.
  static func values(_ record: Record, _ table: RecordTable) -> [FieldValue]? {
    guard record.values.keys.allSatisfy({ name in table.columns.contains { $0.name == name } })
    else { return nil }
    var values: [FieldValue] = []
    for column in table.columns {
      guard let text = record.values[column.name] else {
        values.append(.none)
        continue
      }
      guard let value = value(text, column) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func value(_ text: String, _ column: RegistryColumn) -> FieldValue? {
    switch column.type {
    case .text: return .text(text)
    case .day: return Day(text).map(FieldValue.day)
    case .number:
      return Exact(text).flatMap { ($0 * Exact.tens(column.digits)).int }.map(FieldValue.number)
    }
  }

  struct Observed: Codable {
    var since: Int
    var observation: Observation
  }

  static let readme = """
    督办账本导出件 · A ledger of Duban as plain files

    本目录是一个账本的全部内容，供本单位留存和迁移。个人信息字段也在其中，不得对外提供。
    This folder holds the whole of a ledger, for the office itself. Personal fields are in it: do not
    pass it on.

    entries.jsonl
      每行一条记账：sequence 序号，time 时间（1970-01-01 UTC 起的毫秒数），actor 记账人，kind 种类，
      reason 理由，hash 散列值，content 内容。最后一行 head 是末条的序号、散列值和文件数。
      One entry a line. hash is SHA-256 over: the hash before (64 zeros for the first), sequence,
      time, actor, kind, content, reason. A text is its length in bytes (8 bytes, big-endian) and
      its UTF-8; a number is 8 bytes, big-endian; no reason is a byte 0, a reason a byte 1 and the
      text. content is hashed as the bytes that stand in the line. The last line, head, has the last
      sequence and hash and the number of files.

    records/台账.jsonl
      每行记录的一个版本，按入账先后：since 入账的序号，key 主键（多个部分以 U+001F 分隔），values 各列的值。
      同一主键的下一个版本入账，或 removal 记账删除它时，前一个版本失效。
      One version of a record a line, in the order of entry: since, the entry that brought it; key,
      its parts joined by U+001F; values by column. It holds until the next of its key, or until an
      entry of kind removal names it. A batch's digest is SHA-256 over its rows: the key's length (4
      bytes, big-endian) and UTF-8, then for each declared column a byte 0 (nothing), 1 (text: length
      and UTF-8), 2 (a day: 10 bytes) or 3 (a number in the smallest unit: 8 bytes, big-endian).

    observations.jsonl
      每行一条统计数据，since 为入账的序号。
      One observation a line. A batch's digest is SHA-256 over their values: series, first day, last
      day, form, value, price, currency, vintage, publisher, published, derived (1 or 0); for each a
      byte 0 (nothing) or 1, length (4 bytes, big-endian) and UTF-8.

    files/
      保存的文件，文件名即其 SHA-256。
      Stored files, each named by its SHA-256.
    """
}
