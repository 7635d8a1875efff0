import Domain

/// An indicator across places and years: target and claim on one axis, and a map of tiles.
struct IndicatorCharts {
  let maps: [PairMap]
  let words: Words

  init(_ maps: [PairMap], _ words: Words) {
    self.maps = maps
    self.words = words
  }

  func write(into html: inout ByteText) {
    let keys = IndicatorKey.common(maps).filter { points($0).count >= 3 }.prefix(12)
    guard !keys.isEmpty else { return }
    html.add("<h2>")
    html.addHTML(words("一个指标，各地各年", "One indicator across places and years"))
    html.add("</h2>\n")
    for (index, key) in keys.enumerated() {
      html.add("<details class=\"indicator\"\(index == 0 ? " open" : "")><summary>")
      html.addHTML(key.title(words))
      html.add("</summary>\n<div class=\"two\">\n")
      DotChart(points: points(key), title: key.title(words), words: words).write(into: &html)
      TileMap(points: points(key), title: key.title(words), words: words).write(into: &html)
      html.add("</div></details>\n")
    }
  }

  private func points(_ key: IndicatorKey) -> [IndicatorPoint] {
    maps.compactMap { map in
      guard let pair = key.pair(in: map), let target = map.target(pair) else { return nil }
      let claim = map.answer(pair).flatMap { $0.relation == target.relation ? $0 : nil }
      let factor = claim.flatMap { UnitScale.factor(from: $0.unit, to: target.unit) }
      return IndicatorPoint(
        place: map.place, year: map.earlier.report.year, label: map.heading,
        target: target.value.double, unit: target.unit == "％" ? "%" : target.unit,
        targetText: map.earlier.quote(target.range),
        claim: claim.flatMap { claim in factor.map { (claim.value * $0).double } },
        claimText: map.answer(pair).map { map.later.quote($0.range) }, verdict: pair.verdict)
    }
  }
}

/// What one pair of reports says of an indicator.
struct IndicatorPoint {
  var place: String
  /// The year that was promised for.
  var year: Int?
  var label: String
  var target: Double
  var unit: String
  var targetText: String
  /// In the target's unit; nil where no comparable number was claimed.
  var claim: Double?
  var claimText: String?
  var verdict: PromisePair.Verdict
}

/// Target (a bar) and claim (a point) of each place and year on one axis; the words beside it are
/// the table.
struct DotChart {
  let points: [IndicatorPoint]
  let title: String
  let words: Words

  private static let row = 24
  private static let left = 200
  private static let plot = 300
  private static let right = 170

  func write(into html: inout ByteText) {
    let unit = points.first?.unit ?? ""
    let shown = points.filter { $0.unit == unit }
    let values = shown.flatMap { [$0.target, $0.claim ?? $0.target] }
    let low = min(0, values.min() ?? 0)
    let high = max(values.max() ?? 1, low + 1e-9)
    let height = (shown.count + 1) * Self.row
    html.add(
      "<svg class=\"dots\" width=\"\(Self.left + Self.plot + Self.right)\" height=\"\(height)\" viewBox=\"0 0 \(Self.left + Self.plot + Self.right) \(height)\" role=\"img\" aria-label=\""
    )
    html.addHTML(words("\(title)：目标和报告称的结果", "\(title): target and claim"))
    html.add("\">\n")
    for (index, point) in shown.enumerated() {
      row(point, y: index * Self.row + 16, low: low, high: high, into: &html)
    }
    html.add("<text x=\"\(Self.left)\" y=\"\(height - 6)\">")
    html.addHTML(words("| 目标　● 报告称（\(unit)）", "| target  ● claim (\(unit))"))
    html.add("</text>\n</svg>\n")
  }

