import Domain
import Publishing

/// A unit takes note of tasks that it leads or helps with (签收).
public struct SignForTask: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Those that were signed for before stay as they are.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)`` for a task of other units, and ``WorkFault/form(_:)``
  ///   where none is chosen.
  public func run(_ ids: [String], by caller: Caller) throws {
    let unit = try caller.unit(for: .file)
    guard !ids.isEmpty else {
      throw WorkFault.form([
        FormProblem("id", "请勾选要签收的事项", "tick the tasks to sign for")
      ])
    }
    try office.change(.file, for: unit, by: caller) { books in
      var receipts: [Receipt] = []
      for id in ids {
        guard let commitment = books.commitment(id), commitment.state == .active else {
          throw WorkFault.notFound
        }
        guard commitment.units.contains(unit) else { throw WorkFault.notAllowed(.file) }
        let receipt = Receipt(commitment: id, unit: unit)
        if books.receipts[receipt] == nil, !receipts.contains(receipt) { receipts.append(receipt) }
      }
      return receipts.map { .receipt($0) }
    }
  }
}
