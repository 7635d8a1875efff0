import Domain

extension FeatureRows {
  /// What rows are read as.
  public enum Role: Sendable {
    /// Hospitals, schools, candidate sites: no number of people.
    case facilities
    /// Grid cells or residential points: each has its people.
    case people
  }

  /// The points of the rows in WGS-84.
  ///
  /// Columns are known by their usual names in Chinese and English: 编号, 名称, 经度, 纬度 (or 坐标
  /// with both), 人口, 街道, 床位 or 学位.
  ///
  /// - Parameter datum: what the file is written in.
  /// - Throws: ``AccessibilityFault/place(file:line:reason:)`` for a row without a point on the
  ///   earth, without a number of people, or with a negative one.
  public func places(
    _ role: Role, datum: Datum = .wgs84
  ) throws(AccessibilityFault) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(rows.count)
    for row in rows {
      let point = try point(row)
      var place = Place(
        key: row.cell(PlaceColumns.keys) ?? "\(row.line)", name: row.cell(PlaceColumns.names) ?? "",
        point: datum.toWGS84(point), subdistrict: row.cell(PlaceColumns.subdistricts),
        line: row.line)
      place.capacity = try number(row, PlaceColumns.capacities)
      if role == .people {
        guard let people = try number(row, PlaceColumns.people) else {
          throw .place(
            file: file, line: row.line,
            reason: Phrase("没有人口数（「人口」一栏）", "no number of people (column 人口 or population)"))
        }
        place.people = people
      }
      places.append(place)
    }
    return places
  }

  private func number(_ row: Row, _ names: [String]) throws(AccessibilityFault) -> Double? {
    guard let text = row.cell(names) else { return nil }
    guard let number = Double(text.filter { $0 != "," && $0 != " " }), number.isFinite, number >= 0
    else {
      throw .place(
        file: file, line: row.line,
        reason: Phrase("「\(text)」不是不小于 0 的数", "\(text) is no number of at least 0"))
    }
    return number
  }

  private func point(_ row: Row) throws(AccessibilityFault) -> Coordinate {
    var found = row.point
    if found == nil, let x = row.cell(Self.longitudes), let y = row.cell(Self.latitudes),
      let longitude = Double(x), let latitude = Double(y)
    {
      found = Coordinate(longitude: longitude, latitude: latitude)
    }
    if found == nil, let text = row.cell(PlaceColumns.points) { found = Coordinate(text) }
    guard let point = found else {
      let given = [Self.longitudes, Self.latitudes, PlaceColumns.points].compactMap { row.cell($0) }
      guard given.isEmpty else {
        throw .place(
          file: file, line: row.line,
          reason: Phrase(
            "「\(given.joined(separator: ", "))」不是坐标，应写作 117.0,36.6（度，小数）",
            "\(given.joined(separator: ", ")) is no point: decimal degrees, as 117.0,36.6"))
      }
      throw .place(
        file: file, line: row.line,
        reason: Phrase(
          "没有坐标：应有「经度」「纬度」两栏，或「坐标」一栏写作 117.0,36.6",
          "no coordinates: columns 经度 and 纬度 (lon, lat), or 坐标 as 117.0,36.6"))
    }
    guard point.isOnEarth else {
      throw .place(
        file: file, line: row.line,
        reason: point.swapped.isOnEarth
          ? Phrase(
            "纬度 \(point.latitude) 超出 -90 到 90，像是经度、纬度颠倒了",
            "latitude \(point.latitude) is beyond -90 to 90; longitude and latitude seem exchanged")
          : Phrase(
            "(\(point.longitude), \(point.latitude)) 不在地球上",
            "(\(point.longitude), \(point.latitude)) is not on the earth"))
    }
    return point
  }

  /// Files of maps call them x and y; a registry's x and y are as often metres.
  private static let longitudes = PlaceColumns.longitudes + ["x"]
  private static let latitudes = PlaceColumns.latitudes + ["y"]
}
