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
  private let cues: CueReader
  private var eras: [Int: Era] = [:]

  init(_ report: Report, cues: CueReader = CueReader()) {
    self.report = report
    self.cues = cues
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
    SentenceSplitter.forEach(text, passage.range) { sentence, mayHoldCue in
      var own = era
      if mayHoldCue, let cue = finder.era(of: cues.read(text, sentence), within: era) {
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
    let above = era(of: node.parent)
    let era = above.kind != .unknown ? above : finder.era(ofTitle: node.title) ?? above
    eras[section] = era
    return era
  }
}
