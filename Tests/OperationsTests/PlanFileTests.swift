import Domain
import Testing

@testable import Operations

/// A plan that was exported and is imported later.
@Suite struct PlanFileTests {
  private let folder: Folder
  private let own: Office

  init() throws {
    folder = try Folder()
    own = office(try folder.ledger())
    try own.furnish()
    for id in ["A1", "A2"] { try own.plan(id) }
  }

  private func file(_ edit: (String) -> String) throws -> String {
    let text = String(decoding: try PlanFiles.whole(own.store), as: UTF8.self)
    return try folder.file("plan.yaml", edit(text))
  }

  private func retitle(_ id: String) throws {
    var settings = EditPlan.Settings()
    settings.title = "别人改的名"
    try EditPlan(own).set(id, to: settings, by: setup)
  }

  private func take(_ path: String) throws -> Int {
    try PlanFiles(own).take(path, by: setup)
  }

  @Test func whatOthersChangedSinceIsNotTakenBack() throws {
    let path = try file { $0.replacing("title: 事项 A1", with: "title: 文件里的名") }
    try retitle("A1")
    let head = try own.store.head().sequence
    #expect(throws: OperationFault.planFileOld(ids: ["A1"])) { try take(path) }
    #expect(try own.store.head().sequence == head)
    #expect(try own.books().commitment("A1")?.title == "别人改的名")
  }

  @Test func aFileThatIsNewEnoughIsTaken() throws {
    let path = try file { $0.replacing("title: 事项 A1", with: "title: 文件里的名") }
    try own.change(.plan, by: setup) { _ in [.synthetic("别的事")] }
    #expect(try take(path) == 1)
    #expect(try own.books().commitment("A1")?.title == "文件里的名")
  }

  @Test func aFileOfSomebodysOwnHandIsTaken() throws {
    let path = try file { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("entry:") }.joined(separator: "\n")
        .replacing("title: 事项 A2", with: "title: 文件里的名")
    }
    try retitle("A2")
    #expect(try take(path) == 1)
    #expect(try own.books().commitment("A2")?.title == "文件里的名")
  }
}
