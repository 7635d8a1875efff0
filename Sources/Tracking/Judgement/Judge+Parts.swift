import Domain

extension Judge {
  /// Done when every part is; the value is how many are.
  func judge(
    _ parts: [Measure.Part], _ commitment: Commitment, _ context: Context,
    _ judgement: inout Judgement
  ) throws {
    let results = try parts.map { try judge(part($0, of: commitment), context) }
    let done = results.filter { $0.value == .met }.count
    judgement.unit = "项"
    judgement.actual = Exact(done)
    judgement.target = Exact(parts.count)
    judgement.value = verdict(results)
    judgement.data = results.map(\.data).max { rank($0) < rank($1) } ?? .noneDue
    judgement.proof = results.compactMap(\.proof).min()
    judgement.pace = pace(results)
    judgement.leftOut = LeftOut.merged(results.flatMap(\.leftOut))
    let traces = results.flatMap { $0.traces ?? [] }.merged
    judgement.traces = traces.isEmpty ? nil : traces
    let findings = results.flatMap { $0.findings ?? [] }
    judgement.findings = findings.isEmpty ? nil : findings
    judgement.parts = zip(parts, results).map {
      PartResult(
        title: $0.title, state: $1.state, actual: $1.actual, target: $1.target, unit: $1.unit)
    }
    judgement.working = zip(parts, results).flatMap { part, result in
      [
        Phrase(
          "【\(part.title)】\(result.value.words.chinese)",
          "[\(part.title)] \(result.value.words.english)")
      ]
        + result.working
    }
    judgement.working.append(
      Phrase("共 \(parts.count) 部分，完成 \(done)", "\(done) of \(parts.count) parts are done"))
  }

  /// A part with everything else of its commitment.
  private func part(_ part: Measure.Part, of commitment: Commitment) -> Commitment {
    var own = commitment
    (own.measure, own.target) = (part.measure, part.target)
    return own
  }

  private func verdict(_ results: [Judgement]) -> Judgement.Verdict {
    guard !results.isEmpty else {
      return .unverifiable(Phrase("口径没有任何部分", "the measure has no parts"))
    }
    if results.allSatisfy({ $0.value == .met }) { return .met }
    if results.contains(where: { $0.value == .notMet }) { return .notMet }
    for result in results {
      if case .unverifiable = result.value { return result.value }
    }
    return results.first { $0.value != .met }?.value ?? .met
  }

  /// The state that matters most to a reader first.
  private func rank(_ state: Judgement.DataState) -> Int {
    [.final: 0, .noneDue: 1, .revised: 2, .provisional: 3, .late: 4][state] ?? 0
  }

  /// That of the part that is farthest behind; each part has the commitment's path.
  private func pace(_ results: [Judgement]) -> Judgement.Pace {
    let open = results.filter { $0.value != .met }.map(\.pace)
    let behind = open.compactMap { if case .behind(let by) = $0 { by } else { nil } }
    if let worst = behind.max() { return .behind(by: worst) }
    return open.contains(.none) || results.isEmpty ? .none : .on
  }
}
