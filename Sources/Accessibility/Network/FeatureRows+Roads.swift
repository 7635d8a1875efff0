import Domain

extension FeatureRows {
  /// The road lines of a district's own table or GeoJSON.
  ///
  /// A table has 类别 (a class of the table of speeds), 线形 (`LINESTRING (117 36, 117.1 36)` or
  /// `117 36; 117.1 36`), and may have 单行 (是, 否, 反向), 限速 (km/h) and 禁行 (步行、骑行、驾车、救护车).
  /// Features have the properties of the same names or the tags of OpenStreetMap. Points and areas
  /// are left out, and so are classes that are no road (platforms, what is only planned), as in
  /// OpenStreetMap's own file.
  ///
  /// - Throws: ``AccessibilityFault/road(line:reason:)`` for a row that is none.
  public func roads(datum: Datum = .wgs84) throws(AccessibilityFault) -> [RoadLine] {
    var roads: [RoadLine] = []
    for row in rows where row.point == nil || !row.lines.isEmpty {
      let lines = row.lines.isEmpty ? Self.line(row).map { [$0] } : row.lines
      guard let lines, lines.allSatisfy({ $0.count > 1 }) else {
        throw .road(
          line: row.line,
          reason: Phrase(
            "没有线形：至少两个点，写作 117.0 36.6; 117.1 36.6",
            "no line: at least two points, as 117.0 36.6; 117.1 36.6"))
      }
      let tags = try Self.tags(row)
      guard tags["highway"] != nil else {
        throw .road(
          line: row.line,
          reason: Phrase("没有道路类别（「类别」或 highway）", "no class of road (类别 or highway)"))
      }
      guard let road = OSMRules.road(tags) else { continue }
      for line in lines {
        roads.append(RoadLine(points: line.map(datum.toWGS84), road: road))
      }
    }
    return roads
  }

  private static func line(_ row: Row) -> [Coordinate]? {
    guard let cell = row.cell(["线形", "点", "几何", "geometry", "wkt", "points"]) else { return nil }
    var text = Substring(cell)
    var separator: Character = ";"
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      text = text[text.index(after: open)..<close]
      separator = ","
    }
    var points: [Coordinate] = []
    for part in text.split(whereSeparator: { $0 == separator || (separator == ";" && $0 == "；") }) {
      guard let point = Coordinate(String(part)) else { return nil }
      points.append(point)
    }
    return points
  }

  /// A row in the words of OpenStreetMap.
  private static func tags(_ row: Row) throws(AccessibilityFault) -> OSMRules.Tags {
    var tags: OSMRules.Tags = [:]
    for (name, value) in row.cells where !value.isEmpty { tags[Substring(name)] = Substring(value) }
    if let value = row.cell(["类别", "道路类别", "class"]) {
      tags["highway"] = Substring(value.filter { !$0.isWhitespace })
    }
    switch row.cell(["单行", "单行线"]) {
    case "是", "正向", "yes": tags["oneway"] = "yes"
    case "反向", "逆向", "-1": tags["oneway"] = "-1"
    case "否", "双向", "no", nil: break
    case .some(let other):
      throw .road(
        line: row.line,
        reason: Phrase("单行应写 是、否或反向，不是「\(other)」", "单行 is 是, 否 or 反向, not \(other)"))
    }
    if let value = row.cell(["限速", "maxspeed"]) {
      let number = value.split(separator: " ").first.flatMap { Double($0) }
      if let number, !(number > 0 && number <= 200) {
        throw .road(
          line: row.line,
          reason: Phrase(
            "限速 \(value) 应大于 0、不超过 200", "a limit of \(value): above 0 and at most 200"))
      }
      tags["maxspeed"] = Substring(value)
    }
    let keys: [TravelMode: Substring] = [
      .walk: "foot", .cycle: "bicycle", .drive: "motorcar", .ambulance: "emergency",
    ]
    for word in row.cell(["禁行"])?.split(whereSeparator: { "、,，; ".contains($0) }) ?? [] {
      guard let mode = TravelMode(named: String(word)), let key = keys[mode] else {
        throw .road(
          line: row.line,
          reason: Phrase("禁行只能写步行、骑行、驾车、救护车", "禁行 is of 步行, 骑行, 驾车, 救护车"))
      }
      tags[key] = "no"
    }
    return tags
  }
}
