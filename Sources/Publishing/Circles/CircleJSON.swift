import Domain

/// A circle as JSON: terms, shares by minute, subdistricts, facilities, sites, problems.
struct CircleJSON {
  let report: CircleReport
  /// Points with people are told as cells only.
  let hidesPeople: Bool

  init(_ report: CircleReport, hidesPeople: Bool = false) {
    self.report = report
    self.hidesPeople = hidesPeople
  }

  private var circle: Circle { report.circle }
  private var problems: [Phrase] {
    circle.problems + (hidesPeople ? [circle.lostHomes].compactMap { $0 } : circle.homeProblems)
  }

  /// Null for fewer than ten people where they are not to be told apart.
  private func few(_ people: Double) -> JSONValue {
    hidesPeople && people > 0 && people < Circle.fewest ? .null : number(people)
  }

  var value: JSONValue {
    let terms = circle.terms
    return .object([
      ("title", .text(report.title.chinese)),
      (
        "terms",
        .object([
          ("mode", .text(terms.mode.rawValue)), ("minutes", .whole(terms.minutes)),
          ("hour", JSONValue(terms.hour)), ("towards", .text(terms.towards.rawValue)),
          ("reach_metres", .whole(terms.reach)),
        ])
      ),
      ("people", number(circle.coverage.total)),
      ("covered", number(circle.coverage.within.last ?? 0)),
      ("share", number(circle.coverage.share(terms.minutes))),
      ("left_out", number(circle.coverage.leftOut)),
      ("second_share", number(circle.resilience.share(terms.minutes))),
      ("within_minutes", .list(circle.coverage.within.map(number))),
      (
        "subdistricts",
        .list(
          circle.subdistricts.map { name, coverage in
            .object([
              ("name", .text(name)), ("people", number(coverage.total)),
              ("left_out", few(coverage.leftOut)),
              ("share", number(coverage.share(terms.minutes))),
            ])
          })
      ),
      ("facilities", .list(circle.facilities.map(facility))), ("siting", siting),
      (
        "network",
        .object([
          ("nodes", .whole(report.roads.nodes)), ("edges", .whole(report.roads.edges)),
          ("cut_roads", .whole(report.roads.cutRoads)),
          ("islands", .list(report.roads.islands.prefix(20).map { .whole($0) })),
        ])
      ),
      (
        "problems",
        .list(
          problems.map {
            .object([("zh", .text($0.chinese)), ("en", .text($0.english))])
          })
      ),
    ])
  }

  private func facility(_ facility: Circle.Facility) -> JSONValue {
    .object([
      ("key", .text(facility.place.key)), ("name", .text(facility.place.name)),
      ("lon", number(facility.place.point.longitude)),
      ("lat", number(facility.place.point.latitude)),
      ("metres_from_road", facility.joint.map { number($0.metres) } ?? .null),
      ("nearest_for", few(facility.served)),
      ("within_limit_of", facility.inReach.map(few) ?? .null),
    ])
  }

  private var siting: JSONValue {
    guard let siting = report.siting else { return .null }
    return .object([
      ("goal", .text(siting.goal.english)), ("unit", .text(siting.unit.english)),
      ("before", number(siting.before)), ("gap", siting.gap.map(number) ?? .null),
      ("proven", .flag(siting.isProven)), ("solver", JSONValue(siting.solver)),
      (
        "sites",
        .list(
          siting.steps.map { step in
            .object([
              ("key", .text(step.place.key)), ("name", .text(step.place.name)),
              ("lon", number(step.place.point.longitude)),
              ("lat", number(step.place.point.latitude)), ("value", number(step.value)),
            ])
          })
      ),
    ])
  }

  private func number(_ value: Double) -> JSONValue {
    guard value.isFinite, value.magnitude < 1e12 else { return .null }
    return .number(Exact(Int((value * 1e6).rounded()), digits: 6))
  }

  // MARK: GeoJSON

  /// Points with their minutes, facilities, sites and road bands as features (RFC 7946).
  var geoJSON: JSONValue {
    let homes =
      hidesPeople
      ? circle.cells.map(cell)
      : circle.people.map { home in
        feature(
          home.place.point,
          [
            ("role", .text("people")), ("key", .text(home.place.key)),
            ("name", .text(home.place.name)), ("people", number(home.place.people)),
            ("subdistrict", JSONValue(home.place.subdistrict)),
            ("minutes", home.time.map { number(CircleSheet.minutes($0)) } ?? .null),
            ("nearest", JSONValue(home.nearest.map { circle.facilities[$0].place.name })),
          ])
      }
    let places = circle.facilities.map { facility in
      feature(
        facility.place.point,
        [
          ("role", .text("facility")), ("key", .text(facility.place.key)),
          ("name", .text(facility.place.name)), ("nearest_for", few(facility.served)),
        ])
    }
    let sites = (report.siting?.steps ?? []).map { step in
      feature(
        step.place.point,
        [
          ("role", .text("site")), ("key", .text(step.place.key)),
          ("name", .text(step.place.name)), ("value", number(step.value)),
        ])
    }
    return .object([
      ("type", .text("FeatureCollection")),
      ("features", .list(places + sites + homes + report.drawing.map(stroke))),
    ])
  }

  private func cell(_ cell: Circle.Cell) -> JSONValue {
    feature(
      cell.point,
      [
        ("role", .text("cell")), ("people", number(cell.people)),
        ("within_minutes", JSONValue(cell.minute)),
      ])
  }

  private func feature(_ point: Coordinate, _ properties: [(String, JSONValue)]) -> JSONValue {
    .object([
      ("type", .text("Feature")),
      (
        "geometry",
        .object([("type", .text("Point")), ("coordinates", coordinates(point))])
      ),
      ("properties", .object(properties)),
    ])
  }

  private func stroke(_ stroke: RoadStroke) -> JSONValue {
    .object([
      ("type", .text("Feature")),
      (
        "geometry",
        .object([
          ("type", .text("LineString")), ("coordinates", .list(stroke.points.map(coordinates))),
        ])
      ),
      (
        "properties",
        .object([
          ("role", .text("road")), ("within_minutes", JSONValue(stroke.minute)),
          ("major", .flag(stroke.isMajor)),
        ])
      ),
    ])
  }

  private func coordinates(_ point: Coordinate) -> JSONValue {
    .list([number(rounded(point.longitude)), number(rounded(point.latitude))])
  }

  private func rounded(_ degrees: Double) -> Double { (degrees * 1e6).rounded() / 1e6 }
}
