import Domain

/// One sentence with what is known around it.
struct SentenceContext {
  /// Index into `Report.passages`.
  var passage: Int
  var range: Range<Int>
  var era: Era
  /// The passage is a heading, so its numbers repeat those of the text below.
  var isHeading: Bool
}

/// Goes through a report sentence by sentence and keeps the era up to date.
struct ReportWalker {
  let report: Report
  private let finder: EraFinder
  private var eras: [Int: Era] = [:]

  init(_ report: Report) {
    self.report = report
    finder = EraFinder(year: report.year)
  }

  /// Calls `body` with each sentence that can hold statements or tasks, in reading order.
  mutating func walk(_ body: (SentenceContext) -> Void) {
    var section: Int? = nil
    var flow: Era? = nil
    for (index, passage) in report.passages.enumerated() {
      guard passage.role != .front, passage.role != .salutation, passage.role != .glossary else {
        continue
      }
      if top(of: passage.section) != section {
        section = top(of: passage.section)
        flow = nil
      }
      let base = flow ?? era(of: passage.section)
      let first = walkPassage(index, passage, base, body)
      if passage.role != .heading, let first { flow = first }
    }
  }

  /// Walks one passage; returns the era that its first sentence sets for those that follow.
  private func walkPassage(
    _ index: Int, _ passage: Passage, _ base: Era, _ body: (SentenceContext) -> Void
  ) -> Era? {
    var era = base
    var lasting: Era? = nil
    var isFirst = true
    let isHeading = passage.role == .heading
    let text = report.text.span
    SentenceSplitter.forEach(text, passage.range) { sentence in
      var own = era
      if let cue = finder.cue(report.text, sentence, within: era) {
        own = cue.era
        if cue.lasts {
          era = cue.era
          if isFirst { lasting = cue.era }
        }
      }
      isFirst = false
      body(SentenceContext(passage: index, range: sentence, era: own, isHeading: isHeading))
    }
    return lasting
  }

  /// The outermost section above `section`.
  private func top(of section: Int?) -> Int? {
    var top = section
    var steps = 0
    while let index = top, let parent = report.sections[index].parent, steps < 16 {
      top = parent
      steps += 1
    }
    return top
  }

  /// The era that the innermost section with a cue sets.
  private mutating func era(of section: Int?) -> Era {
    guard let section else { return Era(kind: .unknown, period: nil) }
    if let known = eras[section] { return known }
    let node = report.sections[section]
    var found = finder.era(ofTitle: node.title)
    if found == nil || (node.level > 1 && node.parent != nil) {
      let above = era(of: node.parent)
      if found == nil || above.kind != .unknown { found = above }
    }
    let era = found ?? Era(kind: .unknown, period: nil)
    eras[section] = era
    return era
  }
}

extension EraFinder {
  /// What a sentence's opening says of its era, and whether that holds for what follows.
  func cue(_ bytes: [UInt8], _ sentence: Range<Int>, within era: Era) -> (
    era: Era, lasts: Bool
  )? {
    guard mayHoldCue(bytes.span, sentence) else { return nil }
    let end = openingEnd(bytes.span, sentence)
    let opening = String(decoding: bytes[sentence.lowerBound..<end], as: UTF8.self)
    guard let found = self.era(ofOpening: opening, within: era) else { return nil }
    let passing = ["去年", "上年", "到20", "到“"]
    let lasts = !passing.contains { opening.contains($0) }
    return (found, lasts)
  }

  /// Whether a digit, 年 or 期 stands in the first 90 bytes: no cue is without one.
  private func mayHoldCue(_ text: Span<UInt8>, _ sentence: Range<Int>) -> Bool {
    var position = sentence.lowerBound
    let end = min(sentence.upperBound, position + 120)
    while position + 2 < end {
      let byte = text[position]
      if byte == 0xE5, text[position + 1] == 0xB9, text[position + 2] == 0xB4 { return true }
      if byte == 0xE7, text[position + 1] == 0x9B, text[position + 2] == 0xAE { return true }
      if byte == 0xE4, text[position + 1] == 0xBA, text[position + 2] == 0x94 { return true }
      position += byte < 0x80 ? 1 : 3
    }
    return false
  }

  /// Behind the first two clauses, no further than 120 bytes.
  private func openingEnd(_ text: Span<UInt8>, _ sentence: Range<Int>) -> Int {
    var position = sentence.lowerBound
    let end = min(sentence.upperBound, position + 120)
    var commas = 0
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      if scalar == 0xFF0C || scalar == 0x2C { commas += 1 }
      if commas == 2 || scalar == 0xFF1A || scalar == 0x3A { return position }
      position += length
    }
    return position
  }
}
