import Domain

/// The arithmetic of a promised number and a claimed one, in words.
struct NumberNote {
  let promise: Statement
  let claim: Statement
  let verdict: NumberVerdict
  let promised: ReportReading
  let claimed: ReportReading

  func phrase(_ outcome: PromisePair.Verdict) -> Phrase {
    let target = promise.figureText(promised)
    let actual = claim.figureText(claimed)
    return Phrase(
      "报告称\(actual)，目标\(target)\(tolerance.chinese)：\(outcome.words.chinese)",
      "claimed \(actual), promised \(target)\(tolerance.english): \(outcome.words.english)")
  }

  private var tolerance: Phrase {
    guard verdict.promise.bound == .about else { return Phrase("", "") }
    let words = Tolerance.usual(
      promise.relation, unit: promise.unit, indicator: promise.indicator
    ).words
    return Phrase("（左右按\(words.chinese)）", " (about: \(words.english))")
  }
}
