import Domain

/// Rows of a table or features of GeoJSON, under the names of their columns.
public struct FeatureRows: Sendable {
  /// File name without folders.
  public let file: String
  let rows: [Row]

  struct Row: Sendable {
    /// Row in the file or number of the feature, from 1.
    var line: Int
    /// By folded name of the column.
    var cells: [String: String]
    var point: Coordinate?
    var lines: [[Coordinate]]

    /// The first that is there and not empty.
    func cell(_ names: [String]) -> String? {
      for name in names {
        if let value = cells[name], !value.isEmpty { return value }
      }
      return nil
    }
  }

  /// - Throws: ``AccessibilityFault/notGeoJSON(file:reason:)``.
  public init(geoJSON bytes: [UInt8], file: String) throws(AccessibilityFault) {
    self.file = file
    rows = try GeoJSON(bytes, file: file).features.map { feature in
      var cells: [String: String] = [:]
      for (name, value) in feature.properties { cells[Heading(name).bare] = value }
      return Row(
        line: feature.number, cells: cells, point: feature.point, lines: feature.lines)
    }
  }

  /// Rows of a table; empty ones are left out.
  public init(_ table: Table) {
    file = table.file
    let names = table.names.map { Heading($0).bare }
    rows = table.body.compactMap { row in
      let values = table.strings(row)
      guard values.contains(where: { !$0.isEmpty }) else { return nil }
      var cells: [String: String] = [:]
      for (name, value) in zip(names, values) where !name.isEmpty && cells[name] == nil {
        cells[name] = String(value.drop(while: \.isWhitespace))
      }
      return Row(line: Int(table.rows[row].number), cells: cells, point: nil, lines: [])
    }
  }

  /// Those whose cell in a column is one of the values.
  public func filtered(_ column: String, _ values: [String]) -> FeatureRows {
    let name = Heading(column).bare
    return FeatureRows(file: file, rows: rows.filter { values.contains($0.cells[name] ?? "") })
  }

  private init(file: String, rows: [Row]) {
    self.file = file
    self.rows = rows
  }

  /// Rows or features, empty rows left out.
  public var count: Int { rows.count }

  /// Whether bytes are to be read as GeoJSON and not as a table.
  public static func isGeoJSON(_ bytes: [UInt8]) -> Bool { GeoJSON.isLikely(bytes) }
}
