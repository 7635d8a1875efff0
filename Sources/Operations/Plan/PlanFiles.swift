import Declarations
import Domain
import Foundation
import Tracking

/// The plan as a file that people edit: out of the ledger, and back in through the plan's gate.
public struct PlanFiles: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Appends what a plan file changes; gives how many commitments that were. Quotes are held against
  /// the stored reports.
  ///
  /// - Throws: a `Fault` for the first commitment that is refused; nothing is changed then.
  public func take(_ path: String, by caller: Caller, reason: String? = nil) throws -> Int {
    let file = ByteSource(path: path)
    return try take(file.bytes(), name: file.name, by: caller, reason: reason)
  }

  /// The same for a file whose bytes are at hand.
  public func take(
    _ bytes: [UInt8], name: String, by caller: Caller, reason: String? = nil
  ) throws -> Int {
    let plan = try DeclarationReader(file: name).plan(bytes)
    let items = plan.commitments.map { PlanDiff.Item($0.commitment, decision: $0.decision) }
    return try office.change(.plan, by: caller, reason: reason) { books in
      let changes = try PlanDiff.changes(from: books, to: items, today: office.today)
      try plan.checkEntry(of: changes, books)
      try CheckQuotes(office.store).check(changes, books)
      return changes
    }.count
  }

  /// The whole plan as a file that can be taken in again: merged, split and withdrawn ones too.
  /// Decisions of the past are left out: whoever changes something names the one for that.
  public static func whole(_ store: any LedgerStore) throws -> [UInt8] {
    let books = try store.books()
    let items = books.order.compactMap { id in books.commitment(id).map { PlanFile.Item($0) } }
    let report = books.reports.last
    let file = try DeclarationWriter().plan(
      PlanFile(
        place: report?.place, year: report?.year, entry: books.sequence, reports: books.reports,
        commitments: items))
    return Array(Self.heading.utf8) + file
  }

  /// Which keys need a decision, from the one list of those that do not.
  private static var heading: String {
    let free = PlanParts.free.sorted().joined(separator: ", ")
    return """
      # 计划下达（duban plan issue，或首次发布）以后，除 \(free) 以外，
      # 每一处改动都要在该项下写明决定，否则不予导入：
      #   decision: {document: 文件名称或文号, authority: 决定机关, date: 2023-06-20}
      # Once the plan is issued, every key but those needs a decision beside it.

      """
  }

  /// A measure as YAML, for `set`.
  public static func measure(_ path: String) throws -> Measure {
    let file = ByteSource(path: path)
    return try DeclarationReader(file: file.name).measure(file.bytes())
  }
}
