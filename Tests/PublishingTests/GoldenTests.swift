import Domain
import Foundation
import Testing

@testable import Publishing

/// Exports of the fixture against files that were looked at by a person.
///
/// `DUBAN_RECORD=1 swift test --filter GoldenTests` writes them anew; look at the difference.
struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var exporter: Exporter
    var testDescription: String { file }
  }

  static let cases: [Case] = [
    Case(file: "statements.table.txt", exporter: Exporter(format: .table, width: 110)),
    Case(
      file: "statements.en.table.txt",
      exporter: Exporter(format: .table, language: .english, width: 80)),
    Case(
      file: "tasks.table.txt", exporter: Exporter(format: .table, content: .tasks, width: 140)),
    Case(file: "statements.csv", exporter: Exporter(format: .csv)),
    Case(
      file: "statements.en.csv", exporter: Exporter(format: .csv, language: .english)),
    Case(file: "tasks.csv", exporter: Exporter(format: .csv, content: .tasks)),
    Case(file: "statements.jsonl", exporter: Exporter(format: .jsonl)),
    Case(file: "tasks.jsonl", exporter: Exporter(format: .jsonl, content: .tasks)),
    Case(file: "tree.txt", exporter: Exporter(format: .tree)),
  ]

  @Test(arguments: cases)
  func staysAsItWas(_ golden: Case) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(golden.file)")
    let bytes = try Data(golden.exporter.bytes([Fixture.reading]))
    if ProcessInfo.processInfo.environment["DUBAN_RECORD"] != nil { try bytes.write(to: file) }
    #expect(
      try String(decoding: Data(contentsOf: file), as: UTF8.self)
        == String(decoding: bytes, as: UTF8.self))
  }

  @Test func piecesAddUpToTheWhole() throws {
    let readings = [Fixture.reading, Fixture.hostile]
    for golden in Self.cases where golden.exporter.isPerReport {
      let pieces = golden.exporter.head() + readings.flatMap(golden.exporter.piece)
      #expect(try golden.exporter.bytes(readings) == pieces)
    }
  }
}
