import Domain
import Tracking

/// Issues the plan of a year (下达): until then it is a draft, from then on what can move a verdict
/// changes only by a decision.
public struct IssuePlan: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// - Parameters:
  ///   - document: what it is issued with; nil where there is none.
  ///   - day: that the document bears; today when nil.
  /// - Throws: ``OperationFault/alreadyIssued(year:day:)``, ``OperationFault/nothingToIssue(year:)``,
  ///   ``OperationFault/issuedLater(day:today:)``.
  @discardableResult
  public func run(
    _ year: Int, document: String? = nil, day: Day? = nil, by caller: Caller,
    reason: String? = nil
  ) throws -> PlanIssue {
    let day = day ?? office.today
    guard day <= office.today else {
      throw OperationFault.issuedLater(day: day, today: office.today)
    }
    let words = document?.contains { !$0.isWhitespace } == true ? document : nil
    let issue = PlanIssue(year: year, day: day, document: words)
    try office.change(.plan, by: caller, reason: reason) { books in
      if let before = books.plan.issues.first(where: { $0.value.year == year }) {
        throw OperationFault.alreadyIssued(year: year, day: before.value.day)
      }
      guard !Self.drafts(of: year, books).isEmpty else {
        throw OperationFault.nothingToIssue(year: year)
      }
      return [.issued(issue)]
    }
    return issue
  }

  /// The years that have something in the plan and were not issued yet, oldest first.
  static func open(_ books: Books) -> [Int] {
    let issued = Set(books.plan.issues.map(\.value.year))
    let years = books.active.reduce(into: Set<Int>()) { years, commitment in
      if commitment.matter == nil { years.formUnion(books.planYears(of: commitment.id)) }
    }
    return years.subtracting(issued).sorted()
  }

  private static func drafts(of year: Int, _ books: Books) -> [Commitment] {
    books.active.filter { books.planYears(of: $0.id).contains(year) }
  }
}
