import Domain
import Publishing

/// Close-out: the board of all matters, and the page of one.
public struct ShowClosings: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Every matter by the step that it is at.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func board(by caller: Caller) throws -> ClosingBoardPage {
    try office.require(.supervise, by: caller)
    let books = try office.books()
    let outcome = try office.accounts(DeskView.now(office))
    return ClosingBoardPage(
      rows: outcome.rows.filter { $0.commitment.kind != .baseline },
      closings: books.closings.compactMapValues(\.last), people: books.people)
  }

  /// One matter: for the office, or for a unit that leads or helps with it.
  ///
  /// - Parameter isOffice: from the office's desk; a unit's otherwise.
  /// - Throws: ``WorkFault/notAllowed(_:)`` for a matter of other units.
  public func one(_ id: String, isOffice: Bool, by caller: Caller) throws -> ClosingPage {
    let books = try office.books()
    if isOffice { try office.require(.supervise, by: caller) }
    let unit = isOffice ? nil : try caller.unit(for: .file)
    guard let commitment = books.commitment(id), commitment.state == .active,
      commitment.kind != .baseline
    else { throw WorkFault.notFound }
    if let unit, !commitment.units.contains(unit) { throw WorkFault.notAllowed(.file) }
    let steps = books.closings[id] ?? []
    let allowed = Closing.Step.after(steps.last?.value.step).filter { step in
      let act = TakeClosingStep.act(step)
      return caller.may(act, for: act.isForUnit ? commitment.units.first ?? "" : nil)
    }
    return ClosingPage(
      commitment, steps: steps,
      row: try office.accounts(DeskView.now(office)).rowsByID[id], allowed: allowed,
      isOffice: isOffice, people: books.people)
  }
}
