import Domain
import Foundation

extension Datum {
  /// A point of this datum in WGS-84. Outside the rectangle in which Chinese maps are shifted
  /// (72.004–137.8347° E, 0.8293–55.8271° N) GCJ-02 is WGS-84.
  ///
  /// The shift of GCJ-02 has never been published; this is the formula in common use, whose inverse
  /// is found by iteration to within a millimetre.
  public func toWGS84(_ point: Coordinate) -> Coordinate {
    switch self {
    case .wgs84: return point
    case .gcj02: return Self.unshifted(point)
    case .bd09: return Self.unshifted(Self.withoutBaidu(point))
    }
  }

  /// A point of WGS-84 in this datum.
  public func fromWGS84(_ point: Coordinate) -> Coordinate {
    switch self {
    case .wgs84: point
    case .gcj02: Self.shifted(point)
    case .bd09: Self.withBaidu(Self.shifted(point))
    }
  }

  private static func isShifted(_ point: Coordinate) -> Bool {
    (72.004...137.8347).contains(point.longitude) && (0.8293...55.8271).contains(point.latitude)
  }

  private static func unshifted(_ point: Coordinate) -> Coordinate {
    guard isShifted(point) else { return point }
    var guess = point
    for _ in 0..<6 {
      let there = shifted(guess)
      guess.longitude += point.longitude - there.longitude
      guess.latitude += point.latitude - there.latitude
    }
    return guess
  }

  private static func shifted(_ point: Coordinate) -> Coordinate {
    guard isShifted(point) else { return point }
    // Krasovsky 1940.
    let (axis, eccentricity) = (6_378_245.0, 0.006_693_421_622_965_943_23)
    let (x, y) = (point.longitude - 105, point.latitude - 35)
    let waves = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot() + waves
    north += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot() + waves
    east += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    let latitude = point.latitude / 180 * .pi
    let bulge = 1 - eccentricity * sin(latitude) * sin(latitude)
    let meridian = axis * (1 - eccentricity) / (bulge * bulge.squareRoot())
    return Coordinate(
      longitude: point.longitude + east * 180 / (axis / bulge.squareRoot() * cos(latitude) * .pi),
      latitude: point.latitude + north * 180 / (meridian * .pi))
  }

  private static let baidu = Double.pi * 3000 / 180

  private static func withBaidu(_ point: Coordinate) -> Coordinate {
    let (x, y) = (point.longitude, point.latitude)
    let radius = (x * x + y * y).squareRoot() + 0.00002 * sin(y * baidu)
    let angle = atan2(y, x) + 0.000003 * cos(x * baidu)
    return Coordinate(
      longitude: radius * cos(angle) + 0.0065, latitude: radius * sin(angle) + 0.006)
  }

  private static func withoutBaidu(_ point: Coordinate) -> Coordinate {
    var guess = Coordinate(longitude: point.longitude - 0.0065, latitude: point.latitude - 0.006)
    for _ in 0..<6 {
      let there = withBaidu(guess)
      guess.longitude += point.longitude - there.longitude
      guess.latitude += point.latitude - there.latitude
    }
    return guess
  }
}
