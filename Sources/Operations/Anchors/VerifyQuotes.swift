import Domain
import Tracking

/// Whether every version of every commitment quotes the ledger's own copy of its report, as findings
/// of a verification.
struct VerifyQuotes {
  private let store: any LedgerStore
  private let books: Books

  init(_ store: any LedgerStore, _ books: Books) { (self.store, self.books) = (store, books) }

  func findings() throws -> [LedgerFinding] {
    try CheckQuotes(store).faults(in: books).map { found in
      LedgerFinding(
        sequence: found.sequence,
        what: Phrase(found.fault.sentence(.chinese), found.fault.sentence(.english)))
    }
  }
}
