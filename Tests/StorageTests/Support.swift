import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// A folder of its own for each test, gone with it.
final class Folder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/duban-storage-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { number(100) < percent }
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

let author = Author(actor: "张三", reason: "按月报送")

enum Sample {
  static let projects = Registry(
    name: "招商\"项目", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text), Field(name: "投资方", kind: .text),
      Field(name: "类型", kind: .choice, choices: ["新建", "扩建"]),
      Field(name: "进度", kind: .stages, stages: ["签约", "注册"]),
      Field(name: "投资额", kind: .number, unit: "亿元", digits: 2),
      Field(name: "负责人", kind: .personal),
    ])
  static let parts = Registry(
    name: "部件", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text),
      Field(name: "项目", kind: .reference, registry: "招商\"项目"),
      Field(name: "完成", kind: .date), Field(name: "金额", kind: .number),
    ])
  static let series = Series(name: "地区生产总值", unit: "亿元", cadence: .quarter)

  static func source(
    _ id: String = "台账", _ date: String = "2023-03-01", _ grade: Grade = .departmental,
    sha256: String? = nil
  ) -> Source {
    Source(id: id, title: "月度台账", issuer: "投促局", date: day(date), grade: grade, sha256: sha256)
  }

  static func project(
    _ key: String, signed: String? = nil, registered: String? = nil, amount: Int? = nil,
    investor: String? = nil, kind: String? = nil
  ) -> (String, [FieldValue]) {
    (
      key,
      [
        .text(key), investor.map(FieldValue.text) ?? .none, kind.map(FieldValue.text) ?? .none,
        signed.map { .day(day($0)) } ?? .none, registered.map { .day(day($0)) } ?? .none,
        amount.map(FieldValue.number) ?? .none, .text("李四"),
      ]
    )
  }

  static func observation(_ month: Int, _ value: String, _ vintage: Observation.Vintage = .final)
    -> Observation
  {
    Observation(
      series: series.name,
      period: Period.months(2023, through: month) ?? Period(day("2023-01-01"), day("2023-01-01"))!,
      form: .growth, value: Exact(value) ?? .zero, price: .constant, vintage: vintage,
      publisher: "统计局", published: day("2023-12-20"), source: "公报")
  }
}

extension LedgerStore {
  @discardableResult
  func add(
    _ rows: [(String, [FieldValue])], to registry: Registry = Sample.projects,
    from source: Source = Sample.source(), by writer: Author = author
  ) throws -> Change.Batch {
    try importRecords(of: registry, from: source, by: writer) { sink in
      for (key, values) in rows { try sink.add(key: key, values: values) }
    }
  }
}

/// A ledger with something of everything in it.
func filledLedger(_ path: String) throws -> SQLiteLedger {
  let ledger = try SQLiteLedger(path: path)
  let file = try ledger.keep(Array("验收单".utf8))
  _ = try ledger.keep(Array("无人引用".utf8))
  try ledger.append(
    [
      .synthetic("演示"), .registry(Sample.projects), .registry(Sample.parts),
      .series(Sample.series), .unit(WorkUnit(name: "投促局", kind: .department)),
    ], by: author)
  try ledger.add([
    Sample.project(
      "甲", signed: "2023-02-01", registered: "2023-03-01", amount: 1250, investor: "a"),
    Sample.project("乙", signed: "2023-02-02", amount: -5, investor: "b", kind: "新建"),
    Sample.project("丙", investor: "引号\"与\u{1}"),
  ])
  try ledger.add(
    [Sample.project("乙", signed: "2023-02-02", registered: "2023-05-01", amount: 7)],
    from: Sample.source("二期", "2023-06-01", .accepted, sha256: file))
  try ledger.add(
    [("p1", [.text("p1"), .text("甲"), .day(day("2023-04-01")), .number(3)])], to: Sample.parts)
  try ledger.removeRecords(["丙"], of: Sample.projects.name, by: author)
  _ = try ledger.importObservations(
    [Sample.observation(3, "5.5", .preliminary), Sample.observation(6, "41/52")],
    from: Sample.source("公报", "2023-07-17", .published), by: author)
  try ledger.append([.source(Sample.source("台账", "2023-03-01", .accepted))], by: author)
  return ledger
}

/// Whether a call gives the fault of a code, and no other.
func expectFault(
  _ code: FaultCode, row: Int? = nil, _ location: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) {
  do {
    try body()
    Issue.record("no fault; expected \(code)", sourceLocation: location)
  } catch let fault as any Fault {
    if let row { #expect(fault.place?.line == row, sourceLocation: location) }
    #expect(fault.code == code, "\(fault)", sourceLocation: location)
    #expect(!fault.sentence(.chinese).isEmpty && !fault.sentence(.english).isEmpty)
  } catch { Issue.record(error, sourceLocation: location) }
}
