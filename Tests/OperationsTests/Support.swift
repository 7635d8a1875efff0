import Domain
import Foundation
import Storage
import Testing

@testable import Operations

/// A folder of its own for a test, in memory where the machine has such a place, gone with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    path = parent + "/duban-operations-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  func ledger(_ name: String = "a.ledger") throws -> SQLiteLedger {
    try SQLiteLedger(path: self(name))
  }
}

/// A ledger as an office uses it, on a day of its own.
func office(_ store: SQLiteLedger, on day: Day = today) -> Office {
  Office(store, access: store, clock: .standing(at: Instant(startOf: day)))
}

/// When the tests take place: all of their commitments were due a fortnight ago.
let today = Day("2030-01-15") ?? Day(number: 0)
let year = Period("2029") ?? Period(today, today)!

func found<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Missing() }
  return value
}

struct Missing: Error {}

let setup = Caller.commandLine("setup")

extension Office {
  /// Units, a registry, a series and two administrators: what the verbs need.
  func furnish() throws {
    let units = ["甲局", "乙局", "丙局"].map { WorkUnit(name: $0, kind: .department) }
    let registry = Registry(
      name: "事项", unit: "件", key: ["编号"],
      fields: [
        Field(name: "编号", kind: .text, required: true), Field(name: "日期", kind: .date),
        Field(name: "数", kind: .number, unit: "件"),
      ])
    try change(.plan, by: setup) { _ in
      units.map(Change.unit) + [
        .registry(registry), .series(Series(name: "企业数", unit: "家", cadence: .month)),
      ]
    }
    for login in ["root0", "root1"] {
      try KeepAccounts(self).save(
        Account(login: login, name: login, role: .administrator), password: nil, by: setup)
    }
  }

  /// A task that was due last year, with one milestone.
  func plan(_ id: String) throws {
    let task = Commitment(
      id: id, title: "事项 \(id)", kind: .task, period: year, deadline: year.last, units: ["甲局"],
      measure: .milestones([.init(id: "s1", title: "上线", proof: "验收单")]))
    try change(.plan, by: setup) { _ in [.commitment(task, decision: nil)] }
  }
}
