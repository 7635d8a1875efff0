import Domain

/// Findings of one rule in one section: a person reads the first, and where the others stand.
struct FindingGroup {
  let first: ReportFinding
  private(set) var rest: [ReportFinding] = []

  /// Errors stand for themselves; of the others, those with the same rule and section together.
  static func all(_ findings: [ReportFinding], _ map: SourceMap) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let passage = map.report.passages.firstIndex { $0.range.contains(finding.range.lowerBound) }
      let section = passage.flatMap { map.section(ofPassage: $0) } ?? -1
      let key = "\(finding.rule) \(section)"
      if finding.severity != .error, let index = places[key] {
        groups[index].rest.append(finding)
      } else {
        places[key] = groups.count
        groups.append(FindingGroup(first: finding))
      }
    }
    return groups
  }

  /// 本节另有 3 处：段30:39 加强作风建设……
  func others(_ map: SourceMap, _ words: Words, width: Int) -> [String] {
    guard !rest.isEmpty else { return [] }
    let head = words("本节另有 \(rest.count) 处：", "\(rest.count) more in this section: ")
    let list = rest.map { finding -> String in
      let place = FindingPlace(finding, map)
      let at = place.passage.map { words("段\($0)", "¶\($0)") + ":\(place.column ?? 1) " } ?? ""
      return at + map.quote(finding.range)
    }
    return (head + list.joined(separator: words("；", "; "))).onOneLine
      .wrapped(to: max(30, width - 4)).map { "  " + $0 }
  }
}