  private func row(
    _ point: IndicatorPoint, y: Int, low: Double, high: Double, into html: inout ByteText
  ) {
    func x(_ value: Double) -> Int {
      Self.left + Int((value - low) / (high - low) * Double(Self.plot))
    }
    html.add("<text x=\"0\" y=\"\(y + 4)\">")
    html.addHTML(point.label)
    html.add("</text>")
    html.add(
      "<line class=\"axis\" x1=\"\(Self.left)\" x2=\"\(Self.left + Self.plot)\" y1=\"\(y)\" y2=\"\(y)\"/>"
    )
    html.add(
      "<line class=\"target\" x1=\"\(x(point.target))\" x2=\"\(x(point.target))\" y1=\"\(y - 8)\" y2=\"\(y + 8)\"/>"
    )
    if let claim = point.claim {
      html.add(
        "<circle class=\"\(point.verdict.rawValue)\" cx=\"\(x(claim))\" cy=\"\(y)\" r=\"5\"/>")
    }
    html.add("<text x=\"\(Self.left + Self.plot + 12)\" y=\"\(y + 4)\">")
    html.addHTML("\(point.targetText) \(point.verdict.sign) \(point.claimText ?? "—")")
    html.add("</text>\n")
  }
}

/// The provinces as tiles of equal size, the latest year of each; others have no tile.
struct TileMap {
  let points: [IndicatorPoint]
  let title: String
  let words: Words

  private static let size = 46

  func write(into html: inout ByteText) {
    let found = ProvinceTiles.all.compactMap { tile in point(of: tile).map { (tile.name, $0) } }
    guard !found.isEmpty else { return }
    let width = ProvinceTiles.columns * Self.size
    let height = ProvinceTiles.rows * Self.size
    html.add(
      "<svg class=\"tiles\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\""
    )
    let list = found.map { "\($0.0) \($0.1.verdict.words(words.language))" }.joined(
      separator: words("、", ", "))
    html.addHTML("\(title)\(words("：", ": "))\(list)")
    html.add("\">\n")
    for tile in ProvinceTiles.all { self.tile(tile, into: &html) }
    html.add("</svg>\n")
  }

  private func point(of tile: ProvinceTiles.Tile) -> IndicatorPoint? {
    points.filter { $0.place.hasPrefix(tile.name) }.max { ($0.year ?? 0) < ($1.year ?? 0) }
  }

  private func tile(_ tile: ProvinceTiles.Tile, into html: inout ByteText) {
    let point = point(of: tile)
    let (x, y) = (tile.column * Self.size, tile.row * Self.size)
    html.add("<g class=\"\(point?.verdict.rawValue ?? "none")\">")
    html.add(
      "<rect x=\"\(x + 2)\" y=\"\(y + 2)\" width=\"\(Self.size - 4)\" height=\"\(Self.size - 4)\" rx=\"4\"/>"
    )
    html.add("<text x=\"\(x + Self.size / 2)\" y=\"\(y + 20)\" text-anchor=\"middle\">")
    html.addHTML(tile.short)
    html.add("</text>")
    if let point {
      html.add("<text x=\"\(x + Self.size / 2)\" y=\"\(y + 36)\" text-anchor=\"middle\">")
      html.addHTML(point.verdict.sign)
      html.add("</text>")
    }
    html.add("</g>\n")
  }
}

/// Where each province's tile stands: neighbours are neighbours where a grid allows.
enum ProvinceTiles {
  struct Tile {
    var name: String
    var short: String
    var column: Int
    var row: Int
  }

  static let columns = 9
  static let rows = 7

  /// Rows from the north, `-` for no tile.
  private static let grid = [
    "- - - - - - - - 黑龙江:黑", "- - - - - - 内蒙古:蒙 - 吉林:吉",
    "新疆:新 - 甘肃:甘 宁夏:宁 陕西:陕 山西:晋 北京:京 天津:津 辽宁:辽",
    "- 青海:青 - 四川:川 重庆:渝 河南:豫 河北:冀 山东:鲁 -",
    "西藏:藏 - 云南:云 贵州:贵 湖南:湘 湖北:鄂 安徽:皖 江苏:苏 -",
    "- - - 广西:桂 广东:粤 江西:赣 浙江:浙 上海:沪 -",
    "- - - 海南:琼 澳门:澳 香港:港 福建:闽 台湾:台 -",
  ]

  static let all: [Tile] = grid.enumerated().flatMap { row, line in
    line.split(separator: " ").enumerated().compactMap { column, cell in
      let parts = cell.split(separator: ":").map(String.init)
      guard parts.count == 2 else { return nil }
      return Tile(name: parts[0], short: parts[1], column: column, row: row)
    }
  }
}
