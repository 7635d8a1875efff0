import Domain
import Publishing
import Tracking

/// The plan as it is: each commitment with its measure in words.
public struct ListPlan: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  public struct Outcome: Sendable {
    public var rows: [PlanExporter.Row]
    public var place: String?
    public var year: Int?
    public var synthetic: String?
  }

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
