import Domain

/// Admits the sentences that speak of the coming period.
///
/// A numbered section whose title plans (二、2025年工作安排) is plan throughout, but for sentences
/// that look back themselves; elsewhere the walker's era decides, and what stands behind the first
/// plan without an era of its own goes with it.
struct PlanGate {
  private let report: Report
  private let finder: EraFinder
  private let cues: CueReader
  private var seen = false

  /// - Parameter cues: reads the words of time in a sentence.
  init(_ report: Report, cues: CueReader) {
    self.report = report
    self.cues = cues
    finder = EraFinder(year: report.year, titles: cues)
  }

  /// Whether a sentence speaks of the coming period; to be asked in reading order.
  mutating func admits(_ sentence: SentenceContext) -> Bool {
    if sentence.era.kind == .plan {
      seen = true
      return true
    }
    if sentence.era.kind == .unknown { return seen }
    return isPlanned(sentence)
  }

  /// A sentence called review that stands in a section of the plan and has no cue of its own.
  private func isPlanned(_ sentence: SentenceContext) -> Bool {
    let section = report.passages[sentence.passage].section
    guard let top = report.path(of: section).first, !top.label.isEmpty,
      let era = finder.era(ofTitle: top.title), era.kind == .plan
    else { return false }
    let found = cues.read(report.text.span, sentence.range)
    return finder.era(of: found, within: era)?.era.kind != .review
  }
}
