import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage

@testable import Operations
@testable import Web

/// A small district with an account of every role, served without a socket.
struct TestSite: Sendable {
  let office: Office
  let server: WebServer
  let store: SQLiteLedger
  private let folder: URL

  static let password = "correct horse battery"
  static let logins: [Role: String] = [
    .administrator: "admin", .supervisor: "ducha", .head: "head", .clerk: "clerk",
    .reader: "reader",
  ]

  /// The pack's registries, series and units, its report adopted, October released; nothing is
  /// counted yet.
  init(today: String = "2023-12-05", comparisons: Comparisons = Comparisons()) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "duban-web-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try SQLiteLedger(path: folder.appending(path: "test.ledger").path)
    let day = try found(Day(today))
    let noon = Instant(milliseconds: Instant(startOf: day).milliseconds + 12 * 3_600_000)
    office = Office(
      store, access: store, clock: .standing(at: noon), comparisons: comparisons)
    server = try WebServer(office)
    try fill()
  }

  private func fill() throws {
    let opening = try story("2023-01-10")
    let caller = Caller.commandLine("督查室")
    try Self.begin(opening)
    for (role, login) in Self.logins {
      let unit: String? = role == .head || role == .clerk ? "科技局" : nil
      try KeepAccounts(opening).save(
        Account(login: login, name: login, role: role, unit: unit), password: Self.password,
        by: caller)
    }
    try release("2023-10", on: "2023-11-20")
  }

  /// The pack's declarations, and its report adopted.
  static func begin(_ office: Office) throws {
    let caller = Caller.commandLine("督查室")
    try LoadPack(office).run(.district, by: caller)
    _ = try AdoptReport(office).adopt(
      try found(Pack.district.file("demo-report.txt")), name: "demo-report.txt",
      templates: Pack.district.templates(), by: caller)
  }

  /// The same ledger on another day.
  func story(_ day: String) throws -> Office {
    let start = Instant(startOf: try found(Day(day)))
    return Office(store, access: store, clock: .standing(at: start))
  }

  func release(_ month: String, on day: String) throws {
    try ReleaseMonth(story(day)).run(try found(Period(month)), by: .commandLine("督查室"))
  }

  /// Runs requests against the site.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable (Browser) async throws -> Value
  ) async throws -> Value {
    try await Self.run(server, body)
  }

  /// Runs requests against a server, always as the same visitor.
  static func run<Value: Sendable>(
    _ server: WebServer, _ body: @escaping @Sendable (Browser) async throws -> Value
  ) async throws -> Value {
    try await server.application().test(.router) { client in
      try await body(Browser(client: client))
    }
  }

  /// Freezes a month with all that is known now.
  func release(_ month: String) throws {
    try ReleaseMonth(office).run(try found(Period(month)), by: .commandLine("督查室"))
  }

  /// Somebody who is signed in.
  func caller(_ role: Role) throws -> Caller {
    Caller(try office.books().accounts[Self.logins[role] ?? ""])
  }
}

/// Unwraps outside of a test function.
func found<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw CocoaError(.featureUnsupported) }
  return value
}
