import Domain

/// A finding as a person reads it: what and where, the line, a caret under the words, what would help.
struct CaretText {
  let finding: ReportFinding
  let map: SourceMap
  let words: Words
  let width: Int

  init(_ finding: ReportFinding, _ map: SourceMap, _ words: Words, width: Int) {
    self.finding = finding
    self.map = map
    self.words = words
    self.width = width
  }

  var lines: [String] {
    let place = FindingPlace(finding, map)
    let (excerpt, indent, marked) = excerpt(place.around)
    var lines = [head(place), "  " + excerpt, "  " + indent + marked]
    lines += folded(finding.message(words.language))
    if let advice = finding.advice {
      lines += folded(words("建议：", "Advice: ") + advice(words.language))
    }
    return lines
  }

  /// 警告 no-end-state  draft.txt 段17:9
  private func head(_ place: FindingPlace) -> String {
    let severity = finding.severity.words(words.language)
    let name = map.report.name.onOneLine
    guard let passage = place.passage, let column = place.column else {
      return "\(severity) \(finding.rule)  \(name)"
    }
    let spot = words("段\(passage):\(column)", "¶\(passage):\(column)")
    return "\(severity) \(finding.rule)  \(name) \(spot)"
  }

  /// The words with as much of their paragraph around them as the screen has room for.
  private func excerpt(_ around: Range<Int>) -> (text: String, indent: String, marked: String) {
    let room = max(40, width - 4)
    let own = map.quote(finding.range).firstPart(of: room)
    let left = room - DisplayWidth.of(own)
    var before = map.quote(around.lowerBound..<max(around.lowerBound, finding.range.lowerBound))
    var after = map.quote(min(finding.range.upperBound, around.upperBound)..<around.upperBound)
    before = before.lastPart(of: min(left / 2, 24))
    after = after.firstPart(of: max(0, min(left - DisplayWidth.of(before), 24)))
    return (
      before + own + after, String(repeating: " ", count: DisplayWidth.of(before)),
      String(repeating: "^", count: max(1, DisplayWidth.of(own)))
    )
  }

  private func folded(_ text: String) -> [String] {
    text.onOneLine.wrapped(to: max(30, width - 4)).map { "  " + $0 }
  }
}

extension String {
  /// The first columns of a text, with … where it goes on.
  fileprivate func firstPart(of columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return self }
    var out = ""
    var used = 1
    for scalar in unicodeScalars {
      used += DisplayWidth.of(scalar)
      if used > columns { break }
      out.unicodeScalars.append(scalar)
    }
    return columns < 2 ? "" : out + "…"
  }

  /// The last columns of a text, with … where it began before.
  fileprivate func lastPart(of columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return self }
    var out: [Unicode.Scalar] = []
    var used = 1
    for scalar in unicodeScalars.reversed() {
      used += DisplayWidth.of(scalar)
      if used > columns { break }
      out.append(scalar)
    }
    guard columns >= 2 else { return "" }
    return "…" + String(String.UnicodeScalarView(out.reversed()))
  }
}
