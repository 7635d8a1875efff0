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
  /// Buildings lie along roads, so that a shift moves them away: the middle distance or, of many
  /// points, the distance that four of five stay within grows. The cells of a grid lie anywhere and
  /// show nothing.
  private func shift(_ points: [Coordinate]) -> (Datum, Int, Int)? {
    let points = Array(points.prefix(2_000))
    guard points.count >= 4, !isGrid(points) else { return nil }
    let given = points.map(distance).sorted()
    guard given[given.count / 2] > 10 else { return nil }
    var best: (datum: Datum, metres: Double)?
    for datum in [Datum.gcj02, .bd09] {
      let moved = points.map { datum.toWGS84($0) }
      guard moved != points else { continue }
      let there = moved.map(distance)
      let nearer = zip(points.map(distance), there).count { $1 < $0 }
      let middle = there.sorted()[there.count / 2]
      if isNearer(given, there.sorted(), nearer), best.map({ middle < $0.metres }) ?? true {
        best = (datum, middle)
      }
    }
    return best.map {
      ($0.datum, Int(given[given.count / 2].rounded()), Int($0.metres.rounded()))
    }
  }

  /// More than chance would bring: of points anywhere between the roads the ratio of two such
  /// distances strays from 1 by about 1.1 over the root of their number.
  private func isNearer(_ given: [Double], _ there: [Double], _ nearer: Int) -> Bool {
    let count = Double(given.count)
    let (most, part) = given.count >= 8 ? (0.6, 0.75) : (0.4, 1)
    if there[there.count / 2] < given[given.count / 2] * most, Double(nearer) >= part * count {
      return true
    }
    let fifth = given.count * 4 / 5
    let least = min(0.65, 1 - 3.5 * 1.1 / count.squareRoot())
    return given.count >= 50 && there[fifth] < given[fifth] * least
  }

  /// Points that stand in rows: half of them or more share their longitude with another.
  private func isGrid(_ points: [Coordinate]) -> Bool {
    Set(points.map { ($0.longitude * 1e6).rounded() }).count * 2 <= points.count
  }

  private func distance(_ point: Coordinate) -> Double {
    maker.index.nearest(to: point)?.metres ?? 1e6
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
