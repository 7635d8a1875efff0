import Domain
import Publishing
import Tracking

/// The plan as it is: each commitment with its measure in words.
public struct ListPlan: Sendable {
  private let store: any LedgerStore

  /// Reads a ledger; nothing is written.
  public init(_ store: any LedgerStore) { self.store = store }

  /// The plan as it is listed.
  public struct Outcome: Sendable {
    /// A row for each commitment in the order of adoption, those that are out left out.
    public var rows: [PlanExporter.Row]
    /// The place of the report that was adopted last; nil where it does not say.
    public var place: String?
    /// Its year; nil where it does not say.
    public var year: Int?
    /// Why the ledger's data is invented; nil for a real one.
    public var synthetic: String?
  }

  /// Reads the whole ledger; throws what that does.
  public func run() throws -> Outcome {
    let books = try store.books()
    let words = MeasureWords(registries: books.registries, series: books.series)
    let rows = books.active.map { commitment in
      PlanExporter.Row(
        commitment, measure: commitment.measure.map { words.phrase($0, in: commitment.period) })
    }
    let report = books.reports.last
    return Outcome(
      rows: rows, place: report?.place, year: report?.year, synthetic: books.synthetic)
  }
}
