import Domain

extension RoadMap {
  /// Reads any of the forms that a map comes in, told apart by their bytes: a saved map, GeoJSON, or
  /// an OpenStreetMap extract. Tables are read as ``FeatureRows`` first.
  ///
  /// - Throws: what the form's own reader throws, with the file.
  public init(
    reading bytes: [UInt8], file: String, datum: Datum = .wgs84
  ) throws(AccessibilityFault) {
    do {
      if Self.isSaved(bytes) {
        try self.init(saved: bytes)
      } else if GeoJSON.isLikely(bytes) {
        try self.init(FeatureRows(geoJSON: bytes, file: file).roads(datum: datum))
      } else {
        try self.init(openStreetMap: bytes)
      }
    } catch {
      throw error.found(in: file)
    }
  }

  /// The roads of a district's own table.
  ///
  /// - Throws: ``AccessibilityFault/inFile(_:_:)``.
  public init(
    table rows: FeatureRows, datum: Datum = .wgs84
  ) throws(AccessibilityFault) {
    do {
      try self.init(rows.roads(datum: datum))
    } catch {
      throw error.found(in: rows.file)
    }
  }
}
