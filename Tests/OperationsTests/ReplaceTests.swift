import Domain
import Foundation
import Storage
import Testing

/// A server and a command on one file, as two processes.
@Suite("A served ledger", .serialized)
struct ReplaceTests {
  private func serve(_ folder: Folder) throws -> Program {
    let server = try Program(["serve", "--port", "0", "--ledger", folder("a.ledger")], folder)
    let limit = ContinuousClock.now + .seconds(20)
    while server.said.isEmpty, ContinuousClock.now < limit { usleep(20_000) }
    return server
  }

  @Test("is not restored over, until the server ends, however it ends")
  func restore() throws {
    let folder = try Folder()
    let store = try folder.ledger()
    try office(store).furnish()
    try store.backup(to: folder("b.ledger"))
    try store.close()
    let server = try serve(folder)
    defer { server.kill() }
    let restore = ["restore", folder("b.ledger"), "--overwrite", "--ledger", folder("a.ledger")]
    let refused = try #require(try Program(restore, folder).complaint())
    #expect(refused.hasPrefix("74") && refused.contains("S121"))
    #expect(refused.contains("duban serve") && refused.contains("\(server.id)"))
    // Others still work on it.
    let arguments = ["pack", "--ledger", folder("a.ledger")]
    #expect(try Program(arguments, folder).complaint() == nil)
    server.kill()
    #expect(try Program(restore, folder).complaint() == nil)
  }
}
