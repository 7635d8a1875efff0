import Domain
import Foundation

extension Coordinate {
  /// Great-circle distance on a sphere of 6,371,008.8 m (the mean radius of IUGG).
  public func metres(to other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let (a, b) = (latitude * radians, other.latitude * radians)
    let (dy, dx) = (b - a, (other.longitude - longitude) * radians)
    let h = sin(dy / 2) * sin(dy / 2) + cos(a) * cos(b) * sin(dx / 2) * sin(dx / 2)
    return 2 * 6_371_008.8 * asin(min(1, h.squareRoot()))
  }
}
