import Domain

/// The forms that a circle can be written in.
public enum CircleFormat: String, Sendable, CaseIterable {
  /// Shares, those left out, facilities and sites for a screen.
  case table
  case json
  /// The points where people live, one a row.
  case csv, xlsx
  /// Everything that a map shows.
  case geojson
  /// The map as a picture.
  case svg
  /// The map and its tables as one page that needs nothing else.
  case html

  /// True where a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }
}

/// Writes who reaches what in how many minutes.
public struct CircleExporter: Sendable {
  private let format: CircleFormat
  private let width: Int
  private let words: Words

  /// - Parameter width: columns of the screen, for `table`.
  public init(format: CircleFormat, language: Language = .chinese, width: Int = 120) {
    self.format = format
    self.width = width
    words = Words(language)
  }

  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ report: CircleReport) throws -> [UInt8] {
    let sheet = CircleSheet(report: report, words: words)
    switch format {
    case .table: return try sheet.bytes(.table, width: width)
    case .csv: return try sheet.bytes(.csv, width: width)
    case .xlsx: return try sheet.bytes(.xlsx, width: width)
    case .json: return CircleJSON(report).value.bytes + [0x0A]
    case .geojson: return CircleJSON(report).geoJSON.bytes + [0x0A]
    case .svg: return CirclePicture(report: report, words: words).file
    case .html: return WriteCircle(report: report, words: words).bytes()
    }
  }
}

/// The map and its tables as one page without script.
struct WriteCircle {
  let report: CircleReport
  let words: Words

  func bytes() -> [UInt8] {
    let sheet = CircleSheet(report: report, words: words)
    var slots: [String: ByteText] = [
      "css": ByteText(bytes: PackageResources.reconcile_css + PackageResources.circle_css),
      "body": body(sheet),
    ]
    let texts = [
      "lang": words("zh-CN", "en"), "title": sheet.title,
      "about": words("口径：", "Terms: ") + report.circle.terms.phrase(words.language),
      "rules": sheet.summary.dropFirst().filter { !$0.hasPrefix("! ") }.joined(
        separator: words("。", ". "))
        + words(
          "。地图数据 © OpenStreetMap 贡献者（ODbL）或本区路网。",
          ". Map data © OpenStreetMap contributors (ODbL) or the district's own roads."),
    ]
    for (name, text) in texts {
      var html = ByteText()
      html.addHTML(text)
      slots[name] = html
    }
    return Template(PackageResources.reconcile_html).filled(slots)
  }

  private func body(_ sheet: CircleSheet) -> ByteText {
    var html = ByteText()
    CircleLegend(report, words).write(into: &html)
    CirclePicture(report: report, words: words).write(into: &html)
    CircleTables(sheet).write(into: &html)
    return html
  }
}

/// What the colours mean: the minutes of each band.
struct CircleLegend {
  private let report: CircleReport
  private let words: Words
  private let hidesPeople: Bool

  init(_ report: CircleReport, _ words: Words, hidesPeople: Bool = false) {
    (self.report, self.words, self.hidesPeople) = (report, words, hidesPeople)
  }

  func write(into html: inout ByteText) {
    let minutes = report.circle.terms.minutes
    html.add("<ul class=\"circle-legend\">")
    for band in 0..<5 {
      item("b\(band)", words("≤ \(Self.end(band, minutes)) 分钟", "≤ \(Self.end(band, minutes)) min"))
    }
    item("far", words("时限之外的路", "roads beyond"))
    item("gap", words("未覆盖的人", "people left out"))
    item("facility", words("设施", "facility"))
    if report.siting != nil { item("site", words("新增站点", "site to add")) }
    html.add("</ul>\n")
    if hidesPeople {
      html.add("<p class=\"quiet small\">")
      html.addHTML(
        words(
          "人口按约 500 米的格汇总到图上，不足 10 人的不显示。",
          "People are summed by squares of about 500 m; fewer than ten are not shown."))
      html.add("</p>\n")
    }

    func item(_ look: String, _ name: String) {
      html.add("<li><span class=\"key \(look)\"></span>")
      html.addHTML(name)
      html.add("</li>")
    }
  }

  static func end(_ band: Int, _ minutes: Int) -> String {
    let tenths = (band + 1) * minutes * 2
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

/// The sheet's groups as tables, for those who do not see the map.
struct CircleTables {
  private let sheet: CircleSheet

  init(_ sheet: CircleSheet) { self.sheet = sheet }

  func write(into html: inout ByteText) {
    let screen = sheet.screen
    for group in screen.groups {
      let columns = screen.columns.indices.filter { column in
        group.rows.contains { $0[column] != .text("") && $0[column] != .empty }
      }
      html.add("<h2>")
      html.addHTML(group.title)
      html.add("</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
      html.addHTML(group.title)
      html.add("\"><table class=\"circle-table\"><thead><tr>")
      for column in columns.map({ screen.columns[$0] }) {
        html.add(column.isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
        html.addHTML(column.title)
        html.add("</th>")
      }
      html.add("</tr></thead><tbody>\n")
      for row in group.rows {
        html.add("<tr>")
        for (cell, column) in columns.map({ (row[$0], screen.columns[$0]) }) {
          html.add(column.isNumber ? "<td class=\"number\">" : "<td>")
          html.addHTML(cell.shown)
          html.add("</td>")
        }
        html.add("</tr>\n")
      }
      html.add("</tbody></table></div>\n")
    }
    let problems = sheet.problems
    guard !problems.isEmpty else { return }
    html.add("<h2>")
    html.addHTML(sheet.words("没有计入的点和提示", "Points that do not count, and notes"))
    html.add("</h2>\n<ul>")
    for problem in problems {
      html.add("<li>")
      html.addHTML(problem)
      html.add("</li>")
    }
    html.add("</ul>\n")
  }
}
