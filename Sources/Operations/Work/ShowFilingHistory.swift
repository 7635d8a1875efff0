import Domain
import Publishing

/// Every version of one unit's answer for a month; for everybody inside.
public struct ShowFilingHistory: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Throws: ``WorkFault/notFound`` where there is none.
  public func run(_ key: Filing.Key, by caller: Caller) throws -> FilingHistoryPage {
    try office.require(.readInternal, by: caller)
    let books = try office.books()
    guard let commitment = books.commitment(key.commitment), let versions = books.filings[key]
    else {
      throw WorkFault.notFound
    }
    return FilingHistoryPage(commitment, key, versions: versions, people: books.people)
  }
}
