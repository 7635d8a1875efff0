import Domain
import Foundation

/// A circle as a picture (SVG): roads in the colour of their band of minutes, homes that are left
/// out, facilities and sites. It needs nothing from outside, and prints.
struct CirclePicture {
  let report: CircleReport
  let words: Words
  /// Where people live, as it may be seen.
  let homes: [Circle.Cell]
  private let width = 960.0

  init(report: CircleReport, words: Words, homes: [Circle.Cell]? = nil) {
    self.report = report
    self.words = words
    self.homes = homes ?? report.circle.homes
  }

  private var circle: Circle { report.circle }

  /// The picture alone, with the colours that it needs.
  var file: [UInt8] {
    var svg = ByteText()
    write(into: &svg, style: PackageResources.circle_css)
    return svg.bytes
  }

  /// - Parameter style: nil where the page has it.
  func write(into svg: inout ByteText, style: [UInt8]? = nil) {
    let points =
      homes.map(\.point) + circle.facilities.map(\.place.point)
      + (report.siting?.steps ?? []).map(\.place.point)
    let plane = Plane(roads: report.drawing.flatMap(\.points), points, width: width)
    svg.add(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"circle-map\" viewBox=\"0 0 \(Int(width)) \(Int(plane.height))\" role=\"img\" aria-label=\""
    )
    svg.addHTML(CircleSheet(report: report, words: words).title)
    svg.add("\">\n")
    if let style {
      svg.add("<style>")
      svg.add(style)
      svg.add("</style>\n")
    }
    for band in [nil, 4, 3, 2, 1, 0] as [Int?] {
      for isMajor in [false, true] { roads(band, isMajor, plane, into: &svg) }
    }
    gaps(plane, into: &svg)
    for facility in circle.facilities {
      mark(facility.place, "facility", plane, into: &svg)
    }
    for step in report.siting?.steps ?? [] { mark(step.place, "site", plane, into: &svg) }
    scale(plane, into: &svg)
    svg.add("</svg>\n")
  }

  /// All lines of one look are one path.
  private func roads(_ band: Int?, _ isMajor: Bool, _ plane: Plane, into svg: inout ByteText) {
    let strokes = report.drawing.filter { $0.band == band && $0.isMajor == isMajor }
    guard !strokes.isEmpty else { return }
    let look = band.map { "b\($0)" } ?? "far"
    svg.add("<path class=\"road \(look)\(isMajor ? " major" : "")\" d=\"")
    for stroke in strokes {
      for (index, point) in stroke.points.enumerated() {
        svg.add(index == 0 ? "M" : "L")
        let (x, y) = plane.place(point)
        svg.add("\(Self.short(x)) \(Self.short(y))")
      }
    }
    svg.add("\"/>\n")
  }

  /// Where people live whom nobody reaches in time; their area is their people.
  private func gaps(_ plane: Plane, into svg: inout ByteText) {
    let most = homes.map(\.people).max() ?? 1
    for home in homes where home.minute == nil {
      let (x, y) = plane.place(home.point)
      let radius = max(2, 9 * (home.people / most).squareRoot())
      svg.add(
        "<circle class=\"gap\" cx=\"\(Self.short(x))\" cy=\"\(Self.short(y))\" r=\"\(Self.short(radius))\"><title>"
      )
      if let name = home.name { svg.addHTML(name + words("：", ": ")) }
      svg.addHTML(
        words(
          "\(CircleSheet.people(home.people)) 人未覆盖",
          "\(CircleSheet.people(home.people)) people left out"))
      svg.add("</title></circle>\n")
    }
  }

  private func mark(_ place: Place, _ look: String, _ plane: Plane, into svg: inout ByteText) {
    let (x, y) = plane.place(place.point)
    let shape =
      look == "site"
      ? "<path class=\"site\" d=\"M\(Self.short(x)) \(Self.short(y - 8))l8 14h-16z\">"
      : "<rect class=\"facility\" x=\"\(Self.short(x - 5))\" y=\"\(Self.short(y - 5))\" width=\"10\" height=\"10\">"
    svg.add(shape)
    svg.add("<title>")
    svg.addHTML(place.name)
    svg.add(look == "site" ? "</title></path>\n" : "</title></rect>\n")
  }

  /// A bar of a round number of metres.
  private func scale(_ plane: Plane, into svg: inout ByteText) {
    let metres = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000].last {
      Double($0) / plane.metresPerUnit < width / 4
    }
    guard let metres else { return }
    let length = Double(metres) / plane.metresPerUnit
    let y = plane.height - 12
    svg.add(
      "<path class=\"scale\" d=\"M12 \(Self.short(y))h\(Self.short(length))\"/><text class=\"scale-text\" x=\"12\" y=\"\(Self.short(y - 6))\">"
    )
    svg.addHTML(
      metres < 1000
        ? words("\(metres) 米", "\(metres) m") : words("\(metres / 1000) 公里", "\(metres / 1000) km"))
    svg.add("</text>\n")
  }

  static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)"
      : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Longitudes and latitudes on paper, north at the top.
  private struct Plane {
    let west: Double
    let north: Double
    let scale: Double
    let narrowing: Double
    let height: Double
    let metresPerUnit: Double

    /// All roads, and of the points those that lie less than a fifth of the map beyond them: one
    /// that is far away would make all else too small to see.
    init(roads: [Coordinate], _ points: [Coordinate], width: Double) {
      var near = points
      if let bounds = Bounds(roads) {
        let (from, to) = (bounds.southWest, bounds.northEast)
        let margin = max(to.longitude - from.longitude, to.latitude - from.latitude) / 5
        near = points.filter { bounds.contains($0, margin: margin) }
      }
      let bounds = Bounds(roads + near)
      let southWest = bounds?.southWest ?? Coordinate(longitude: 0, latitude: 0)
      let northEast = bounds?.northEast ?? Coordinate(longitude: 1, latitude: 1)
      let middle = (southWest.latitude + northEast.latitude) / 2 * .pi / 180
      narrowing = max(0.01, cos(middle))
      let (x, y) = (
        max(1e-6, (northEast.longitude - southWest.longitude) * narrowing),
        max(1e-6, northEast.latitude - southWest.latitude)
      )
      scale = min((width - 24) / x, 1200 / y)
      west = southWest.longitude
      north = northEast.latitude
      height = y * scale + 24
      metresPerUnit = 111_194.9 / scale
    }

    func place(_ point: Coordinate) -> (Double, Double) {
      (
        12 + (point.longitude - west) * narrowing * scale, 12 + (north - point.latitude) * scale
      )
    }
  }
}
