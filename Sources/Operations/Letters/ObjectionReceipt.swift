import Domain
import Publishing

/// Shows somebody the objection that he raised, by an address that only he knows.
///
/// His own words are his own: he sees them and what came of them at once, everybody else with the
/// release that knows of them.
public struct ObjectionReceipt: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// The secret part of the address; it is kept nowhere, only its digest is.
  struct Token {
    let text = Secrets.text()

    func kept(for objection: String) -> AccessChange {
      .note(objection, of: ObjectionReceipt.note(text))
    }
  }

  /// - Throws: ``WorkFault/notFound`` for a token that was not given out.
  public func page(_ token: String) throws -> ObjectionReceiptPage {
    let books = try office.books()
    guard let id = try office.access.note(Self.note(token)),
      let objection = books.objections[id]?.last?.value
    else { throw WorkFault.notFound }
    return ObjectionReceiptPage(
      ObjectionLine(objection, try titles(), isInside: true), today: office.today)
  }

  /// Titles and the days for an answer are those that everybody sees.
  private func titles() throws -> Books { try office.publicView().books }

  private static func note(_ token: String) -> String {
    "objection-receipt:" + Secrets.digest(token)
  }
}
