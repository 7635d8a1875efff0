extension Circle {
  /// People of one place who need the same time, as a map shows them.
  public struct Cell: Sendable, Equatable {
    /// Nil for people of several points.
    public let name: String?
    /// Where they live, or the middle of where they do.
    public let point: Coordinate
    /// How many they are.
    public let people: Double
    /// Whole minutes to the nearest place; nil beyond the limit or without a way.
    public let minute: Int?

    /// Takes every field as it is; nothing is checked.
    public init(name: String? = nil, point: Coordinate, people: Double, minute: Int?) {
      self.name = name
      self.point = point
      self.people = people
      self.minute = minute
    }
  }

  /// Fewer people than this are not told apart (small cells of public statistics).
  public static let fewest = 10.0

  /// Every point where people live.
  public var homes: [Cell] {
    people.filter { $0.place.people > 0 }.map { home in
      Cell(
        name: home.place.name, point: home.place.point, people: home.place.people,
        minute: home.time.map(Coverage.minute))
    }
  }

  /// Where people live as everybody may see it: summed by squares of 0.005 degrees (about 500 m) and
  /// by minute, in the middle of where they live to about 100 m; sums below ``fewest`` are left out.
  public var cells: [Cell] {
    struct Square: Hashable {
      var east: Int
      var north: Int
      var minute: Int?
    }
    var sums: [Square: (people: Double, longitude: Double, latitude: Double)] = [:]
    for home in people where home.place.people > 0 {
      let (point, count) = (home.place.point, home.place.people)
      let square = Square(
        east: Int((point.longitude * 200).rounded(.down)),
        north: Int((point.latitude * 200).rounded(.down)),
        minute: home.time.map(Coverage.minute))
      var sum = sums[square] ?? (0, 0, 0)
      sum.people += count
      sum.longitude += count * point.longitude
      sum.latitude += count * point.latitude
      sums[square] = sum
    }
    func rounded(_ degrees: Double) -> Double { (degrees * 1000).rounded() / 1000 }
    return sums.filter { $0.value.people >= Self.fewest }.sorted { one, other in
      let (a, b) = (one.key, other.key)
      return (a.north, a.east, a.minute ?? .max) < (b.north, b.east, b.minute ?? .max)
    }.map { square, sum in
      Cell(
        point: Coordinate(
          longitude: rounded(sum.longitude / sum.people),
          latitude: rounded(sum.latitude / sum.people)), people: sum.people, minute: square.minute)
    }
  }
}
