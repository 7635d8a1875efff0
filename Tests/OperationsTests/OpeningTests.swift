import Domain
import Foundation
import Storage
import Testing

@testable import Operations

@Suite struct OpeningTests {
  @Test func anEmptyLedgerHasEmptyBooks() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID()).ledger").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try SQLiteLedger(path: path)
    #expect(try Office(store, access: store).books().sequence == 0)
  }
}
