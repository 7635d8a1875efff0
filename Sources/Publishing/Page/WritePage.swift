import Domain

/// Readings as one self-contained page: the report at the left with its statements marked, the
/// list at the right. It asks nothing of the network, works without script, and prints.
struct WritePage: Sendable {
  private let maps: [SourceMap]
  private let items: [[PageItem]]
  private let words: Words
  private let content: Exporter.Content
  private let tally: Tally

  init(_ readings: [ReportReading], content: Exporter.Content, _ words: Words) {
    maps = readings.map(SourceMap.init)
    items = readings.enumerated().map { PageItem.all(in: $1, report: $0) }
    tally = Tally(readings)
    self.words = words
    self.content = content
  }

  func bytes() -> [UInt8] {
    Template(PackageResources.page_html).filled(slots)
  }

  private var slots: [String: ByteText] {
    var slots: [String: ByteText] = [
      "css": ByteText(bytes: PackageResources.page_css),
      "js": ByteText(bytes: PackageResources.page_js),
      "articles": articles, "list": list, "kinds": kinds, "sections": sections,
    ]
    for (name, text) in texts {
      var html = ByteText()
      html.addHTML(text)
      slots[name] = html
    }
    return slots
  }

  private var texts: [String: String] {
    [
      "lang": words("zh-CN", "en"), "title": title, "heading": title, "about": about,
      "statements": tally.statementLine(words), "tasks": tally.taskLine(words),
      "skip": words("跳到清单", "Skip to the list"), "text-name": words("报告原文", "The report"),
      "list-name": words("清单", "List"), "kind-name": words("类别", "Kind"),
      "section-name": words("章节", "Section"), "all-sections": words("全部章节", "All sections"),
      "total": String(items.map(\.count).reduce(0, +)),
      "shown": words("显示 {n} / {all} 条", "{n} of {all} shown"),
      "none": words("没有符合筛选的条目。", "Nothing matches the filter."),
      "close": words("关闭清单", "Close the list"),
      "keys": words(
        "点正文或清单，两边互找；j、k 或方向键逐条，Enter 到另一边，Esc 返回。",
        "Click either side to find the other; j, k or arrows step, Enter crosses over, Esc goes back."
      ),
      "places": words(
        "出处 段号 @起-止：原文第几个字符，从 0 数起，止位不含。单位是建议，报告没有指定。",
        "Places: paragraph, @start-end in characters of the source from 0, end exclusive. "
          + "Units are suggestions; the report names none."),
    ]
  }

  private var title: String {
    guard let only = maps.first, maps.count == 1 else {
      return words("\(maps.count) 份报告", "\(maps.count) reports")
    }
    return words.heading(only.report)
  }

  private var about: String {
    guard let only = maps.first, maps.count == 1 else { return words("督办", "Duban") }
    return "\(words.kind(only.report.kind)) · \(only.report.name)".onOneLine
  }
}

extension WritePage {
  private var articles: ByteText {
    var html = ByteText()
    for (index, map) in maps.enumerated() {
      html.add("<article>\n")
      if maps.count > 1 { heading(map, into: &html) }
      PageText(map, items: items[index], words).write(into: &html)
      html.add("</article>\n")
    }
    return html
  }

  private var list: ByteText {
    var html = ByteText()
    for (index, map) in maps.enumerated() {
      html.add("<div class=\"report\">\n")
      if maps.count > 1 { heading(map, into: &html) }
      PageList(map, report: index, items: items[index], words).write(into: &html)
      html.add("</div>\n")
    }
    return html
  }

  private func heading(_ map: SourceMap, into html: inout ByteText) {
    html.add("<h3 class=\"report\">")
    html.addHTML("\(words.heading(map.report)) · \(map.report.name)")
    html.add("</h3>\n")
  }

  private var kinds: ByteText {
    var html = ByteText()
    let all = items.flatMap { $0 }
    for kind in PageItem.Kind.allCases {
      let checked = content == .statements || kind == .task ? " checked" : ""
      html.add(
        "<label><input type=\"checkbox\" name=\"kind\" value=\"\(kind.rawValue)\"\(checked)> ")
      html.add("<span class=\"kind \(kind.rawValue)\">")
      html.addHTML(words.kind(kind))
      html.add("</span> \(all.filter { $0.kind == kind }.count)</label>\n")
    }
    return html
  }

  private var sections: ByteText {
    var html = ByteText()
    for (index, map) in maps.enumerated() {
      if maps.count > 1 {
        html.add("<optgroup label=\"")
        html.addHTML("\(words.heading(map.report)) \(map.report.name)")
        html.add("\">\n")
      }
      PageList(map, report: index, items: items[index], words).writeSections(into: &html)
      html.add(maps.count > 1 ? "</optgroup>\n" : "")
    }
    return html
  }
}

/// A page with slots, `{{name}}`, that are filled with HTML.
struct Template: Sendable {
  private let source: String

  init(_ bytes: [UInt8]) { source = String(decoding: bytes, as: UTF8.self) }

  /// Slots without a value are left empty; values are not looked into.
  func filled(_ slots: [String: ByteText]) -> [UInt8] {
    let parts = source.split(separator: "{{", omittingEmptySubsequences: false)
    var html = ByteText(String(parts.first ?? ""))
    for part in parts.dropFirst() {
      let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      if let slot = slots[String(halves[0])] { html.add(slot) }
      if halves.count > 1 { html.add(String(halves[1])) }
    }
    return html.bytes
  }
}
