/// The time that a report's words speak of, as statements write it: `2023`, `2021-2025`, `2025-12`.
public enum StatedTime: Sendable, Hashable, CustomStringConvertible {
  /// One calendar year.
  case year(Int)
  /// From one year to another, both included.
  case years(Int, Int)
  /// One month, 1 to 12.
  case month(Int, year: Int)

  /// Reads `2023`, `2021-2025` and `2025-12` and nothing else; years have four digits.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(digits: first) else {
      return nil
    }
    switch parts.count {
    case 1: self = .year(year)
    case 2:
      guard let second = Int(digits: parts[1]) else { return nil }
      switch parts[1].utf8.count {
      case 4: self = .years(year, second)
      case 2 where (1...12).contains(second): self = .month(second, year: year)
      default: return nil
      }
    default: return nil
    }
  }

  /// The first year that it speaks of.
  public var firstYear: Int {
    switch self {
    case .year(let year), .years(let year, _), .month(_, let year): year
    }
  }

  /// The last year that it speaks of; the same as the first but for several years.
  public var lastYear: Int {
    switch self {
    case .year(let year), .years(_, let year), .month(_, let year): year
    }
  }

  /// It is of several years together.
  public var isOfYears: Bool { firstYear != lastYear }

  /// The form that ``init(_:)`` reads.
  public var description: String {
    switch self {
    case .year(let year): "\(year)"
    case .years(let first, let last): "\(first)-\(last)"
    case .month(let month, let year): "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
  }
}

extension Statement {
  /// `period`, as a value; nil where it tells none.
  public var time: StatedTime? { period.flatMap { StatedTime($0) } }
}
