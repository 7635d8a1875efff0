import Domain

extension Measuring {
  /// Adds what was removed or altered in the records behind a question, and what weaker sources say
  /// against those that count.
  func trace(
    _ question: Question, _ frame: Frame, watching watched: [String] = [],
    into measured: inout Measured
  ) throws {
    guard tracing else { return }
    measured.findings += try raised(question, frame)
    let traced = try evidence.traced(
      TraceQuestion(
        question, watched: watched, ends: frame.window.last, settles: frame.settles,
        releases: books.releases.map(\.known).filter { $0 <= frame.known }))
    measured.traces = (measured.traces + traced.traces).merged
    guard !traced.contradicted.isEmpty else { return }
    measured.findings.append(
      Finding(
        kind: .weakerSource, about: question.registry, count: traced.contradicted.count,
        groups: traced.contradicted.prefix(Finding.listed).map { [$0] }))
  }
}
