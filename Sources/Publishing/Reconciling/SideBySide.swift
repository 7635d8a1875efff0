import Domain

/// A place's years as a strip of bars; places with one pair of reports stand together.
struct YearStrips {
  let maps: [PairMap]
  let words: Words
  /// The address of a pair of reports, by its number.
  let address: (Int) -> String

  init(_ maps: [PairMap], _ words: Words, address: @escaping (Int) -> String) {
    self.maps = maps
    self.words = words
    self.address = address
  }

  func write(into html: inout ByteText) {
    html.add("<h2>")
    html.addHTML(words("各地各年", "Places and years"))
    html.add("</h2>\n<ul class=\"strip\">\n")
    for (index, map) in maps.enumerated() {
      html.add("<li><a href=\"")
      html.addHTML(address(index))
      html.add("\">")
      html.addHTML(map.heading)
      html.add("</a>")
      let tally = ReconciliationTally([map.reconciliation])
      ReconcileBar(tally, words).bar(into: &html)
      html.add("<span class=\"quiet\">")
      html.addHTML(short(tally))
      html.add("</span></li>\n")
    }
    html.add("</ul>\n")
  }

  /// ✓34 ◐4 ✕14 ?12 …28
  private func short(_ tally: ReconciliationTally) -> String {
    tally.counts.map { "\($0.verdict.sign)\($0.count)" }.joined(separator: " ")
  }
}

/// Places side by side: one row a pair of reports, one column a standard indicator.
struct SideBySide {
  let maps: [PairMap]
  let words: Words
  private let columns: [IndicatorKey]

  init(_ maps: [PairMap], _ words: Words) {
    self.maps = maps
    self.words = words
    columns = Array(IndicatorKey.common(maps).prefix(9))
  }

  func write(into html: inout ByteText) {
    guard !columns.isEmpty else { return }
    html.add("<h2>")
    html.addHTML(words("并排看主要指标", "Main indicators side by side"))
    html.add(
      "</h2>\n<div class=\"scroll\" tabindex=\"0\"><table class=\"grid\">\n<thead><tr><th scope=\"col\">"
    )
    html.addHTML(words("地区和年份", "Place and year"))
    html.add("</th>")
    for key in columns {
      html.add("<th scope=\"col\">")
      html.addHTML(key.title(words))
      html.add("</th>")
    }
    html.add("</tr></thead>\n<tbody>\n")
    for map in maps { row(map, into: &html) }
    html.add("</tbody>\n</table></div>\n")
  }

  private func row(_ map: PairMap, into html: inout ByteText) {
    html.add("<tr><th scope=\"row\">")
    html.addHTML(map.heading)
    html.add("</th>")
    for key in columns {
      html.add("<td>")
      if let pair = key.pair(in: map) { cell(pair, map, into: &html) }
      html.add("</td>")
    }
    html.add("</tr>\n")
  }

  private func cell(_ pair: PromisePair, _ map: PairMap, into html: inout ByteText) {
    let target = map.target(pair).map { map.earlier.quote($0.range) } ?? map.promise(pair)
    html.addHTML(target)
    html.add("<br><span class=\"verdict \(pair.verdict.rawValue)\">\(pair.verdict.sign) ")
    let said = map.answer(pair).map { map.later.quote($0.range) }
    html.addHTML(said ?? pair.verdict.words(words.language))
    html.add("</span>")
  }
}

/// What a number of several reports measures: a matter and how the number stands to it.
struct IndicatorKey: Hashable {
  let matter: String
  let relation: Statement.Relation

  /// Keys that at least two pairs of reports have, the most common first.
  static func common(_ maps: [PairMap]) -> [IndicatorKey] {
    var counts: [IndicatorKey: Int] = [:]
    var order: [IndicatorKey] = []
    for map in maps {
      for key in Set(map.reconciliation.pairs.compactMap({ IndicatorKey($0, map) })) {
        if counts[key] == nil { order.append(key) }
        counts[key, default: 0] += 1
      }
    }
    return order.filter { counts[$0, default: 0] >= 2 }
      .sorted { (counts[$1] ?? 0, $0.matter) < (counts[$0] ?? 0, $1.matter) }
  }

  init?(_ pair: PromisePair, _ map: PairMap) {
    guard let target = map.target(pair) else { return nil }
    matter = pair.promise.matter
    relation = target.relation
  }

  /// The first pair of a reconciliation with this key.
  func pair(in map: PairMap) -> PromisePair? {
    map.reconciliation.pairs.first { IndicatorKey($0, map) == self }
  }

  func title(_ words: Words) -> String {
    switch relation {
    case .growth: matter + words("增速", " growth")
    case .change: matter + words("变化", " change")
    default: matter
    }
  }
}
