import Domain

/// Whether points fit the map that they are put on.
struct PointCheck {
  let maker: CircleMaker

  init(_ maker: CircleMaker) { self.maker = maker }

  /// Degrees beyond the map's border from which a point lies elsewhere, about 10 km.
  private static let margin = 0.1

  private func isNear(_ point: Coordinate) -> Bool {
    maker.map.bounds?.contains(point, margin: Self.margin) ?? false
  }

  /// - Parameter datum: whether to look for a shift.
  func check(_ places: [Place], _ what: Phrase, datum: Bool) throws(AccessibilityFault) {
    let swapped = places.filter { !isNear($0.point) && isNear($0.point.swapped) }
    if let first = swapped.first, swapped.count * 2 > places.count {
      throw .swapped(what: what, count: swapped.count, example: first.words)
    }
    if let first = places.first, !places.contains(where: { isNear($0.point) }) {
      throw .elsewhere(what: what, count: places.count, example: first.words)
    }
    if datum, let (datum, metres, instead) = shift(places.map(\.point)) {
      throw .shifted(what: what, datum: datum, metres: metres, instead: instead)
    }
  }

  /// The datum as which the points lie much nearer to the roads, with the middle distance from the
  /// road as given and then.
  ///
  /// Points of a grid lie anywhere and show nothing; those of buildings lie along roads. A shift is
  /// seen where three of four points, of at least eight, come nearer and the middle distance falls
  /// below six tenths; of four to seven points where all come nearer and it falls below four tenths.
  private func shift(_ points: [Coordinate]) -> (Datum, Int, Int)? {
    let points = points.count > 2_000 ? Array(points.prefix(2_000)) : points
    guard points.count >= 4 else { return nil }
    let (most, nearest) = points.count >= 8 ? (0.6, 0.75) : (0.4, 1)
    let given = points.map(distance)
    let middle = Self.median(given)
    guard middle > 10 else { return nil }
    var best: (datum: Datum, metres: Double)?
    for datum in [Datum.gcj02, .bd09] {
      let moved = points.map { datum.toWGS84($0) }
      guard moved != points else { continue }
      let other = moved.map(distance)
      let nearer = zip(given, other).count { $1 < $0 }
      let there = Self.median(other)
      if there < middle * most, Double(nearer) >= nearest * Double(points.count),
        best.map({ there < $0.metres }) ?? true
      {
        best = (datum, there)
      }
    }
    return best.map { ($0.datum, Int(middle.rounded()), Int($0.metres.rounded())) }
  }

  private func distance(_ point: Coordinate) -> Double {
    maker.index.nearest(to: point)?.metres ?? 1e6
  }

  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }

  /// - Throws: where no facility is joined to the network, or all are on an island.
  func checkIslands(_ joints: [Circle.Joint?]) throws(AccessibilityFault) {
    let found = joints.compactMap { $0 }
    guard !found.isEmpty else {
      throw .nothingSnapped(
        what: Phrase("设施", "facilities"), count: joints.count, limit: maker.terms.reach)
    }
    let sizes = maker.islands.sizes
    let largest = found.map { sizes[Int(maker.islands.of[$0.node])] }.max() ?? 0
    if let main = sizes.first, largest * 10 < main {
      throw .island(count: found.count, nodes: largest)
    }
  }

  /// Facilities that could not be joined, or stand on an island.
  func problems(_ facilities: [Place], _ joints: [Circle.Joint?]) -> [Phrase] {
    zip(facilities, joints).compactMap { place, joint in
      guard let joint else {
        return unjoined(place, Phrase("设施", "facility"), Phrase("未计入", "does not count"))
      }
      guard isOnIsland(joint) else { return nil }
      return Phrase(
        "设施\(place.words)在一片与主路网不相连的道路上",
        "facility \(place.words) stands on roads that do not lead to the main network")
    }
  }

  /// The first twenty points with people that could not be joined, and how many more there are.
  func homeProblems(_ people: [Place], _ homes: [Circle.Joint?]) -> [Phrase] {
    let lost = zip(people, homes).filter { $1 == nil }.map(\.0)
    let first = lost.prefix(20).map { place in
      unjoined(
        place, Phrase("人口点", "point"), Phrase("其人口按未覆盖计", "its people count as left out"))
    }
    guard lost.count > 20 else { return first }
    let count = Int(lost.dropFirst(20).reduce(0) { $0 + $1.people }.rounded())
    return first + [
      Phrase(
        "另有 \(lost.count - 20) 个人口点（\(count) 人）离路网太远，按未覆盖计",
        "\(lost.count - 20) more points (\(count) people) lie too far from the roads and count as left out"
      )
    ]
  }

  private func isOnIsland(_ joint: Circle.Joint) -> Bool {
    maker.islands.of[joint.node] > 0
  }

  private func unjoined(_ place: Place, _ what: Phrase, _ result: Phrase) -> Phrase {
    guard let metres = maker.index.nearest(to: place.point)?.metres else {
      return Phrase(
        "\(what.chinese)\(place.words)在路网之外，\(result.chinese)",
        "\(what.english) \(place.words) lies outside the map and \(result.english)")
    }
    let distance = Int(metres.rounded(.up))
    return Phrase(
      "\(what.chinese)\(place.words)离最近的道路 \(distance) 米，超过 \(maker.terms.reach) 米，\(result.chinese)",
      "\(what.english) \(place.words) is \(distance) m from the nearest road, more than "
        + "\(maker.terms.reach) m, and \(result.english)")
  }
}

extension Place {
  /// 「示例医院」（第 3 行）
  var words: String {
    line.map { "「\(name)」(\($0))" } ?? "「\(name)」"
  }
}
