/// Widths of a table's columns on a screen, and which columns there is room for.
struct TableLayout: Sendable {
  /// Indices of the columns shown, with their widths.
  private(set) var shown: [(column: Int, width: Int)] = []
  /// Indices of the columns left out.
  private(set) var leftOut: [Int] = []

  static let gap = 2

  /// Gives each column what its cells need, within its limits; where that is too wide, shrinks the
  /// widest first, then leaves out the columns of lowest rank.
  init(_ sheet: Sheet, width: Int) {
    var columns = Array(sheet.columns.indices)
    let natural = Self.naturalWidths(sheet)
    columns.removeAll { natural[$0] == 0 }
    while Self.total(columns.map { Self.floor(natural[$0], sheet.columns[$0]) }) > width {
      guard let weakest = Self.weakest(columns, sheet) else { break }
      columns.removeAll { $0 == weakest }
      leftOut.append(weakest)
    }
    shown = Self.shrunk(columns, natural: natural, sheet, to: width)
    leftOut.sort()
  }

  /// The width of every line of the table.
  var total: Int { Self.total(shown.map(\.width)) }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private static func floor(_ natural: Int, _ column: Sheet.Column) -> Int {
    column.keepsWidth ? natural : min(natural, column.width.lowerBound)
  }

  /// Zero for a column without any content.
  private static func naturalWidths(_ sheet: Sheet) -> [Int] {
    let rows = sheet.rows
    return sheet.columns.indices.map { index in
      let column = sheet.columns[index]
      let widest = rows.map { contentWidth($0[index].shown) }.max() ?? 0
      guard widest > 0 || rows.isEmpty else { return 0 }
      return min(max(widest, DisplayWidth.of(column.title)), column.width.upperBound)
    }
  }

  private static func contentWidth(_ text: String) -> Int {
    text.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private static func weakest(_ columns: [Int], _ sheet: Sheet) -> Int? {
    columns.filter { sheet.columns[$0].rank < 9 }
      .min { sheet.columns[$0].rank < sheet.columns[$1].rank }
  }

  private static func shrunk(
    _ columns: [Int], natural: [Int], _ sheet: Sheet, to width: Int
  ) -> [(column: Int, width: Int)] {
    var widths = columns.map { natural[$0] }
    let floors = columns.map { floor(natural[$0], sheet.columns[$0]) }
    while total(widths) > width {
      let candidates = widths.indices.filter { widths[$0] > floors[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return zip(columns, widths).map { ($0, $1) }
  }
}
