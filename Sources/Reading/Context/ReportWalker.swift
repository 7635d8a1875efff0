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
  private var eras: [Era?]

  init(_ report: Report, cues: CueReader = CueReader()) {
    self.report = report
    self.cues = cues
    finder = EraFinder(year: report.year, titles: cues)
    eras = Array(repeating: nil, count: report.sections.count)
  }

  /// Calls `body` with each sentence that can hold statements or tasks, in reading order.
  ///
  /// - Parameter source: cuts passages; a reader of numbers finds them in the same pass.
  mutating func walk(
    _ source: some SentenceSource = SentenceSplitter(), _ body: (SentenceContext) -> Void
  ) {
    var section: Int? = nil
    var flow: Era? = nil
    // A division of work plans throughout, whatever its headings say.
    let isPlan = report.kind == .division
    var last = Era(kind: isPlan ? .plan : .unknown, period: isPlan ? finder.thisYear : nil)
    for (index, passage) in report.passages.enumerated() {
      guard passage.role != .front, passage.role != .salutation, passage.role != .glossary else {
        continue
      }
      if report.outermost(passage.section) != section {
        section = report.outermost(passage.section)
        flow = nil
      }
      let own = era(of: passage.section)
      // A part without a cue goes on with the era of the part before.
      if own.kind != .unknown { last = own }
      let titled = own.kind != .unknown ? own : last
      let base = flow ?? titled
      let first = walkPassage(index, passage, base, source, body)
      guard passage.role != .heading, let first else { continue }
      if first.kind == titled.kind || titled.kind == .unknown || isMixed(section) { flow = first }
    }
  }

  /// Walks one passage; returns the era that its first sentence sets for those that follow.
  private func walkPassage(
    _ index: Int, _ passage: Passage, _ base: Era, _ source: some SentenceSource,
    _ body: (SentenceContext) -> Void
  ) -> Era? {
    var era = base
    var lasting: Era? = nil
    var isFirst = true
    let isHeading = passage.role == .heading
    let (finder, cues, bytes) = (finder, cues, report.text)
    let range = passage.range.clamped(to: 0..<bytes.count)
    source.sentences(bytes.span, range) { sentence, mayHoldCue in
      var own = era
      if mayHoldCue, let cue = finder.era(of: cues.read(bytes.span, sentence), within: era) {
        own = cue.era
        if cue.lasts {
          era = cue.era
          // 「2025年是收官之年。五年来，…」: the list below tells of the five years.
          if isFirst || isSpanOfYears(cue.era) { lasting = cue.era }
        }
      }
      isFirst = false
      body(SentenceContext(passage: index, range: sentence, era: own, isHeading: isHeading))
    }
    return lasting
  }

  /// A review of several years.
  private func isSpanOfYears(_ era: Era) -> Bool {
    era.kind == .review && era.period.flatMap { StatedTime($0) }?.isOfYears == true
  }

  private func isMixed(_ section: Int?) -> Bool {
    section.map { finder.isMixed(title: report.sections[$0].title) } ?? false
  }

  /// The era that the innermost section with a cue sets.
  private mutating func era(of section: Int?) -> Era {
    guard let section, eras.indices.contains(section) else {
      return Era(kind: .unknown, period: nil)
    }
    if let known = eras[section] { return known }
    let node = report.sections[section]
    let above = era(of: node.parent)
    let era = above.kind != .unknown ? above : finder.era(ofTitle: node.title) ?? above
    eras[section] = era
    return era
  }
}
