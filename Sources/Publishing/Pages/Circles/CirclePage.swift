import Domain

/// 可达性: every commitment that promises minutes, with its share.
public struct CirclesPage: Page {
  public static let template = "circles"

  /// Why a commitment has no circle.
  public struct Missing: Error {
    public var reason: Phrase

    public init(_ reason: Phrase) { self.reason = reason }
  }

  /// One commitment with its circle.
  public struct Row: Sendable {
    public var id: String
    public var title: String
    public var english: String?
    public var terms: Phrase
    public var circle: Result<Circle, Missing>

    /// Why there is no circle; nil where there is one.
    var missing: Phrase? {
      if case .failure(let missing) = circle { missing.reason } else { nil }
    }

    public init(
      id: String, title: String, english: String?, terms: Phrase, circle: Result<Circle, Missing>
    ) {
      self.terms = terms
      self.id = id
      self.title = title
      self.english = english
      self.circle = circle
    }
  }

  private let rows: [Row]

  public init(_ rows: [Row]) { self.rows = rows }

  public var title: Phrase { Phrase("可达性", "Travel times") }
  public var tab: Tab { .data }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "has-rows": !rows.isEmpty, "csv": frame.links.csv("/circles"),
      "json": frame.links.json("/circles"),
      "rows": rows.map { row -> [String: Any] in
        var values: [String: Any] = [
          "id": row.id, "title": frame.language == .english ? row.english ?? row.title : row.title,
          "commitment": frame.link("/commitments/\(row.id)"), "terms": row.terms(frame.language),
        ]
        values["missing"] = row.missing.map { $0(frame.language) }
        if let circle = try? row.circle.get() {
          values["href"] = frame.link("/circles/\(row.id)")
          values["share"] = CircleSheet.percent(circle.coverage.share(circle.terms.minutes))
          values["left"] = CircleSheet.people(circle.coverage.leftOut)
        }
        return values
      },
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "circles",
        .list(
          rows.map { row in
            let circle = try? row.circle.get()
            return .object([
              ("id", .text(row.id)), ("title", .text(row.title)),
              ("terms", .text(row.terms(frame.language))),
              (
                "share_percent",
                JSONValue(
                  circle.map {
                    Exact(
                      Int(CircleSheet.tenth($0.coverage.share($0.terms.minutes)) * 10), digits: 1)
                  })
              ),
              ("left_out", JSONValue(circle.map { Int($0.coverage.leftOut.rounded()) })),
              ("missing", row.missing.map { .text($0(frame.language)) } ?? .null),
            ])
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let words = Words(frame.language)
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    let titles = [
      words("编号", "id"), words("承诺", "commitment"), words("口径", "terms"),
      words("覆盖％", "share %"), words("未覆盖人数", "left out"),
    ]
    WriteCSV.row(titles.map { .text($0) }, into: &text)
    for row in rows {
      let circle = try? row.circle.get()
      WriteCSV.row(
        [
          .text(row.id), .text(row.title), .text(row.terms(frame.language)),
          Cell(measured: circle.map { CircleSheet.tenth($0.coverage.share($0.terms.minutes)) }),
          Cell(measured: circle.map { $0.coverage.leftOut.rounded() }),
        ], into: &text)
    }
    return text.bytes
  }
}

/// The map behind a commitment that promises minutes: bands, gaps and facilities, with the same in
/// tables.
public struct CirclePage: Page {
  public static let template = "circle"
  private let report: CircleReport
  private let commitment: Commitment
  private let hidesPeople: Bool
  private let homes: [Circle.Cell]
  private let siting: SitingForm?
  private let terms: Phrase

  /// - Parameters:
  ///   - siting: nil for those who may not ask for sites.
  ///   - hidesPeople: true where a point with people is a person's matter: then only sums by squares
  ///     are shown, small ones as such.
  public init(
    _ report: CircleReport, commitment: Commitment, terms: Phrase, siting: SitingForm? = nil,
    hidesPeople: Bool
  ) {
    self.terms = terms
    self.siting = siting
    self.report = report
    self.commitment = commitment
    self.hidesPeople = hidesPeople
    homes = hidesPeople ? report.circle.cells : report.circle.homes
  }

