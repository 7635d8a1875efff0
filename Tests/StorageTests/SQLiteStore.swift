import Domain
import Storage

extension LedgerContract {
  static let sqlite = StoreFactory(testDescription: "SQLite") {
    try SQLiteLedger(path: $0("账本.duban"))
  }
}
