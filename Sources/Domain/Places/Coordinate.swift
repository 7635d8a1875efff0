/// A point on the earth in degrees of WGS-84 (EPSG:4326).
///
/// Chinese maps publish shifted coordinates (GCJ-02, BD-09); they are converted before they become a
/// `Coordinate`, never guessed.
public struct Coordinate: Sendable, Hashable {
  /// -180...180, east positive.
  public var longitude: Double
  /// -90...90, north positive.
  public var latitude: Double

  /// Takes both as they are; nothing is checked.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}
