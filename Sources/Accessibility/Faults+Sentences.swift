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
        "没有一条路可以\(mode.name.chinese)，路网是空的",
        "no road is open to \(mode.name.english): an empty network")
    case .badPoint(let road):
      Phrase(
        "第 \(road) 条路有不在地球上的点；经度应在 -180 到 180，纬度在 -90 到 90，经度在前",
        "road \(road) has a point that is none on the earth; longitude -180 to 180 comes first, then latitude -90 to 90"
      )
    }
  }
}

extension TravelMode {
  /// 步行, 骑行, 驾车, 救护车
  public var name: Phrase {
    switch self {
    case .walk: Phrase("步行", "walking")
    case .cycle: Phrase("骑行", "cycling")
    case .drive: Phrase("驾车", "driving")
    case .ambulance: Phrase("救护车通行", "ambulances")
    }
  }
}
