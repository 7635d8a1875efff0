import Domain

extension RoadMap {
  /// Reads any of the forms that a map comes in, told apart by their bytes: a saved map, GeoJSON, or
  /// an OpenStreetMap extract. Tables are read as ``FeatureRows`` first.
  ///
  /// - Throws: what the form's own reader throws.
  public init(
    reading bytes: [UInt8], file: String, datum: Datum = .wgs84
  ) throws(AccessibilityFault) {
    if Self.isSaved(bytes) {
      try self.init(saved: bytes)
    } else if GeoJSON.isLikely(bytes) {
      try self.init(FeatureRows(geoJSON: bytes, file: file).roads(datum: datum))
    } else {
      try self.init(openStreetMap: bytes)
    }
  }
}
