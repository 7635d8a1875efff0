import Documents
import Domain
import Testing

@testable import Registries

/// Keeps what it is given, and knows the keys of other registries.
struct MemorySink: RecordSink {
  var records: [Record] = []
  var known: [String: Set<String>] = [:]

  mutating func add(key: String, values: [FieldValue]) {
    records.append(Record(key: key, values: values))
  }

  func has(_ key: String, in registry: String) -> Bool { known[registry]?.contains(key) ?? false }
}

/// What reading a table gave.
struct Outcome {
  var records: [Record] = []
  var notes: [Phrase] = []
  var problems: [Problem] = []
  var total = 0

  var codes: [FaultCode] { problems.map(\.code) }
  var addresses: [String?] { problems.map(\.address) }
}

extension Registry {
  func read(_ table: Table, known: [String: Set<String>] = [:]) throws -> Outcome {
    var sink: any RecordSink = MemorySink(known: known)
    var outcome = Outcome()
    do {
      outcome.notes = try RecordReader(self).read(table, into: &sink)
      outcome.records = (sink as? MemorySink)?.records ?? []
    } catch RegistryFault.refused(_, _, let problems, let total) {
      outcome.problems = problems
      outcome.total = total
    }
    return outcome
  }

  func read(_ csv: String, known: [String: Set<String>] = [:]) throws -> Outcome {
    let headers = RecordReader(self).headers
    return try read(
      try TableReader(headers: headers).read(Array(csv.utf8), name: "t.csv"), known: known)
  }
}

/// A table as a workbook gives it, with marks: `!formula`, `!error`, `!merged` are such cells.
func sheet(_ rows: [[String]], merges: [Table.Merge] = [], kinds: [String: Table.Kind] = [:])
  -> Table
{
  var (text, cells, list): ([UInt8], [Table.Cell], [Table.Row]) = ([], [], [])
  for (index, row) in rows.enumerated() {
    let first = cells.count
    for (column, words) in row.enumerated() {
      let address = Table.address(row: index + 1, column: column)
      let start = text.count
      let kind = kinds[address] ?? .text
      if kind != .formula, kind != .merged { text += Array(words.utf8) }
      cells.append(Table.Cell(start..<text.count, kind))
    }
    list.append(Table.Row(cells: first..<cells.count, number: index + 1))
  }
  return Table(
    file: "t.xlsx", sheet: "表1", text: text, cells: cells, rows: list, header: 0, merges: merges)
}

struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
