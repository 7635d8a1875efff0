/// How sure it is that a line breaks off inside a sentence, and that another goes on with one.
///
/// Both give points; a line and its continuation are joined at `Mending.enough` points together.
struct Openness {
  let text: [UInt8]

  /// Points for a line that ends without the end of a sentence: 0 when nothing speaks for a break.
  func open(_ range: Range<Int>) -> Int {
    guard let last = text.scalar(before: range.upperBound, start: range.lowerBound)?.scalar else {
      return 0
    }
    let tail = Clauses(range, of: text)
    if last.isComma || last.opensBracket || tail.depth > 0 { return 8 }
    guard tail.commas > 0 || tail.stops > 0 else {
      return opensFrame(range) || last.isDigit ? 2 : 0
    }
    var points = tail.commas > 0 ? 1 : 0
    if tail.stops > 0 { points += 2 }
    if last.isDigit { points += 3 }
    if range.count >= 150 { points += 2 }
    if tail.last.count <= 24 { points += 1 }
    return points
  }

  /// Points for a line that starts inside a sentence; below 0 when it clearly starts one.
  func continues(_ range: Range<Int>, behind open: Range<Int>) -> Int {
    guard let first = text.scalar(at: range.lowerBound, end: range.upperBound)?.scalar else {
      return 0
    }
    if first.isComma || first.endsSentence || first.closesBracket { return 5 }
    if startsSentence(range) { return -3 }
    var points = 0
    let head = Clauses(range, of: text)
    if head.lowest < 0 { points += 3 }
    if text.starts(range, withAny: Self.dependent) { points += 2 }
    if first.isDigit, !DateWords.startsWithYear(range, of: text) { points += 1 }
    if closesFrame(range, behind: open) { points += 2 }
    return points
  }

  /// Words that cannot open a sentence.
  private static let dependent: [Needle] = [
    "余", "多个", "多家", "多万", "多亿", "个", "家", "亿", "万", "元", "%", "％", "左右", "以上", "以下",
    "以内", "的", "和", "与", "及", "等", "以及", "或", "之", "者", "化", "性", "率", "们", "平方", "公里",
    "公顷", "公斤", "立方", "人次", "件", "项", "户", "套", "亩", "吨", "米", "倍", "位", "名", "所", "座",
    "条", "处", "辆", "台", "千瓦", "百分点", "个百分点",
  ]

  private static let openers: [Needle] = [
    "各位", "今年", "去年", "过去", "新的一年", "我们", "全区", "全市", "全省", "全县", "全国", "全年", "同志们",
    "一年来", "五年来", "要", "同时", "此外", "与此同时", "下一步",
  ]

  private func startsSentence(_ range: Range<Int>) -> Bool {
    DateWords.startsLine(range, of: text) || DateWords.startsWithYear(range, of: text)
      || text.starts(range, withAny: Self.openers) && !text.starts(range, with: "要素")
  }

  /// 以…为…: one half stands before the break and the other behind it.
  private func closesFrame(_ range: Range<Int>, behind open: Range<Int>) -> Bool {
    guard opensFrame(Clauses(open, of: text).last) else { return false }
    let clause = Clauses.first(range, of: text)
    return text.contains("为", in: clause) && !text.contains("以", in: clause)
  }

  private func opensFrame(_ clause: Range<Int>) -> Bool {
    text.contains("以", in: clause) && !text.contains("为", in: clause)
      && !text.contains(any: Self.otherFrames, in: clause)
  }

  private static let otherFrames: [Needle] = [
    "以上", "以下", "以内", "以来", "以后", "以及", "可以", "予以", "得以", "难以", "所以",
  ]
}

/// The clauses of a line and how its brackets stand; looks at its last and first 600 bytes only.
struct Clauses {
  /// Commas inside the line.
  private(set) var commas = 0
  /// Ends of sentences inside the line.
  private(set) var stops = 0
  /// Brackets left open at the end of the line.
  private(set) var depth = 0
  /// The lowest depth reached: below 0 when a bracket closes that was opened before.
  private(set) var lowest = 0
  /// The clause at the end of the line.
  private(set) var last: Range<Int>

  private static let reach = 4_096

  init(_ range: Range<Int>, of text: [UInt8]) {
    last = range
    var offset = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + Self.reach)
    while let found = text.scalar(at: offset, end: end) {
      count(found.scalar)
      if found.scalar.isComma || found.scalar.endsSentence, found.next < range.upperBound {
        last = found.next..<range.upperBound
      }
      offset = found.next
    }
    if end < range.upperBound { forgetBrackets() }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    if scalar.isComma {
      commas += 1
    } else if scalar.isFullStop {
      stops += 1
    } else if scalar.opensBracket {
      depth += 1
    } else if scalar.closesBracket, scalar != "\"" {
      depth -= 1
      lowest = min(lowest, depth)
      depth = max(depth, -1)
    }
  }

  private mutating func forgetBrackets() { depth = 0 }

  /// The clause at the start of a line.
  static func first(_ range: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var offset = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + reach)
    while let found = text.scalar(at: offset, end: end) {
      if found.scalar == "，" || found.scalar == "," || found.scalar.endsSentence { break }
      offset = found.next
    }
    return range.lowerBound..<offset
  }
}