  public var title: Phrase {
    Phrase(
      "\(commitment.id) \(commitment.title)：地图",
      "\(commitment.id) \(commitment.english ?? commitment.title): map")
  }
  public var tab: Tab { .data }
  public var hasMap: Bool { true }

  private func sheet(_ frame: Frame) -> CircleSheet {
    CircleSheet(report: report, words: Words(frame.language), hidesFew: hidesPeople)
  }

  private var path: String { "/circles/\(commitment.id)" }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = Words(frame.language)
    let sheet = sheet(frame)
    var (picture, tables, legend) = (ByteText(), ByteText(), ByteText())
    CirclePicture(report: report, words: words, homes: homes).write(into: &picture)
    CircleTables(sheet).write(into: &tables)
    CircleLegend(report, words, hidesPeople: hidesPeople).write(into: &legend)
    return [
      "id": commitment.id,
      "heading": frame.language == .english
        ? commitment.english ?? commitment.title : commitment.title,
      "commitment": frame.link("/commitments/\(commitment.id)"), "list": frame.link("/circles"),
      "standing": sheet.title, "terms": terms(frame.language),
      "roads": report.roads.phrase(frame.language), "minutes": report.circle.terms.minutes,
      "picture": picture.string, "tables": tables.string, "legend": legend.string,
      "map": String(decoding: mapData.bytes, as: UTF8.self)
        .replacing("<", with: "\\u003c"),
      "csv": frame.links.csv(path, siting?.query ?? []),
      "json": frame.links.json(path, siting?.query ?? []), "path": frame.path,
      "siting": siting?.context(frame) ?? false,
      "siting-note": report.siting.map { CircleSheet.sitingNote($0, words) } ?? "",
      "is-english": frame.language == .english,
    ]
  }

  /// What the script draws.
  private var mapData: JSONValue {
    let circle = report.circle
    let sites = report.siting?.steps ?? []
    return .object([
      ("minutes", .whole(circle.terms.minutes)),
      ("total", .whole(Int(circle.coverage.total.rounded()))),
      ("within", .list(circle.coverage.within.map { .whole(Int($0.rounded())) })),
      ("lines", .list(report.drawing.map(line))),
      ("facilities", .list(circle.facilities.map { sign($0.place) })),
      ("homes", .list(homes.map(home))), ("sites", .list(sites.map { sign($0.place) })),
    ])
  }

  /// `[minute, band, major, [lat, lon, …]]`
  private func line(_ stroke: RoadStroke) -> JSONValue {
    .list([
      JSONValue(stroke.minute), JSONValue(stroke.band), .flag(stroke.isMajor),
      .list(stroke.points.flatMap(degrees)),
    ])
  }

  /// `[lat, lon, name]`
  private func sign(_ place: Place) -> JSONValue {
    .list(degrees(place.point) + [.text(place.name)])
  }

  /// `[lat, lon, people, minute]`
  private func home(_ home: Circle.Cell) -> JSONValue {
    .list(
      degrees(home.point) + [.whole(Int(home.people.rounded())), JSONValue(home.minute)])
  }

  /// Latitude, then longitude, to about a metre.
  private func degrees(_ point: Coordinate) -> [JSONValue] {
    [point.latitude, point.longitude].map {
      .number(Exact(Int(($0 * 1e5).rounded()), digits: 5))
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    CircleJSON(report, hidesPeople: hidesPeople).value
      .with("map", CircleJSON(report, hidesPeople: hidesPeople).geoJSON)
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    if !hidesPeople { return try? sheet(frame).bytes(.csv, width: 0) }
    let screen = sheet(frame).screen
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    let group = Words(frame.language)("分组", "group")
    WriteCSV.row([.text(group)] + screen.columns.map { .text($0.title) }, into: &text)
    for part in screen.groups {
      for row in part.rows { WriteCSV.row([.text(part.title)] + row, into: &text) }
    }
    return text.bytes
  }
}
