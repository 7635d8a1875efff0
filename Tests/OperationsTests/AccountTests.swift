import Domain
import Testing

@testable import Operations

/// An account changes whole: entry, password, sessions and tokens.
@Suite struct AccountTests {
  private let folder: Folder
  private let own: Office
  private let account = Account(login: "wang", name: "王工", role: .reader)

  init() throws {
    folder = try Folder()
    own = office(try folder.ledger())
    try own.furnish()
    try KeepAccounts(own).save(account, password: "0123456789", by: setup)
  }

  private func signIn() throws -> String {
    try SignIn(own).start(login: "wang", password: "0123456789")
  }

  @Test func aClosedOneIsSignedOutAndItsTokensEnd() throws {
    let cookie = try signIn()
    let token = try MachineTokens(own).make(name: "报表", login: "wang", days: 9, by: setup)
    #expect(try MachineTokens(own).caller(token).account?.login == "wang")
    #expect(try KeepAccounts(own).close("wang", by: setup))
    #expect(try SignIn(own).caller(cookie: cookie).isPublic)
    #expect(throws: WorkFault.notSignedIn) { try MachineTokens(own).caller(token) }
    // Opened again, it does not get back what was given to it before.
    try KeepAccounts(own).save(account, password: nil, by: setup)
    #expect(throws: WorkFault.notSignedIn) { try MachineTokens(own).caller(token) }
    #expect(try SignIn(own).caller(cookie: cookie).isPublic)
  }

  @Test func whatIsRefusedLeavesThePasswordAndTheSessions() throws {
    let cookie = try signIn()
    var other = account
    other.role = .head
    #expect(throws: WorkFault.self) {
      try KeepAccounts(own).save(other, password: "another password", by: setup)
    }
    #expect(try SignIn(own).caller(cookie: cookie).account?.login == "wang")
    _ = try signIn()
  }

  @Test func anotherPasswordOfTheSameAccountMakesNoEntry() throws {
    let (cookie, head) = (try signIn(), try own.store.head().sequence)
    try KeepAccounts(own).save(account, password: "another password", by: setup)
    #expect(try own.store.head().sequence == head)
    #expect(try SignIn(own).caller(cookie: cookie).isPublic)
    #expect(throws: WorkFault.wrongPassword) { try signIn() }
  }

  @Test func noTokenIsMadeForAClosedAccount() throws {
    #expect(try KeepAccounts(own).close("wang", by: setup))
    #expect(throws: WorkFault.self) {
      try MachineTokens(own).make(name: "报表", login: "wang", days: 9, by: setup)
    }
    #expect(try own.access.tokens().isEmpty)
  }

  @Test func theLastAdministratorStaysFromTheCommandLineToo() throws {
    #expect(try KeepAccounts(own).close("root0", by: setup))
    #expect(throws: WorkFault.self) { try KeepAccounts(own).close("root1", by: setup) }
    #expect(throws: WorkFault.self) {
      try KeepAccounts(own).save(
        Account(login: "root1", name: "root1", role: .supervisor), password: nil, by: setup)
    }
    #expect(try own.books().accounts["root1"]?.isActive == true)
  }
}
