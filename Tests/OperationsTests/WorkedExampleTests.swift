import Domain
import Foundation
import TestSupport
import Testing

@testable import Operations

/// The registry that CONTRIBUTING.md adds, added to a pack and used.
@Suite struct WorkedExampleTests {
  @Test func aRegistryIsOneDeclaration() throws {
    let example = try #require(try WorkedExample.named("A registry"))
    let declared = try #require(example.blocks["yaml"])
    let path = try #require(example.files.first?.path)
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder("pack"), withIntermediateDirectories: true)
    for file in Pack.district.files where file.name.hasSuffix(".yaml") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isTouched = path.hasSuffix("/" + file.name)
      try folder.file("pack/" + file.name, isTouched ? text + "\n" + declared : text)
    }
    let own = office(try folder.ledger())
    try LoadPack(own).run(try Pack.named(folder("pack")), by: setup)
    let outcome = try ImportRecords(own).run(
      Array("站点编号,名称,启用日期,充电桩数\nA1,东站,2029-03-01,12\nA2,西站,2029-05-02,8\n".utf8),
      name: "充电站.csv", into: "充电站",
      source: SourceFacts(issuer: "发改局", date: try found(Day("2029-06-01"))), by: setup)
    #expect(outcome.batch.added == 2)
    let listed = try ListRecords(own.store).run("充电站", limit: nil)
    #expect(listed.records.map(\.key).sorted() == ["A1", "A2"])
    #expect(listed.records.allSatisfy { $0.values.count == listed.registry.columns.count })
    #expect(listed.records.contains { $0.values.contains(.number(12)) })
  }
}
