/// Tells headings from text, paragraph by paragraph.
struct Headings {
  let text: [UInt8]
  let paragraphs: [Paragraph]
  let shapes: [Shape]
  /// The first paragraph behind the front matter.
  let front: Int

  /// What a numbered paragraph is.
  enum Numbered { case heading, runIn }

  /// The longest heading, in bytes.
  private static let longest = 180
  /// The longest headline without a number, in bytes.
  private static let longestHeadline = 135

  /// Whether a numbered paragraph is a heading alone or has its text in the same line.
  func numbered(_ index: Int, _ label: Label) -> Numbered {
    let range = paragraphs[index].range
    if label.isDash { return .runIn }
    guard let stop = Self.firstStop(range, from: label.end, of: text) else {
      guard range.count <= Self.longest else { return .runIn }
      return label.level >= 3 && hasSibling(index, label) ? .runIn : .heading
    }
    let isAlone = stop.next >= range.upperBound
    return isAlone && label.level <= 2 && range.count <= 120 ? .heading : .runIn
  }

  /// The next paragraph has a number of the same level: a list, not a heading over text.
  private func hasSibling(_ index: Int, _ label: Label) -> Bool {
    guard index + 1 < paragraphs.count else { return true }
    return shapes[paragraphs[index + 1].line].label?.level == label.level
  }

  /// The words of a heading: behind the label up to the first stop, at most 180 bytes.
  func title(_ range: Range<Int>, from start: Int) -> String {
    let stop = Self.firstStop(range, from: start, of: text)?.offset ?? range.upperBound
    var end = min(stop, start + Self.longest)
    while end > start, end < range.upperBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text.string(text.trimmed(start..<end))
  }

  static func firstStop(
    _ range: Range<Int>, from start: Int, of text: [UInt8]
  ) -> (offset: Int, next: Int)? {
    var offset = start
    while let found = text.scalar(at: offset, end: range.upperBound) {
      if found.scalar.endsSentence, found.scalar != "．" { return (offset, found.next) }
      offset = found.next
    }
    return nil
  }

  /// Which paragraphs are headlines without a number: short lines without the end of a sentence,
  /// one or two together, with text behind them.
  func headlines() -> [Bool] {
    var marks = [Bool](repeating: false, count: paragraphs.count)
    var index = front
    while index < paragraphs.count {
      var end = index
      while end < paragraphs.count, isHeadlineLike(end) { end += 1 }
      if end - index <= 2, end < paragraphs.count { for line in index..<end { marks[line] = true } }
      index = max(end, index + 1)
    }
    return marks
  }

  private func isHeadlineLike(_ index: Int) -> Bool {
    let range = paragraphs[index].range
    let shape = shapes[paragraphs[index].line]
    guard range.count <= Self.longestHeadline, range.count >= 12, shape.label == nil,
      !shape.isTerminated, !shape.isSalutation, !shape.isCaption, !shape.isByline
    else { return false }
    if text.contains("\t", in: range) || Shape.isTerminated(range, of: text) { return false }
    return Clauses(range, of: text).stops == 0 && !isDigitsOnly(range)
  }

  private func isDigitsOnly(_ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0] < 0x80 }
  }
}

/// Where the report ends and its annexes begin.
enum AnnexWords {
  private static let glossary: [Needle] = [
    "名词解释", "名词注释", "名词释义", "名词说明", "术语解释", "术语注释", "有关用语", "用语说明", "词语解释",
    "名词术语", "指标解释", "有关注释", "注释说明", "词语注释",
  ]
  private static let annexStarts: [Needle] = ["附件", "附表", "附录", "附：", "附:", "附图"]
  private static let lists: [Needle] = ["项目清单", "一览表", "分解表", "分工表", "任务清单", "项目表", "计划表", "责任清单"]

  /// Whether a short line opens a glossary.
  static func opensGlossary(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    range.count <= 120 && isTitle(range, of: text) && text.contains(any: glossary, in: range)
  }

  /// Whether a short line opens another annex.
  static func opensAnnex(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard range.count <= 150, isTitle(range, of: text) else { return false }
    if range.count == 3 { return text.starts(range, with: "附") }
    if text.starts(range, withAny: annexStarts) { return true }
    if lists.contains(where: { text.ends(range, with: $0) }) { return true }
    return text.contains("民生实事", in: range)
      && ["项目", "实事", "清单"].contains { (word: Needle) in text.ends(range, with: word) }
      && text.contains(any: ["年", "件", "类"], in: range)
  }

  private static func isTitle(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard let last = text.scalar(before: range.upperBound, start: range.lowerBound) else {
      return false
    }
    return !last.scalar.isFullStop && !text.contains(any: ["，", "。", "；"], in: range)
  }
}
