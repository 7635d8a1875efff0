import Domain

extension AccessibilityFault {
  /// What is wrong and what was expected.
  public func sentence(_ language: Language) -> String { phrase(language) }

  private var phrase: Phrase {
    switch self {
    case .speeds(let line, let reason):
      Phrase("速度表第 \(line) 行：\(reason.chinese)", "Line \(line) of the speeds: \(reason.english)")
    case .noRoads(let mode):
      Phrase(
        "没有一条路可以\(mode.name.chinese)通行，路网是空的",
        "no road is open to \(mode.name.english): an empty network")
    case .emptyMap: Phrase("地图里没有一条路", "the map holds no road")
    case .badPoint(let road):
      Phrase(
        "第 \(road) 条路有不在地球上的点；经度应在 -180 到 180，纬度在 -90 到 90，经度在前",
        "road \(road) has a point that is none on the earth; longitude -180 to 180 comes first, then latitude -90 to 90"
      )
    case .damagedMap(let reason):
      Phrase(
        "不是完整的 OpenStreetMap 文件（.osm.pbf）：\(reason)。可能没有下载完，请重新取得",
        "not a whole OpenStreetMap file (.osm.pbf): \(reason). Perhaps the download ended early; fetch it again"
      )
    case .damagedRoads(let byte):
      Phrase(
        "存下的路网文件不完整或被改动（第 \(byte) 字节处）；请由原地图重新生成",
        "the saved road map is not whole or was changed (seen at byte \(byte)); make it from its map again"
      )
    case .road(let line, let reason):
      Phrase("第 \(line) 条路：\(reason.chinese)", "Road \(line): \(reason.english)")
    case .place(let file, let line, let reason):
      Phrase("\(file) 第 \(line) 行：\(reason.chinese)", "\(file), row \(line): \(reason.english)")
    case .notGeoJSON(let file, let reason):
      Phrase("\(file) 不是 GeoJSON：\(reason.chinese)", "\(file) is no GeoJSON: \(reason.english)")
    case .noPlaces: Phrase("没有一处设施", "there is no facility")
    case .inFile(_, let fault): fault.phrase
    case .nobody: Phrase("人口合计为零，没有可以计算的比例", "nobody lives anywhere: there is no share to compute")
    default: fitPhrase
    }
  }

  /// Points and maps that do not fit one another.
  private var fitPhrase: Phrase {
    switch self {
    case .elsewhere(let what, let count, let example):
      Phrase(
        "\(count) 个\(what.chinese)全都在地图之外，例如\(example)；地图和坐标不是同一个地方",
        "all \(count) \(what.english) lie outside the map, \(example) among them: map and points are of different places"
      )
    case .swapped(let what, let count, let example):
      Phrase(
        "\(count) 个\(what.chinese)的经度、纬度像是颠倒了，例如\(example)；经度在前",
        "\(count) \(what.english) fit the map with longitude and latitude exchanged, \(example) among them; longitude comes first"
      )
    case .shifted(let what, let datum, let metres, let instead):
      Phrase(
        "\(what.chinese)的坐标像是 \(datum.rawValue)：按 WGS-84 离道路 \(metres) 米（中位数），按 \(datum.rawValue) 只有 \(instead) 米。请用 --datum 写明坐标系",
        "the \(what.english) seem to be written in \(datum.rawValue): as WGS-84 they lie \(metres) m from the roads (median), as \(datum.rawValue) \(instead) m. Say which with --datum"
      )
    case .nothingSnapped(let what, let count, let limit):
      Phrase(
        "\(count) 个\(what.chinese)离最近的道路都超过 \(limit) 米",
        "all \(count) \(what.english) are more than \(limit) m from the nearest road")
    case .island(let count, let nodes):
      Phrase(
        "\(count) 处设施都在只有 \(nodes) 个结点、与主路网不相连的道路上",
        "all \(count) facilities stand on roads of \(nodes) nodes that do not lead to the main network"
      )
    case .solver(let reason):
      Phrase("求解器没有给出可用的结果：\(reason)", "the solver gave nothing of use: \(reason)")
    default: Phrase("", "")
    }
  }
}
