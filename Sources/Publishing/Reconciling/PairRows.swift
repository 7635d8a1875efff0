import Domain

/// The pairs of two reports: promise left, verdict between, claim right, each in its sentence.
struct PairRows {
  let map: PairMap
  /// Tells the inputs of several lists on one page apart.
  let number: Int
  let words: Words

  init(_ map: PairMap, number: Int, _ words: Words) {
    self.map = map
    self.number = number
    self.words = words
  }

  func write(into html: inout ByteText) {
    html.add("<div class=\"reconcile\">\n")
    filters(into: &html)
    html.add("<ol class=\"pairs\">\n")
    for pair in map.reconciliation.pairs { row(pair, into: &html) }
    html.add("</ol>\n</div>\n")
  }

  // MARK: Filter

  private var choices: [(name: String, title: String, count: Int)] {
    let pairs = map.reconciliation.pairs
    let all = [("all", words("全部", "All"), pairs.count)]
    let verdicts = PromisePair.Verdict.allCases.map { verdict in
      (
        verdict.rawValue, verdict.sign + " " + verdict.words(words.language),
        pairs.count { $0.verdict == verdict }
      )
    }
    let carried = pairs.count { !map.carriedYears($0).isEmpty }
    return all + verdicts + [("carried", words("原话又写进新安排", "Promised again"), carried)]
  }

  private func filters(into html: inout ByteText) {
    let choices = choices.filter { $0.count > 0 || $0.name == "all" }
    for (name, _, _) in choices {
      let checked = name == "all" ? " checked" : ""
      html.add(
        "<input type=\"radio\" class=\"pick p-\(name)\" name=\"v\(number)\" id=\"v\(number)-\(name)\"\(checked)>\n"
      )
    }
    html.add("<div class=\"picks\">\n")
    for (name, title, count) in choices {
      html.add("<label class=\"l-\(name)\" for=\"v\(number)-\(name)\">")
      html.addHTML("\(title) \(count)")
      html.add("</label>\n")
    }
    html.add("</div>\n")
  }

  // MARK: Rows

  private func row(_ pair: PromisePair, into html: inout ByteText) {
    let years = map.carriedYears(pair)
    html.add("<li class=\"\(pair.verdict.rawValue)\(years.isEmpty ? "" : " carried")\">\n<div>")
    quote(pair.promise.range, map.earlier, into: &html)
    html.add("</div>\n<div class=\"middle\"><p class=\"verdict \(pair.verdict.rawValue)\">")
    html.add("\(pair.verdict.sign) ")
    html.addHTML(pair.verdict.words(words.language))
    html.add("</p><p class=\"quiet\">")
    html.addHTML(pair.note(words.language))
    html.add("</p>")
    if let first = years.first, let last = years.last {
      html.add("<p class=\"quiet\">")
      html.addHTML(
        words("同样的话写于 \(first)–\(last) 年", "promised in the same words \(first)–\(last)"))
      html.add("</p>")
    }
    html.add("</div>\n<div>")
    claim(pair, into: &html)
    html.add("</div>\n</li>\n")
  }

  private func claim(_ pair: PromisePair, into html: inout ByteText) {
    guard let claim = pair.claim else {
      html.add("<p class=\"quiet\">")
      html.addHTML(words("报告没有说到", "The report does not tell"))
      html.add("</p>")
      return
    }
    if claim.isPlan {
      html.add("<p><span class=\"plan\">")
      html.addHTML(words("新一年的安排", "new plan"))
      html.add("</span></p>")
    }
    quote(claim.range, map.later, into: &html)
  }

  /// The clause marked in its sentence, and where it stands.
  private func quote(_ range: Range<Int>, _ map: SourceMap, into html: inout ByteText) {
    let sentence = map.sentence(around: range)
    html.add("<p>")
    html.addHTML(map.quote(sentence.lowerBound..<range.lowerBound).lastWords(28))
    html.add("<mark>")
    html.addHTML(map.quote(range))
    html.add("</mark>")
    html.addHTML(
      map.quote(range.upperBound..<max(range.upperBound, sentence.upperBound)).firstWords(28))
    html.add("</p><p class=\"quiet place\">")
    html.addHTML(map.whereItStands(range, words))
    html.add("</p>")
  }
}

extension SourceMap {
  /// The sentence that a range stands in; the range itself where sentences were not read.
  func sentence(around range: Range<Int>) -> Range<Int> {
    let sentences = reading.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < sentences.count, sentences[low].range.contains(range.lowerBound) else {
      return sentences.first { $0.range.contains(range.lowerBound) }?.range ?? range
    }
    return sentences[low].range
  }

  /// 二、2025年工作安排 段17 @6842-6850
  func whereItStands(_ range: Range<Int>, _ words: Words) -> String {
    let passage = report.passages.firstIndex { $0.range.contains(range.lowerBound) }
    let offsets = offsets(range)
    let path = passage.flatMap { category(ofPassage: $0) }
    let number = passage.map {
      words("段\(report.passages[$0].number)", "¶\(report.passages[$0].number)")
    }
    return [path, number, "@\(offsets.lowerBound)-\(offsets.upperBound)"].compactMap { $0 }
      .joined(separator: " ")
  }
}

extension String {
  /// The first characters, with … where it goes on.
  fileprivate func firstWords(_ count: Int) -> String {
    unicodeScalars.count <= count
      ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(count))) + "…"
  }

  /// The last characters, with … where it began before.
  fileprivate func lastWords(_ count: Int) -> String {
    unicodeScalars.count <= count
      ? self : "…" + String(String.UnicodeScalarView(unicodeScalars.suffix(count)))
  }
}
