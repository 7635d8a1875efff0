import Domain

/// A table before it takes a form: columns, and rows in groups under a heading.
struct Sheet: Sendable {
  var columns: [Column]
  var groups: [Group]

  var rows: [[Cell]] { groups.flatMap(\.rows) }

  struct Group: Sendable {
    /// The section's heading, or empty.
    var title: String
    var rows: [[Cell]]
  }

  struct Column: Sendable {
    var title: String
    var isNumber = false
    /// Fewest and most terminal columns that it may take.
    var width: ClosedRange<Int> = 4...12
    /// Long cells go on in further lines instead of being cut.
    var wraps = false
    /// Never narrower than its cells (up to the limit): a number is not cut or broken.
    var keepsWidth = false
    /// Columns with a low rank are left out first where the terminal is narrow; 9 always stays.
    var rank = 9
    /// Width in a workbook, in characters.
    var characters = 12.0
    /// The cells are suggestions to be edited, and look so.
    var isSuggestion = false
  }
}

/// What stands in one cell; text may hold line breaks.
enum Cell: Sendable, Equatable {
  case text(String)
  case number(Exact)
  case empty

  init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
  init(_ number: Exact?) { self = number.map { .number($0) } ?? .empty }
  init(_ number: Int?) { self.init(number.map { Exact($0) }) }

  /// A number of travel times or of a query, which nothing is judged by: to six digits behind the
  /// point.
  init(measured number: Double?) {
    self.init(number.flatMap { Exact(measured: $0) }?.rounded(6))
  }

  /// For people: numbers with thousands separated.
  var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.grouped
    case .empty: ""
    }
  }
}

extension Sheet {
  /// Puts consecutive rows with the same heading into one group.
  static func grouped(_ columns: [Column], _ rows: [(title: String, cells: [Cell])]) -> Sheet {
    var groups: [Group] = []
    for row in rows {
      if groups.last?.title == row.title {
        groups[groups.count - 1].rows.append(row.cells)
      } else {
        groups.append(Group(title: row.title, rows: [row.cells]))
      }
    }
    return Sheet(columns: columns, groups: groups)
  }
}
