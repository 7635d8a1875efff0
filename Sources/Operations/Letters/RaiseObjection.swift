import Domain
import Publishing

/// Takes an objection of anybody to a published line.
public struct RaiseObjection: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Characters of an objection, and of what one can be reached by.
  public static let (longest, longestContact) = (1000, 100)

  /// The form beside the line that is objected to.
  ///
  /// - Throws: ``WorkFault/notFound`` for a commitment that the view does not have.
  public func form(_ id: String, in view: View) throws -> ObjectionFormPage {
    try view.require(.object)
    guard let row = try view.accounts().rows.first(where: { $0.commitment.id == id }) else {
      throw WorkFault.notFound
    }
    return ObjectionFormPage(row, answerDays: view.books.settings.objectionDays)
  }

  /// - Parameters:
  ///   - view: has the line that is objected to.
  ///   - contact: kept apart from the ledger, never published; may be empty.
  /// - Returns: the number under which it is found, and the token of its receipt.
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/notFound``.
  @discardableResult
  public func run(
    _ id: String, text: String, contact: String, in view: View
  ) throws -> (id: String, receipt: String) {
    var problems: [FormProblem] = []
    if text.isEmpty { problems.append(FormProblem("text", "请写明异议的内容", "say what you object to")) }
    if text.unicodeScalars.count > Self.longest {
      problems.append(
        FormProblem("text", "不超过 \(Self.longest) 个字", "at most \(Self.longest) characters"))
    }
    if contact.unicodeScalars.count > Self.longestContact {
      problems.append(
        FormProblem(
          "contact", "不超过 \(Self.longestContact) 个字", "at most \(Self.longestContact) characters"))
    }
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    guard view.books.commitment(id) != nil else { throw WorkFault.notFound }
    let day = office.today
    let receipt = ObjectionReceipt.Token()
    let entries = try office.decide(.object, by: view.caller) { books in
      let number = Self.next(on: day, books)
      return Office.Decided(
        [.objection(Objection(id: number, commitment: id, text: text, day: day))],
        beside: [receipt.kept(for: number)]
          + (contact.isEmpty ? [] : [.contact(contact, of: number)]))
    }
    guard case .objection(let objection)? = entries.first?.change else { throw WorkFault.notFound }
    return (objection.id, receipt.text)
  }

  /// `Y2023-12-001`, counted within the month.
  private static func next(on day: Day, _ books: Books) -> String {
    let month = "Y" + day.description.dropLast(3) + "-"
    let count = books.objections.keys.count { $0.hasPrefix(month) } + 1
    return month + String(repeating: "0", count: max(0, 3 - String(count).count)) + String(count)
  }
}
