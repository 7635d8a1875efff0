import Domain

/// Promises beside claims as one page that needs nothing else: no script, no network; it prints.
struct WriteReconciliations: Sendable {
  private let maps: [PairMap]
  private let words: Words

  init(_ all: [Reconciliation], _ words: Words) {
    maps = all.map(PairMap.init)
    self.words = words
  }

  func bytes() -> [UInt8] {
    var slots: [String: ByteText] = [
      "css": ByteText(bytes: PackageResources.reconcile_css), "body": body,
    ]
    for (name, text) in texts {
      var html = ByteText()
      html.addHTML(text)
      slots[name] = html
    }
    return Template(PackageResources.reconcile_html).filled(slots)
  }

  private var texts: [String: String] {
    [
      "lang": words("zh-CN", "en"), "title": title, "about": ReconcileWords.about(words),
      "rules": ReconcileWords.rules(words),
    ]
  }

  private var title: String {
    guard let only = maps.first, maps.count == 1 else {
      return words(
        "承诺对账：\(maps.count) 组报告", "Promise against claim: \(maps.count) pairs of reports")
    }
    return words("承诺对账：", "Promise against claim: ") + only.heading
  }

  private var body: ByteText {
    var html = ByteText()
    ReconcileBar(ReconciliationTally(maps.map(\.reconciliation)), words).write(into: &html)
    if maps.count > 1 { overview(into: &html) }
    for (index, map) in maps.enumerated() {
      if maps.count > 1 {
        html.add("<h2 id=\"p\(index)\">")
        html.addHTML(map.heading)
        html.add("</h2>\n")
        ReconcileBar(ReconciliationTally([map.reconciliation]), words).write(into: &html)
      }
      PairRows(map, number: index, words).write(into: &html)
    }
    return html
  }

  private func overview(into html: inout ByteText) {
    YearStrips(maps, words) { "#p\($0)" }.write(into: &html)
    SideBySide(maps, words).write(into: &html)
    IndicatorCharts(maps, words).write(into: &html)
  }
}

/// Words that the page, the table and the web say alike.
enum ReconcileWords {
  static func about(_ words: Words) -> String {
    words(
      "左边是上年报告的承诺，右边是下年报告称的结果。报告称的不是证据；没有说到的不等于没有做。",
      "Left: what the earlier report promised. Right: what the later report claims. A claim is no proof; silence does not mean that nothing was done."
    )
  }

  static func rules(_ words: Words) -> String {
    words(
      "以上、以内含本数，超过、突破不含；左右、约按±0.5个百分点（比率）或±5%（水平）；增速只与公布的增速比。",
      "以上 and 以内 include the number, 超过 and 突破 do not; about is ±0.5 points on rates and ±5 % on levels; growth is compared with published growth only."
    )
  }
}

extension PromisePair.Verdict {
  /// The sign that stands beside the word, so that colour is never alone.
  var sign: String {
    switch self {
    case .kept: "✓"
    case .missed: "✕"
    case .partly: "◐"
    case .silent: "○"
    case .notComparable: "?"
    }
  }
}

/// A bar that adds up to all promises, and its counts.
struct ReconcileBar {
  let tally: ReconciliationTally
  let words: Words

  init(_ tally: ReconciliationTally, _ words: Words) {
    self.tally = tally
    self.words = words
  }

  func write(into html: inout ByteText) {
    bar(into: &html)
    html.add("<ul class=\"counts\">\n<li><strong>")
    html.addHTML(words("\(tally.total) 项承诺", "\(tally.total) promises"))
    html.add("</strong></li>\n")
    for (verdict, count) in tally.counts {
      html.add("<li><span class=\"verdict \(verdict.rawValue)\">\(verdict.sign) ")
      html.addHTML(verdict.words(words.language))
      html.add("</span> \(count)</li>\n")
    }
    html.add("</ul>\n")
  }

  /// Only the bar, described for those who do not see it.
  func bar(into html: inout ByteText) {
    html.add("<svg class=\"whole\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" ")
    html.add("role=\"img\" aria-label=\"")
    html.addHTML(tally.line(words))
    html.add("\">")
    var done = 0
    for (verdict, count) in tally.counts where count > 0 {
      let start = done * 1000 / max(1, tally.total)
      done += count
      let end = done * 1000 / max(1, tally.total)
      html.add(
        "<rect class=\"\(verdict.rawValue)\" x=\"\(start)\" width=\"\(max(2, end - start))\" height=\"24\"/>"
      )
    }
    html.add("</svg>\n")
  }
}
